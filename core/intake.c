// SPDX-License-Identifier: MIT
// See intake.h. Each rule of entry is one function that either lets a cell pass or leaves its sentence; the first that
// refuses decides. Figures of the root and of comparison units are published ones: they need a source and may lie before
// the plan, everything else is what a unit is asked for.
#include "core/intake_part.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "core/entry_words.h"
#include "core/i18n.h"
#include "core/intake_gate.h"
#include "core/period.h"
#include "core/text.h"

#define YEARS_AFTER 1     // figures of the last year are still corrected in the year after

struct request {
	const struct plan *plan;
	const struct plan_element *element;
	const struct plan_unit *unit;
	const struct intake_cell *cell;
	const struct entry *present;      // never NULL
	const char *note, *doc;           // what will stand
	int today;
	struct intake_result *out;
};
typedef bool rule_fn(struct request *request);     // false: refused, and said why

static bool refuse(struct request *request, const char *format, ...) __attribute__((format(printf, 2, 3)));
static bool refuse(struct request *request, const char *format, ...)
{
	char why[sizeof request->out->why];
	va_list args;
	va_start(args, format);
	vsnprintf(why, sizeof why, format, args);
	va_end(args);
	text_format(request->out->why, sizeof request->out->why, "%s", why);
	request->out->verdict = INTAKE_REFUSED;
	return false;
}

static bool is_above_units(const struct request *request)
{
	return request->unit->compare || request->cell->unit == request->plan->root;
}

static bool is_published(const struct request *request)
{
	return request->element->kind == PLAN_PUBLISHED || (is_above_units(request) &&
		!plan_element_applies(request->plan, request->cell->element, request->cell->unit));
}

bool intake_words_hold(const char *text, size_t most, const char *what, char *why, size_t cap)
{
	if (text_valid_utf8(text, strlen(text)) != strlen(text))
		text_format(why, cap, _("not saved: the %s is not valid UTF-8; type it again"), what);
	else if (text_has_controls(text))
		text_format(why, cap, _("not saved: the %s contains a control or escape character; take it out"), what);
	else if (strlen(text) > most)
		text_format(why, cap, _("not saved: the %s is too long (%zu bytes, at most %zu); shorten it"), what, strlen(text), most);
	else
		return true;
	return false;
}

static bool check_words(struct request *request, const char *text, size_t most, const char *what)
{
	if (text == NULL || intake_words_hold(text, most, what, request->out->why, sizeof request->out->why))
		return true;
	request->out->verdict = INTAKE_REFUSED;
	return false;
}

static bool rule_texts(struct request *request)
{
	const char *typed = request->cell->text;
	if (typed != NULL && text_valid_utf8(typed, strlen(typed)) != strlen(typed))
		return refuse(request, _("not saved: what was typed is not valid UTF-8; type it again"));
	return check_words(request, request->cell->note, INTAKE_NOTE_BYTES, _("note")) &&
		check_words(request, request->cell->doc, INTAKE_DOC_BYTES, _("document number"));
}

static bool rule_kind(struct request *request)
{
	if (request->element->kind != PLAN_STAGE)
		return true;
	return refuse(
		request, _("not saved: %s has a stage, not a figure; it cannot be keyed in here"), request->element->short_name);
}

static bool rule_source(struct request *request)
{
	if (!is_published(request) || request->doc[0] != '\0' || request->cell->kind == ENTRY_CLEARED)
		return true;
	if (request->element->kind == PLAN_PUBLISHED)
		return refuse(request, _("not saved: %s is a published figure; give its source or document number"),
			request->element->short_name);
	return refuse(request, _("not saved: %s is reported by the units and summed; a figure of %s itself needs its source or "
		"document number"), request->element->short_name, request->unit->name);
}

static bool rule_unit(struct request *request)
{
	const struct intake_cell *cell = request->cell;
	char from[PERIOD_TEXT], to[PERIOD_TEXT];
	if (!is_published(request) && !plan_element_applies(request->plan, cell->element, cell->unit))
		return refuse(request, _("not saved: %s is not asked of %s"), request->element->short_name, request->unit->name);
	if (plan_unit_valid(request->plan, cell->unit, cell->period))
		return true;
	period_format(request->unit->from, PERIOD_ASCII, from);
	period_format(request->unit->to, PERIOD_ASCII, to);
	if (request->unit->to == PLAN_ALWAYS_TO)
		return refuse(request, _("not saved: %s reports from %s on"), request->unit->name, from);
	if (request->unit->from <= PLAN_ALWAYS_FROM)
		return refuse(request, _("not saved: %s reports until %s only"), request->unit->name, to);
	return refuse(request, _("not saved: %s reports from %s to %s only"), request->unit->name, from, to);
}

