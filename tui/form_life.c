// SPDX-License-Identifier: MIT
// See form_life.h. A walk over prev: no index, and nothing that grows with the history of other cells.
#include "tui/form_life.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "core/change.h"
#include "core/entry_words.h"
#include "core/i18n.h"
#include "core/text.h"
#include "tui/prompt.h"

#define LIFE 16384

struct life {
	const struct plan *plan;
	int element;
	char text[LIFE];
};

static enum err add_line(const struct store_op *op, const struct store_change *change, void *ctx)
{
	struct life *life = ctx;
	struct entry entry = {0};
	char *buffer = NULL, value[ENTRY_WORDS] = "", when[32] = "";
	time_t at = (time_t)op->at;
	struct tm tm;
	size_t len = strlen(life->text);
	if (localtime_r(&at, &tm) != NULL)
		strftime(when, sizeof when, "%Y-%m-%d %H:%M", &tm);
	entry.note = entry.doc = "";
	if (change->text[0] == '\0') {
		text_format(value, sizeof value, "%s", _("no entry"));
	} else if (change_entry_parse(change->text, &entry, &buffer) == ERR_OK) {
		entry.element = life->element;
		entry.change = change->seq;
		entry_words(life->plan, &entry, value, sizeof value);
	}
	text_format(life->text + len, sizeof life->text - len, "%s  %s  %s  %s  %s\n", when, op->who, value, entry.doc, entry.note);
	free(buffer);
	return ERR_OK;
}

unsigned form_life_show(struct form *f)
{
	const struct form_cell *cell = form_focused(f);
	const struct plan_element *element = &f->app->plan->elements[cell->element];
	struct life life = {.plan = f->app->plan, .element = cell->element};
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
