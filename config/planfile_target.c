// SPDX-License-Identifier: MIT
// Baselines and targets of a plan file: a number with or without a qualifier, a range, an increment or words.
#include <stdlib.h>
#include <stdio.h>
#include <string.h>

#include "config/grow.h"
#include "config/planread.h"
#include "core/i18n.h"
#include "core/num.h"

#define RANGE ".."

static bool read_range(const char *value, const char *dots, struct plan_target *target)
{
	char low[NUM_TEXT];
	size_t len = (size_t)(dots - value);
	if (len >= sizeof low)
		return false;
	memcpy(low, value, len);
	low[len] = '\0';
	target->form = PLAN_FORM_RANGE;
	return num_parse_plain(low, &target->figure) == ERR_OK && num_parse_plain(dots + strlen(RANGE), &target->high) == ERR_OK
		&& target->figure < target->high;
}

// Only the word `text` makes a target of words: else a slip (6OO) would become one.
static bool read_form(const char *value, struct plan_target *target)
{
	static const struct { const char *sign; enum num_qualifier qualifier; } qualifiers[] = {
		{ ">=", NUM_AT_LEAST }, { ">", NUM_ABOVE }, { "~", NUM_ABOUT }
	};
	const char *dots = strstr(value, RANGE);
	target->form = PLAN_FORM_VALUE;
	if (strcmp(value, "text") == 0) {
		target->form = PLAN_FORM_TEXT;
		return true;
	}
	if (dots != NULL)
		return read_range(value, dots, target);
	if (value[0] == '+') {
		target->form = PLAN_FORM_INCREMENT;
		return num_parse_plain(value + 1, &target->figure) == ERR_OK && target->figure > 0;
	}
	for (size_t i = 0; i < sizeof qualifiers / sizeof qualifiers[0]; i++) {
		size_t len = strlen(qualifiers[i].sign);
		if (strncmp(value, qualifiers[i].sign, len) != 0)
			continue;
		target->qualifier = qualifiers[i].qualifier;
		value += len;
		break;
	}
	return num_parse_plain(value, &target->figure) == ERR_OK;
}

static void keep(const struct planread_spot *spot, const struct plan_target *target)
{
	struct planread *r = spot->r;
	struct plan *plan = r->plan;
	struct plan_target *targets = config_grow(plan->targets, plan->targets_len, &r->targets_cap, sizeof *targets);
	if (targets != NULL)
		plan->targets = targets;
	struct planread_place *places = config_grow(r->target_places, plan->targets_len, &r->places_cap, sizeof *places);
	if (places != NULL)
		r->target_places = places;
	if (targets == NULL || places == NULL) {
		r->err = ERR_MEMORY;
		return;
	}
	places[plan->targets_len] = (struct planread_place){ (int)(spot->row - r->rows), spot->at };
	targets[plan->targets_len++] = *target;
}

static const char *words_of(const struct planread_spot *spot)
{
	char key[32];
	snprintf(key, sizeof key, "words.%d", spot->suffix);
	return planread_value(spot->r, spot->row, key);
}

void planread_target(const struct planread_spot *spot, const char *value)
{
	struct plan_target target = { .kind = (enum plan_target_kind)spot->key->field, .year = spot->suffix };
	bool plain = target.kind != PLAN_TARGET;
	if (!read_form(value, &target) || (plain && (target.form != PLAN_FORM_VALUE || target.qualifier != NUM_EXACT))) {
		planread_wrong(spot, value);
		return;
	}
	const char *words = plain ? NULL : words_of(spot);
	if (target.form == PLAN_FORM_TEXT && words == NULL) {
		planread_say(spot, _("a target of words needs them in words.%d"), spot->suffix);
		return;
	}
	if (words != NULL)
		target.text = planread_dup(spot->r, words);
	keep(spot, &target);
}

// Read with the target; here only that there is one.
void planread_target_words(const struct planread_spot *spot, const char *value)
{
	char key[32];
	(void)value;
	snprintf(key, sizeof key, "target.%d", spot->suffix);
	if (iniscan_find(&spot->r->scan, spot->row->section, key) < 0)
		planread_say(spot, _("there is no %s that these words belong to"), key);
}

