// SPDX-License-Identifier: MIT
// See part_cell.h.
#include "tui/part_cell.h"

#include "core/i18n.h"
#include "core/period.h"
#include "core/share.h"
#include "core/text.h"

static void add(char *out, size_t cap, const char *text)
{
	text_add(out, cap, "%s", text);
}

// ------------------------------------------------------------ its part in the gap

static void share_words(const struct share *share, const char *whole, char *out, size_t cap)
{
	char percent[NUM_TEXT + 2];
	if (share_percent(share->part, percent, sizeof percent)[0] != '\0')
		text_format(out, cap, _("%s of what %s lacks (place %d)"), percent, whole, share->place);
	else if (share->place > 0)
		text_format(out, cap, _("place %d of what units lack"), share->place);
}

enum err part_cell_share(const struct plan *plan, const struct survey *units, const struct standing *s, char *out, size_t cap)
{
	int parent = plan->units[s->unit].parent;
	struct shares shares;
	out[0] = '\0';
	if (parent == PLAN_NONE || units == NULL)
		return ERR_OK;
	enum err err = shares_of(&shares, units, plan, s->indicator, parent);
	for (int i = 0; err == ERR_OK && i < shares.len; i++)
		if (shares.rows[i].unit == s->unit)
			share_words(&shares.rows[i], plan->units[parent].short_name, out, cap);
	shares_done(&shares);
	return err;
}

// ------------------------------------------------------------ a flow's months

static bool is_flow(const struct plan *plan, const struct plan_indicator *indicator)
{
	return indicator->kind == PLAN_NUMBER && indicator->formula == PLAN_VALUE && indicator->x != PLAN_NONE &&
		plan->elements[indicator->x].kind == PLAN_FLOW && plan->elements[indicator->x].months < 12;
}

// The figure of exactly that month: a history of one point.
static enum err figure_of(struct store *store, const struct plan *plan, const struct survey_query *query, const struct standing *s,
	int period, struct maybe *out)
{
	struct survey_query at = *query;
	struct survey_point point;
	int len = 0;
	at.period = period;
	enum err err = survey_history(store, plan, &at, s->indicator, s->unit, &point, 1, &len);
	*out = (struct maybe){0};
	if (err == ERR_OK && len > 0)
		*out = point.value;
	return err;
}

static enum err add_year(struct store *store, const struct plan *plan, const struct survey_query *query, const struct standing *s,
	int year, char *out, size_t cap)
{
	const struct plan_indicator *indicator = &plan->indicators[s->indicator];
	char text[NUM_TEXT], head[NUM_TEXT];
	bool any = false;
	int months = plan->elements[indicator->x].months;
	for (int month = months; month <= 12; month += months) {
		struct maybe value;
		int period = period_make(year, month);
		if (period > query->period)
			break;
		enum err err = figure_of(store, plan, query, s, period, &value);
		if (err != ERR_OK)
			return err;
		if (!any)
			add(out, cap, text_format(head, sizeof head, _("%s%d:"), out[0] != '\0' ? " | " : "", year));
		any = true;
		if (value.has)
			rat_format(value.v, indicator->decimals, NUM_HALF_AWAY, text);
		add(out, cap, " ");
		add(out, cap, value.has ? text : _("none"));
	}
	return ERR_OK;
}

enum err part_cell_flow(struct store *store, const struct plan *plan, const struct survey_query *query, const struct standing *s,
	char *out, size_t cap)
{
	const struct plan_indicator *indicator = &plan->indicators[s->indicator];
	int year = period_year(query->period);
	char months[NUM_TEXT], years[PART_CELL_TEXT] = "";
	out[0] = '\0';
	if (!is_flow(plan, indicator))
		return ERR_OK;
	enum err err = add_year(store, plan, query, s, year - 1, years, sizeof years);
	if (err == ERR_OK)
		err = add_year(store, plan, query, s, year, years, sizeof years);
	if (err != ERR_OK)
		return err;
	months[0] = '\0';
	for (int month = plan->elements[indicator->x].months; month <= 12; month += plan->elements[indicator->x].months) {
		char number[16];
		add(months, sizeof months, text_format(number, sizeof number, "%s%d", months[0] != '\0' ? "/" : "", month));
	}
	text_format(out, cap, _("to month %s: %s"), months, years);
	return ERR_OK;
}
