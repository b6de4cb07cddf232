// SPDX-License-Identifier: MIT
// A block pasted into a form, from a spreadsheet or a list: which cells it is for, each read as if it were typed. All of it is
// shown, old and new, before anything is written, and written as one action.
#ifndef TUI_FORM_PASTE_H
#define TUI_FORM_PASTE_H

#include "tui/form.h"

struct term_paste;
struct form_pasted {
	int row, col;                // of the form
	char *typed;                 // as pasted, owned
	char *note, *doc;            // that stand in the cell and stay, owned
	struct intake_result read;
};
struct form_paste {
	struct form_pasted *cells;
	int len, writes, refused;
};
// From the focused cell on, downwards, by years also to the right. False: it does not fit, and WHY says in one sentence how.
must_check enum err form_paste_read(const struct form *form, const struct term_paste *paste, struct form_paste *out, bool *fits,
	char *why, size_t cap);
void form_paste_free(struct form_paste *paste);
// Shows it and, after Enter, writes what could be read.
unsigned form_paste_show(struct form *form, const struct term_paste *paste);

#endif
