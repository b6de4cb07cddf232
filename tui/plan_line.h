// SPDX-License-Identifier: MIT
// How a line of the plan is drawn: where its columns stand, and what of a standing its row has room for.
#ifndef TUI_PLAN_LINE_H
#define TUI_PLAN_LINE_H

#include <stddef.h>

#include "core/plan.h"
#include "core/standing.h"
#include "tui/paint.h"
#include "tui/plan_text.h"

#define PLAN_LINE_NAME_AT 12     // after marker, letter and what kind of row it is
int plan_line_name_cells(int width);
// The standing in words where they are too long to stand beside NAME: they get a line of their own. Else "".
void plan_line_long_words(const struct plan *plan, const struct standing *s, const char *name, int width, char *out, size_t cap);
void plan_line_draw(struct paint *p, int y, int x, int width, const struct plan *plan, const struct survey *survey,
	const struct plan_line *line, bool focused);
// For other programs: the headings; a row whole, whatever width its lines were made for.
struct copy;
void plan_line_copy_head(struct copy *copy);
void plan_line_copy(struct copy *copy, const struct plan *plan, const struct survey *survey, const struct plan_line *line, bool focused);

#endif
