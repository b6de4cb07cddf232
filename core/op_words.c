// SPDX-License-Identifier: MIT
// See op_words.h.
#include "core/op_words.h"

#include <stddef.h>
#include <string.h>

#include "core/i18n.h"

static const struct row { const char *action, *words, *done; } rows[] = {
	{"init", N_("file made"), NULL}, {"plan", N_("plan applied"), NULL}, {"set", N_("set"), NULL}, {"edit", N_("keyed in"), NULL},
	{"import", N_("imported"), N_("imported")}, {"target", N_("target set"), NULL}, {"undo", N_("taken back"), N_("taken back")},
	{"redo", N_("done again"), N_("done again")}, {"submit", N_("submit"), N_("submitted")},
	{"withdraw", N_("withdraw"), N_("withdrawn")}, {"return", N_("return"), N_("returned")}, {"accept", N_("accept"), N_("accepted")},
	{"lock", N_("lock"), N_("locked")}, {"unlock", N_("unlock"), N_("unlocked")}, {"extend", N_("extend"), N_("extended")},
	{"explain", N_("explain"), NULL}, {"correct", N_("propose a correction"), NULL},
	{"accept_correction", N_("accept a correction"), N_("correction taken in")},
	{"refuse_correction", N_("refuse a correction"), NULL}, {"operator", N_("say who sits here"), NULL},
};

static const struct row *row_of(const char *action)
{
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		if (strcmp(rows[i].action, action) == 0)
			return &rows[i];
	return NULL;
}

const char *op_words(const char *action)
{
	const struct row *row = row_of(action);
	return row != NULL ? row->words : action;
}

const char *op_done(const char *action)
{
	const struct row *row = row_of(action);
	return row != NULL ? row->done : NULL;
}
