// SPDX-License-Identifier: MIT
// See intake_target.h. Each rule is one function that lets the target pass or leaves its sentence; the first that refuses
// decides, and the document number comes last: it is asked for only where all else holds.
#include "core/intake_target.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "core/figure.h"
#include "core/i18n.h"
#include "core/target_words.h"
#include "core/text.h"

struct request {
	const struct plan *plan;
	const struct plan_indicator *indicator;
	const struct intake_target *ask;
	const struct plan_target *present;
	struct intake_target_result *out;
};
typedef bool rule_fn(struct request *r);           // false: refused, and said why

static bool refuse(struct request *r, const char *format, ...) __attribute__((format(printf, 2, 3)));
static bool refuse(struct request *r, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	text_vformat(r->out->why, sizeof r->out->why, format, args);
	va_end(args);
	r->out->verdict = INTAKE_REFUSED;
	return false;
}

static const char *unit_name(const struct request *r)
{
	return r->plan->units[r->ask->unit].name;
}

// ------------------------------------------------------------ may it be keyed in at all

static bool rule_kind(struct request *r)
{
	if (r->indicator->kind != PLAN_NUMBER)
		return refuse(r, _("not saved: %s is no number; its target stands in the plan file as words"), r->indicator->short_name);
	if (r->ask->kind == PLAN_BASELINE && r->indicator->formula == PLAN_GROWTH)
		return refuse(r, _("not saved: a growth has no baseline; key in the figure of %d that it starts from"), r->ask->year);
	return true;
}

static bool rule_unit(struct request *r)
{
	if (figure_concerns(r->plan, r->ask->indicator, r->ask->unit) && !r->plan->units[r->ask->unit].compare)
		return true;
	return refuse(r, _("not saved: %s is not asked of %s"), r->indicator->short_name, unit_name(r));
}

static bool rule_plan_file(struct request *r)
{
	if (r->present->change == 0 || r->present->keyed)
		return true;
	return refuse(r, _("not saved: the plan file gives this figure; change it there and run duibiao plan apply"));
}

// The one baseline that is keyed in, whatever its year; NULL none.
static const struct plan_target *keyed_baseline(const struct request *r)
{
	int first, end;
	plan_targets_of(r->plan, r->ask->indicator, r->ask->unit, &first, &end);
	return first < end && r->plan->targets[first].kind == PLAN_BASELINE ? &r->plan->targets[first] : NULL;
}

static bool rule_year(struct request *r)
{
	const struct plan_target *baseline = keyed_baseline(r);
	int year = r->ask->year, last = target_last_year(r->plan, r->ask->indicator, r->ask->unit);
	int base = baseline != NULL ? baseline->year : r->plan->base_year;
	if (r->ask->kind == PLAN_BASELINE && year >= last)
		return refuse(r, _("not saved: a baseline of %d does not lie before the target year %d"), year, last);
	if (r->ask->kind == PLAN_BASELINE && baseline != NULL && baseline->year != year)
		return refuse(r, _("not saved: the baseline of %s is that of %d; empty it first"), unit_name(r), baseline->year);
	if (r->ask->kind != PLAN_BASELINE && (year <= base || year > r->plan->target_year))
		return refuse(r, _("not saved: targets are for the years %d to %d; %d is none of them"), base + 1,
			r->plan->target_year, year);
	return true;
}

// ------------------------------------------------------------ what was typed

static bool read_number(struct request *r, const char *text, struct num_typed *typed)
{
	num_parse(text, r->indicator->measure, r->indicator->decimals, typed);
	if (typed->kind == NUM_VALUE)
		return true;
	if (typed->kind == NUM_REFUSED)
		return refuse(r, "%s", typed->why);
	return refuse(r, _("not saved: a target is a figure, a range (5~8) or an increment (+100); an empty cell is none"));
}

static bool take_increment(struct request *r, const char *text)
{
	struct num_typed typed;
	if (r->ask->kind == PLAN_BASELINE)
		return refuse(r, _("not saved: a baseline is one figure, not an increment"));
	if (!read_number(r, text, &typed))
		return false;
	if (typed.figure <= 0)
		return refuse(r, _("not saved: an increment is above zero"));
	r->out->after.form = PLAN_FORM_INCREMENT;
	r->out->after.figure = typed.figure;
	return true;
}

