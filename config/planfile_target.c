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
	struct planread_target *grown = config_grow(r->targets, r->targets_len, &r->targets_cap, sizeof *grown);
	if (grown == NULL) {
		r->err = ERR_MEMORY;
		return;
	}
	r->targets = grown;
	grown[r->targets_len++] = (struct planread_target){ *target, (int)(spot->row - r->rows), spot->at };
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

static int compare(const void *a, const void *b)
{
	const struct planread_target *x = a, *y = b;
	const int orders[] = { x->target.indicator - y->target.indicator, x->target.unit - y->target.unit,
		(int)x->target.kind - (int)y->target.kind, x->target.year - y->target.year, x->key - y->key };
	size_t i = 0;
	while (i < sizeof orders / sizeof orders[0] - 1 && orders[i] == 0)
		i++;
	return orders[i];
}

// Gives each target its indicator and unit and hands it to the plan; those of a section that could not say them (told) are
// dropped.
void planread_settle_targets(struct planread *r)
{
	struct plan *plan = r->plan;
	plan->targets = calloc((size_t)r->targets_len + 1, sizeof *plan->targets);
	if (plan->targets == NULL) {
		r->err = err_set(ERR_MEMORY, _("there is no memory left"));
		return;
	}
	int kept = 0;
	for (int i = 0; i < r->targets_len; i++) {
		struct planread_target *t = &r->targets[i];
		const struct planread_goal *goal = planread_part(r, &r->rows[t->row], PART_GOAL);
		t->target.indicator = goal->indicator;
		t->target.unit = goal->unit;
		if (goal->indicator == PLAN_NONE || goal->unit == PLAN_NONE) {
			free(t->target.text);
			continue;
		}
		t->target.doc = goal->doc != NULL ? planread_dup(r, goal->doc) : NULL;
		r->targets[kept++] = *t;
	}
	r->targets_len = kept;
	if (kept > 0)
		qsort(r->targets, (size_t)kept, sizeof *r->targets, compare);
	for (int i = 0; i < kept; i++)
		plan->targets[i] = r->targets[i].target;
	plan->targets_len = kept;
}

#define ABOUT(r, t) r, &(r)->rows[(t)->row], (r)->scan.keys[(t)->key].name

// BASE: the year its path begins, that of the baseline of the same indicator and unit, else the plan's base year.
static void check_year(struct planread *r, const struct planread_target *t, int base)
{
	const struct plan *plan = r->plan;
	int year = t->target.year;
	bool baseline = t->target.kind == PLAN_BASELINE;
	if (plan->base_year == 0 || plan->target_year == 0)
		return;                                  // told already
	if (baseline && year >= plan->target_year)
		planread_about(ABOUT(r, t), _("expected a year before the target year %d"), plan->target_year);
	else if (!baseline && year <= base)
		planread_about(ABOUT(r, t), _("expected a year after the base year %d"), base);
	else if (!baseline && year > plan->target_year)
		planread_about(ABOUT(r, t), _("expected a year not after the plan's target year %d"), plan->target_year);
}

static void check_figure(struct planread *r, const struct planread_target *t)
{
	const struct plan_indicator *indicator = &r->plan->indicators[t->target.indicator];
	bool counted = indicator->kind == PLAN_COMPARISON || indicator->kind == PLAN_STAGES;
	int64_t step = NUM_SCALE;
	for (int i = 0; i < indicator->decimals; i++)
		step /= 10;
	if (t->target.form == PLAN_FORM_TEXT)
		return;
	if (counted)
		planread_about(ABOUT(r, t), _("a comparison, milestone, project or task has no number as target: write text"));
	else if (t->target.figure % step != 0 || t->target.high % step != 0)
		planread_about(ABOUT(r, t), _("more decimals than the %d of its indicator"), indicator->decimals);
}

// Two of one year, or two baselines, for the same indicator and unit: mostly in two sections.
static void check_double(struct planread *r, const struct planread_target *before, const struct planread_target *t)
{
	if (before->target.kind != t->target.kind || (before->target.year != t->target.year && t->target.kind != PLAN_BASELINE))
		return;
	const struct planread_target *first = before->key < t->key ? before : t, *second = first == t ? before : t;
	planread_about(ABOUT(r, second), _("stands in line %d already: keep one of the two"), r->scan.keys[first->key].line);
}

// A target that lies behind the baseline would be met before the plan begins: mostly a digit is missing, or the direction
// is wrong. A rank has no path that could lead to it, so nothing is said of one.
static void check_direction(struct planread *r, const struct planread_target *baseline, const struct planread_target *t)
{
	const struct plan_indicator *indicator = &r->plan->indicators[t->target.indicator];
	bool figure = t->target.form == PLAN_FORM_VALUE || t->target.form == PLAN_FORM_RANGE;
	int64_t goal = t->target.form == PLAN_FORM_RANGE && indicator->down ? t->target.high : t->target.figure;
	int64_t from = baseline->target.figure;
	char text[NUM_TEXT];
	if (!figure || indicator->path == PLAN_PATH_NONE || (indicator->down ? goal <= from : goal >= from))
		return;
	num_format(from, indicator->decimals, text);
	if (indicator->down)
		planread_about(ABOUT(r, t), _("lies above the baseline %s although smaller is better: mend the number, or write "
			"path = none where it is not to fall"), text);
	else
		planread_about(ABOUT(r, t), _("lies below the baseline %s although larger is better: mend the number, or write "
			"direction = down, or path = none where it is not to rise"), text);
}

// Sorted, so that what concerns one indicator and unit lies together, its baseline first.
void planread_check_targets(struct planread *r)
{
	const struct planread_target *baseline = NULL;
	for (int i = 0; i < r->targets_len; i++) {
		const struct planread_target *t = &r->targets[i], *before = i > 0 ? t - 1 : NULL;
		bool first = before == NULL || before->target.indicator != t->target.indicator
			|| before->target.unit != t->target.unit;
		if (first)
			baseline = t->target.kind == PLAN_BASELINE ? t : NULL;
		else
			check_double(r, before, t);
		check_year(r, t, baseline != NULL ? baseline->target.year : r->plan->base_year);
		if (baseline != NULL && t->target.kind == PLAN_TARGET)
			check_direction(r, baseline, t);
		check_figure(r, t);
	}
}
