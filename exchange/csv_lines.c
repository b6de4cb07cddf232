// SPDX-License-Identifier: MIT
// CSV text to lines of fields with libcsv, which knows quotes but no line numbers: it is fed one line of the file, or a part of
// one, at a time.
#include <csv.h>
#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"
#include "exchange/csv.h"
#include "exchange/decode.h"

struct lines {
	csv_line_fn *fn;
	void *ctx;
	const char *name;
	char *bytes;                 // the fields of this row behind each other, each with its NUL
	size_t used, room;
	size_t *starts;              // room for CSV_COLUMNS, where each begins in BYTES
	char **fields;               // the same as pointers, once the row is whole
	int len;
	int number, start;           // line being read; line on which the present row began
	bool any;                    // this row has a field that is not empty
	char last;                   // character of the file
	enum err err;
};

static enum err no_memory(void)
{
	return err_set(ERR_MEMORY, "%s", _("no memory"));
}

static bool is_end(char last)
{
	return last == '\n' || last == '\r';
}

static enum err make_room(struct lines *lines, size_t more)
{
	if (lines->used + more <= lines->room)
		return ERR_OK;
	size_t room = 2 * (lines->used + more);
	char *bytes = realloc(lines->bytes, room);
	if (bytes == NULL)
		return no_memory();
	lines->bytes = bytes;
	lines->room = room;
	return ERR_OK;
}

static enum err add_field(struct lines *lines, const void *data, size_t len)
{
	if (lines->len == CSV_COLUMNS)
		return err_set(ERR_INPUT, _("%s line %d has more than %d columns, one for each element or unit is enough; take out the others"),
			lines->name, lines->start, CSV_COLUMNS);
	enum err err = make_room(lines, len + 1);
	if (err != ERR_OK)
		return err;
	lines->starts[lines->len++] = lines->used;
	if (len > 0)
		memcpy(lines->bytes + lines->used, data, len);
	lines->used += len;
	lines->bytes[lines->used++] = '\0';
	return ERR_OK;
}

static void take_field(void *data, size_t len, void *ctx)
{
	struct lines *lines = ctx;
	lines->any |= len > 0;
	if (lines->err == ERR_OK)
		lines->err = add_field(lines, data, len);
}

static void take_row(int end, void *ctx)
{
	struct lines *lines = ctx;
	(void)end;
	for (int i = 0; i < lines->len; i++)
		lines->fields[i] = lines->bytes + lines->starts[i];
	if (lines->err == ERR_OK && lines->any)
		lines->err = lines->fn(lines->start, lines->fields, lines->len, lines->ctx);
	lines->used = 0;
	lines->len = 0;
	lines->any = false;
	lines->start = 0;
}

// Up to and with the next line end, in the LEN bytes at TEXT; all of them where there is none.
static size_t line_length(const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if (text[i] == '\n')
			return i + 1;
		if (text[i] == '\r')
			return i + 1 < len && text[i + 1] == '\n' ? i + 2 : i + 1;
	}
	return len;
}

static enum err quotes(const char *name, int line)
{
	return err_set(
		ERR_INPUT, _("%s line %d: a quote is not closed or stands inside a field; double it inside quotes"), name, line);
}

// A line, or the rest of one that the last piece began: the \n behind a \r that ended the piece belongs to the line before.
static enum err parse_line(struct csv_parser *parser, struct lines *lines, const char *text, size_t len)
{
	if (is_end(lines->last) && !(lines->last == '\r' && text[0] == '\n')) {
		lines->number++;
		if (lines->start == 0)
			lines->start = lines->number;
	}
	if (csv_parse(parser, text, len, take_field, take_row, lines) != len)
		return csv_error(parser) == CSV_EPARSE ? quotes(lines->name, lines->number) : no_memory();
	lines->last = text[len - 1];
	return lines->err;
}

static enum err parse_piece(struct csv_parser *parser, struct lines *lines, const char *text, size_t len)
{
	enum err err = ERR_OK;
	for (size_t line; err == ERR_OK && len > 0; text += line, len -= line) {
		line = line_length(text, len);
		err = parse_line(parser, lines, text, line);
	}
	return err;
}

static enum err parse(struct csv_parser *parser, struct lines *lines, struct decode *in)
{
	const char *text = NULL;
	size_t len = 1;
	enum err err = decode_start(in);
	while (err == ERR_OK && len > 0) {
		err = decode_next(in, &text, &len);
		if (err == ERR_OK)
			err = parse_piece(parser, lines, text, len);
	}
	if (err == ERR_OK && csv_fini(parser, take_field, take_row, lines) != 0)
		return err_set(ERR_INPUT, _("%s line %d: the quote that begins there is never closed: half a file, to be fetched or saved again, or a quote "
			  "too many"),
			lines->name, lines->start);
	return err == ERR_OK ? lines->err : err;
}

enum err csv_each_line(struct decode *in, csv_line_fn *fn, void *ctx, bool *ended)
{
	struct csv_parser parser;
	struct lines lines = {.fn = fn, .ctx = ctx, .name = decode_name(in), .last = '\n'};
	// With REPALL_NL an empty line ends a row too, so that take_row always knows where the next begins.
	if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL) != 0)
		return no_memory();
	lines.starts = malloc(CSV_COLUMNS * sizeof *lines.starts);
	lines.fields = malloc(CSV_COLUMNS * sizeof *lines.fields);
	enum err err = lines.starts == NULL || lines.fields == NULL ? no_memory() : parse(&parser, &lines, in);
	*ended = is_end(lines.last);
	free(lines.starts);
	free(lines.fields);
	free(lines.bytes);
	csv_free(&parser);
	return err;
}