static bool take_range(struct request *r, char *low, const char *high)
{
	struct num_typed from, to;
	if (r->ask->kind == PLAN_BASELINE)
		return refuse(r, _("not saved: a baseline is one figure, not a range"));
	if (!read_number(r, low, &from) || !read_number(r, high, &to))
		return false;
	if (from.figure >= to.figure)
		return refuse(r, _("not saved: a range goes from the smaller figure to the larger one"));
	r->out->after.form = PLAN_FORM_RANGE;
	r->out->after.figure = from.figure;
	r->out->after.high = to.figure;
	return true;
}

static bool take_value(struct request *r, const char *text)
{
	struct num_typed typed;
	if (!read_number(r, text, &typed))
		return false;
	if (r->ask->kind == PLAN_BASELINE && typed.qualified && typed.qualifier != NUM_EXACT)
		return refuse(r, _("not saved: a baseline is an exact figure; leave out “about” or “at least”"));
	r->out->after.form = PLAN_FORM_VALUE;
	r->out->after.figure = typed.figure;
	r->out->after.qualifier = typed.qualifier;
	return true;
}

// "5~8" or "5..8" with something on both sides; *HIGH is the right one, the left ends where the sign began.
static bool split_range(char *text, const char **high)
{
	static const char *const signs[] = { "..", "~" };
	for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
		char *sign = strstr(text, signs[i]);
		if (sign == NULL || sign == text)
			continue;
		*high = sign + strlen(signs[i]);
		*sign = '\0';
		return true;
	}
	return false;
}

static bool rule_text(struct request *r)
{
	char text[256];
	const char *high;
	if (strlen(r->ask->text) >= sizeof text)
		return refuse(r, _("not saved: that is too long for a figure; shorten it"));
	text_format(text, sizeof text, "%s", r->ask->text);
	text_halve(text);
	char *typed = text + strspn(text, " ");
	if (typed[0] == '\0') {
		r->out->after.form = PLAN_FORM_NONE;
		return true;
	}
	if (typed[0] == '+')
		return take_increment(r, typed + 1);
	return split_range(typed, &high) ? take_range(r, typed, high) : take_value(r, typed);
}

// ------------------------------------------------------------ does it hold

static bool rule_limits(struct request *r)
{
	const struct plan_target *after = &r->out->after;
	if (r->indicator->formula != PLAN_VALUE || (after->form != PLAN_FORM_VALUE && after->form != PLAN_FORM_RANGE))
		return true;
	const struct plan_element *element = &r->plan->elements[r->indicator->x];
	int64_t top = after->form == PLAN_FORM_RANGE ? after->high : after->figure;
	char limit[NUM_TEXT];
	num_format(element->has_low && after->figure < element->low ? element->low : element->high, element->decimals, limit);
	if (element->has_low && after->figure < element->low)
		return refuse(r, _("not saved: %s cannot be below %s"), r->indicator->short_name, limit);
	if (element->has_high && top > element->high)
		return refuse(r, _("not saved: %s cannot be above %s"), r->indicator->short_name, limit);
	return true;
}

static bool against(const struct request *r, struct rat baseline, const struct plan_target *target)
{
	int64_t figure = target->form == PLAN_FORM_RANGE && r->indicator->down ? target->high : target->figure;
	int way = rat_cmp(rat_of_figure(figure), baseline);
	if (target->form != PLAN_FORM_VALUE && target->form != PLAN_FORM_RANGE)
		return false;
	return r->indicator->down ? way > 0 : way < 0;
}

static bool refuse_direction(struct request *r, struct rat baseline, const struct plan_target *target)
{
	char from[NUM_TEXT], to[TARGET_WORDS];
	rat_format(baseline, r->indicator->decimals, NUM_HALF_AWAY, from);
	target_words(r->plan, target, to, sizeof to);
	if (r->indicator->down)
		return refuse(r, _("not saved: smaller is better here, and the target of %d, %s, lies above the baseline %s"),
			target->year, to, from);
	return refuse(r, _("not saved: larger is better here, and the target of %d, %s, lies below the baseline %s"),
		target->year, to, from);
}

