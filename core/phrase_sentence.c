// SPDX-License-Identifier: MIT
// Whole sentences about a standing (glossary.md 3), one builder a kind of standing. See phrase_part.h.
#include <string.h>

#include "core/i18n.h"
#include "core/period.h"
#include "core/phrase_part.h"
#include "core/text.h"

static bool is_flow(const struct phrase *p)
{
	return p->ind->x != PLAN_NONE && p->plan->elements[p->ind->x].kind == PLAN_FLOW;
}

void phrase_put_period(const struct phrase *p, int period, char *out, size_t cap)
{
	char text[PERIOD_TEXT];
	if (p->ind->formula == PLAN_GROWTH) {
		int base = p->s->base_year != 0 ? p->s->base_year : p->plan->base_year;
		if (period_year(period) == base + 1)
			text_format(out, cap, _("in %d"), base + 1);
		else
			text_format(out, cap, _("%d-%d"), base + 1, period_year(period));
	} else if (is_flow(p) && period_month(period) == 12) {
		text_format(out, cap, _("in %d"), period_year(period));
	} else {
		period_format(period, is_flow(p) ? PERIOD_TO_DATE : PERIOD_POINT, text);
		text_format(out, cap, "%s", text);
	}
}

// "长葛市" before the indicator, nothing for the whole city.
const char *phrase_unit_name(const struct phrase *p)
{
	return p->s->unit == p->plan->root ? "" : p->plan->units[p->s->unit].name;
}

static void add(char *out, size_t cap, const char *text)
{
	text_add(out, cap, "%s", text);
}

// A clause of one field behind a separator, where the field says something.
static void add_field(const struct phrase *p, phrase_fn *put, const char *before, const char *label, const char *after, char *out,
	size_t cap)
{
	char text[PHRASE_TEXT] = "";
	put(p, text, sizeof text);
	if (text[0] == '\0')
		return;
	add(out, cap, before);
	add(out, cap, label);
	add(out, cap, text);
	add(out, cap, after);
}

// 6: what the children have not all reported, or nobody, is carried from an earlier period.
static void format_value(const struct phrase *p, const char *period, const char *value, char *out, size_t cap)
{
	if (p->ind->formula == PLAN_GROWTH)
		text_format(out, cap, _("%s%s %s: %s"), phrase_unit_name(p), p->ind->name, period, value);
	else if (p->s->carried && p->s->reported > 0)
		text_format(
			out, cap, _("%s%s not all reported, carried: %s %s"), phrase_unit_name(p), p->ind->name, period, value);
	else if (p->s->carried)
		text_format(out, cap, _("%s%s not reported, carried: %s %s"), phrase_unit_name(p), p->ind->name, period, value);
	else
		text_format(out, cap, _("%s%s %s %s"), phrase_unit_name(p), p->ind->name, period, value);
}

static void add_value(const struct phrase *p, char *out, size_t cap)
{
	char figure[PHRASE_TEXT] = "", value[PHRASE_TEXT], period[PHRASE_TEXT], text[PHRASE_LONG];
	phrase_put_value(p, figure, sizeof figure);
	phrase_put_measured(p, figure, p->s->qualifier, value, sizeof value);
	phrase_put_period(p, p->s->value_period, period, sizeof period);
	format_value(p, period, value, text, sizeof text);
	add(out, cap, text);
}

static void end_status(const struct phrase *p, char *out, size_t cap)
{
	add_field(p, phrase_put_status, _(", "), "", _("."), out, cap);
}

static bool nothing_reported(const struct standing *s)
{
	return s->status == STANDING_NO_DATA && s->reason <= STANDING_NONE;
}

// 1 and 10: against a baseline; a rank or a figure with no path has neither progress nor lag, at the end only the gap counts.
static void say_judged(const struct phrase *p, char *out, size_t cap)
{
	add_value(p, out, cap);
	if (p->s->ended) {
		add_field(p, phrase_put_attainment, _(", "), _("attainment "), "", out, cap);
		add_field(p, phrase_put_gap_measured, _(", "), "", "", out, cap);
	} else {
		add_field(p, phrase_put_target, _(", "), _("target is "), phrase_measure(p), out, cap);
		add_field(p, phrase_put_attainment, _(", "), _("attainment "), "", out, cap);
		if (p->s->done.has)
			add_field(p, phrase_put_done, _("; "), _("progress "), "", out, cap);
		else
			add_field(p, phrase_put_gap_measured, _(", "), "", "", out, cap);
		add_field(p, phrase_put_lag, _(", "), "", "", out, cap);
	}
	end_status(p, out, cap);
}

// 4, proven: 研发活动覆盖率49.0%，时间进度60.0%，至少落后11.0个百分点，滞后。
static void say_proven(const struct phrase *p, char *out, size_t cap)
{
	add_value(p, out, cap);
	add_field(p, phrase_put_elapsed, _(", "), _("time elapsed "), "", out, cap);
	add_field(p, phrase_put_lag, _(", "), "", "", out, cap);
	end_status(p, out, cap);
}

// 4: 高新技术企业455家，还差145家，完成率75.8%；缺基期（2020年数未公布），暂不判定。
static void say_no_base(const struct phrase *p, char *out, size_t cap)
{
	char text[PHRASE_TEXT];
	add_value(p, out, cap);
	add_field(p, phrase_put_gap_measured, _(", "), "", "", out, cap);
	add_field(p, phrase_put_attainment, _(", "), _("attainment "), "", out, cap);
	add(out, cap, text_format(text, sizeof text, _("; no baseline (the figure of %d is not known), not judged."),
		p->s->base_year != 0 ? p->s->base_year : p->plan->base_year));
}

