// SPDX-License-Identifier: MIT
// What the choice of a period holds (S15): periods by years, how their reports stand, and who is where in the focused one.
// periods_load.c reads it, periods_draw.c draws it, scr_period.c takes the keys.
#ifndef TUI_PERIODS_H
#define TUI_PERIODS_H

#include "core/edit.h"
#include "core/report_list.h"
#include "tui/find.h"
#include "tui/list.h"
#include "tui/screen.h"

#define PERIODS_TOP 2                // row of the first period

struct periods_row {
	int period;                  // 0: the heading of YEAR
	int year;
	bool read;                   // of thousands only those that have been in sight are
	struct report_tally tally;
	int due;                     // of those that have not submitted; 0: all have
};
struct periods {
	struct app *app;
	struct list list;
	struct find find;
	struct periods_row *rows;
	int rows_len;
	struct report_list focused;  // of the focused period
	int focused_period;          // 0: not read
	bool typing;
	struct edit edit;
};

must_check enum err periods_collect(struct periods *periods);
must_check enum err periods_see(struct periods *periods);     // reads what has come into sight
void periods_forget(struct periods *periods);                 // what was read: the file has changed
void periods_done(struct periods *periods);
bool periods_is_open(const struct periods *periods, int period);       // it has ended

int periods_height(const struct periods *periods);            // rows of the list
void periods_paint(const struct periods *periods, struct paint *p);

#endif