static bool rule_range_of_plan(struct request *request)
{
	int period = request->cell->period, first = period_make(request->plan->base_year, 1);
	int last = period_make(request->plan->target_year + YEARS_AFTER, 12);
	if (!period_valid(period))
		return refuse(request, _("not saved: %d is no period; write 2023Q4, 2023H2, 2023 or 202312"), period);
	if (period > last || (period < first && !is_published(request)))
		return refuse(
			request, _("not saved: %d lies outside the plan; figures are taken from %d to %d"), period, first, last);
	if (period > request->element->retired)
		return refuse(request, _("not saved: %s is not asked any more; its last period was %d"),
			request->element->short_name, request->element->retired);
	return true;
}

static const char *const frequency_words[13] = {
	[1] = N_("every month"),
	[3] = N_("every quarter, for months 3, 6, 9 and 12"),
	[6] = N_("every half-year, for months 6 and 12"),
	[12] = N_("once a year, for month 12"),
};

static bool rule_frequency(struct request *request)
{
	int period = request->cell->period, months = request->element->months;
	if (request->element->kind != PLAN_PUBLISHED && !period_in_frequency(period, months))
		return refuse(request, _("not saved: %s is reported %s; %d is not one of them"), request->element->short_name,
			_(frequency_words[months]), period);
	if (period_first_day(period_add(period, 1 - months)) > request->today)
		return refuse(request, _("not saved: %d has not begun yet"), period);
	return true;
}

bool intake_asked(const struct plan *plan, const struct intake_cell *cell, int today, char *why, size_t cap)
{
	static rule_fn *const rules[] = { rule_range_of_plan, rule_unit, rule_frequency };
	struct intake_result result = { .verdict = INTAKE_NOTHING };
	struct request request = {
		.plan = plan, .element = &plan->elements[cell->element], .unit = &plan->units[cell->unit], .cell = cell,
		.today = today, .out = &result,
	};
	for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++)
		if (!rules[i](&request)) {
			text_format(why, cap, "%s", result.why);
			return false;
		}
	return true;
}

static rule_fn *const cell_rules[] = {
	rule_texts, rule_kind, rule_range_of_plan, rule_unit, rule_frequency, rule_source,
};

static bool check_limits(struct request *request, int64_t figure)
{
	const struct plan_element *element = request->element;
	char low[NUM_TEXT], high[NUM_TEXT], typed[ENTRY_WORDS];
	bool below = element->has_low && figure < element->low, above = element->has_high && figure > element->high;
	if (!below && !above)
		return true;
	entry_figure_words(figure, element->decimals, NUM_EXACT, element->measure, typed, sizeof typed);
	num_format(element->low, element->decimals, low);
	num_format(element->high, element->decimals, high);
	if (!element->has_high)
		return refuse(
			request, _("not saved: %s of %s is below the least that can be, %s"), element->short_name, typed, low);
	if (!element->has_low)
		return refuse(
			request, _("not saved: %s of %s is above the most that can be, %s"), element->short_name, typed, high);
	return refuse(request, _("not saved: %s of %s is outside what can be, %s to %s"), element->short_name, typed, low, high);
}

// The reason of 不适用 goes with it.
static void drop_reason(struct request *request)
{
	if (request->present->change != 0 && request->present->kind == ENTRY_NOT_APPLICABLE && request->cell->note == NULL)
		request->note = "";
}

static bool take_value(struct request *request, const struct num_typed *typed)
{
	const struct intake_cell *cell = request->cell;
	const struct entry *present = request->present;
	struct entry *after = &request->out->after;
	bool same = present->change != 0 && present->kind == ENTRY_VALUE && present->figure == typed->figure;
	drop_reason(request);
	after->kind = ENTRY_VALUE;
	after->figure = typed->figure;
	after->qualifier = typed->qualified ? typed->qualifier : cell->set_qualifier ? cell->qualifier :
		same ? present->qualifier : NUM_EXACT;
	after->copied = cell->copied;
	after->final = cell->set_final ? cell->final : present->kind == ENTRY_VALUE && present->final;
	return check_limits(request, typed->figure);
}

static bool take_not_applicable(struct request *request)
{
	const struct entry *present = request->present;
	bool said = request->cell->note != NULL || (present->change != 0 && present->kind == ENTRY_NOT_APPLICABLE);
	request->out->after.kind = ENTRY_NOT_APPLICABLE;
	if (!said || request->note[strspn(request->note, " ")] == '\0')
		return refuse(request, _("not saved: \"not applicable\" needs its reason; write it in the note"));
	return true;
}

static bool take_not_reported(struct request *request)
{
	int day = request->cell->promised;
	drop_reason(request);
	request->out->after.kind = ENTRY_NOT_REPORTED;
	request->out->after.promised = day;
	if (day == 0 || (period_valid(day / 100) && day % 100 >= 1 && day <= period_last_day(day / 100)))
		return true;
	return refuse(request, _("not saved: %d is no day; write it as 20240709"), day);
}

