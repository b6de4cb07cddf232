// SPDX-License-Identifier: MIT
// the code of missing_words.h.
#include "core/missing_words.h"

#include <stdbool.h>
#include <string.h>

#include "core/i18n.h"
#include "core/text.h"

#define LINE 512

void missing_words_sections(const struct plan *plan, char *out, size_t cap)
{
	int known = 0;
	for (int i = 0; i < plan->outlines_len; i++)
		known += plan->outlines[i].level == PLAN_SECTION && plan->outlines[i].title != NULL;
	out[0] = '\0';
	if (plan->sections > 0 && known == 0)
		text_format(out, cap, _("%d sections, their titles are not published: missing here"), plan->sections);
}

static const struct { const char *key, *words; } inferred[] = {{"base_year", N_("base year")}, {"target_year", N_("target year")}};

static void each_inferred(const struct plan *plan, missing_words_fn *line, void *ctx)
{
	const int years[] = {plan->base_year, plan->target_year};
	char words[LINE];
	for (size_t i = 0; i < sizeof inferred / sizeof inferred[0]; i++)
		if (strstr(plan->inferred, inferred[i].key) != NULL)
			line(text_format(words, sizeof words, _("%s %d: inferred, the document does not print it"), _(inferred[i].words), years[i]), ctx);
}

static bool has_baseline(const struct plan *plan)
{
	for (int i = 0; i < plan->targets_len; i++)
		if (plan->targets[i].kind == PLAN_BASELINE && plan->targets[i].unit == plan->root)
			return true;
	return false;
}

void missing_words_each(const struct plan *plan, missing_words_fn *line, void *ctx)
{
	char words[LINE];
	missing_words_sections(plan, words, sizeof words);
	if (words[0] != '\0')
		line(words, ctx);
	each_inferred(plan, line, ctx);
	if (!has_baseline(plan))
		line(text_format(words, sizeof words, _("figures of %d: none is published, missing here"), plan->base_year), ctx);
	if (plan->source[0] != '\0')
		line(text_format(words, sizeof words, _("source: %s"), plan->source), ctx);
	for (int i = 0; i < plan->basis_len; i++)
		line(text_format(words, sizeof words, _("drafted on: %s"), plan->basis[i]), ctx);
}
