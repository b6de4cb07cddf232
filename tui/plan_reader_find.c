// SPDX-License-Identifier: MIT
// What of a plan's rows can be found (plan_reader.h): each row once, by any of its wordings, over all chapters.
#include "tui/plan_reader.h"

static int stops(const void *state)
{
	const struct plan_reader *r = state;
	return r->stops_len;
}

static int stop_shown(const void *state)
{
	const struct plan_reader *r = state;
	int place = plan_reader_place(r);
	for (int i = 0; i < r->stops_len; i++)
		if (r->stops[i].line == r->chapters.focus && (place == PLAN_NONE || r->stops[i].place == place))
			return i;
	return 0;
}

// A row is found by each of its wordings; an id leads to the chapter in which that wording stands.
static enum match match_wording(const struct plan_reader *r, const struct plan_stop *stop, int wording, const char *wanted)
{
	const struct plan *plan = r->app->plan;
	const struct plan_place *place = &plan->places[wording];
	const struct plan_indicator *indicator = &plan->indicators[place->indicator];
	const char *const words[] = {place->words, indicator->name, indicator->short_name, NULL};
	bool here = plan_chapter_of(plan, place->outline) == r->contents.lines[stop->line].ref;
	enum match match = match_row(wanted, 0, place->code, words);
	return match == MATCH_EXACT && !here ? MATCH_HOLDS : match;
}

static enum match match_stop(const void *state, int row, const char *wanted)
{
	const struct plan_reader *r = state;
	const struct plan_place *places = r->app->plan->places;
	const struct plan_stop *stop = &r->stops[row];
	enum match best = MATCH_NOT;
	for (int i = 0; i < r->app->plan->places_len; i++) {
		bool ours = places[i].indicator == places[stop->place].indicator;
		enum match match = ours ? match_wording(r, stop, i, wanted) : MATCH_NOT;
		best = match > best ? match : best;
	}
	return best;
}

static unsigned go_to_stop(void *state, int row)
{
	struct plan_reader *r = state;
	enum err err = plan_reader_go(r, &r->stops[row]);
	return screen_failed(r->app, err);
}

const struct find_ops plan_reader_find = {stops, match_stop, stop_shown, go_to_stop};
