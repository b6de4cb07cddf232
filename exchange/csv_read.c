// SPDX-License-Identifier: MIT
// Lines of a CSV file to cells asked to be written. Each field has one reader; all of them run, so that a line tells all its
// mistakes at once. What the plan and the present figures say about a cell is core/intake's business, not ours.
//
// Of a line with many cells everything but the value is read once, before the first of them.
#include <stdlib.h>
#include <string.h>

#include "core/check.h"
#include "core/i18n.h"
#include "core/period.h"
#include "core/said_rule.h"
#include "core/text.h"
#include "exchange/csv.h"
#include "exchange/csv_columns.h"
#include "exchange/decode.h"

#define MISTAKE 1024
#define QUOTED 160
#define EXPLANATION_BYTES 4000    // as the file's own CHECK has it

struct reading {
	const struct plan *plan;
	const struct csv_taker *taker;
	const char *name;
	struct csv_columns columns;
	char **texts;                          // the fields of the row, each without its apostrophe
	int last_line, last_len;               // of the newest row
	int element;                           // found last: the next line is mostly of it too
	struct csv_cell now;
	int column;                            // being read, for messages
	char mistake[MISTAKE];
};
typedef void field_fn(struct reading *reading, char *text);

static void complain(struct reading *reading, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void complain(struct reading *reading, const char *format, ...)
{
	char quoted[QUOTED];
	const struct csv_columns *columns = &reading->columns;
	const char *heading = reading->column < columns->len ? columns->columns[reading->column].heading : "";
	va_list args;
	text_join(reading->mistake, MISTAKE, _("; "), "%s%s", text_quote(heading, 40, quoted, sizeof quoted), _(": "));
	size_t len = strlen(reading->mistake);
	va_start(args, format);
	text_vformat(reading->mistake + len, MISTAKE - len, format, args);
	va_end(args);
}

static char *without_apostrophe(char *text)
{
	return text[0] == '\'' && csv_is_formula(text) ? text + 1 : text;
}

static void read_element(struct reading *reading, char *text)
{
	char quoted[QUOTED];
	if (reading->element == PLAN_NONE || strcmp(reading->plan->elements[reading->element].code, text) != 0)
		reading->element = plan_element_by_name(reading->plan, text);
	reading->now.cell.element = reading->element;
	if (reading->now.cell.element == PLAN_NONE)
		complain(reading, _("there is no element \"%s\"; give the code or name of one that the plan has"),
			text_quote(text, 40, quoted, sizeof quoted));
}

static void read_unit(struct reading *reading, char *text)
{
	char quoted[QUOTED];
	reading->now.cell.unit = plan_unit_by_name(reading->plan, text);
	if (reading->now.cell.unit == PLAN_NONE)
		complain(reading, _("there is no unit \"%s\"; give the code or name of one that the plan has"),
			text_quote(text, 40, quoted, sizeof quoted));
}

static void read_period(struct reading *reading, char *text)
{
	if (period_parse(text, &reading->now.cell.period) != ERR_OK)
		complain(reading, "%s", err_message());
}

static void read_value(struct reading *reading, char *text)
{
	struct intake_cell *cell = &reading->now.cell;
	cell->text = text;
	cell->kind = ENTRY_VALUE;
	if (text[0] == '=')
		complain(reading, _("this is a formula, not a figure; in the spreadsheet copy it and paste it as a value"));
	for (int kind = ENTRY_NOT_REPORTED; kind <= ENTRY_NOT_APPLICABLE; kind++)
		if (strcmp(text, csv_kinds[kind]) == 0)
			cell->kind = (enum entry_kind)kind;
	if (cell->kind != ENTRY_VALUE)
		cell->text = "";
	reading->now.empty = text[0] == '\0';
}

// Nothing says "exactly", unless the value has a qualifier of its own (突破380).
static void read_qualifier(struct reading *reading, char *text)
{
	struct intake_cell *cell = &reading->now.cell;
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
	complain(reading, _("\"%s\" is none of %s, %s, %s, %s; or leave it empty"),
		text_quote(text, 20, quoted, sizeof quoted), csv_qualifiers[0], csv_qualifiers[1], csv_qualifiers[2],
		csv_qualifiers[3]);
}

static void read_final(struct reading *reading, char *text)
{
	struct intake_cell *cell = &reading->now.cell;
	char quoted[QUOTED];
	cell->set_final = text[0] != '\0';
	cell->final = strcmp(text, csv_final) == 0;
	if (cell->set_final && !cell->final && strcmp(text, csv_provisional) != 0)
		complain(reading, _("\"%s\" is neither %s nor %s; or leave it empty"),
			text_quote(text, 20, quoted, sizeof quoted), csv_final, csv_provisional);
}

static void read_copied(struct reading *reading, char *text)
{
	char quoted[QUOTED];
	reading->now.cell.copied = text[0] != '\0';
	if (text[0] != '\0' && strcmp(text, csv_copied) != 0)
		complain(reading, _("\"%s\" is not %s; or leave it empty"), text_quote(text, 20, quoted, sizeof quoted), csv_copied);
	else if (text[0] != '\0' && reading->now.cell.kind != ENTRY_VALUE)
		complain(reading, _("only a figure can be %s; leave it empty"), csv_copied);
}

static void read_promised(struct reading *reading, char *text)
{
	char quoted[QUOTED];
	if (text[0] == '\0')
		return;
	if (period_parse_day(text, 0, &reading->now.cell.promised) != ERR_OK)
		complain(
			reading, _("\"%s\" is no day; write it as 20240709"), text_quote(text, 20, quoted, sizeof quoted));
	if (reading->now.cell.kind != ENTRY_NOT_REPORTED)
		complain(reading, _("only a figure that is %s has a day on which it will come; leave it empty"),
			csv_kinds[ENTRY_NOT_REPORTED]);
}

static void read_note(struct reading *reading, char *text)
{
	reading->now.cell.note = text[0] != '\0' ? text : NULL;
}

static void read_doc(struct reading *reading, char *text)
{
	reading->now.cell.doc = text[0] != '\0' ? text : NULL;
}

static void read_code(struct reading *reading, char *text)
{
	int named = reading->now.cell.element;
	if (text[0] == '\0' && named != PLAN_NONE)
		return;
	read_element(reading, text);
	if (reading->columns.at[CSV_FIELD_ELEMENT] != PLAN_NONE && named != PLAN_NONE && reading->now.cell.element != PLAN_NONE &&
		named != reading->now.cell.element)
		complain(reading, _("this is the code of %s, which is not the element of this line; keep one of the two"),
			reading->plan->elements[reading->now.cell.element].name);
}

bool csv_next_explanation(char **at, const char **rule, const char **text)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789_-";
	char *line = *at, *end = line + strcspn(line, "\n");
	size_t len = strspn(line, letters);
	if (len == 0 || len >= CHECK_RULE || strncmp(line + len, CSV_RULE, strlen(CSV_RULE)) != 0)
		return false;
	*at = *end != '\0' ? end + 1 : end;
	*end = line[len] = '\0';
	*rule = line;
	*text = line + len + strlen(CSV_RULE);
	return true;
}

