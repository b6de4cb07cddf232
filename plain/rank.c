// SPDX-License-Identifier: MIT
// The units of one indicator in their order by a figure, and its path over the years.
#include "core/rank.h"

#include <stdlib.h>

#include "core/i18n.h"
#include "core/period.h"
#include "core/phrase.h"
#include "core/share.h"
#include "core/target_words.h"
#include "core/text.h"
#include "core/trend.h"
#include "plain/part.h"

// ------------------------------------------------------------ the ranking

struct ranked {
	enum phrase_view view;
	struct survey *survey;
	struct ranking ranking;
	struct shares shares;
};

// The places of the period before, as the ranking on screen compares them.
static enum err read_before(const struct plain *p, struct ranked *r, const int *units, int len)
{
	const struct standing *whole = survey_at(r->survey, p->plan->root);
	struct survey_query query = plain_query(p);
	struct survey *survey = NULL;
	struct ranking before = {.len = 0};
	query.period = rank_period_before(p->plan, whole);
	if (query.period == 0)
		return ERR_OK;
	enum err err = survey_indicator(p->store, p->plan, &query, whole->indicator, &survey);
	if (err == ERR_OK)
		err = rank_units(p->plan, survey, r->view, units, len, &before);
	if (err == ERR_OK)
		rank_compare(&r->ranking, &before);
	ranking_done(&before);
	survey_free(survey);
	return err;
}

static enum err read_ranking(const struct plain *p, struct ranked *r, int indicator)
{
	const struct survey_query query = plain_query(p);
	int len;
	const int *units = plan_unit_children(p->plan, p->plan->root, &len);
	enum err err = survey_indicator(p->store, p->plan, &query, indicator, &r->survey);
	if (err == ERR_OK)
		err = shares_of(&r->shares, r->survey, p->plan, indicator, p->plan->root);
	if (err == ERR_OK)
		err = rank_units(p->plan, r->survey, r->view, units, len, &r->ranking);
	return err == ERR_OK ? read_before(p, r, units, len) : err;
}

static void say_part(struct plain *p, const struct shares *shares, int unit)
{
	char percent[NUM_TEXT + 2];
	for (int i = 0; i < shares->len; i++) {
		const struct share *share = &shares->rows[i];
		if (share->unit != unit || share->place == 0)
			continue;
		if (share_percent(share->part, percent, sizeof percent)[0] != '\0')
			plain_say(p, _("its gap is number %d in size, %s of the whole gap"), share->place, percent);
		else
			plain_say(p, _("its gap is number %d in size"), share->place);
	}
}

static void say_place(struct plain *p, const struct ranked *r, const struct rank_row *row)
{
	if (row->place > 0 && row->before > 0)
		plain_say(p, _("place %d of %d that can be judged, of %d; a period before place %d"), row->place, r->ranking.ranked, r->ranking.len,
			row->before);
	else if (row->place > 0)
		plain_say(p, _("place %d of %d that can be judged, of %d"), row->place, r->ranking.ranked, r->ranking.len);
}

static void say_rows(struct plain *p, const struct ranked *r)
{
	char words[PLAIN_TEXT];
	for (int i = 0; i < r->ranking.len && !p->over; i++) {
		const struct rank_row *row = &r->ranking.rows[i];
		struct phrase_cell cell;
		const struct standing *s = survey_at(r->survey, row->unit);
		plain_say(p, _("%s: %s"), p->plan->units[row->unit].name, plain_standing(p, s, words, sizeof words));
		phrase_cell_of(p->plan, s, r->view, true, 0, &cell);
		if (cell.text[0] != '\0')
			plain_say(p, "%s %s%s", phrase_view_name(r->view), cell.mark == '~' ? "~" : "", cell.text);
		say_place(p, r, row);
		say_part(p, &r->shares, row->unit);
	}
}

void plain_say_ranking(struct plain *p, int indicator, enum phrase_view view)
{
	struct ranked r = {.view = view};
	char words[PLAIN_TEXT];
	if (!plain_failed(p, read_ranking(p, &r, indicator))) {
		plain_say_standing(p, survey_at(r.survey, p->plan->root));
		plain_say_text(p, target_sum_words(p->plan, indicator, words, sizeof words));
		plain_say(p, _("The units, ranked by: %s"), phrase_view_name(view));
		say_rows(p, &r);
	}
	ranking_done(&r.ranking);
	shares_done(&r.shares);
	survey_free(r.survey);
}

