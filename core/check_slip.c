// SPDX-License-Identifier: MIT
// Figures that look mistyped: too many digits, the single period for the year to date, a neighbour's figure, two digits
// exchanged; else simply a jump. Each asks what the figure should be held against, and gives the figure it takes to be meant.
//
// What is near and what is far are the numbers named below; tests/unit/test_check_slips.c measures what they catch and what
// they raise for nothing.
#include <string.h>

#include "core/check_part.h"
#include "core/i18n.h"
#include "core/period.h"
#include "core/text.h"

#define FLOOR_STOCK 15                   // percent: a change up to this is never a jump
#define FLOOR_FLOW 30
#define COURSE 40                        // percent that a year may leave the course of the last
#define FEW 3                            // past changes that it takes to know a unit's spread
#define LEAST_STEPS 5                    // of the last decimal

// The cell, what it is held against, and how far it is from that.
struct jump { struct check_figure base; struct check_change change, most; int len; bool far; };

static enum err read_jump(struct check *check, struct jump *out)
{
	int64_t figure = check->entry->figure;
	*out = (struct jump){ .most = { 1, 1, 1, 1, 0 } };
	enum err err = check_against(check, &out->base);
	if (err != ERR_OK || !out->base.has || out->base.figure < 0 || figure < 0)
		return err;
	out->change = check_change_of(out->base.figure, figure, check->entry->period);
	bool tiny = check_is_small(check, out->change.high) || out->change.high - out->change.low < LEAST_STEPS * check_step(check->element);
	if (tiny || !check_change_over(&out->change, check_is_flow(check) ? FLOOR_FLOW : FLOOR_STOCK))
		return ERR_OK;
	err = check_spread(check, &out->most, &out->len);
	if (out->len >= FEW)
		out->far = check_change_beyond(&out->change, &out->most, 3, 2);
	else
		out->far = check_change_over(&out->change, CHECK_LEAP) && check_change_beyond(&out->change, &out->most, 3, 2);
	return err;
}

static struct check_finding start(const struct check *check, const struct jump *jump)
{
	struct check_finding finding = check_finding_of(check);
	finding.other = check->entry->element;
	finding.other_period = jump->base.period;
	check_write_number(check->element, check->entry->figure, finding.left);
	check_write_number(check->element, jump->base.figure, finding.right);
	return finding;
}

// ------------------------------------------------------------ ten times

// 是上年同期0.97的11.5倍; of something larger 只有上期68的10.3%
static void write_compared(const struct check *check, const struct check_figure *base, char *out, size_t cap)
{
	char when[CHECK_WORDS], number[NUM_TEXT], times[NUM_TEXT];
	int64_t figure = check->entry->figure;
	check_write_when(check, base->period, when, sizeof when);
	check_write_number(check->element, base->figure, number);
	if (figure >= base->figure)
		check_write_times(figure, base->figure, times);
	else
		check_write_percent(base->figure, base->figure - figure, times, sizeof times);
	text_format(out, cap, figure >= base->figure ? _("%s times the %s of %s") : _("only %s of the %s of %s"), times, number, when);
}

// A flow is told beside the last figure of its year, too.
static enum err write_both(struct check *check, const struct jump *jump, char *out, size_t cap)
{
	char first[CHECK_WORDS], second[CHECK_WORDS];
	struct check_figure last = { 0 };
	enum err err = check_is_flow(check) ? check_this_year(check, &last) : ERR_OK;
	write_compared(check, &jump->base, first, sizeof first);
	if (err != ERR_OK || !last.has || last.figure <= 0 || last.figure > check->entry->figure) {
		text_format(out, cap, "%s", first);
		return err;
	}
	write_compared(check, &last, second, sizeof second);
	text_format(out, cap, _("%s, %s"), first, second);
	return ERR_OK;
}

enum err check_rule_slip(struct check *check)
{
	char both[CHECK_WHY / 2], question[CHECK_WORDS];
	struct jump jump;
	enum err err = read_jump(check, &jump);
	if (err != ERR_OK || !jump.far || jump.base.figure == 0 || !check_change_over(&jump.change, CHECK_LEAP))
		return err;
	int64_t cure = check_cure(check, (jump.base.figure + 1) / 2, jump.base.figure * 2);      // within half and twice
	if (cure == 0)
		return ERR_OK;
	struct check_finding finding = start(check, &jump);
	check_write_number(check->element, cure, finding.cure);
	err = write_both(check, &jump, both, sizeof both);
	check_write_question(check, question, sizeof question);
	text_format(finding.why, sizeof finding.why, _("it is %s; %s"), both, question);
	return err == ERR_OK ? check_tell(check, &finding) : err;
}

