// SPDX-License-Identifier: MIT
// What the ranking (scr_rank.h) holds; rank_draw.c draws it.
#ifndef TUI_RANK_H
#define TUI_RANK_H

#include "core/rank.h"
#include "tui/find.h"
#include "tui/list.h"
#include "tui/scr_rank.h"

#define RANK_TOP 2
#define RANK_BENEATH 4           // rows of words beneath the list
struct scr_rank_arg { int indicator, above; enum phrase_view view; };
struct rank_screen {
	struct app *app;
	struct scr_rank_arg arg;
	struct survey *survey;
	struct ranking ranking;
	int before;                      // the period that places are compared with; 0: none
	int *units, units_len;
	struct list list;
	struct find find;
};

void rank_draw(const struct rank_screen *r, struct paint *p);
void rank_copy(const struct rank_screen *r, struct copy *out);

#endif
