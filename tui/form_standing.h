// SPDX-License-Identifier: MIT
// The standings beneath a form.
#ifndef TUI_FORM_STANDING_H
#define TUI_FORM_STANDING_H

#include "tui/form.h"

// From row Y to before END; both return the row after the last.
int form_standing_title(const struct form *form, struct paint *paint, int y, int end);
int form_standing_rows(const struct form *form, struct paint *paint, int y, int end);

#endif