static bool rule_direction_of_baseline(struct request *r)
{
	int first, end;
	plan_targets_of(r->plan, r->ask->indicator, r->ask->unit, &first, &end);
	for (int i = first; i < end; i++) {
		const struct plan_target *target = &r->plan->targets[i];
		struct rat baseline = rat_of_figure(r->out->after.figure);
		if (target->kind == PLAN_TARGET && against(r, baseline, target))
			return refuse_direction(r, baseline, target);
	}
	return true;
}

static bool rule_direction(struct request *r)
{
	const struct plan_target *keyed = keyed_baseline(r);
	if (r->out->after.form == PLAN_FORM_NONE)
		return true;
	if (r->ask->kind == PLAN_BASELINE)
		return rule_direction_of_baseline(r);
	struct maybe baseline = r->ask->baseline;
	if (keyed != NULL)
		baseline = (struct maybe){ true, rat_of_figure(keyed->figure) };
	if (baseline.has && r->indicator->formula != PLAN_GROWTH && against(r, baseline.v, &r->out->after))
		return refuse_direction(r, baseline.v, &r->out->after);
	return true;
}

// Typed blindly down a column, the next cell's figure would end up as the document.
static bool is_figure(const char *doc)
{
	uint32_t code;
	bool any = false;
	for (size_t n; (n = text_next(doc, &code)) > 0; doc += n) {
		code = text_half(code);
		if (code > 0x7F || strchr("0123456789.,+~% ", (int)code) == NULL)
			return false;
		any = any || code != ' ';
	}
	return any;
}

static bool rule_document(struct request *r)
{
	const char *doc = r->ask->doc != NULL ? r->ask->doc : r->present->doc;
	if (r->out->after.form == PLAN_FORM_NONE)
		return true;
	if (text_has_controls(doc))
		return refuse(r, _("not saved: the document number contains a control or escape character; take it out"));
	if (strlen(doc) >= sizeof r->out->doc)
		return refuse(r, _("not saved: the document number is too long; shorten it"));
	r->out->needs_doc = true;
	if (is_figure(doc))
		return refuse(r, _("not saved: “%s” is a figure, not a document number; a document number has letters or characters"), doc);
	memcpy(r->out->doc, doc, strlen(doc) + 1);
	r->out->needs_doc = doc[strspn(doc, " ")] == '\0';
	if (!r->out->needs_doc)
		return true;
	return refuse(r, _("not saved: a baseline or target needs its document number; give it first"));
}

static rule_fn *const rules[] = {
	rule_kind, rule_unit, rule_plan_file, rule_year, rule_text, rule_limits, rule_direction, rule_document,
};

static bool is_same(const struct plan_target *a, const struct plan_target *b)
{
	if (a->form == PLAN_FORM_NONE || b->form == PLAN_FORM_NONE)
		return a->form == b->form;
	return a->form == b->form && a->figure == b->figure && a->high == b->high && a->qualifier == b->qualifier &&
		strcmp(a->doc, b->doc) == 0;
}

void intake_target_read(const struct plan *plan, const struct intake_target *ask, const struct plan_target *present,
	struct intake_target_result *out)
{
	static char none[] = "";
	struct request r = { plan, &plan->indicators[ask->indicator], ask, present, out };
	memset(out, 0, sizeof *out);
	out->saw = present->change;
	out->after = (struct plan_target){ .indicator = ask->indicator, .unit = ask->unit, .kind = ask->kind, .year = ask->year,
		.text = none, .doc = out->doc, .keyed = true };
	for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++)
		if (!rules[i](&r))
			return;
	out->verdict = is_same(&out->after, present) ? INTAKE_NOTHING : INTAKE_WRITE;
}

enum err intake_target_save(struct store *store, const struct plan *plan, const struct ledger_op *op,
	const struct intake_target_result *result, int64_t *seq)
{
	*seq = 0;
	if (result->verdict != INTAKE_WRITE)
		return ERR_OK;
	enum err err = ledger_begin(store, op);
	if (err != ERR_OK)
		return err;
	err = ledger_put_target(store, plan, &result->after, result->saw);
	if (err == ERR_OK)
		err = ledger_commit(store, seq);
	if (err != ERR_OK)
		ledger_rollback(store);
	return err;
}