// ------------------------------------------------------------ single period for year to date

// What the figure should be if the year goes on as it began: last of this year * last year's growth since then.
struct course { struct check_figure last, then, before; };       // last: of this year; then, before: the same months of last year

static enum err read_course(struct check *check, struct course *out, bool *known)
{
	const struct entry *entry = check->entry;
	*known = false;
	enum err err = check_is_flow(check) ? check_this_year(check, &out->last) : ERR_OK;
	if (err != ERR_OK || !check_is_flow(check) || !out->last.has || out->last.figure <= 0)
		return err;
	err = check_before(check, check_year_steps(check), &out->then);
	if (err == ERR_OK)
		err = check_look(check, entry->element, entry->unit, period_add(out->last.period, -12), &out->before);
	*known = out->then.has && out->before.has && out->then.figure > 0 && out->before.figure > 0;
	return err;
}

// Relative distance of FIGURE from last * then / before.
static struct check_change off_course(const struct course *course, int64_t figure)
{
	struct rat expected = { 0, 1 };
	int64_t whole = 0;
	if (rat_make((num_i128)course->last.figure * course->then.figure, course->before.figure, &expected) == ERR_OK &&
	    expected.n / expected.d < NUM_LIMIT)
		whole = (int64_t)(expected.n / expected.d);
	return check_change_of(whole, figure, 0);
}

enum err check_rule_single(struct check *check)
{
	struct course course = { { 0 }, { 0 }, { 0 } };
	bool known;
	int64_t figure = check->entry->figure, cure;
	enum err err = read_course(check, &course, &known);
	if (err != ERR_OK || !known || figure <= 0 || check_is_small(check, figure) || num_add(figure, course.last.figure, &cure) != ERR_OK)
		return err;
	struct check_change typed = off_course(&course, figure), added = off_course(&course, cure);
	bool low = figure < typed.from && figure != course.last.figure && check_change_over(&typed, FLOOR_FLOW);
	if (!low || check_change_over(&added, COURSE) || !check_change_beyond(&typed, &added, 3, 1))
		return ERR_OK;
	struct jump jump = { .base = course.last };
	struct check_finding finding = start(check, &jump);
	char when[CHECK_WORDS];
	check_write_when(check, course.last.period, when, sizeof when);
	check_write_number(check->element, cure, finding.cure);
	text_format(finding.why, sizeof finding.why,
		_("it looks like the single period; with the %s of %s, year to date it would be %s"), finding.right, when, finding.cure);
	return check_tell(check, &finding);
}

// ------------------------------------------------------------ the next cell's

static bool in_same_form(const struct check *check, int element)
{
	const struct entry *entry = check->entry;
	const struct plan_element *e = &check->plan->elements[element];
	return (e->kind == PLAN_STOCK || e->kind == PLAN_FLOW) && e->owner == check->element->owner &&
		plan_element_asked(check->plan, element, entry->unit, entry->period);
}

static int next_element(const struct check *check, int way)
{
	int element = check->entry->element + way;
	while (element >= 0 && element < check->plan->elements_len && !in_same_form(check, element))
		element += way;
	return element >= 0 && element < check->plan->elements_len ? element : PLAN_NONE;
}

static int next_unit(const struct check *check, int way)
{
	int len;
	const int *units = plan_element_units(check->plan, check->entry->element, &len);
	for (int i = 0; i < len; i++)
		if (units[i] == check->entry->unit)
			return i + way >= 0 && i + way < len ? units[i + way] : PLAN_NONE;
	return PLAN_NONE;
}

struct neighbour { int element, unit; struct check_figure base; };

static enum err look_next(struct check *check, struct neighbour *next, const struct jump *jump, bool *fits)
{
	struct entry there = *check->entry;
	*fits = false;
	if (next->element == PLAN_NONE || next->unit == PLAN_NONE)
		return ERR_OK;
	there.element = next->element;
	there.unit = next->unit;
	there.note = there.doc = "";                 // those of the cell at hand are gone once the source was asked
	struct check beside = check_begin(check->plan, check->source, &there, check->fn, check->ctx);
	enum err err = check_against(&beside, &next->base);
	int64_t step = check_step(beside.element), figure = check->entry->figure;
	if (err != ERR_OK || !next->base.has || check_is_small(&beside, next->base.figure) || figure % step != 0)
		return err;
	struct check_change change = check_change_of(next->base.figure, figure, 0);
	*fits = !check_change_over(&change, 25) && check_change_beyond(&jump->change, &change, 4, 1);
	return ERR_OK;
}

