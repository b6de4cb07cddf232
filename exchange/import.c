// SPDX-License-Identifier: MIT
// A small file held whole, for a screen (import.h).
#include "exchange/import_hold.h"

#include <stdlib.h>
#include <string.h>

#include "core/entry_words.h"
#include "core/i18n.h"
#include "core/text.h"

static enum err no_memory(void)
{
	return err_set(ERR_MEMORY, "%s", _("no memory"));
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

static enum err keep_result(struct import_row *row, const struct intake_result *result)
{
	row->result = malloc(sizeof *row->result);
	if (row->result == NULL)
		return no_memory();
	*row->result = (struct import_result){result->after, result->saw, result->before};
	return keep_texts(row, &row->result->after);
}

static enum err keep_line(const struct plan *plan, const struct import_line *line, struct import_row *row)
{
	const struct csv_cell *cell = line->cell;
	char words[ENTRY_WORDS];
	enum err err = ERR_OK;
	*row = (struct import_row){.state = line->state, .line = cell->line, .element = cell->cell.element, .unit = cell->cell.unit,
		.period = cell->cell.period, .explanations = cell->explanations};
	row->text = cell->cell.kind == ENTRY_VALUE ? cell->cell.text : csv_kinds[cell->cell.kind];
	if (line->present != NULL)
		err = text_dup(entry_words(plan, line->present, words, sizeof words), &row->present);
	if (err == ERR_OK && line->state == IMPORT_REFUSED)
		err = text_dup(line->why, &row->why);
	if (err == ERR_OK && (line->state == IMPORT_NEW || line->state == IMPORT_DIFFERS))
		err = keep_result(row, line->result);
	return err;
}

// ------------------------------------------------------------ whole files

static enum err hold_lines(struct import_hold *hold, struct import *import)
{
	enum err err = ERR_OK;
	for (int i = 0; i < import->table->len && err == ERR_OK; i++) {
		struct import_line line;
		err = import_hold_cell(hold, &import->table->cells[i], &line);
		if (err == ERR_OK)
			err = keep_line(import->plan, &line, &import->rows[import->len++]);
	}
	for (int i = 0; i < import->len; i++)
		import->count[import->rows[i].state]++;
	return err;
}

static enum err hold_table(struct store *store, int today, struct import *import)
{
	struct import_hold hold;
	import->rows = calloc((size_t)import->table->len + 1, sizeof *import->rows);
	if (import->rows == NULL)
		return no_memory();
	enum err err = store_begin(store);
	if (err != ERR_OK)
		return err;
	err = import_hold_start(&hold, store, import->plan, today);
	if (err == ERR_OK)
		err = hold_lines(&hold, import);
	import_hold_done(&hold);
	store_end(store);
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
	enum err err = import->table == NULL ? no_memory() : csv_read(plan, name, bytes, len, encoding, asked, import->table);
	if (err == ERR_OK)
		err = hold_table(store, today, import);
	if (err == ERR_OK) {
		import->encoding = import->table->encoding;
		*out = import;
	} else {
		import_free(import);
	}
	return err;
}

// ------------------------------------------------------------ writing

bool import_row_written(const struct import_row *row, bool replace)
{
	return row->state == IMPORT_NEW || ((replace || row->take) && row->state == IMPORT_DIFFERS);
}

static enum err put_rows(const struct import *import, struct store *store, bool replace, int64_t *seq)
{
	struct intake_gate gate = {0};
	for (int i = 0; i < import->len; i++) {
		const struct import_row *row = &import->rows[i];
		if (!import_row_written(row, replace))
			continue;
		struct entry present = row->result->after;
		present.kind = row->result->before;
		present.change = row->result->saw;
		enum err err = import_put_figure(store, import->plan, &gate, &row->result->after, &present, row->explanations);
		if (err != ERR_OK)
			return err;
	}
	return ledger_commit(store, seq);
}

enum err import_write(const struct import *import, struct store *store, const struct ledger_op *op, bool replace, int64_t *seq)
{
	int first = 0;
	*seq = 0;
	while (first < import->len && !import_row_written(&import->rows[first], replace))
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
		free(import->rows[i].finding);
		free(import->rows[i].result);
	}
	free(import->rows);
	if (import->table != NULL)
		csv_table_done(import->table);
	free(import->table);
	free(import);
}
