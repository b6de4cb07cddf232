// SPDX-License-Identifier: MIT
// See import.h.
#include "exchange/import.h"

#include <stdlib.h>
#include <string.h>

#include "core/check.h"
#include "core/entry_words.h"
#include "core/i18n.h"
#include "core/text.h"

struct holding {
	struct store *store;
	const struct plan *plan;
	int today;
	struct import *import;
};

static enum err no_memory(void)
{
	return err_set(ERR_MEMORY, "%s", _("no memory"));
}

static enum err refuse(struct import_row *row, const char *why)
{
	row->state = IMPORT_REFUSED;
	return text_dup(why, &row->why);
}

// Note and document of a result may belong to the store, which keeps them until the next cell only.
static enum err keep_texts(struct import_row *row, struct entry *after)
{
	size_t note = strlen(after->note) + 1, doc = strlen(after->doc) + 1;
	if (note + doc == 2) {
		after->note = after->doc = "";
		return ERR_OK;
	}
	row->memory = malloc(note + doc);
	if (row->memory == NULL)
		return no_memory();
	after->note = memcpy(row->memory, after->note, note);
	after->doc = memcpy(row->memory + note, after->doc, doc);
	return ERR_OK;
}

static enum err keep_result(struct import_row *row, const struct intake_result *result, bool stands)
{
	row->state = stands ? IMPORT_DIFFERS : IMPORT_NEW;
	row->result = malloc(sizeof *row->result);
	if (row->result == NULL)
		return no_memory();
	*row->result = (struct import_result){result->after, result->saw};
	return keep_texts(row, &row->result->after);
}

static enum err hold_against_present(const struct holding *holding, const struct csv_cell *cell, struct import_row *row)
{
	struct entry present;
	struct intake_result result;
	char words[ENTRY_WORDS];
	enum err err = store_get_entry(holding->store, holding->plan, row->element, row->unit, row->period, &present);
	if (err != ERR_OK)
		return err;
	err = text_dup(entry_words(holding->plan, &present, words, sizeof words), &row->present);
	if (err != ERR_OK)
		return err;
	if (cell->empty) {
		row->state = IMPORT_EMPTY;
		return ERR_OK;
	}
	intake_read(holding->plan, &cell->cell, &present, holding->today, &result);
	if (result.verdict == INTAKE_REFUSED)
		return refuse(row, result.why);
	if (result.verdict == INTAKE_WRITE)
		return keep_result(row, &result, present.change != 0 && present.kind != ENTRY_CLEARED);
	row->state = IMPORT_SAME;
	return ERR_OK;
}

static enum err hold_line(const struct holding *holding, const struct csv_cell *cell, struct import_row *row)
{
	row->line = cell->line;
	row->element = cell->cell.element;
	row->unit = cell->cell.unit;
	row->period = cell->cell.period;
	row->explanations = cell->explanations;
	row->text = cell->cell.kind == ENTRY_VALUE ? cell->cell.text : csv_kinds[cell->cell.kind];
	return cell->mistake != NULL ? refuse(row, cell->mistake) : hold_against_present(holding, cell, row);
}

// ------------------------------------------------------------ the same cell twice

static int compare_cells(const void *a, const void *b)
{
	const struct import_row *x = *(struct import_row *const *)a, *y = *(struct import_row *const *)b;
	if (x->element != y->element)
		return x->element < y->element ? -1 : 1;
	if (x->unit != y->unit)
		return x->unit < y->unit ? -1 : 1;
	if (x->period != y->period)
		return x->period < y->period ? -1 : 1;
	return x->line < y->line ? -1 : x->line > y->line;
}

static bool same_cell(const struct import_row *a, const struct import_row *b)
{
	return a->element == b->element && a->unit == b->unit && a->period == b->period && b->state != IMPORT_REFUSED &&
		b->state != IMPORT_EMPTY && a->state != IMPORT_EMPTY;
}

static enum err refuse_doubles(struct import *import)
{
	struct import_row **sorted = malloc(((size_t)import->len + 1) * sizeof(struct import_row *));
	enum err err = ERR_OK;
	char why[256];
	if (sorted == NULL)
		return no_memory();
	for (int i = 0; i < import->len; i++)
		sorted[i] = &import->rows[i];
	qsort(sorted, (size_t)import->len, sizeof(struct import_row *), compare_cells);
	for (int i = 1; i < import->len && err == ERR_OK; i++)
		if (same_cell(sorted[i - 1], sorted[i]))
			err = refuse(sorted[i],
				text_format(why, sizeof why, _("line %d has the same element, unit and period; keep one of them"),
					sorted[i - 1]->line));
	free(sorted);
	return err;
}

