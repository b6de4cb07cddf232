// SPDX-License-Identifier: MIT
// What the screens of standings (scr_chapter.h) hold: rows of the document or, turned, units, and what explains the focused one.
#ifndef TUI_CHAPTER_H
#define TUI_CHAPTER_H

#include "tui/find.h"
#include "tui/list.h"
#include "tui/part_explain.h"
#include "tui/scr_chapter.h"

#define CHAPTER_TOP 2            // of the list
#define CHAPTER_ALL PLAN_NONE    // instead of a chapter: all numbered indicators

struct chapter_row {
	const struct standing *s;
	const char *name, *full_name;
	int place;               // PLAN_NONE where rows are units
};
struct chapter_screen {
	struct app *app;
	struct list list;
	struct find find;
	struct chapter_row *rows;
	int rows_len;
	struct survey *survey;
	struct explain explain;
	bool by_unit, behind_only;
	int outline;             // chapter shown, or CHAPTER_ALL
	int indicator;           // of by_unit
};

// The fields that say which rows have been set before.
must_check enum err chapter_open(struct chapter_screen *r, struct app *app);
must_check enum err chapter_load(struct chapter_screen *r);
must_check enum err chapter_load_focus(struct chapter_screen *r);            // what explains the focused row
void chapter_fit(struct chapter_screen *r);
void chapter_done(struct chapter_screen *r);
const struct chapter_row *chapter_focused(const struct chapter_screen *r);   // NULL: there is no row

#endif