// What a reviewer says of a cell is no explanation.
static bool explanation_holds(const char *rule, const char *text)
{
	return said_explains(rule) && text[0] != '\0' && strlen(text) <= EXPLANATION_BYTES && !text_has_controls(text);
}

static void read_explanation(struct reading *reading, char *text)
{
	char *copy = NULL, *at = NULL;
	const char *rule, *said;
	bool holds = text_dup(text, &copy) == ERR_OK;
	for (at = copy; holds && *at != '\0';)
		holds = csv_next_explanation(&at, &rule, &said) && explanation_holds(rule, said);
	free(copy);
	reading->now.explanations = text[0] != '\0' ? text : NULL;
	if (!holds)
		complain(reading, _("an explanation is a line that begins with the rule it answers, as export writes it (slip: ...); "
			"or explain the figure at its submission"));
}

// In this order: a code is held against the name, a qualifier against the value.
static const struct { int role; field_fn *read; } readers[] = {
	{CSV_FIELD_ELEMENT, read_element}, {CSV_ROLE_CODE, read_code}, {CSV_FIELD_UNIT, read_unit}, {CSV_FIELD_PERIOD, read_period},
	{CSV_FIELD_VALUE, read_value}, {CSV_FIELD_QUALIFIER, read_qualifier}, {CSV_FIELD_FINAL, read_final},
	{CSV_FIELD_PROMISED, read_promised}, {CSV_ROLE_COPIED, read_copied}, {CSV_FIELD_NOTE, read_note},
	{CSV_FIELD_DOC, read_doc}, {CSV_ROLE_EXPLANATION, read_explanation},
};

static enum err hand_out(struct reading *reading)
{
	reading->now.mistake = reading->mistake[0] != '\0' ? reading->mistake : NULL;
	return reading->taker->cell(&reading->now, reading->taker->ctx);
}

