// SPDX-License-Identifier: MIT
// A row of a table of standings: letter, name, value/target, data period, bar, lag, gap, need. The same columns wherever a
// standing is listed, so that a leader reads one table only; wide terminals get two more.
#ifndef TUI_PART_ROWS_H
#define TUI_PART_ROWS_H

#include <stdbool.h>

#include "core/plan.h"
#include "core/standing.h"
#include "tui/copy.h"
#include "tui/paint.h"

enum role part_status_role(enum standing_status status);
// The word of a status (met: 提前实现).
const char *part_status_word(enum standing_status status);
// What the letters before the rows mean, in one row.
void part_rows_letters(struct paint *p, int y);
// Heading of the table in WIDTH cells from X; FIRST names what the rows are (indicator, unit).
void part_rows_head(struct paint *p, int y, int x, int width, const char *first);
// One row; NAME already short enough or cut here. The marker of the focus stands in column X.
void part_rows_row(struct paint *p, int y, int x, int width, const struct plan *plan, const struct standing *s, const char *name,
	bool focused);
// FULL where a table of WIDTH cells has room for it, else BRIEF.
const char *part_rows_name(int width, const char *full, const char *brief);

// The same for other programs (copy.h): all columns but the bar, the status in words.
void part_rows_copy_head(struct copy *copy, const char *first);
void part_rows_copy(struct copy *copy, const struct plan *plan, const struct standing *s, const char *name, bool focused);

// A figure in CELLS: half a figure is a wrong one, so what does not fit is drawn as ####.
void part_figure(struct paint *p, int y, int x, int cells, bool right, enum role role, const char *text);

#endif
