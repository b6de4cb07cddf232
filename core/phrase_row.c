// SPDX-License-Identifier: MIT
// What a table row says instead of columns, where there is no number to stand in them. See phrase_part.h.
#include <string.h>

#include "core/i18n.h"
#include "core/period.h"
#include "core/phrase_part.h"
#include "core/text.h"

static const char *const stage_words[] = {
	[STAGE_NOT_STARTED] = N_("not begun"), [STAGE_UNDER_WAY] = N_("under way"), [STAGE_DONE] = N_("finished"),
};

const char *phrase_stage(enum stage_kind stage)
{
	return _(stage_words[stage]);
}

static void append(char *out, size_t cap, const char *text)
{
	text_join(out, cap, " ", "%s", text);
}

static void append_counts(const struct standing *s, char *out, size_t cap)
{
	char text[PHRASE_TEXT];
	for (int i = 0; i < 3; i++)
		if (s->stage_counts[i] > 0)
			append(out, cap, text_format(text, sizeof text, "%s%d", phrase_stage((enum stage_kind)i), s->stage_counts[i]));
}

static void append_nodes(const struct standing *s, char *out, size_t cap)
{
	char text[PHRASE_TEXT];
	if (s->nodes > 0)
		append(out, cap, text_format(text, sizeof text, "%d/%d", s->nodes_done, s->nodes));
	if (s->nodes_overdue > 0)
		append(out, cap, text_format(text, sizeof text, _("%d days overdue"), s->overdue_days));
	else if (s->next_planned != 0)
		append(out, cap, text_format(text, sizeof text, "%04d-%02d", period_year(s->next_planned),
			period_month(s->next_planned)));
}

static void put_stage(const struct phrase *p, char *out, size_t cap)
{
	const struct standing *s = p->s;
	char percent[NUM_TEXT] = "", text[NUM_TEXT + 1];
	if (s->has_stage)
		append(out, cap, phrase_stage(s->stage));
	else
		append_counts(s, out, cap);
	phrase_put_value(p, percent, NUM_TEXT);
	if (percent[0] != '\0')
		append(out, cap, text_format(text, sizeof text, "%s%%", percent));
	append_nodes(s, out, cap);
	if (out[0] == '\0')
		append(out, cap, _("not reported"));
}

// How many of the comparable ones are not better than the province.
static int not_better(const struct standing *s)
{
	for (int better = 0; better <= s->reported; better++)
		if (s->value.has && rat_cmp(s->value.v, rat_of_int(better)) == 0)
			return s->reported - better;
	return s->reported;
}

void phrase_put_better(const struct phrase *p, char *out, size_t cap)
{
	bool faster = p->ind->formula == PLAN_FASTER;
	int worse = not_better(p->s);
	if (p->s->reported == 0)
		return;
	if (worse == 0)
		text_format(out, cap, "%s", faster ? _("all faster than the province") : _("all above the province"));
	else
		text_format(out, cap, faster ? _("%d not faster than the province") : _("%d not above the province"), worse);
}

// Among whom a place is counted the plan says only where it compares with the province.
static bool compares(const struct plan *plan)
{
	for (int i = 0; i < plan->units_len; i++)
		if (plan->units[i].compare)
			return true;
	return false;
}

void phrase_put_place(const struct phrase *p, char *out, size_t cap)
{
	char figure[NUM_TEXT];
	if (!p->s->value.has) {
		text_format(out, cap, "%s", _("not reported"));
		return;
	}
	phrase_put_value(p, figure, sizeof figure);
	text_format(out, cap, compares(p->plan) ? _("in %d place %s of the province") : _("in %d place %s"),
		period_year(p->s->value_period), figure);
}

static bool has_target_words(const struct standing *s)
{
	return s->target_text != NULL && s->target_text[0] != '\0';
}

void phrase_put_target_words(const struct phrase *p, char *out, size_t cap)
{
	if (has_target_words(p->s))
		text_format(out, cap, _("target \"%s\" without a number"), p->s->target_text);
}

