// SPDX-License-Identifier: MIT
// The words of an indicator: as the document has it, 口径, how it is computed, its targets with their documents, what is 推定.
#ifndef TUI_PART_WORDS_H
#define TUI_PART_WORDS_H

#include "tui/screen.h"

// Opens them to read; returns bits of enum screen_result. PLACE may be PLAN_NONE.
unsigned part_words_show(struct app *app, int indicator, int place);

#endif
