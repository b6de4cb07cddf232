// SPDX-License-Identifier: MIT
// See form_life.h. A walk over prev: no index, and nothing that grows with the history of other cells.
#include "tui/form_life.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "core/change.h"
#include "core/i18n.h"
#include "core/text.h"
#include "tui/prompt.h"

#define LIFE 16384

struct life {
	int decimals;
	char text[LIFE];
};

static void value_words(const struct entry *entry, int decimals, char *out, size_t cap)
{
	static const char *const words[] = {
		[ENTRY_CLEARED] = N_("empty"),
		[ENTRY_NOT_REPORTED] = N_("not reported"),
		[ENTRY_NOT_APPLICABLE] = N_("not applicable"),
	};
	char figure[NUM_TEXT];
	num_format(entry->figure, decimals, figure);
	text_format(out, cap, "%s", entry->kind == ENTRY_VALUE ? figure : _(words[entry->kind]));
}

static enum err add_line(const struct store_op *op, const struct store_change *change, void *ctx)
{
	struct life *life = ctx;
	struct entry entry = {0};
	char *buffer = NULL, value[NUM_TEXT] = "", when[32] = "";
	time_t at = (time_t)op->at;
	struct tm tm;
	size_t len = strlen(life->text);
	if (localtime_r(&at, &tm) != NULL)
		strftime(when, sizeof when, "%Y-%m-%d %H:%M", &tm);
	entry.note = entry.doc = "";
	if (change->text[0] == '\0')
		text_format(value, sizeof value, "%s", _("no entry"));
	else if (change_entry_parse(change->text, &entry, &buffer) == ERR_OK)
		value_words(&entry, life->decimals, value, sizeof value);
	text_format(life->text + len, sizeof life->text - len, "%s  %s  %s  %s  %s\n", when, op->who, value, entry.doc, entry.note);
	free(buffer);
	return ERR_OK;
}

unsigned form_life_show(struct form *f)
{
	const struct form_cell *cell = form_focused(f);
	const struct plan_element *element = &f->app->plan->elements[cell->element];
	struct life life = {.decimals = element->decimals};
	if (cell->now.change == 0) {
		screen_message(f->app, false, "%s", _("Nothing has been keyed in here yet."));
		return SCREEN_HANDLED | SCREEN_REDRAW;
	}
	enum err err = store_cell_life(f->app->store, cell->now.change, add_line, &life);
	if (err != ERR_OK)
		screen_message(f->app, true, "%s", err_message());
	else
		prompt_read(f->app, element->name, life.text);
	return SCREEN_HANDLED | SCREEN_REDRAW;
}