// 未报, with the day as it is printed or as people write it.
static bool take_promise(struct request *request, const char *text)
{
	char quote[4 * INTAKE_DAY];
	drop_reason(request);
	request->out->after.kind = ENTRY_NOT_REPORTED;
	if (period_parse_promise(text, request->cell->period, request->today, &request->out->after.promised) == ERR_OK)
		return true;
	return refuse(request, _("not saved: after \"not reported\" the day it will come is expected, as in 未报(7月9日补报) or "
		"未报:20240709; \"%s\" is no day; or choose not reported and give the day then"), text_quote(text, INTAKE_DAY, quote, sizeof quote));
}

// Cleared: the words went with the figure unless they were given anew.
static bool take_cleared(struct request *request)
{
	request->out->after.kind = ENTRY_CLEARED;
	request->note = request->cell->note != NULL ? request->cell->note : "";
	request->doc = request->cell->doc != NULL ? request->cell->doc : "";
	return true;
}

static bool take_text(struct request *request)
{
	struct num_typed typed;
	const char *text = request->cell->text != NULL ? request->cell->text : "";
	char day[INTAKE_DAY];
	if (intake_not_reported(text, day))
		return take_promise(request, day);
	num_parse(text, request->element->measure, request->element->decimals, &typed);
	if (typed.kind == NUM_BLANK)
		return take_cleared(request);
	if (typed.kind == NUM_NOT_APPLICABLE)
		return take_not_applicable(request);
	if (typed.kind == NUM_VALUE)
		return take_value(request, &typed);
	memcpy(request->out->reading, typed.reading, sizeof typed.reading);
	return refuse(request, "%s", typed.why);
}

typedef bool take_fn(struct request *request);
static take_fn *const takes[] = {
	[ENTRY_CLEARED] = take_cleared,
	[ENTRY_VALUE] = take_text,
	[ENTRY_NOT_REPORTED] = take_not_reported,
	[ENTRY_NOT_APPLICABLE] = take_not_applicable,
};

static bool is_same(const struct entry *a, const struct entry *b)
{
	return a->kind == b->kind && a->figure == b->figure && a->qualifier == b->qualifier && a->final == b->final &&
		a->promised == b->promised && a->copied == b->copied && strcmp(a->note, b->note) == 0 && strcmp(a->doc, b->doc) == 0;
}

static enum intake_verdict compare_with_present(const struct request *request)
{
	const struct entry *present = request->present, *after = &request->out->after;
	if (present->change == 0)
		return after->kind == ENTRY_CLEARED ? INTAKE_NOTHING : INTAKE_WRITE;
	return is_same(present, after) ? INTAKE_NOTHING : INTAKE_WRITE;
}

void intake_read(const struct plan *plan, const struct intake_cell *cell, const struct entry *present, int today,
	struct intake_result *out)
{
	bool there = present->change != 0;
	struct request request = {
		.plan = plan, .element = &plan->elements[cell->element], .unit = &plan->units[cell->unit], .cell = cell,
		.present = present, .today = today, .out = out,
		.note = cell->note != NULL ? cell->note : there ? present->note : "",
		.doc = cell->doc != NULL ? cell->doc : there ? present->doc : "",
	};
	memset(out, 0, sizeof *out);
	out->saw = present->change;
	out->before = there ? present->kind : ENTRY_CLEARED;
	out->after.element = cell->element;
	out->after.unit = cell->unit;
	out->after.period = cell->period;
	out->after.note = out->after.doc = "";
	for (size_t i = 0; i < sizeof cell_rules / sizeof cell_rules[0]; i++)
		if (!cell_rules[i](&request))
			return;
	if (!takes[cell->kind](&request))
		return;
	out->after.note = request.note;
	out->after.doc = request.doc;
	out->after.accepted = is_above_units(&request) && request.doc[0] != '\0';
	out->verdict = compare_with_present(&request);
}

static enum err put_all(struct store *store, const struct plan *plan, const struct intake_result *results, int len, int64_t *seq)
{
	struct intake_gate gate = { false };
	for (int i = 0; i < len; i++) {
		if (results[i].verdict != INTAKE_WRITE)
			continue;
		struct entry present = results[i].after;
		present.kind = results[i].before;
		present.change = results[i].saw;
		enum err err = intake_gate_pass(store, plan, &gate, &present);
		if (err == ERR_OK)
			err = ledger_put_entry(store, plan, &results[i].after, results[i].saw);
		if (err != ERR_OK)
			return err;
	}
	return ledger_commit(store, seq);
}

enum err intake_save(struct store *store, const struct plan *plan, const struct ledger_op *op,
	const struct intake_result *results, int len, int64_t *seq)
{
	int first = 0;
	*seq = 0;
	while (first < len && results[first].verdict != INTAKE_WRITE)
		first++;
	if (first == len)
		return ERR_OK;
	enum err err = ledger_begin(store, op);
	if (err != ERR_OK)
		return err;
	err = put_all(store, plan, results, len, seq);
	if (err != ERR_OK)
		ledger_rollback(store);
	return err;
}
