// SPDX-License-Identifier: MIT
// What F1 tells of the focused cell of a form: definition, measure, kind, who keys it in, when it is due, its limits.
#ifndef TUI_FORM_ABOUT_H
#define TUI_FORM_ABOUT_H

#include <stddef.h>

void form_about(const void *form, char *out, size_t cap);        // a screen's about()

#endif