static enum err tell_shift(struct check *check, const struct jump *jump, const struct neighbour *next)
{
	struct check_finding finding = start(check, jump);
	const struct plan_element *element = &check->plan->elements[next->element];
	char number[NUM_TEXT], mine[CHECK_WORDS];
	bool other_unit = next->unit != check->entry->unit;
	check_write_number(element, next->base.figure, number);
	write_compared(check, &jump->base, mine, sizeof mine);
	text_format(finding.why, sizeof finding.why, _("it is %s, but near the %s of %s: is it the next cell's?"), mine, number,
		other_unit ? check->plan->units[next->unit].name : element->short_name);
	return check_tell(check, &finding);
}

enum err check_rule_shifted(struct check *check)
{
	const struct entry *entry = check->entry;
	struct jump jump;
	enum err err = read_jump(check, &jump);
	if (err != ERR_OK || !jump.far || jump.base.figure == 0)
		return err;
	struct neighbour next[] = {
		{ .element = next_element(check, -1), .unit = entry->unit }, { .element = next_element(check, 1), .unit = entry->unit },
		{ .element = entry->element, .unit = next_unit(check, -1) }, { .element = entry->element, .unit = next_unit(check, 1) },
	};
	for (size_t i = 0; i < sizeof next / sizeof next[0]; i++) {
		bool fits;
		err = look_next(check, &next[i], &jump, &fits);
		if (err != ERR_OK || fits)
			return err == ERR_OK ? tell_shift(check, &jump, &next[i]) : err;
	}
	return ERR_OK;
}

// ------------------------------------------------------------ two digits exchanged

// The exchange that comes nearest to BASE; 0 none.
static int64_t best_exchange(const struct check *check, int64_t base)
{
	int64_t figure = check->entry->figure, step = check_step(check->element), best = 0;
	for (int64_t place = step; figure / place >= 10; place *= 10) {
		int64_t low = figure / place % 10, high = figure / place / 10 % 10;
		int64_t other = figure + (low - high) * 9 * place;
		bool leads = figure / place < 100;
		if (low == high || (leads && low == 0))
			continue;
		struct check_change now = check_change_of(base, other, 0), had = check_change_of(base, best, 0);
		if (best == 0 || check_change_beyond(&had, &now, 1, 1))
			best = other;
	}
	return best;
}

enum err check_rule_swapped(struct check *check)
{
	struct jump jump;
	enum err err = read_jump(check, &jump);
	if (err != ERR_OK || !jump.far || jump.base.figure <= 0)
		return err;
	int64_t cure = best_exchange(check, jump.base.figure);
	struct check_change cured = check_change_of(jump.base.figure, cure, 0);
	if (cure == 0 || !check_change_beyond(&jump.change, &cured, 4, 1))
		return ERR_OK;
	struct check_finding finding = start(check, &jump);
	char growth[CHECK_WORDS], when[CHECK_WORDS];
	check_write_when(check, jump.base.period, when, sizeof when);
	check_write_growth(jump.base.figure, check->entry->figure, growth, sizeof growth);
	check_write_number(check->element, cure, finding.cure);
	text_format(finding.why, sizeof finding.why, _("from the %s of %s it is %s; are two digits exchanged, %s?"), finding.right,
		when, growth, finding.cure);
	return check_tell(check, &finding);
}

// ------------------------------------------------------------ a jump

enum err check_rule_spread(struct check *check)
{
	char when[CHECK_WORDS], figure[CHECK_WORDS], growth[CHECK_WORDS], most[CHECK_WORDS], then[CHECK_WORDS];
	struct jump jump;
	enum err err = read_jump(check, &jump);
	if (err != ERR_OK || !jump.far || jump.base.figure == 0)
		return err;
	struct check_finding finding = start(check, &jump);
	check_write_when(check, jump.base.period, when, sizeof when);
	check_write_figure(check->element, jump.base.figure, figure, sizeof figure);
	check_write_growth(jump.base.figure, check->entry->figure, growth, sizeof growth);
	if (jump.len < FEW) {
		text_format(finding.why, sizeof finding.why, _("from the %s of %s it is %s"), figure, when, growth);
		return check_tell(check, &finding);
	}
	check_write_growth(jump.most.from, jump.most.to, most, sizeof most);
	check_write_when(check, jump.most.period, then, sizeof then);
	check_write_percent(jump.base.figure, check->entry->figure, finding.left, sizeof finding.left);
	check_write_percent(jump.most.from, jump.most.to, finding.right, sizeof finding.right);
	text_format(finding.why, sizeof finding.why, check_is_flow(check) ?
		_("from the %s of %s it is %s, beyond the largest of all years, %s (%s)") :
		_("from the %s of %s it is %s, beyond the largest of all times, %s (%s)"), figure,
		when, growth, most, then);
	return check_tell(check, &finding);
}
