// SPDX-License-Identifier: MIT
// CSV text to lines of fields with libcsv, which knows quotes but no line numbers: it is fed one line of the file at a time.
#include <csv.h>
#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"
#include "exchange/csv.h"

struct lines {
	csv_line_fn *fn;
	void *ctx;
	char *field[CSV_FIELDS];
	int len;                     // fields of this line so far, as many as there are
	int number, start;           // line being read; line on which the present row began
	bool any;                    // this row has a field that is not empty
	enum err err;
};

static void take_field(void *data, size_t len, void *ctx)
{
	struct lines *lines = ctx;
	if (lines->err != ERR_OK)
		return;
	lines->any |= len > 0;
	if (lines->len < CSV_FIELDS) {
		char *copy = calloc(1, len + 1);
		if (copy == NULL) {
			lines->err = err_set(ERR_MEMORY, "%s", _("no memory"));
			return;
		}
		memcpy(copy, data, len);
		lines->field[lines->len] = copy;
	}
	// A spreadsheet may put empty columns behind ours.
	lines->len += lines->len < CSV_FIELDS || len > 0;
}

static void drop_fields(struct lines *lines)
{
	for (int i = 0; i < CSV_FIELDS; i++) {
		free(lines->field[i]);
		lines->field[i] = NULL;
	}
	lines->len = 0;
	lines->any = false;
}

static void take_row(int end, void *ctx)
{
	struct lines *lines = ctx;
	static char none[] = "";
	char *field[CSV_FIELDS];
	(void)end;
	for (int i = 0; i < CSV_FIELDS; i++)
		field[i] = lines->field[i] != NULL ? lines->field[i] : none;
	if (lines->err == ERR_OK && lines->any)
		lines->err = lines->fn(lines->start, field, lines->len, lines->ctx);
	drop_fields(lines);
	lines->start = 0;
}

static size_t line_length(const char *text)
{
	size_t len = strcspn(text, "\r\n");
	if (text[len] == '\r' && text[len + 1] == '\n')
		return len + 2;
	return text[len] != '\0' ? len + 1 : len;
}

static enum err quotes(const char *name, int line)
{
	return err_set(
		ERR_INPUT, _("%s line %d: a quote is not closed or stands inside a field; double it inside quotes"), name, line);
}

enum err csv_each_line(const char *name, const char *text, csv_line_fn *fn, void *ctx)
{
	struct csv_parser parser;
	struct lines lines = {.fn = fn, .ctx = ctx};
	// With REPALL_NL an empty line ends a row too, so that take_row always knows where the next begins.
	if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL) != 0)
		return err_set(ERR_MEMORY, "%s", _("no memory"));
	while (*text != '\0' && lines.err == ERR_OK) {
		size_t len = line_length(text);
		lines.number++;
		if (lines.start == 0)
			lines.start = lines.number;
		if (csv_parse(&parser, text, len, take_field, take_row, &lines) != len)
			lines.err = csv_error(&parser) == CSV_EPARSE ? quotes(name, lines.number)
				: err_set(ERR_MEMORY, "%s", _("no memory"));
		text += len;
	}
	if (lines.err == ERR_OK && csv_fini(&parser, take_field, take_row, &lines) != 0)
		lines.err = quotes(name, lines.start);
	drop_fields(&lines);
	csv_free(&parser);
	return lines.err;
}
