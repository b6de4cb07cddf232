// SPDX-License-Identifier: MIT
// What the screen of changes holds (scr_changes.h): its lines and, of a cell, what stands around them. changes_load.c reads it,
// changes_draw.c draws it, scr_changes.c does what is asked.
#ifndef TUI_CHANGES_H
#define TUI_CHANGES_H

#include "core/life.h"
#include "core/report.h"
#include "tui/list.h"
#include "tui/scr_changes.h"

#define CHANGES_YEARS 6              // of the table of other periods
#define CHANGES_COLS 4               // its periods a year, the last ones
#define CHANGES_USED 640
#define CHANGES_HEAD_AT 3            // row of the heading; of a cell its name and a blank row stand above

struct changes_filter {
	int unit, element, day;      // PLAN_NONE, PLAN_NONE, 0: all
	char name[LIFE_WHO];         // "" all
};
struct changes_past {
	int first_year, years, cols, months;
	struct entry at[CHANGES_YEARS][CHANGES_COLS];      // without texts
};
struct changes {
	struct app *app;
	struct scr_changes_arg cell;
	struct changes_filter filter;
	struct life life;            // of a cell oldest first, of the log newest first
	bool cut;                    // the log has more lines than are shown
	struct list list;
	bool opened;                 // the focus has been put on the newest line
	struct entry now;            // of a cell; without texts
	struct report report;
	struct changes_past past;
	char used[CHANGES_USED];
	char offer[256];             // while it is asked: what would be restored
};
bool changes_of_cell(const struct changes *changes);
must_check enum err changes_read(struct changes *changes);
const struct life_line *changes_focused(const struct changes *changes);        // NULL: no line
void changes_draw(const struct changes *changes, struct paint *paint);
void changes_copy(const struct changes *changes, struct copy *out);

#endif
