// SPDX-License-Identifier: MIT
// What is wrong or strange about the figures of a form (core/check): asked about at the cell before a strange one is saved,
// and marked beside those that stand.
#ifndef TUI_FORM_FINDING_H
#define TUI_FORM_FINDING_H

#include "tui/form.h"

// Would what ASK says be strange (核实性)? Then it stands in f->finding and is asked about, and nothing is saved yet.
bool form_finding_asks(struct form *f, const struct intake_cell *ask);
// While it is asked: Enter keeps the figure, Esc goes back to it with the cure, digits do nothing.
unsigned form_finding_answer(struct form *f, enum action action);
// What is said of all that is strange about the focused cell.
void form_finding_explain(struct form *f, const char *text);
// How many findings each cell has, in one view of the file; and the first one of the focused cell.
must_check enum err form_finding_count(struct form *f);
must_check enum err form_finding_load(struct form *f);

#endif
