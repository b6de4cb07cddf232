// SPDX-License-Identifier: MIT
// The pieces of the workbench: a chapter's counts, a unit's counts, what is to be done, how the city stands.
#ifndef TUI_PART_HOME_H
#define TUI_PART_HOME_H

#include "core/desk.h"
#include "core/report_list.h"
#include "core/survey.h"
#include "tui/copy.h"
#include "tui/part_explain.h"
#include "tui/part_home_matrix.h"
#include "tui/screen.h"

#define PART_HOME_PANE 45              // cells of the left pane where there are panes

struct home_row {
	bool read;                     // of units: only those that have been seen are
	struct survey_count count;
	const char *worst, *worst_short;       // the worst row's names, the plan's; NULL when none is behind
	char lag[64];                  // how far it is
};
struct home_reports {
	struct report_list list;       // of the period
	bool open;                     // it has ended
	int corrections;               // of its figures, that wait for a decision
	int elsewhere, elsewhere_of;   // the same of other periods, and the newest of these
	const struct report_line *own; // what the person here keys in; NULL: nothing of its own
};
struct home_figures {                  // owned by the screen; read anew by each load
	struct survey *city;
	bool panes;                    // read for the panes too: figures of the years before, and the explained row
	struct home_row *chapters;     // as the chapters given to the load
	struct home_row all;           // of indicators and comparisons
	struct home_row *units;        // by unit index
	struct home_reports reports;
	struct survey_overdue overdue; // nodes, as of today
	char latest[512];              // the latest saved change in words
	struct home_matrix matrix;     // where there is room for it
	struct explain explained;      // of the worst indicator, over the units; only where there are panes
	char draft[256];               // what an earlier session typed and did not save; "" nothing
	struct desk_draft draft_of;    // its text is not kept
};
must_check enum err home_figures_load(struct home_figures *figures, struct app *app, const int *chapters, int len);
// A unit's row, where it is not read yet: a survey, so only of one that comes into sight.
must_check enum err home_figures_unit(struct home_figures *figures, struct app *app, int unit);
void home_figures_done(struct home_figures *figures);

void part_home_head(struct paint *p, int y, int x, int width, bool units);
void part_home_chapter(struct paint *p, int y, int x, int width, const struct app *app, int chapter, const struct home_row *row,
	bool focused);
void part_home_unit(struct paint *p, int y, int x, int width, const struct app *app, const struct home_figures *figures, int unit,
	bool focused);
// The same rows for other programs (copy.h).
void part_home_copy_head(struct copy *copy, bool units);
void part_home_copy_chapter(struct copy *copy, const struct app *app, int chapter, const struct home_row *row, bool focused);
void part_home_copy_unit(struct copy *copy, const struct app *app, const struct home_figures *figures, int unit, bool focused);
bool part_home_has_panes(const struct app *app);
// Each returns the rows used, at most ROWS.
// What is to be done, each behind the digit that leads there.
int part_home_todo(struct paint *p, int y, int x, int width, int rows, const struct app *app, const struct home_figures *figures);
int part_home_counts(struct paint *p, int y, int x, int width, int rows, const struct app *app, const struct home_figures *figures);
int part_home_latest(struct paint *p, int y, int x, int width, int rows, const struct home_figures *figures);   // and the draft
int part_home_indicators(struct paint *p, int y, int x, int width, int rows, const struct app *app, const struct home_figures *figures);

#endif
