// SPDX-License-Identifier: MIT
// Lines of a CSV file to cells asked to be written. Each field has one reader; all of them run, so that a line tells all its
// mistakes at once. What the plan and the present figures say about a cell is core/intake's business, not ours.
#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"
#include "core/period.h"
#include "core/text.h"
#include "exchange/csv.h"
#include "exchange/decode.h"

#define MISTAKE 1024
#define QUOTED 160

struct reading {
	const struct plan *plan;
	struct csv_table *table;
	const char *name;
	bool has_header;
	struct csv_cell *now;
	char mistake[MISTAKE];
};
typedef void field_fn(struct reading *reading, enum csv_field field, char *text);

static void complain(struct reading *reading, enum csv_field field, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
static void complain(struct reading *reading, enum csv_field field, const char *format, ...)
{
	size_t len = strlen(reading->mistake);
	va_list args;
	text_format(reading->mistake + len, MISTAKE - len, "%s%s: ", len > 0 ? "; " : "", csv_field_names[field]);
	len = strlen(reading->mistake);
	va_start(args, format);
	text_vformat(reading->mistake + len, MISTAKE - len, format, args);
	va_end(args);
}

static void take_off_apostrophe(char *text)
{
	if (text[0] == '\'' && csv_is_formula(text))
		memmove(text, text + 1, strlen(text));
}

static void read_element(struct reading *reading, enum csv_field field, char *text)
{
	char quoted[QUOTED];
	reading->now->cell.element = plan_element_by_name(reading->plan, text);
	if (reading->now->cell.element == PLAN_NONE)
		complain(reading, field, _("there is no element \"%s\"; give the code or name of one that the plan has"),
			text_quote(text, 40, quoted, sizeof quoted));
}

static void read_unit(struct reading *reading, enum csv_field field, char *text)
{
	char quoted[QUOTED];
	reading->now->cell.unit = plan_unit_by_name(reading->plan, text);
	if (reading->now->cell.unit == PLAN_NONE)
		complain(reading, field, _("there is no unit \"%s\"; give the code or name of one that the plan has"),
			text_quote(text, 40, quoted, sizeof quoted));
}

static void read_period(struct reading *reading, enum csv_field field, char *text)
{
	if (period_parse(text, &reading->now->cell.period) != ERR_OK)
		complain(reading, field, "%s", err_message());
}

static void read_value(struct reading *reading, enum csv_field field, char *text)
{
	struct intake_cell *cell = &reading->now->cell;
	(void)field;
	cell->text = text;
	cell->kind = ENTRY_VALUE;
	for (int kind = ENTRY_NOT_REPORTED; kind <= ENTRY_NOT_APPLICABLE; kind++)
		if (strcmp(text, csv_kinds[kind]) == 0)
			cell->kind = (enum entry_kind)kind;
	if (cell->kind != ENTRY_VALUE)
		cell->text = "";
	reading->now->empty = text[0] == '\0';
}

// Nothing says "exactly", unless the value has a qualifier of its own (突破380).
static void read_qualifier(struct reading *reading, enum csv_field field, char *text)
{
	struct intake_cell *cell = &reading->now->cell;
	char quoted[QUOTED];
	int64_t figure;
	cell->qualifier = NUM_EXACT;
	cell->set_qualifier = text[0] != '\0' || num_parse_plain(cell->text, &figure) == ERR_OK;
	if (text[0] == '\0')
		return;
	for (int i = 0; i < 4; i++) {
		if (strcmp(text, csv_qualifiers[i]) == 0) {
			cell->qualifier = (enum num_qualifier)i;
			return;
		}
	}
	complain(reading, field, _("\"%s\" is none of %s, %s, %s, %s; or leave it empty"),
		text_quote(text, 20, quoted, sizeof quoted), csv_qualifiers[0], csv_qualifiers[1], csv_qualifiers[2],
		csv_qualifiers[3]);
}

static void read_final(struct reading *reading, enum csv_field field, char *text)
{
	struct intake_cell *cell = &reading->now->cell;
	char quoted[QUOTED];
	cell->set_final = text[0] != '\0';
	cell->final = strcmp(text, csv_final) == 0;
	if (cell->set_final && !cell->final && strcmp(text, csv_provisional) != 0)
		complain(reading, field, _("\"%s\" is neither %s nor %s; or leave it empty"),
			text_quote(text, 20, quoted, sizeof quoted), csv_final, csv_provisional);
}

static void read_promised(struct reading *reading, enum csv_field field, char *text)
{
	char quoted[QUOTED], *end;
	if (text[0] == '\0')
		return;
	long day = strtol(text, &end, 10);
	int month = (int)(day / 100);
	if (strlen(text) == 8 && *end == '\0' && period_valid(month) && day % 100 >= 1 && day <= period_last_day(month))
		reading->now->cell.promised = (int)day;
	else
		complain(
			reading, field, _("\"%s\" is no day; write it as 20240709"), text_quote(text, 20, quoted, sizeof quoted));
	if (reading->now->cell.kind != ENTRY_NOT_REPORTED)
		complain(reading, field, _("only a figure that is %s has a day on which it will come; leave it empty"),
			csv_kinds[ENTRY_NOT_REPORTED]);
}

static void read_note(struct reading *reading, enum csv_field field, char *text)
{
	(void)field;
	reading->now->cell.note = text[0] != '\0' ? text : NULL;
}

static void read_doc(struct reading *reading, enum csv_field field, char *text)
{
	(void)field;
	reading->now->cell.doc = text[0] != '\0' ? text : NULL;
}

static field_fn *const readers[CSV_FIELDS] = {
	read_element, read_unit, read_period, read_value, read_qualifier, read_final, read_promised, read_note, read_doc,
};

static enum err check_header(struct reading *reading, int line, char *const fields[CSV_FIELDS], int len)
{
	bool same = len == CSV_FIELDS;
	for (int i = 0; i < CSV_FIELDS && same; i++)
		same = strcmp(fields[i], csv_field_names[i]) == 0;
	reading->has_header = true;
	if (same)
		return ERR_OK;
	return err_set(ERR_INPUT,
		_("%s line %d: the first line should be element,unit,period,value,qualifier,final,promised,note,doc; "
		  "duibiao export writes such a file"),
		reading->name, line);
}

static enum err grow(struct csv_table *table)
{
	if (table->len < table->cap)
		return ERR_OK;
	int cap = table->cap > 0 ? 2 * table->cap : 64;
	struct csv_cell *cells = realloc(table->cells, (size_t)cap * sizeof *cells);
	if (cells == NULL)
		return err_set(ERR_MEMORY, "%s", _("no memory"));
	table->cells = cells;
	table->cap = cap;
	return ERR_OK;
}

// The fields of one line in one piece of memory that the cell owns.
static enum err keep_fields(char *const fields[CSV_FIELDS], char **memory, char *kept[CSV_FIELDS])
{
	size_t size = 0;
	for (int i = 0; i < CSV_FIELDS; i++)
		size += strlen(fields[i]) + 1;
	char *to = malloc(size);
	if (to == NULL)
		return err_set(ERR_MEMORY, "%s", _("no memory"));
	*memory = to;
	for (int i = 0; i < CSV_FIELDS; i++) {
		kept[i] = strcpy(to, fields[i]);
		to += strlen(to) + 1;
		take_off_apostrophe(kept[i]);
	}
	return ERR_OK;
}

static enum err read_line(int line, char *const fields[CSV_FIELDS], int len, void *ctx)
{
	struct reading *reading = ctx;
	struct csv_table *table = reading->table;
	char *kept[CSV_FIELDS];
	if (!reading->has_header)
		return check_header(reading, line, fields, len);
	enum err err = grow(table);
	if (err != ERR_OK)
		return err;
	struct csv_cell *cell = reading->now = &table->cells[table->len];
	*cell = (struct csv_cell){.line = line};
	err = keep_fields(fields, &cell->memory, kept);
	if (err != ERR_OK)
		return err;
	table->len++;
	reading->mistake[0] = '\0';
	for (int i = 0; i < CSV_FIELDS; i++)
		readers[i](reading, (enum csv_field)i, kept[i]);
	if (len > CSV_FIELDS)
		complain(reading, CSV_FIELD_DOC,
			_("%d fields follow that do not belong there; text with a comma stands in quotes"), len - CSV_FIELDS);
	return reading->mistake[0] != '\0' ? text_dup(reading->mistake, &cell->mistake) : ERR_OK;
}

enum err csv_read(
	const struct plan *plan, const char *name, const char *bytes, size_t len, const char *encoding, struct csv_table *out)
{
	struct reading reading = {.plan = plan, .table = out, .name = name};
	char *text = NULL;
	*out = (struct csv_table){0};
	enum err err = decode_text(name, bytes, len, encoding, &text, &out->encoding);
	if (err == ERR_OK)
		err = csv_each_line(name, text, read_line, &reading);
	if (err == ERR_OK && !reading.has_header)
		err = err_set(ERR_INPUT, _("%s is empty; duibiao export writes a file to begin with"), name);
	free(text);
	if (err != ERR_OK)
		csv_table_done(out);
	return err;
}

void csv_table_done(struct csv_table *table)
{
	for (int i = 0; i < table->len; i++) {
		free(table->cells[i].memory);
		free(table->cells[i].mistake);
	}
	free(table->cells);
	*table = (struct csv_table){0};
}
