// SPDX-License-Identifier: MIT
// The life of the focused cell in words: when, who, old and new, document. Newest first.
#ifndef TUI_FORM_LIFE_H
#define TUI_FORM_LIFE_H

#include "tui/form.h"

unsigned form_life_show(struct form *form);

#endif
