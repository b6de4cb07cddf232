// SPDX-License-Identifier: MIT
// One indicator over the units, each with its place against the pace.
#include "core/i18n.h"
#include "core/text.h"
#include "plain/part.h"

// ------------------------------------------------------------ which indicator

static const char *indicator_name(const struct plain *p, const void *ctx, int row, char *out, size_t cap)
{
	(void)ctx;
	return text_format(out, cap, "%s", p->plan->indicators[row].name);
}

void plain_units(struct plain *p, void *at)
{
	bool again = false;
	int indicator;
	(void)at;
	while ((indicator = plain_pick_again(p, _("Which indicator?"), p->plan->indicators_len, indicator_name, NULL, again)) != PLAN_NONE) {
		plain_say_ranking(p, indicator, PHRASE_VIEW_LAG);
		again = true;
	}
}
