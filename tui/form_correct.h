// SPDX-License-Identifier: MIT
// A figure typed over an accepted one (数据订正): asked for as a correction with its reason and document, never saved over it.
#ifndef TUI_FORM_CORRECT_H
#define TUI_FORM_CORRECT_H

#include "tui/form.h"

// Is the figure of the focused cell accepted by its report? Then what is typed becomes the question for a correction.
bool form_correct_asks(struct form *f);

#endif
