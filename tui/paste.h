// SPDX-License-Identifier: MIT
// What was pasted, as text for a field: lines and columns become blanks, and what a terminal would obey is left out.
#ifndef TUI_PASTE_H
#define TUI_PASTE_H

#include <wchar.h>

struct term_paste;
// Why it cannot be used at all: half of it is missing, or it is too large. NULL: it can. PASTE NULL: there was no memory for it.
const char *paste_refusal(const struct term_paste *paste);
// FN for each character of it.
void paste_type(const struct term_paste *paste, void (*fn)(wchar_t c, void *ctx), void *ctx);

#endif