// 5: 2021—2023年研发经费投入年均增长14.1%，低于目标6.9个百分点，今后年均需增长32.1%。
static void say_growth(const struct phrase *p, char *out, size_t cap)
{
	add_value(p, out, cap);
	add_field(p, phrase_put_lag, _(", "), "", "", out, cap);
	add_field(p, phrase_put_needed, _(", "), _("needed a year from here on: "), "", out, cap);
	end_status(p, out, cap);
}

// 7, and the reasons why a figure is not judged.
static void say_unjudged(const struct phrase *p, char *out, size_t cap)
{
	char sum[PHRASE_TEXT] = "", period[PHRASE_TEXT], text[PHRASE_LONG];
	phrase_put_sum(p, sum, sizeof sum);
	if (p->s->value.has) {
		add_value(p, out, cap);
	} else if (sum[0] != '\0') {
		phrase_put_period(p, p->s->sum_period, period, sizeof period);
		add(sum, sizeof sum, phrase_measure(p));
		format_value(p, period, sum, text, sizeof text);
		add(out, cap, text);
		add_field(p, phrase_put_missing, _(", "), _("missing "), "", out, cap);
	} else {
		add(out, cap, phrase_unit_name(p));
		add(out, cap, p->ind->name);
	}
	if (phrase_is_year_only(p->s)) {
		add(out, cap, _(": there is no figure of a whole year yet, not judged."));
		return;
	}
	if (nothing_reported(p->s)) {
		add_field(p, phrase_put_status, _(": "), "", _("."), out, cap);
		return;
	}
	if (p->s->value.has || sum[0] == '\0')
		add_field(p, phrase_put_reason, _(": "), "", "", out, cap);
	end_status(p, out, cap);
}

// 8: 节点逾期 with its days, then the status.
static void say_stage(const struct phrase *p, char *out, size_t cap)
{
	char text[PHRASE_LONG];
	const struct standing *s = p->s;
	add(out, cap, phrase_unit_name(p));
	add(out, cap, p->ind->name);
	if (s->nodes_overdue > 0)
		add(out, cap, text_format(text, sizeof text, _(": \"%s\" is %d days overdue"), s->overdue_name, s->overdue_days));
	else
		add_field(p, phrase_put_row, _(": "), "", "", out, cap);
	if (s->status != STANDING_NO_DATA && s->status != STANDING_NO_TARGET && !(s->has_stage && s->stage == STAGE_DONE))
		end_status(p, out, cap);
	else
		add(out, cap, _("."));
}

// 9: 增速9项中7项可比，均快于全省；2项全省数未公布，暂不判定。
static void say_comparison(const struct phrase *p, char *out, size_t cap)
{
	char text[PHRASE_TEXT];
	add(out, cap, p->ind->name);
	add_field(p, phrase_put_coverage, _(": "), "", "", out, cap);
	add_field(p, phrase_put_better, _(", "), "", "", out, cap);
	if (p->s->reported < p->s->due)
		add(out, cap, text_format(text, sizeof text, _("; of %d no provincial figure is published"),
			p->s->due - p->s->reported));
	end_status(p, out, cap);
}

// A position in the province, or a figure whose target is words.
static void say_words(const struct phrase *p, char *out, size_t cap)
{
	if (p->ind->kind == PLAN_POSITION) {
		add(out, cap, p->ind->name);
		add_field(p, phrase_put_place, _(": "), "", "", out, cap);
	} else {
		add_value(p, out, cap);
	}
	add_field(p, phrase_put_target_words, _("; "), "", "", out, cap);
	add(out, cap, _("."));
}

void phrase_put_sentence(const struct phrase *p, char *out, size_t cap)
{
	const struct standing *s = p->s;
	if (p->ind->kind == PLAN_STAGES && !s->lag.has)
		say_stage(p, out, cap);
	else if (p->ind->kind == PLAN_COMPARISON)
		say_comparison(p, out, cap);
	else if (p->ind->kind == PLAN_POSITION || s->status == STANDING_NO_TARGET)
		say_words(p, out, cap);
	else if (s->status == STANDING_NO_DATA)
		say_unjudged(p, out, cap);
	else if (s->status == STANDING_NO_BASE)
		say_no_base(p, out, cap);
	else if (s->path == STANDING_GROWTH)
		say_growth(p, out, cap);
	else if (s->proven_lag)
		say_proven(p, out, cap);
	else
		say_judged(p, out, cap);
}

// 3: 鄢陵县1—6月技术合同成交额0.21亿元，完成年度目标1.01亿元的20.8%，落后序时29.2个百分点。
void phrase_put_year_sentence(const struct phrase *p, char *out, size_t cap)
{
	const struct standing_year *year = &p->s->year;
	char figure[NUM_TEXT], target[NUM_TEXT], done[NUM_TEXT], period[PERIOD_TEXT], text[PHRASE_LONG];
	if (!year->has || !year->ytd.has)
		return;
	phrase_round_toward(p, year->ytd.v, year->target, p->ind->decimals, figure);
	period_format(year->period, PERIOD_TO_DATE, period);
	text_format(text, sizeof text, _("%s%s: %s %s%s"), phrase_unit_name(p), period, p->ind->name, figure, phrase_measure(p));
	add(out, cap, text);
	if (year->target.has && phrase_round_percent(year->done, done)) {
		rat_format(year->target.v, p->ind->decimals, NUM_HALF_AWAY, target);
		add(out, cap,
			text_format(text, sizeof text, _(", the year's target %s%s done %s"), target, phrase_measure(p), done));
		add_field(p, phrase_put_year_lag, _(", "), "", "", out, cap);
	}
	if (phrase_round_percent(year->last_share, done))
		add(out, cap, text_format(text, sizeof text, _("; the same months last year had %s of their year"), done));
	add(out, cap, _("."));
}