// ------------------------------------------------------------ which indicator

struct numbers { int *indicators, len; };

static const char *number_name(const struct plain *p, const void *ctx, int row, char *out, size_t cap)
{
	return text_format(out, cap, "%s", p->plan->indicators[((const struct numbers *)ctx)->indicators[row]].name);
}

// Those in numbers, chosen again and again, each handed to TELL.
static void each_number(struct plain *p, void (*tell)(struct plain *p, int indicator))
{
	struct numbers numbers = {calloc((size_t)p->plan->indicators_len + 1, sizeof *numbers.indicators), 0};
	int row = 0;
	if (numbers.indicators == NULL) {
		plain_failed(p, err_set(ERR_MEMORY, "%s", _("no memory")));
		return;
	}
	for (int i = 0; i < p->plan->indicators_len; i++)
		if (p->plan->indicators[i].kind == PLAN_NUMBER)
			numbers.indicators[numbers.len++] = i;
	for (bool again = false; row != PLAN_NONE; again = true) {
		row = plain_pick_again(p, _("Which indicator?"), numbers.len, number_name, &numbers, again);
		if (row != PLAN_NONE)
			tell(p, numbers.indicators[row]);
	}
	free(numbers.indicators);
}

static const char *view_name(const struct plain *p, const void *ctx, int row, char *out, size_t cap)
{
	(void)p;
	(void)ctx;
	return text_format(out, cap, "%s", phrase_view_name((enum phrase_view)row));
}

static void rank_by(struct plain *p, int indicator)
{
	int view = plain_pick(p, _("Rank by which figure?"), PHRASE_VIEW_REPORT, view_name, NULL);
	if (view != PLAN_NONE)
		plain_say_ranking(p, indicator, (enum phrase_view)view);
}

void plain_ranking(struct plain *p, void *at)
{
	(void)at;
	each_number(p, rank_by);
}

// ------------------------------------------------------------ the trend

static const char *value_words(const struct plain *p, const struct trend *trend, const struct trend_point *point, char *out, size_t cap)
{
	if (point->projected)
		phrase_write(p->plan, &trend->now, PHRASE_PROJECTED, out, cap);
	else
		trend_figure(p->plan, trend, point->value, out, cap);
	if (out[0] == '\0' && point->period <= p->period)
		text_format(out, cap, "%s", _("no figure"));
	return out;
}

static void say_point(struct plain *p, const struct trend *trend, const struct trend_point *point)
{
	char period[PERIOD_TEXT], value[PHRASE_TEXT], path[PHRASE_TEXT], apart[PHRASE_TEXT], words[2 * PHRASE_TEXT] = "";
	period_format(point->period, PERIOD_REPORT, period);
	value_words(p, trend, point, value, sizeof value);
	trend_figure(p->plan, trend, point->path, path, sizeof path);
	trend_distance(p->plan, trend, point, apart, sizeof apart);
	if (path[0] != '\0')
		text_format(words, sizeof words, "%s%s %s%s%s", value[0] != '\0' ? "; " : "", _("on path"), path, apart[0] != '\0' ? "; " : "", apart);
	if (value[0] == '\0' && words[0] == '\0')
		return;
	plain_say(p, "%s%s: %s%s", period, point->projected ? _(" (computed from the last year, not forecast)") : "", value, words);
}

static void say_trend(struct plain *p, int indicator)
{
	const struct survey_query query = plain_query(p);
	struct trend *trend = calloc(1, sizeof *trend);
	if (trend == NULL) {
		plain_failed(p, err_set(ERR_MEMORY, "%s", _("no memory")));
		return;
	}
	if (!plain_failed(p, trend_load(p->store, p->plan, &query, indicator, p->unit, trend))) {
		plain_say(p, "%s %s (%s)", p->plan->units[p->unit].name, p->plan->indicators[indicator].name, p->plan->indicators[indicator].measure);
		for (int i = 0; i < trend->len && !p->over; i++)
			say_point(p, trend, &trend->points[i]);
		plain_say_text(p, trend_missing(p->plan, trend));
	}
	free(trend);
}

void plain_trend(struct plain *p, void *at)
{
	(void)at;
	each_number(p, say_trend);
}
