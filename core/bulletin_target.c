// SPDX-License-Identifier: MIT
// The bulletin by what is to be reached: how many stand where; each indicator that is behind, since when, what is lacking and who
// makes most of it; what is reached or in time; what cannot be judged.
#include <stdlib.h>

#include "core/bulletin_part.h"
#include "core/i18n.h"
#include "core/period.h"
#include "core/share.h"

// Units with the largest gaps: how far down, and how many names are too many.
#define PLACES 3
#define MOST_NAMED 5

static bool is_number(const struct bulletin_work *work, int indicator)
{
	return work->plan->indicators[indicator].kind != PLAN_STAGES;
}

// ------------------------------------------------------------ overall

static void put_count(struct bulletin_work *work, const struct survey_count *count)
{
	const char *before = "";
	for (int i = 0; i < STANDING_STATUSES; i++) {
		if (count->by_status[i] == 0)
			continue;
		const char *word = i == STANDING_NO_DATA ? _("not judged") : phrase_status((enum standing_status)i, false);
		bulletin_put(work, _("%s%s %d"), before, word, count->by_status[i]);
		before = _(" and ");
	}
}

static void rest_on_all(struct bulletin_work *work, bool numbers)
{
	for (int i = 0; i < work->plan->indicators_len; i++)
		if (is_number(work, i) == numbers)
			bulletin_rest(work, survey_at(work->city, i));
}

static enum err say_tasks(struct bulletin_work *work)
{
	struct survey_count tasks;
	survey_count_stages(work->city, &tasks);
	if (tasks.rows == 0)
		return ERR_OK;
	bulletin_put(work, _("Of %d milestones, projects and tasks: "), tasks.rows);
	put_count(work, &tasks);
	bulletin_put(work, "%s", _("."));
	rest_on_all(work, false);
	return bulletin_end(work, BULLETIN_TEXT);
}

enum err bulletin_overall(struct bulletin_work *work)
{
	struct survey_count figures;
	char point[PERIOD_TEXT], day[64];
	enum err err = bulletin_say(work, BULLETIN_HEAD, _("1. Overall"));
	if (err != ERR_OK)
		return err;
	survey_count_indicators(work->city, &figures);
	period_format(work->ask->period, PERIOD_POINT, point);
	bulletin_put(work, _("%s, of %d indicators: "), point, figures.rows);
	put_count(work, &figures);
	bulletin_put(work, _(". On pace: %d."), figures.on_pace);
	rest_on_all(work, true);
	err = bulletin_end(work, BULLETIN_TEXT);
	if (err == ERR_OK)
		err = say_tasks(work);
	if (err != ERR_OK)
		return err;
	bulletin_put(work, _("All figures of this bulletin are accepted ones, as known on %s."),
		bulletin_day(work, work->ask->today, day, sizeof day));
	return bulletin_end(work, BULLETIN_TEXT);
}

// ------------------------------------------------------------ who makes the gap

struct largest { const struct shares *shares; const struct survey *survey; int places, named; bool parts, same; };

static bool is_named(const struct largest *of, int i)
{
	return of->shares->rows[i].gap.has && of->shares->rows[i].place <= of->places;
}

static void look(struct largest *of, int places)
{
	const struct share *first = NULL;
	of->places = places;
	of->named = 0;
	of->parts = of->same = true;
	for (int i = 0; i < of->shares->len; i++) {
		const struct share *row = &of->shares->rows[i];
		if (!is_named(of, i))
			continue;
		first = first == NULL ? row : first;
		of->named++;
		of->parts = of->parts && row->part.has;
		of->same = of->same && rat_cmp(row->gap.v, first->gap.v) == 0;
	}
}

// The three largest with their ties; where those are many, the largest only.
static void choose(struct largest *of)
{
	look(of, PLACES);
	if (of->named > MOST_NAMED)
		look(of, 1);
}

static void put_parts(struct bulletin_work *work, const struct largest *of)
{
	struct rat part = rat_of_int(0);
	char percent[NUM_TEXT];
	enum err err = ERR_OK;
	for (int i = 0; i < of->shares->len && err == ERR_OK; i++)
		if (is_named(of, i))
			err = rat_add(part, of->shares->rows[i].part.v, &part);
	if (err != ERR_OK || rat_mul(part, rat_of_int(100), &part) != ERR_OK)
		return;
	rat_format(part, 1, NUM_HALF_AWAY, percent);
	bulletin_put(work, of->named > 1 ? _(", together %s%% of the whole gap") : _(", %s%% of the whole gap"), percent);
}