// Two clauses of a packed row.
static void put_pair(const struct phrase *p, phrase_fn *first, phrase_fn *second, const char *between, char *out, size_t cap)
{
	char a[PHRASE_TEXT] = "", b[PHRASE_TEXT] = "";
	first(p, a, sizeof a);
	second(p, b, sizeof b);
	text_format(out, cap, "%s%s%s", a, a[0] != '\0' && b[0] != '\0' ? between : "", b);
}

// A figure that is there, or the partial sum, before the words why it is not judged.
static void put_known(const struct phrase *p, char *out, size_t cap)
{
	char figure[PHRASE_TEXT] = "", period[PERIOD_TEXT];
	if (p->s->value.has) {
		phrase_put_value_target(p, figure, sizeof figure);
		period_format_data(p->s->value_period, p->s->period, period);
		text_format(out, cap, period[0] != '\0' ? "%s(%s) " : "%s%s ", figure, period);
		return;
	}
	phrase_put_sum(p, figure, sizeof figure);
	if (figure[0] != '\0')
		text_format(out, cap, "%s%s ", figure, phrase_measure(p));
}

static void put_unjudged(const struct phrase *p, const char *known, char *out, size_t cap)
{
	char reason[PHRASE_TEXT] = "", words[PHRASE_LONG];
	phrase_put_reason(p, reason, sizeof reason);
	text_format(words, sizeof words, _("not judged:%s"), reason);
	text_format(out, cap, "%s%s", known, words);
}

static void put_number(const struct phrase *p, char *out, size_t cap)
{
	const struct standing *s = p->s;
	char known[PHRASE_TEXT] = "", target[PHRASE_TEXT] = "";
	if (s->status == STANDING_NO_DATA && s->reason > STANDING_NONE) {
		put_known(p, known, sizeof known);
		put_unjudged(p, known, out, cap);
	} else if (phrase_is_year_only(s)) {
		text_format(out, cap, "%s", _("not judged:no whole year yet"));
	} else if (s->status == STANDING_NO_DATA) {
		phrase_put_target(p, target, sizeof target);
		if (target[0] != '\0')
			text_format(out, cap, _("not reported; target %s%s"), target, phrase_measure(p));
		else
			text_format(out, cap, "%s", _("not reported"));
	} else if (s->status == STANDING_NO_TARGET && s->value.has && has_target_words(s)) {
		put_pair(p, phrase_put_value_target, phrase_put_target_words, ";", out, cap);
	}
}

static void put_comparison(const struct phrase *p, char *out, size_t cap)
{
	char words[PHRASE_TEXT] = "";
	put_pair(p, phrase_put_coverage, phrase_put_better, ",", words, sizeof words);
	if (words[0] == '\0')
		phrase_put_status(p, out, cap);      // a comparison that does not concern this unit
	else
		text_format(out, cap, p->s->status == STANDING_NO_DATA ? _("not judged:%s") : "%s", words);
}

void phrase_put_target_place(const struct phrase *p, char *out, size_t cap)
{
	char place[PHRASE_TEXT] = "";
	phrase_put_target(p, place, sizeof place);
	if (place[0] != '\0')
		text_format(out, cap, _("target place %s or better"), place);
	else
		phrase_put_target_words(p, out, cap);
}

static void put_position(const struct phrase *p, char *out, size_t cap)
{
	put_pair(p, phrase_put_place, phrase_put_target_place, ";", out, cap);
}

void phrase_put_row(const struct phrase *p, char *out, size_t cap)
{
	static phrase_fn *const by_kind[] = {
		[PLAN_NUMBER] = put_number, [PLAN_COMPARISON] = put_comparison, [PLAN_POSITION] = put_position,
		[PLAN_STAGES] = put_stage,
	};
	if (p->s->not_applicable)
		text_format(out, cap, "%s", _("not applicable"));
	else
		by_kind[p->ind->kind](p, out, cap);
}
