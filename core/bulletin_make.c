// SPDX-License-Identifier: MIT
// A bulletin is made: everything is read in one view of the file, then its chapters are written one after the other.
#include <stdlib.h>
#include <string.h>

#include "core/bulletin_part.h"
#include "core/change.h"
#include "core/i18n.h"
#include "core/period.h"
#include "core/text.h"

// ------------------------------------------------------------ the paragraph at hand

static void append(struct bulletin_work *work, const char *text)
{
	size_t more = strlen(text);
	if (work->len + more + 1 > work->cap) {
		size_t cap = (work->len + more + 1) * 2;
		char *grown = realloc(work->text, cap);
		work->failed = work->failed || grown == NULL;
		if (grown == NULL)
			return;
		work->text = grown;
		work->cap = cap;
	}
	memcpy(work->text + work->len, text, more + 1);
	work->len += more;
}

void bulletin_put(struct bulletin_work *work, const char *format, ...)
{
	char piece[2 * PHRASE_LONG];
	va_list args;
	va_start(args, format);
	text_vformat(piece, sizeof piece, format, args);
	va_end(args);
	append(work, piece);
}

void bulletin_rest(struct bulletin_work *work, const struct standing *s)
{
	if (work->rests_len == work->rests_cap) {
		int cap = work->rests_cap == 0 ? 32 : work->rests_cap * 2;
		struct bulletin_rest *grown = realloc(work->rests, (size_t)cap * sizeof *grown);
		work->failed = work->failed || grown == NULL;
		if (grown == NULL)
			return;
		work->rests = grown;
		work->rests_cap = cap;
	}
	work->rests[work->rests_len++] = (struct bulletin_rest){s->indicator, s->unit};
}

bool bulletin_put_field(struct bulletin_work *work, const char *before, const struct standing *s, enum phrase_field field)
{
	char text[PHRASE_LONG];
	if (phrase_write(work->plan, s, field, text, sizeof text)[0] == '\0')
		return false;
	append(work, before);
	append(work, text);
	bulletin_rest(work, s);
	return true;
}

// Where sentences are Chinese, names out of the plan take their signs, whatever the plan's columns have.
static enum err add(struct bulletin_work *work, enum bulletin_kind kind)
{
	const char *text = work->len > 0 ? work->text : "";
	size_t cap = 3 * strlen(text) + 1;
	if (strcmp(_("."), ".") == 0)
		return bulletin_add(work->out, kind, text);
	char *full = malloc(cap);
	if (full == NULL)
		return err_set(ERR_MEMORY, "%s", _("out of memory"));
	enum err err = bulletin_add(work->out, kind, text_full_signs(text, full, cap));
	free(full);
	return err;
}

enum err bulletin_end(struct bulletin_work *work, enum bulletin_kind kind)
{
	enum err err = work->failed ? err_set(ERR_MEMORY, "%s", _("out of memory")) : add(work, kind);
	for (int i = 0; i < work->rests_len && err == ERR_OK; i++)
		err = bulletin_rest_on(work->out, work->rests[i].indicator, work->rests[i].unit);
	work->len = 0;
	work->rests_len = 0;
	return err;
}

enum err bulletin_say(struct bulletin_work *work, enum bulletin_kind kind, const char *text)
{
	append(work, text);
	return bulletin_end(work, kind);
}

bool bulletin_is_behind(const struct standing *s)
{
	return s->status == STANDING_BEHIND || s->status == STANDING_CRITICAL || s->status == STANDING_MISSED;
}

char *bulletin_day(const struct bulletin_work *work, int day, char *out, size_t cap)
{
	if (day / 10000 == work->ask->today / 10000)
		return text_format(out, cap, _("%02d-%02d"), day / 100 % 100, day % 100);
	return text_format(out, cap, _("%d-%02d-%02d"), day / 10000, day / 100 % 100, day % 100);
}

// ------------------------------------------------------------ reading