// ------------------------------------------------------------ once all is read

static void tell(struct planread *r, int target, const char *text)
{
	const struct iniscan_key *key = &r->scan.keys[r->target_places[target].key];
	planread_tell(r, key->line, r->scan.sections[key->section].name, key->name, "%s", text);
}

// The year its path begins: that of the baseline of the same indicator and unit, else the plan's base year.
static int base_year(const struct plan *plan, const struct plan_target *target)
{
	for (int i = 0; i < plan->targets_len; i++) {
		const struct plan_target *other = &plan->targets[i];
		if (other->kind == PLAN_BASELINE && other->indicator == target->indicator && other->unit == target->unit)
			return other->year;
	}
	return plan->base_year;
}

static void check_year(struct planread *r, int at)
{
	const struct plan *plan = r->plan;
	const struct plan_target *target = &plan->targets[at];
	char text[256];
	if (plan->base_year == 0 || plan->target_year == 0)
		return;                                  // told already
	int base = base_year(plan, target);
	if (target->kind == PLAN_BASELINE && target->year >= plan->target_year)
		snprintf(text, sizeof text, _("expected a year before the target year %d"), plan->target_year);
	else if (target->kind != PLAN_BASELINE && target->year <= base)
		snprintf(text, sizeof text, _("expected a year after the base year %d"), base);
	else if (target->kind != PLAN_BASELINE && target->year > plan->target_year)
		snprintf(text, sizeof text, _("expected a year not after the plan's target year %d"), plan->target_year);
	else
		return;
	tell(r, at, text);
}

static void check_figure(struct planread *r, int at)
{
	const struct plan_target *target = &r->plan->targets[at];
	const struct plan_indicator *indicator = &r->plan->indicators[target->indicator];
	bool counted = indicator->kind == PLAN_COMPARISON || indicator->kind == PLAN_STAGES;
	int64_t step = NUM_SCALE;
	char text[256];
	for (int i = 0; i < indicator->decimals; i++)
		step /= 10;
	if (target->form == PLAN_FORM_TEXT)
		return;
	if (counted) {
		tell(r, at, _("a comparison, milestone, project or task has no number as target: write text"));
	} else if (target->figure % step != 0 || target->high % step != 0) {
		snprintf(text, sizeof text, _("more decimals than the %d of its indicator"), indicator->decimals);
		tell(r, at, text);
	}
}

// Two of one year, or two baselines, for the same indicator and unit: in two sections, for one section cannot hold them.
static void check_double(struct planread *r, int at)
{
	const struct plan_target *target = &r->plan->targets[at];
	for (int i = 0; i < at; i++) {
		const struct plan_target *other = &r->plan->targets[i];
		bool same = other->indicator == target->indicator && other->unit == target->unit && other->kind == target->kind;
		if (!same || (other->year != target->year && target->kind != PLAN_BASELINE))
			continue;
		char text[256];
		snprintf(text, sizeof text, _("stands in line %d already: keep one of the two"),
			r->scan.keys[r->target_places[i].key].line);
		tell(r, at, text);
		return;
	}
}

// Gives each target its indicator and unit, and drops those of a section that could not say them (told).
void planread_settle_targets(struct planread *r)
{
	struct plan *plan = r->plan;
	int kept = 0;
	for (int i = 0; i < plan->targets_len; i++) {
		const struct planread_goal *goal = planread_part(r, &r->rows[r->target_places[i].row], PART_GOAL);
		struct plan_target target = plan->targets[i];
		target.indicator = goal->indicator;
		target.unit = goal->unit;
		target.doc = goal->doc != NULL ? planread_dup(r, goal->doc) : NULL;
		if (target.indicator == PLAN_NONE || target.unit == PLAN_NONE) {
			free(target.text);
			free(target.doc);
			continue;
		}
		r->target_places[kept] = r->target_places[i];
		plan->targets[kept++] = target;
	}
	plan->targets_len = kept;
}

void planread_check_targets(struct planread *r)
{
	for (int i = 0; i < r->plan->targets_len; i++) {
		check_year(r, i);
		check_figure(r, i);
		check_double(r, i);
	}
}
