// SPDX-License-Identifier: MIT
// the code of said.h.
#include "core/said.h"

#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"
#include "core/text.h"

static enum err keep(const struct explanation *explanation, void *ctx)
{
	struct said *said = ctx;
	char *rule = NULL, *text = NULL;
	if (said->len == said->cap) {
		int cap = said->cap == 0 ? 16 : said->cap * 2;
		struct explanation *grown = realloc(said->rows, (size_t)cap * sizeof *grown);
		if (grown == NULL)
			return err_set(ERR_MEMORY, _("out of memory"));
		said->rows = grown;
		said->cap = cap;
	}
	enum err err = text_dup(explanation->rule, &rule);
	if (err == ERR_OK)
		err = text_dup(explanation->text, &text);
	if (err != ERR_OK) {
		free(rule);
		return err;
	}
	struct explanation *row = &said->rows[said->len++];
	*row = *explanation;
	row->rule = rule;
	row->text = text;
	return ERR_OK;
}

enum err said_load(struct said *said, struct store *store, const struct plan *plan, int period, int unit)
{
	return store_each_explanation(store, plan, period, unit, keep, said);
}

void said_done(struct said *said)
{
	for (int i = 0; i < said->len; i++) {
		free((char *)(uintptr_t)said->rows[i].rule);
		free((char *)(uintptr_t)said->rows[i].text);
	}
	free(said->rows);
	*said = (struct said){0};
}

const char *said_of(const struct said *said, const struct check_finding *finding)
{
	for (int i = 0; i < said->len; i++)
		if (check_explained(finding, &said->rows[i], 1))
			return said->rows[i].text;
	return "";
}

static const char *said_as(const struct said *said, const char *rule, const struct entry *entry)
{
	for (int i = 0; i < said->len; i++) {
		const struct explanation *row = &said->rows[i];
		if (row->element == entry->element && row->unit == entry->unit && row->about == entry->change &&
			strcmp(row->rule, rule) == 0)
			return row->text;
	}
	return "";
}

const char *said_return(const struct said *said, const struct entry *entry)
{
	return said_as(said, SAID_RETURN, entry);
}

const char *said_review(const struct said *said, const struct entry *entry)
{
	return said_as(said, SAID_REVIEW, entry);
}
