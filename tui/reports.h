// SPDX-License-Identifier: MIT
// What the screen of reminders holds (scr_reports.h): the year's reports, the owners shown, what is told of the focused one.
// reports_load.c reads it, reports_step.c is what F9 and F4 do, scr_reports.c draws it.
#ifndef TUI_REPORTS_H
#define TUI_REPORTS_H

#include "core/remind.h"
#include "core/report_year.h"
#include "tui/list.h"
#include "tui/screen.h"

#define REPORTS_STEPS 5              // of a report's history, the newest
#define REPORTS_OFFERS 5             // of F9
enum reports_filter { REPORTS_ALL, REPORTS_WAITING, REPORTS_IN_REVIEW, REPORTS_FAULTY, REPORTS_FILTERS };
struct reports {
	struct app *app;
	struct report_year year;
	enum reports_filter filter;
	struct report_key *rows;     // owners; their period is not kept up
	struct list list;            // over them
	int waiting;                 // owners of the period that have not submitted
	int owners;                  // of whom something is asked, whatever the filter
	struct remind lacks;         // of the focused owner
	char steps[REPORTS_STEPS][256];
	int steps_len;
	int offered[REPORTS_OFFERS]; // while F9 asks
};

must_check enum err reports_read(struct reports *r);
must_check enum err reports_read_focused(struct reports *r);      // what is told beneath the list
const struct report_key *reports_focused(const struct reports *r);      // NULL: no row
const struct report_line *reports_line(const struct reports *r, int row);      // in the period shown; NULL
void reports_done(struct reports *r);

unsigned reports_ask_filter(struct reports *r);
const char *reports_filter_name(enum reports_filter filter);
unsigned reports_ask_step(struct reports *r);

#endif