static enum err read_surveys(struct bulletin_work *work)
{
	const struct plan *plan = work->plan;
	enum err err = survey_unit(work->store, plan, &work->query, plan->root, &work->city);
	work->by_unit = calloc((size_t)plan->indicators_len + 1, sizeof *work->by_unit);
	if (err == ERR_OK && work->by_unit == NULL)
		err = err_set(ERR_MEMORY, "%s", _("out of memory"));
	for (int i = 0; i < plan->indicators_len && err == ERR_OK; i++)
		if (plan->indicators[i].kind == PLAN_NUMBER)
			err = survey_indicator(work->store, plan, &work->query, i, &work->by_unit[i]);
	return err;
}

static enum err read_all(struct bulletin_work *work)
{
	const struct report_ask ask = {work->ask->period, work->ask->today, work->ask->day_of};
	struct store_op last;
	enum err err = store_last_op(work->store, &last);
	if (err == ERR_OK && last.seq > 0) {
		change_check_code(last.hash, work->out->code);
		work->out->seen = last.seq;
	}
	if (err == ERR_OK)
		err = read_surveys(work);
	return err == ERR_OK ? report_list_load(&work->reports, work->store, work->plan, &ask) : err;
}

static void done(struct bulletin_work *work)
{
	for (int i = 0; work->by_unit != NULL && i < work->plan->indicators_len; i++)
		survey_free(work->by_unit[i]);
	free(work->by_unit);
	survey_free(work->city);
	report_list_done(&work->reports);
	free(work->text);
	free(work->rests);
}

// ------------------------------------------------------------ the whole

static enum err head(struct bulletin_work *work)
{
	char period[PERIOD_TEXT], day[64];
	period_format(work->ask->period, PERIOD_REPORT, period);
	bulletin_put(work, _("%s: how it was carried out, %s"), work->plan->title, period);
	enum err err = bulletin_end(work, BULLETIN_TITLE);
	if (err == ERR_OK)
		err = bulletin_say(work, BULLETIN_NUMBER, _("not numbered"));
	if (err != ERR_OK || !work->plan->demo)
		return err;
	bulletin_put(work, _("Demo data: every figure is invented. Drawn up on %s."),
		bulletin_day(work, work->ask->today, day, sizeof day));
	return bulletin_end(work, BULLETIN_TEXT);
}

static enum err write_all(struct bulletin_work *work)
{
	static enum err (*const chapters[])(struct bulletin_work *work) = {head, bulletin_overall, bulletin_targets, bulletin_units,
		bulletin_tasks, bulletin_reports, bulletin_corrections, bulletin_needs};
	int today = work->ask->today;
	enum err err = ERR_OK;
	for (size_t i = 0; i < sizeof chapters / sizeof chapters[0] && err == ERR_OK; i++)
		err = chapters[i](work);
	if (err != ERR_OK)
		return err;
	bulletin_put(work, _("%d-%02d-%02d"), today / 10000, today / 100 % 100, today % 100);
	return bulletin_end(work, BULLETIN_SIGN);
}

static enum err check_period(const struct plan *plan, const struct bulletin_ask *ask)
{
	char period[PERIOD_TEXT];
	period_format(ask->period, PERIOD_REPORT, period);
	if (period_year(ask->period) <= plan->base_year)
		return err_set(ERR_REFUSED, _("no bulletin of %s: the plan begins with %d; name a period from then on"), period,
			plan->base_year + 1);
	if (period_last_day(ask->period) >= ask->today)
		return err_set(ERR_REFUSED, _("no bulletin of %s: that period has not ended yet; name one that has"), period);
	return ERR_OK;
}

enum err bulletin_make(struct bulletin *out, struct store *store, const struct plan *plan, const struct bulletin_ask *ask)
{
	struct bulletin_work work = {.store = store, .plan = plan, .ask = ask, .out = out,
		.query = {.period = ask->period, .today = ask->today, .figures = SURVEY_ACCEPTED}};
	enum err err = check_period(plan, ask);
	if (err != ERR_OK)
		return err;
	out->period = ask->period;
	err = store_begin(store);
	if (err != ERR_OK)
		return err;
	err = read_all(&work);
	if (err == ERR_OK)
		err = write_all(&work);
	store_end(store);
	done(&work);
	return err;
}