// What the columns other than those of cells say.
static void read_fields(struct reading *reading, char **fields, int len)
{
	static char none[] = "";
	for (size_t i = 0; i < sizeof readers / sizeof readers[0]; i++) {
		int at = reading->columns.at[readers[i].role];
		reading->column = at;
		if (at != PLAN_NONE)
			readers[i].read(reading, at < len ? fields[at] : none);
	}
}

static enum err read_wide(struct reading *reading, char **fields, int len)
{
	const struct csv_columns *columns = &reading->columns;
	struct intake_cell *cell = &reading->now.cell;
	int *const what[] = {&cell->element, &cell->unit, &cell->period};
	enum err err = ERR_OK;
	for (int i = 0; i < columns->len && i < len && err == ERR_OK; i++) {
		if (columns->columns[i].role != columns->wide)
			continue;
		*what[columns->wide - CSV_WIDE_ELEMENT] = columns->columns[i].index;
		reading->column = i;
		reading->now.column = i + 1;
		reading->mistake[0] = '\0';
		read_value(reading, fields[i]);
		err = hand_out(reading);
	}
	return err;
}

static void complain_of_more(struct reading *reading, char **fields, int len)
{
	int more = 0;
	for (int i = reading->columns.len; i < len; i++)
		more += fields[i][0] != '\0';
	reading->column = reading->columns.len - 1;
	if (more > 0)
		complain(reading, _("%d fields follow that do not belong there; text with a comma stands in quotes"), more);
}

static enum err read_cells(struct reading *reading, int line, char **fields, int len)
{
	const struct csv_columns *columns = &reading->columns;
	reading->mistake[0] = '\0';
	reading->now = (struct csv_cell){.line = line, .cell = {.element = PLAN_NONE, .unit = columns->unit, .period = columns->period,
		.text = ""}};
	read_fields(reading, fields, len);
	complain_of_more(reading, fields, len);
	if (columns->wide == CSV_ROLE_PASSED || reading->mistake[0] != '\0')
		return hand_out(reading);
	return read_wide(reading, fields, len);
}

static enum err hand_row(const struct reading *reading, enum csv_part part, int line, char **fields, int len)
{
	const struct csv_row row = {part, line, fields, len};
	return reading->taker->row == NULL ? ERR_OK : reading->taker->row(&row, reading->taker->ctx);
}

static enum err read_line(int line, char **fields, int len, void *ctx)
{
	struct reading *reading = ctx;
	enum err err;
	reading->last_line = line;
	reading->last_len = len;
	if (reading->columns.len == 0) {
		err = csv_columns_take(&reading->columns, line, fields, len);
		return err != ERR_OK ? err : hand_row(reading, reading->columns.len == 0 ? CSV_ABOVE : CSV_HEADING, line, fields, len);
	}
	for (int i = 0; i < len; i++)
		reading->texts[i] = without_apostrophe(fields[i]);
	err = read_cells(reading, line, reading->texts, len);
	return err != ERR_OK ? err : hand_row(reading, CSV_ROW, line, fields, len);
}

// A file that was cut off: its last line stops before the columns do, and nothing ends it.
static enum err check_end(const struct reading *reading, bool ended)
{
	if (reading->columns.len == 0 && reading->last_line > 0)
		return err_set(ERR_INPUT, _("%s line %d: no line heads columns, separated by commas; duibiao form and duibiao export write files to "
			  "begin with"),
			reading->name, reading->last_line);
	if (reading->columns.len == 0)
		return err_set(ERR_INPUT, _("%s is empty; duibiao export writes a file to begin with"), reading->name);
	if (ended || reading->last_len >= reading->columns.len)
		return ERR_OK;
	return err_set(ERR_INPUT, _("%s ends in the middle of line %d: it is half a file; fetch or save it again"), reading->name,
		reading->last_line);
}

enum err csv_each_cell(const struct plan *plan, struct decode *in, const struct csv_asked *asked, const struct csv_taker *taker)
{
	struct reading reading = {.plan = plan, .taker = taker, .name = decode_name(in), .element = PLAN_NONE};
	bool ended;
	reading.texts = malloc(CSV_COLUMNS * sizeof *reading.texts);
	if (reading.texts == NULL)
		return err_set(ERR_MEMORY, "%s", _("no memory"));
	csv_columns_init(&reading.columns, plan, reading.name, asked);
	enum err err = csv_each_line(in, read_line, &reading, &ended);
	if (err == ERR_OK)
		err = check_end(&reading, ended);
	csv_columns_done(&reading.columns);
	free(reading.texts);
	return err;
}
