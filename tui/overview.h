// SPDX-License-Identifier: MIT
// What the overview holds (scr_overview.h). overview_load.c reads it, overview_draw.c and overview_counts.c draw it.
#ifndef TUI_OVERVIEW_H
#define TUI_OVERVIEW_H

#include "core/behind.h"
#include "core/moved.h"
#include "core/rank.h"
#include "core/report_list.h"
#include "core/share.h"
#include "tui/list.h"
#include "tui/screen.h"

#define OVERVIEW_LIST_TOP 6          // row of the first indicator
#define OVERVIEW_GAPS 3              // units named that make the largest gap
#define OVERVIEW_WORST 10            // units named where there are many

struct overview_gap { int unit; struct maybe part; };
struct overview_gaps { struct overview_gap units[OVERVIEW_GAPS]; int len; };
struct overview {
	struct app *app;
	struct list list;                // over what is behind, or what has changed
	bool changes;                    // the list shows what has changed since the period before
	struct survey *now, *then;       // of the unit shown; at the period before
	struct survey_count figures;     // indicators
	struct survey_count work;
	int quarterly, yearly;           // the newest period of figures asked for more than once a year, and of the others; 0 none
	struct survey_overdue overdue;
	struct behind behind;
	struct moved moved;
	struct overview_gaps *gaps;      // by indicator
	struct report_list reports;
	int *chapters, chapters_len;     // outline indices
	int *units, units_len;           // the units beneath
	struct rank_trouble *troubles;   // of each of them: its indicators
	int *by_chapter;                 // the same by unit and chapter: how many are behind
	int *order;                      // the worst first
};
must_check enum err overview_read(struct overview *o);
void overview_done(struct overview *o);

int overview_rows(const struct overview *o);      // of the list shown
// Rows of the list where the screen has ROWS.
int overview_height(const struct overview *o, int rows);
void overview_draw(const struct overview *o, struct paint *p);
// Beneath the list, from row Y to before END.
void overview_draw_counts(const struct overview *o, struct paint *p, int y, int end);

#endif