// In official order; units that lack the same share a place.
static void put_largest(struct bulletin_work *work, const struct largest *of)
{
	const struct standing *last = NULL;
	const char *before = "";
	bool together = of->same && of->named > 1;
	bulletin_put(work, "%s", of->parts ? _(" The gap is largest in ") : _(" Furthest from the own target: "));
	for (int i = 0; i < of->shares->len; i++) {
		if (!is_named(of, i))
			continue;
		last = survey_at(of->survey, of->shares->rows[i].unit);
		bulletin_put(work, "%s%s", before, work->plan->units[of->shares->rows[i].unit].name);
		before = _(" and ");
		if (together) {
			bulletin_rest(work, last);
			continue;
		}
		bulletin_put_field(work, _(" ("), last, PHRASE_GAP_MEASURED);
		bulletin_put(work, "%s", _(")"));
	}
	if (together)
		bulletin_put_field(work, _(", each "), last, PHRASE_GAP_MEASURED);
	if (of->parts)
		put_parts(work, of);
	bulletin_put(work, "%s", _("."));
}

static enum err put_shares(struct bulletin_work *work, int indicator)
{
	struct shares shares = {0};
	struct largest of = {.shares = &shares, .survey = work->by_unit[indicator]};
	if (of.survey == NULL)
		return ERR_OK;
	enum err err = shares_of(&shares, of.survey, work->plan, indicator, work->plan->root);
	if (err == ERR_OK)
		choose(&of);
	if (err == ERR_OK && of.named > 0)
		put_largest(work, &of);
	shares_done(&shares);
	return err;
}

// ------------------------------------------------------------ by target

// A growth tells what is needed in its own sentence, a figure without a path what it lacks.
static void put_needed(struct bulletin_work *work, const struct standing *s)
{
	if (s->path == STANDING_GROWTH || !s->gap.has || rat_sign(s->gap.v) <= 0 || s->ended)
		return;
	bool gap = (s->done.has || s->proven_lag) && bulletin_put_field(work, _(" To the target "), s, PHRASE_GAP_MEASURED);
	bool needed = bulletin_put_field(work, gap ? _(", needed a year from here on: ") : _(" Needed a year from here on: "), s,
		PHRASE_NEEDED_MEASURED);
	if (gap || needed)
		bulletin_put(work, "%s", _("."));
}

static enum err say_behind(struct bulletin_work *work, int indicator)
{
	const struct standing *s = survey_at(work->city, indicator);
	char words[PERIOD_TEXT];
	int since;
	enum err err = survey_since(work->store, work->plan, &work->query, indicator, work->plan->root, &since);
	if (err != ERR_OK)
		return err;
	bulletin_put_field(work, "", s, PHRASE_SENTENCE);
	if (since != 0) {
		period_format(since, PERIOD_REPORT, words);
		bulletin_put(work, _(" Behind since %s."), words);
	}
	put_needed(work, s);
	err = put_shares(work, indicator);
	return err == ERR_OK ? bulletin_end(work, BULLETIN_ITEM) : err;
}

static enum err say_sentence(struct bulletin_work *work, int indicator)
{
	bulletin_put_field(work, "", survey_at(work->city, indicator), PHRASE_SENTENCE);
	return bulletin_end(work, BULLETIN_ITEM);
}

static const struct group {
	const char *head, *none;
	unsigned statuses;
	enum err (*say)(struct bulletin_work *work, int indicator);
} groups[] = {
	{N_("(1) Behind"), N_("None of those that can be judged is behind."),
		1U << STANDING_BEHIND | 1U << STANDING_CRITICAL | 1U << STANDING_MISSED, say_behind},
	{N_("(2) Reached, ahead or in time"), N_("No indicator is reached, ahead or in time."),
		1U << STANDING_MET | 1U << STANDING_AHEAD | 1U << STANDING_ON_TRACK, say_sentence},
	{N_("(3) Not judged"), N_("All indicators can be judged."),
		1U << STANDING_NO_BASE | 1U << STANDING_NO_DATA | 1U << STANDING_NO_TARGET, say_sentence},
};

static enum err say_group(struct bulletin_work *work, const struct group *group)
{
	int said = 0;
	enum err err = bulletin_say(work, BULLETIN_SUBHEAD, _(group->head));
	for (int i = 0; i < work->plan->indicators_len && err == ERR_OK; i++) {
		if (!is_number(work, i) || (group->statuses >> survey_at(work->city, i)->status & 1U) == 0)
			continue;
		err = group->say(work, i);
		said++;
	}
	return err == ERR_OK && said == 0 ? bulletin_say(work, BULLETIN_TEXT, _(group->none)) : err;
}

enum err bulletin_targets(struct bulletin_work *work)
{
	enum err err = bulletin_say(work, BULLETIN_HEAD, _("2. By target"));
	for (size_t i = 0; i < sizeof groups / sizeof groups[0] && err == ERR_OK; i++)
		err = say_group(work, &groups[i]);
	return err;
}
