// SPDX-License-Identifier: MIT
// See life.h. A walk over the prev of each row that belongs to the cell: no index, and nothing that grows with other cells.
#include "core/life.h"

#include <stdlib.h>
#include <string.h>

#include "core/check.h"
#include "core/i18n.h"
#include "core/report.h"
#include "core/text.h"

#define MOST_STEP 64             // lines more room at a time

struct collect {
	struct store *store;
	const struct plan *plan;
	struct life *life;
	int room;
};
// Newest lines of the rows that belong to the cell.
struct rows {
	int element;                 // whose explanations are meant
	int64_t *at;
	int len;
};

static enum err make_room(struct collect *c)
{
	if (c->life->len < c->room)
		return ERR_OK;
	struct life_line *more = realloc(c->life->lines, (size_t)(c->room + MOST_STEP) * sizeof *more);
	if (more == NULL)
		return err_set(ERR_MEMORY, "%s", _("no memory"));
	c->life->lines = more;
	c->room += MOST_STEP;
	return ERR_OK;
}

static enum err take_line(const struct store_op *op, const struct store_change *change, void *ctx)
{
	struct collect *c = ctx;
	bool told = false;
	enum err err = make_room(c);
	if (err == ERR_OK && !life_line_is_part(op, change))
		err = life_line_of(c->store, c->plan, op, change, &c->life->lines[c->life->len], &told);
	c->life->len += err == ERR_OK && told;
	return err;
}

// ------------------------------------------------------------ which rows

static enum err add_row(struct rows *rows, int64_t change)
{
	int64_t *more = change > 0 ? realloc(rows->at, (size_t)(rows->len + 1) * sizeof *more) : rows->at;
	if (change <= 0)
		return ERR_OK;
	if (more == NULL)
		return err_set(ERR_MEMORY, "%s", _("no memory"));
	rows->at = more;
	rows->at[rows->len++] = change;
	return ERR_OK;
}

static enum err add_explanation(const struct explanation *explanation, void *ctx)
{
	struct rows *rows = ctx;
	return explanation->element == rows->element ? add_row(rows, explanation->change) : ERR_OK;
}

static enum err add_correction(const struct correction *correction, void *ctx)
{
	return add_row(ctx, correction->change);
}

static enum err add_report(struct store *store, const struct plan *plan, const struct entry *cell, struct rows *rows)
{
	struct report report = {.key = report_of_cell(plan, cell->element, cell->unit, cell->period)};
	enum err err = store_get_report(store, plan, &report);
	return err == ERR_OK ? add_row(rows, report.change) : err;
}

static enum err find_rows(struct store *store, const struct plan *plan, const struct entry *cell, struct rows *rows)
{
	struct entry entry;
	enum err err = store_get_entry(store, plan, cell->element, cell->unit, cell->period, &entry);
	if (err == ERR_OK)
		err = add_row(rows, entry.change);
	if (err == ERR_OK)
		err = store_each_explanation(store, plan, cell->period, cell->unit, add_explanation, rows);
	if (err == ERR_OK)
		err = store_each_correction(store, plan, STORE_OF_CELL, cell, add_correction, rows);
	return err == ERR_OK ? add_report(store, plan, cell, rows) : err;
}

// ------------------------------------------------------------

static int by_seq(const void *a, const void *b)
{
	int64_t x = ((const struct life_line *)a)->seq, y = ((const struct life_line *)b)->seq;
	return (x > y) - (x < y);
}

enum err life_load(struct store *store, const struct plan *plan, int element, int unit, int period, struct life *out)
{
	const struct entry cell = {.element = element, .unit = unit, .period = period, .note = "", .doc = ""};
	struct collect collect = {store, plan, out, 0};
	struct rows rows = {element, NULL, 0};
	*out = (struct life){NULL, 0};
	enum err err = store_begin(store);
	if (err != ERR_OK)
		return err;
	err = find_rows(store, plan, &cell, &rows);
	for (int i = 0; i < rows.len && err == ERR_OK; i++)
		err = store_cell_life(store, rows.at[i], take_line, &collect);
	store_end(store);
	free(rows.at);
	if (err == ERR_OK && out->len > 1)
		qsort(out->lines, (size_t)out->len, sizeof *out->lines, by_seq);
	return err;
}

void life_done(struct life *life)
{
	free(life->lines);
	*life = (struct life){NULL, 0};
}
