// SPDX-License-Identifier: MIT
// See conflict.h.
#include "cli/conflict.h"

#include <time.h>

#include "core/entry_words.h"
#include "core/i18n.h"
#include "core/text.h"

struct newest { char who[201], clock[16]; };

static enum err take_newest(const struct store_op *op, const struct store_change *change, void *ctx)
{
	struct newest *newest = ctx;
	time_t at = (time_t)op->at;
	struct tm day;
	(void)change;
	text_format(newest->who, sizeof newest->who, "%s", op->who);
	if (localtime_r(&at, &day) != NULL)
		strftime(newest->clock, sizeof newest->clock, "%H:%M", &day);
	return ERR_FINDINGS;      // the newest is enough: ends the walk
}

enum err conflict_explain(const struct context *context, const struct entry *wanted)
{
	struct newest newest = {"", ""};
	struct entry present;
	char cell[256], now[ENTRY_WORDS], mine[ENTRY_WORDS];
	struct entry asked = *wanted;
	enum err err = store_get_entry(context->store, context->plan, wanted->element, wanted->unit, wanted->period, &present);
	if (err == ERR_OK && present.change != 0)
		err = store_cell_life(context->store, present.change, take_newest, &newest);
	if (err != ERR_FINDINGS)
		return err_set(ERR_CONFLICT,
			_("Not saved: another desk has changed this cell meanwhile."));
	asked.change = present.change;
	return err_set(ERR_CONFLICT,
		_("Not saved: %s was changed at %s by %s to %s, and you entered %s."),
		entry_words_name(context->plan, wanted, cell, sizeof cell), newest.clock, newest.who,
		entry_words(context->plan, &present, now, sizeof now), entry_words(context->plan, &asked, mine, sizeof mine));
}
