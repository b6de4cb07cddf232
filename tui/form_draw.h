// SPDX-License-Identifier: MIT
// What a form looks like (scr_entry.h): its rows, or units by years, and beneath them what is to be known of the focused cell.
#ifndef TUI_FORM_DRAW_H
#define TUI_FORM_DRAW_H

#include "tui/form.h"

void form_draw(const struct form *form, struct paint *paint);
// Why a figure was refused or is strange, what it makes of the standings, and how far the form is; from row Y to before END.
void form_draw_beneath(const struct form *form, struct paint *paint, int y, int end);
bool form_is_refused(const struct form *form);       // the focused cell, or another desk was before it

#endif
