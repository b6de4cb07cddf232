// SPDX-License-Identifier: MIT
// See copy.h. The table is told when the digit is answered, so it is what stands on the screen beneath.
#include "tui/copy.h"

#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"
#include "core/text.h"
#include "tui/prompt.h"
#include "tui/stack.h"
#include "tui/term.h"

#define FIRST_ROOM 4096

// ------------------------------------------------------------ telling a table

static void put(struct copy *copy, const char *bytes, size_t len)
{
	size_t wanted = copy->len + len + 1, cap = copy->cap > 0 ? copy->cap : FIRST_ROOM;
	while (cap < wanted)
		cap *= 2;
	if (cap != copy->cap) {
		char *larger = copy->failed ? NULL : realloc(copy->text, cap);
		copy->failed = larger == NULL;
		if (copy->failed)
			return;
		copy->text = larger;
		copy->cap = cap;
	}
	memcpy(copy->text + copy->len, bytes, len);
	copy->len += len;
	copy->text[copy->len] = '\0';
}

void copy_end(struct copy *copy)
{
	if (copy->focused)
		copy->row_to = copy->len;
	copy->focused = copy->begun = false;
}

void copy_row(struct copy *copy, bool focused)
{
	copy_end(copy);
	if (copy->len > 0)
		put(copy, "\n", 1);
	copy->focused = focused;
	if (focused)
		copy->row_from = copy->len;
}

static bool is_formula(const char *text)
{
	bool figure = text[0] == '-' && text[1] >= '0' && text[1] <= '9';
	return text[0] != '\0' && strchr("=+-@", text[0]) != NULL && !figure;
}

// One cell stays one: what would end it becomes a blank, and what a terminal or a table would obey is left out.
static void put_text(struct copy *copy, const char *text)
{
	uint32_t code;
	size_t step;
	if (is_formula(text))
		put(copy, "'", 1);
	for (; (step = text_next(text, &code)) > 0; text += step) {
		if (code == '\t' || code == '\n' || code == '\r')
			put(copy, " ", 1);
		else if (text_is_shown(code))
			put(copy, text, step);
	}
}

void copy_cell(struct copy *copy, const char *text)
{
	if (copy->begun)
		put(copy, "\t", 1);
	copy->begun = true;
	put_text(copy, text);
}

void copy_main(struct copy *copy, const char *text)
{
	if (copy->begun)
		put(copy, "\t", 1);
	copy->begun = true;
	size_t from = copy->len;
	put_text(copy, text);
	if (!copy->focused)
		return;
	copy->cell_from = from;
	copy->cell_to = copy->len;
}

const char *copy_part(const struct copy *copy, enum copy_what what, size_t *len)
{
	size_t from = what == COPY_CELL ? copy->cell_from : what == COPY_ROW ? copy->row_from : 0;
	size_t to = what == COPY_CELL ? copy->cell_to : what == COPY_ROW ? copy->row_to : copy->len;
	*len = copy->failed ? 0 : to - from;
	return *len == 0 ? "" : copy->text + from;
}

// ------------------------------------------------------------ where it goes

static bool to_file(const struct app *app)
{
	return app->paper != NULL && app->paper->write_text != NULL;
}

static void write_file(struct app *app, const char *text)
{
	char name[256];
	if (app->paper->write_text(app->paper->ctx, _("copied"), text, name, sizeof name) != ERR_OK)
		screen_message(app, true, "%s", err_message());
	else
		screen_message(app, false, _("Written to the new file %s."), name);
}

static void to_clipboard(struct app *app, const char *text, size_t len)
{
	if (!term_copy(text, len))
		screen_message(app, true, "%s", _("That is more than a terminal's clipboard takes; copy the row, or write a file."));
	else if (to_file(app))
		screen_message(app, false, "%s",
			_("Handed to the terminal's clipboard. Where pasting brings nothing, the terminal does not take it: y, then 4, writes a file."));
	else
		screen_message(app, false, "%s",
			_("Handed to the terminal's clipboard. Where pasting brings nothing, the terminal does not take it."));
}

static bool by_clipboard(const struct app *app, size_t len)
{
	int copy = app->settings != NULL ? app->settings->copy : SETTINGS_COPY_AUTO;
	if (copy == SETTINGS_COPY_FILE || copy == SETTINGS_COPY_OSC52)
		return copy == SETTINGS_COPY_OSC52;
	return term_takes_copies() && (!to_file(app) || len <= TERM_COPY_MOST);
}

// What is only supposed says so, wherever it is pasted.
static char *marked(const struct app *app, const char *part, size_t len, enum copy_what what)
{
	const char *word = app->tryout.set.len == 0 ? "" : _("TRY-OUT"), *end = word[0] == '\0' ? "" : what == COPY_TABLE ? "\n" : "\t";
	size_t cap = strlen(word) + strlen(end) + len + 1;
	char *text = malloc(cap);
	return text == NULL ? NULL : text_format(text, cap, "%s%s%.*s", word, end, (int)len, part);
}

static void hand_over(struct app *app, const struct copy *table, enum copy_what what, bool file)
{
	size_t len;
	const char *part = copy_part(table, what, &len);
	char *text = table->failed ? NULL : marked(app, part, len, what);
	if (text != NULL && len > 0)
		len = strlen(text);
	if (text == NULL)
		screen_message(app, true, "%s", _("no memory"));
	else if (len == 0)
		screen_message(app, false, "%s", _("There is nothing in it to copy."));
	else if (!file && by_clipboard(app, len))
		to_clipboard(app, text, len);
	else if (to_file(app))
		write_file(app, text);
	else
		screen_message(app, true, "%s",
			_("This terminal is not known to take text for its clipboard, and no file may be written here."));
	free(text);
}

static unsigned answer(void *ctx, int choice)
{
	struct app *app = ctx;
	const struct layer *layer = app->stack->top;
	struct copy table = {0};
	if (choice < 0)
		return SCREEN_HANDLED;
	layer->ops->copy(layer->state, &table);
	copy_end(&table);
	hand_over(app, &table, choice > COPY_TABLE ? COPY_TABLE : (enum copy_what)choice, choice > COPY_TABLE);
	free(table.text);
	return DRAWN;
}

unsigned copy_ask(struct app *app)
{
	const struct screen_ops *ops = app->stack->top->ops;
	const struct prompt_choice choices[] = {{_("this cell")}, {_("this row")}, {_("the whole table")},
		{_("the whole table, as a file in this folder")}};
	if (ops->copy == NULL)
		return 0;
	prompt_choose(app, _("Copy, with tabs between the cells"), choices, to_file(app) ? 4 : 3, COPY_ROW, answer, app);
	return DRAWN;
}
