// SPDX-License-Identifier: MIT
// See conflict.h.
#include "cli/conflict.h"

#include <time.h>

#include "core/change_words.h"
#include "core/entry_words.h"
#include "core/i18n.h"
#include "core/phrase.h"
#include "core/target_words.h"
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

struct stands { const char *name, *now, *mine; };

static enum err explain(const struct context *context, int64_t change, const struct stands *stands)
{
	struct newest newest = {"", ""};
	enum err err = change != 0 ? store_cell_life(context->store, change, take_newest, &newest) : ERR_OK;
	if (err != ERR_FINDINGS)
		return err_set(ERR_CONFLICT, _("Not saved: another desk has changed this cell meanwhile."));
	return err_set(ERR_CONFLICT, _("Not saved: %s was changed at %s by %s to %s, and you entered %s."), stands->name, newest.clock,
		newest.who, stands->now, stands->mine);
}

enum err conflict_explain(const struct context *context, const struct entry *wanted)
{
	struct entry present = {.change = 0, .note = "", .doc = ""}, asked = *wanted;
	char cell[256], now[ENTRY_WORDS] = "", mine[ENTRY_WORDS] = "";
	enum err err = store_get_entry(context->store, context->plan, wanted->element, wanted->unit, wanted->period, &present);
	asked.change = present.change;
	if (err == ERR_OK) {
		entry_words(context->plan, &present, now, sizeof now);
		entry_words(context->plan, &asked, mine, sizeof mine);
	}
	const struct stands stands = {entry_words_name(context->plan, wanted, cell, sizeof cell), now, mine};
	return explain(context, err == ERR_OK ? present.change : 0, &stands);
}

enum err conflict_explain_target(const struct context *context, const struct plan_target *wanted)
{
	struct plan_target present = *wanted;
	char name[TARGET_WORDS], now[TARGET_WORDS] = "", mine[TARGET_WORDS] = "";
	enum err err = store_get_target(context->store, context->plan, &present);
	if (err == ERR_OK) {
		target_words_full(context->plan, &present, now, sizeof now);
		target_words_full(context->plan, wanted, mine, sizeof mine);
	}
	const struct stands stands = {target_words_name(context->plan, wanted, name, sizeof name), now, mine};
	return explain(context, err == ERR_OK ? present.change : 0, &stands);
}

// ------------------------------------------------------------ what is said of a task

#define SAID_MOST 10                     // characters: the sentence has one row

struct said {
	int unit, no;                    // wanted; NO of a node
	int64_t change;                  // 0: it stands no more
	char words[CHANGE_WORDS];
};

static enum err find_stage(const struct stage *stage, void *ctx)
{
	struct said *said = ctx;
	if (stage->unit != said->unit)
		return ERR_OK;
	said->change = stage->change;
	text_format(said->words, sizeof said->words, "%s %s", phrase_stage(stage->stage), stage->progress);
	return ERR_OK;
}

static enum err find_node(const struct node *node, void *ctx)
{
	struct said *said = ctx;
	if (node->unit != said->unit || node->no != said->no)
		return ERR_OK;
	said->change = node->change;
	text_format(said->words, sizeof said->words, "%s", node->name);
	return ERR_OK;
}

static enum err explain_said(const struct context *context, const struct said *said)
{
	struct newest newest = {"", ""};
	char words[128];
	enum err err = said->change != 0 ? store_cell_life(context->store, said->change, take_newest, &newest) : ERR_OK;
	if (err != ERR_FINDINGS)
		return err_set(ERR_CONFLICT, _("Not saved: another desk has taken this away meanwhile."));
	return err_set(ERR_CONFLICT, _("Not saved: changed at %s by %s to “%s”."), newest.clock, newest.who,
		text_quote(said->words, SAID_MOST, words, sizeof words));
}

enum err conflict_explain_stage(const struct context *context, const struct stage *wanted)
{
	struct said said = {.unit = wanted->unit};
	enum err err = store_each_stage(context->store, context->plan, wanted->element, wanted->period, find_stage, &said);
	return err == ERR_OK ? explain_said(context, &said) : err;
}

enum err conflict_explain_node(const struct context *context, const struct node *wanted)
{
	struct said said = {.unit = wanted->unit, .no = wanted->no};
	enum err err = store_each_node(context->store, context->plan, wanted->element, find_node, &said);
	return err == ERR_OK ? explain_said(context, &said) : err;
}
