// SPDX-License-Identifier: MIT
// All cells of a small file in memory (csv.h), each with its texts in one piece of its own.
#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"
#include "exchange/csv.h"
#include "exchange/decode.h"

static enum err no_memory(void)
{
	return err_set(ERR_MEMORY, "%s", _("no memory"));
}

static enum err grow(struct csv_table *table)
{
	if (table->len < table->cap)
		return ERR_OK;
	int cap = table->cap > 0 ? 2 * table->cap : 64;
	struct csv_cell *cells = realloc(table->cells, (size_t)cap * sizeof *cells);
	if (cells == NULL)
		return no_memory();
	table->cells = cells;
	table->cap = cap;
	return ERR_OK;
}

#define TEXTS 5
static void texts_of(struct csv_cell *cell, const char **texts[TEXTS])
{
	const char **all[TEXTS] = {&cell->mistake, &cell->explanations, &cell->cell.text, &cell->cell.note, &cell->cell.doc};
	memcpy(texts, all, sizeof all);
}

static enum err keep_texts(struct csv_cell *cell)
{
	const char **texts[TEXTS];
	size_t size = 0;
	texts_of(cell, texts);
	for (int i = 0; i < TEXTS; i++)
		size += *texts[i] != NULL ? strlen(*texts[i]) + 1 : 0;
	char *to = cell->memory = malloc(size + 1);
	if (to == NULL)
		return no_memory();
	for (int i = 0; i < TEXTS; i++) {
		if (*texts[i] == NULL)
			continue;
		size_t len = strlen(*texts[i]) + 1;
		*texts[i] = memcpy(to, *texts[i], len);
		to += len;
	}
	return ERR_OK;
}

static enum err keep_cell(const struct csv_cell *cell, void *ctx)
{
	struct csv_table *table = ctx;
	if (table->len == CSV_TABLE_CELLS)
		return err_set(ERR_INPUT, _("the file has more than %d figures, too many to look at one by one; "
			"leave the program and say: duibiao import FILE"), CSV_TABLE_CELLS);
	enum err err = grow(table);
	if (err != ERR_OK)
		return err;
	table->cells[table->len] = *cell;
	return keep_texts(&table->cells[table->len++]);
}

static enum err read_from(const struct plan *plan, FILE *in, const char *name, const char *encoding, const struct csv_asked *asked,
	struct csv_table *out)
{
	const struct csv_taker taker = {keep_cell, NULL, out};
	struct decode *decode = NULL;
	enum err err = decode_open(in, name, encoding, &decode);
	if (err == ERR_OK) {
		out->encoding = decode_encoding(decode);
		err = csv_each_cell(plan, decode, asked, &taker);
	}
	decode_close(decode);
	return err;
}

enum err csv_read(const struct plan *plan, const char *name, const char *bytes, size_t len, const char *encoding,
	const struct csv_asked *asked, struct csv_table *out)
{
	FILE *in = fmemopen((char *)(size_t)bytes, len, "r");
	*out = (struct csv_table){0};
	if (in == NULL)
		return no_memory();
	enum err err = read_from(plan, in, name, encoding, asked, out);
	fclose(in);
	if (err != ERR_OK)
		csv_table_done(out);
	return err;
}

void csv_table_done(struct csv_table *table)
{
	for (int i = 0; i < table->len; i++)
		free(table->cells[i].memory);
	free(table->cells);
	*table = (struct csv_table){0};
}
