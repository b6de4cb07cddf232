// SPDX-License-Identifier: MIT
// See sheet.h.
#include "exchange/sheet.h"

#include <stdlib.h>
#include <string.h>

#include "core/change.h"
#include "core/check.h"
#include "core/i18n.h"
#include "core/period.h"
#include "core/said.h"
#include "core/text.h"

static enum err no_memory(void)
{
	return err_set(ERR_MEMORY, "%s", _("no memory"));
}

static enum err read_bare(struct store *store, const struct plan *plan, const struct entry *cell, int months, struct entry *out)
{
	enum err err = store_get_entry(store, plan, cell->element, cell->unit, period_add(cell->period, -months), out);
	out->note = out->doc = "";
	return err;
}

static enum err keep_words(struct sheet_row *row)
{
	size_t note = strlen(row->now.note) + 1, doc = strlen(row->now.doc) + 1;
	row->memory = malloc(note + doc);
	if (row->memory == NULL)
		return no_memory();
	row->now.note = memcpy(row->memory, row->now.note, note);
	row->now.doc = memcpy(row->memory + note, row->now.doc, doc);
	return ERR_OK;
}

static enum err read_row(struct store *store, const struct sheet *sheet, int element, struct sheet_row *row)
{
	const struct plan *plan = sheet->plan;
	enum err err = store_get_entry(store, plan, element, sheet->unit, sheet->period, &row->now);
	if (err == ERR_OK)
		err = keep_words(row);
	if (err == ERR_OK)
		err = read_bare(store, plan, &row->now, plan->elements[element].months, &row->before);
	return err == ERR_OK ? read_bare(store, plan, &row->now, 12, &row->year_ago) : err;
}

// Of those whose figure stands; what a reviewer said when he returned a cell is no explanation.
static enum err take_explanation(const struct explanation *explanation, void *ctx)
{
	struct sheet *sheet = ctx;
	char *joined = NULL;
	size_t size;
	for (int i = 0; i < sheet->len; i++) {
		struct sheet_row *row = &sheet->rows[i];
		if (row->now.element != explanation->element || row->now.change != explanation->about ||
			!said_explains(explanation->rule))
			continue;
		size = strlen(explanation->text) + 1 + (row->explanation != NULL ? strlen(row->explanation) + 1 : 0);
		joined = malloc(size);
		if (joined == NULL)
			return no_memory();
		text_format(joined, size, "%s%s%s", row->explanation != NULL ? row->explanation : "",
			row->explanation != NULL ? "\n" : "", explanation->text);
		free(row->explanation);
		row->explanation = joined;
	}
	return ERR_OK;
}

static bool is_asked(const struct plan *plan, int element, int unit, int period)
{
	enum plan_element_kind kind = plan->elements[element].kind;
	return (kind == PLAN_STOCK || kind == PLAN_FLOW) && plan_element_asked(plan, element, unit, period);
}

static enum err read_rows(struct store *store, struct sheet *sheet)
{
	struct store_op last;
	enum err err = ERR_OK;
	for (int i = 0; i < sheet->plan->elements_len && err == ERR_OK; i++)
		if (is_asked(sheet->plan, i, sheet->unit, sheet->period))
			err = read_row(store, sheet, i, &sheet->rows[sheet->len++]);
	if (err == ERR_OK)
		err = store_each_explanation(store, sheet->plan, sheet->period, sheet->unit, take_explanation, sheet);
	if (err == ERR_OK)
		err = store_last_op(store, &last);
	if (err == ERR_OK)
		change_check_code(last.hash, sheet->check_code);
	if (err == ERR_OK && sheet->len == 0)
		return err_set(ERR_REFUSED, _("nothing is asked of %s in this period; give another unit or period"),
			sheet->plan->units[sheet->unit].name);
	return err;
}

enum err sheet_read(struct store *store, const struct plan *plan, int unit, int period, struct sheet **out)
{
	struct sheet *sheet = calloc(1, sizeof *sheet);
	*out = NULL;
	if (sheet == NULL)
		return no_memory();
	*sheet = (struct sheet){.plan = plan, .unit = unit, .period = period};
	sheet->rows = calloc((size_t)plan->elements_len + 1, sizeof *sheet->rows);
	enum err err = sheet->rows == NULL ? no_memory() : store_begin(store);
	if (err == ERR_OK) {
		err = read_rows(store, sheet);
		store_end(store);
	}
	if (err != ERR_OK) {
		sheet_free(sheet);
		return err;
	}
	*out = sheet;
	return ERR_OK;
}

void sheet_free(struct sheet *sheet)
{
	if (sheet == NULL)
		return;
	for (int i = 0; i < sheet->len; i++) {
		free(sheet->rows[i].memory);
		free(sheet->rows[i].explanation);
	}
	free(sheet->rows);
	free(sheet);
}
