// SPDX-License-Identifier: MIT
// Messages: English in the source, po/zh_CN.po complete. _() translates at the call, N_() only marks for extraction.
#ifndef CORE_I18N_H
#define CORE_I18N_H

#include <libintl.h>

#define I18N_DOMAIN "duibiao"
#define _(text) dgettext(I18N_DOMAIN, text)
#define N_(text) text
#define P_(one, many, n) dngettext(I18N_DOMAIN, one, many, n)

#endif
