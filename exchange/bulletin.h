// SPDX-License-Identifier: MIT
// A bulletin on paper: plain text, and one HTML page for A4.
#ifndef EXCHANGE_BULLETIN_H
#define EXCHANGE_BULLETIN_H

#include <stdio.h>

#include "core/bulletin.h"

// AFTER: what was corrected since it was issued, beneath; NULL: a draft.
typedef void bulletin_put_fn(const struct bulletin *bulletin, const struct bulletin *after, FILE *out);
void bulletin_put_text(const struct bulletin *bulletin, const struct bulletin *after, FILE *out);
void bulletin_put_html(const struct bulletin *bulletin, const struct bulletin *after, FILE *out);

#endif
