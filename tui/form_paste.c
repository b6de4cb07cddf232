// SPDX-License-Identifier: MIT
// See form_paste.h. Columns are told by tabs, as spreadsheets copy them. Without any, lines of a form of one column are a figure
// each; a single line is parted by its commas, unless it is one figure as a whole (1,234).
#include "tui/form_paste.h"

#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"
#include "core/text.h"
#include "tui/form_part.h"
#include "tui/term_paste.h"

struct shape { int rows, cols; bool ragged; const char *separator; };   // "," unless a line is one figure
struct slice { const char *text; size_t len; };

static bool next_line(const char **rest, struct slice *line)
{
	if (**rest == '\0')
		return false;
	line->text = *rest;
	line->len = strcspn(*rest, "\r\n");
	*rest += line->len;
	*rest += (*rest)[0] == '\r' && (*rest)[1] == '\n' ? 2 : **rest != '\0';
	return true;
}

static bool is_one_figure(const struct form *f, const struct slice *line)
{
	const struct plan_element *element = &f->app->plan->elements[form_focused(f)->element];
	char text[128];
	struct num_typed typed;
	text_format(text, sizeof text, "%.*s", (int)line->len, line->text);
	num_parse(text, element->measure, element->decimals, &typed);
	return line->len < sizeof text && typed.kind == NUM_VALUE;
}

static const char *separator_of(const struct form *f, const struct slice *line, const struct shape *shape)
{
	return shape->separator[0] == ',' && is_one_figure(f, line) ? "" : shape->separator;
}

// The first field of what is left of LINE; a comma within "..." belongs to it.
static struct slice take_field(struct slice *line, const char *separator)
{
	size_t at = 0;
	bool quoted = false;
	while (at < line->len && (quoted || separator[0] == '\0' || line->text[at] != separator[0]))
		quoted ^= line->text[at++] == '"';
	struct slice field = {line->text, at};
	bool more = at < line->len;
	line->text = more ? line->text + at + 1 : NULL;
	line->len = more ? line->len - at - 1 : 0;
	if (field.len >= 2 && field.text[0] == '"' && field.text[field.len - 1] == '"')
		field = (struct slice){field.text + 1, field.len - 2};
	return field;
}

static int count_fields(const struct form *f, struct slice line, const struct shape *shape)
{
	const char *separator = separator_of(f, &line, shape);
	int len = 0;
	for (; line.text != NULL; len++)
		take_field(&line, separator);
	return len;
}

static struct shape measure(const struct form *f, const char *text)
{
	size_t first = strcspn(text, "\r\n");
	bool lines = text[first + strspn(text + first, "\r\n")] != '\0';
	struct shape shape = {.separator = strchr(text, '\t') != NULL ? "\t" : lines && f->cols == 1 ? "" : ","};
	struct slice line;
	while (next_line(&text, &line)) {
		int cols = count_fields(f, line, &shape);
		shape.ragged = shape.ragged || (shape.rows > 0 && cols != shape.cols);
		shape.cols = cols > shape.cols ? cols : shape.cols;
		shape.rows++;
	}
	return shape;
}

// ------------------------------------------------------------ does it fit

static bool has_controls(const char *text)
{
	for (; *text != '\0'; text++)
		if (((unsigned char)*text < ' ' && strchr("\t\r\n", *text) == NULL) || *text == 127)
			return true;
	return false;
}

static bool fits(const struct form *f, const struct term_paste *paste, const struct shape *shape, char *why, size_t cap)
{
	int rows = find_len(&f->find) - f->list.focus, cols = f->cols - f->col;
	bool line = f->cols == 1 && shape->rows == 1;
	int down = line ? shape->cols : shape->rows, right = line ? 1 : shape->cols;
	if (strlen(paste->text) != paste->len || has_controls(paste->text) || text_valid_utf8(paste->text, paste->len) != paste->len)
		text_format(why, cap, "%s", _("What was pasted holds control or escape characters; nothing is changed. Copy the figures alone."));
	else if (shape->rows == 0)
		text_format(why, cap, "%s", _("What was pasted is empty; nothing is changed."));
	else if (shape->ragged)
		text_format(why, cap, _("The pasted rows are not of one length (up to %d columns); nothing is changed. Copy a whole block."),
			shape->cols);
	else if (right > cols)
		text_format(why, cap, _("The paste has %d columns, from here on there is room for %d; nothing is changed. Copy fewer columns."),
			right, cols);
	else if (down > rows)
		text_format(why, cap, _("The paste has %d figures in a column, from here on there are %d rows; nothing is changed."), down,
			rows);
	else
		return true;
	return false;
}

// ------------------------------------------------------------ reading

static enum err read_field(const struct form *f, struct form_pasted *cell, struct slice field)
{
	const struct form_cell *at = form_cell_at(f, cell->row, cell->col);
	struct entry present;
	enum err err = store_get_entry(f->app->store, f->app->plan, at->element, at->unit, at->period, &present);
	cell->typed = strndup(field.text, field.len);
	if (err != ERR_OK || cell->typed == NULL)
		return err == ERR_OK ? err_set(ERR_MEMORY, "%s", _("no memory")) : err;
	err = text_dup(present.note, &cell->note);
	if (err == ERR_OK)
		err = text_dup(present.doc, &cell->doc);
	if (err != ERR_OK || cell->typed[strspn(cell->typed, " ")] == '\0')
		return err;                          // an empty field leaves its cell as it is
	present.note = cell->note;
	present.doc = cell->doc;
	const struct intake_cell ask = {.element = at->element, .unit = at->unit, .period = at->period, .text = cell->typed,
		.kind = ENTRY_VALUE};
	f->app->desk->read_cell(f->app->desk->ctx, &ask, &present, &cell->read);
	return ERR_OK;
}

static enum err read_line(const struct form *f, struct slice line, const struct shape *shape, int row, struct form_paste *out)
{
	const char *separator = separator_of(f, &line, shape);
	bool down = f->cols == 1 && shape->rows == 1;
	enum err err = ERR_OK;
	for (int col = 0; line.text != NULL && err == ERR_OK; col++) {
		struct form_pasted *cell = &out->cells[out->len++];
		cell->row = find_row(&f->find, f->list.focus + row + (down ? col : 0));
		cell->col = f->col + (down ? 0 : col);
		err = read_field(f, cell, take_field(&line, separator));
		out->writes += cell->read.verdict == INTAKE_WRITE;
		out->refused += cell->read.verdict == INTAKE_REFUSED;
	}
	return err;
}

enum err form_paste_read(const struct form *f, const struct term_paste *paste, struct form_paste *out, bool *fit, char *why,
	size_t cap)
{
	const char *text = paste->text;
	struct shape shape = measure(f, text);
	struct slice line;
	*out = (struct form_paste){0};
	*fit = fits(f, paste, &shape, why, cap);
	if (!*fit)
		return ERR_OK;
	out->cells = calloc((size_t)shape.rows * (size_t)shape.cols, sizeof *out->cells);
	enum err err = out->cells == NULL ? err_set(ERR_MEMORY, "%s", _("no memory")) : store_begin(f->app->store);
	if (err != ERR_OK)
		return err;
	for (int row = 0; err == ERR_OK && next_line(&text, &line); row++)
		err = read_line(f, line, &shape, row, out);
	store_end(f->app->store);
	return err;
}

void form_paste_free(struct form_paste *paste)
{
	for (int i = 0; i < paste->len; i++) {
		free(paste->cells[i].typed);
		free(paste->cells[i].note);
		free(paste->cells[i].doc);
	}
	free(paste->cells);
	*paste = (struct form_paste){0};
}
