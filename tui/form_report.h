// SPDX-License-Identifier: MIT
// The report that a form is part of: where it stands, and what may be done next with it.
#ifndef TUI_FORM_REPORT_H
#define TUI_FORM_REPORT_H

#include "tui/form.h"

must_check enum err form_report_load(struct form *f);
// Which of its cells have a correction that waits.
must_check enum err form_report_load_corrections(struct form *f);
// What the reviewer said of a cell whose report was returned, while the figure stands; "" none.
const char *form_report_said(const struct form *f, const struct form_cell *cell);
// Row 1: 填报中7/9 还剩2天, 已上报.
void form_report_words(const struct form *f, char *out, size_t cap);
// How many figures a unit's form has when all are there and it may be submitted; 0 otherwise.
int form_report_complete(const struct form *f);
unsigned form_report_act(struct form *f);
unsigned form_report_check(struct form *f);                        // its findings (S5)

#endif