// ------------------------------------------------------------ whole files

static enum err hold_lines(const struct holding *holding)
{
	struct import *import = holding->import;
	import->rows = calloc((size_t)import->table->len + 1, sizeof *import->rows);
	if (import->rows == NULL)
		return no_memory();
	enum err err = store_begin(holding->store);
	if (err != ERR_OK)
		return err;
	for (int i = 0; i < import->table->len && err == ERR_OK; i++)
		err = hold_line(holding, &import->table->cells[i], &import->rows[import->len++]);
	store_end(holding->store);
	if (err == ERR_OK)
		err = refuse_doubles(import);
	for (int i = 0; i < import->len; i++)
		import->count[import->rows[i].state]++;
	return err;
}

enum err import_read(struct store *store, const struct plan *plan, int today, const char *name, const char *bytes, size_t len,
	const char *encoding, const struct csv_asked *asked, struct import **out)
{
	struct import *import = calloc(1, sizeof *import);
	*out = NULL;
	if (import == NULL)
		return no_memory();
	import->plan = plan;
	import->table = calloc(1, sizeof *import->table);
	struct holding holding = {store, plan, today, import};
	enum err err = import->table == NULL ? no_memory() : csv_read(plan, name, bytes, len, encoding, asked, import->table);
	if (err == ERR_OK)
		err = hold_lines(&holding);
	if (err == ERR_OK) {
		import->encoding = import->table->encoding;
		*out = import;
	} else {
		import_free(import);
	}
	return err;
}

// ------------------------------------------------------------ writing

struct seen { const struct explanation *said; int64_t change; };

static enum err see_explanation(const struct explanation *explanation, void *ctx)
{
	struct seen *seen = ctx;
	if (explanation->element == seen->said->element && strcmp(explanation->rule, seen->said->rule) == 0)
		seen->change = explanation->change;
	return ERR_OK;
}

// What was said under the same rule of an earlier figure gives way, as the figure does.
static enum err put_explanations(struct store *store, const struct plan *plan, const struct import_row *row, int64_t about)
{
	struct explanation said = {.period = row->period, .unit = row->unit, .element = row->element, .about = about};
	char *at = row->explanations;
	enum err err = ERR_OK;
	while (at != NULL && err == ERR_OK && csv_next_explanation(&at, &said.rule, &said.text)) {
		struct seen seen = {&said, 0};
		err = store_each_explanation(store, plan, row->period, row->unit, see_explanation, &seen);
		if (err == ERR_OK)
			err = ledger_put_explanation(store, plan, &said, seen.change);
	}
	return err;
}

static bool to_write(const struct import_row *row, bool replace)
{
	return row->state == IMPORT_NEW || ((replace || row->take) && row->state == IMPORT_DIFFERS);
}

static enum err put_rows(const struct import *import, struct store *store, bool replace, int64_t *seq)
{
	for (int i = 0; i < import->len; i++) {
		const struct import_row *row = &import->rows[i];
		if (!to_write(row, replace))
			continue;
		int64_t about = ledger_next_change(store);
		enum err err = ledger_put_entry(store, import->plan, &row->result->after, row->result->saw);
		if (err == ERR_OK)
			err = put_explanations(store, import->plan, row, about);
		if (err != ERR_OK)
			return err;
	}
	return ledger_commit(store, seq);
}

enum err import_write(const struct import *import, struct store *store, const struct ledger_op *op, bool replace, int64_t *seq)
{
	int first = 0;
	*seq = 0;
	while (first < import->len && !to_write(&import->rows[first], replace))
		first++;
	if (first == import->len)
		return ERR_OK;
	enum err err = ledger_begin(store, op);
	if (err != ERR_OK)
		return err;
	err = put_rows(import, store, replace, seq);
	if (err != ERR_OK)
		ledger_rollback(store);
	return err;
}

void import_free(struct import *import)
{
	if (import == NULL)
		return;
	for (int i = 0; i < import->len; i++) {
		free(import->rows[i].present);
		free(import->rows[i].why);
		free(import->rows[i].memory);
		free(import->rows[i].result);
	}
	free(import->rows);
	if (import->table != NULL)
		csv_table_done(import->table);
	free(import->table);
	free(import);
}
