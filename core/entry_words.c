// SPDX-License-Identifier: MIT
// See entry_words.h.
#include "core/entry_words.h"

#include <string.h>

#include "core/i18n.h"
#include "core/period.h"
#include "core/text.h"

static const char *const unsaid[] = {
	[ENTRY_CLEARED] = N_("empty"),
	[ENTRY_NOT_REPORTED] = N_("not reported"),
	[ENTRY_NOT_APPLICABLE] = N_("not applicable"),
};

char *entry_number_words(const char *number, enum num_qualifier qualifier, const char *measure, char *out, size_t cap)
{
	if (qualifier == NUM_ABOVE)
		return text_format(out, cap, _("above %s%s"), number, measure);
	if (qualifier == NUM_AT_LEAST)
		return text_format(out, cap, _("at least %s%s"), number, measure);
	if (qualifier == NUM_ABOUT)
		return text_format(out, cap, _("about %s%s"), number, measure);
	return text_format(out, cap, "%s%s", number, measure);
}

char *entry_figure_words(int64_t figure, int decimals, enum num_qualifier qualifier, const char *measure, char *out, size_t cap)
{
	char number[NUM_TEXT];
	num_format(figure, decimals, number);
	return entry_number_words(number, qualifier, measure, out, cap);
}

char *entry_words(const struct plan *plan, const struct entry *entry, char *out, size_t cap)
{
	const struct plan_element *element = &plan->elements[entry->element];
	if (entry->change == 0 || entry->kind != ENTRY_VALUE)
		return text_format(out, cap, "%s", _(unsaid[entry->change == 0 ? ENTRY_CLEARED : entry->kind]));
	return entry_figure_words(entry->figure, element->decimals, entry->qualifier, element->measure, out, cap);
}

char *entry_words_name(const struct plan *plan, const struct entry *entry, char *out, size_t cap)
{
	const struct plan_element *element = &plan->elements[entry->element];
	char period[PERIOD_TEXT];
	period_format(entry->period, element->kind == PLAN_FLOW ? PERIOD_TO_DATE : PERIOD_POINT, period);
	return text_format(out, cap, _("%s, %s, %s"), plan->units[entry->unit].name, element->short_name, period);
}

char *entry_words_cell(const struct plan *plan, const struct entry *entry, char *out, size_t cap)
{
	if (entry->change == 0 || entry->kind == ENTRY_CLEARED)
		return text_format(out, cap, "%s", "");
	if (entry->kind == ENTRY_NOT_APPLICABLE)
		return text_format(out, cap, "%s", "/");
	if (entry->kind == ENTRY_NOT_REPORTED)
		return text_format(out, cap, "%s", _("not yet"));      // "not reported" is too wide for a cell
	return entry_figure_words(entry->figure, plan->elements[entry->element].decimals, entry->qualifier, "", out, cap);
}

// Shorter and shorter, each true: in whole units and in powers of them, exact and with something left over.
static const struct { int64_t by; const char *exact, *over; } powers[] = {
	{ 1, "", N_("+") }, { 10000, N_("e4"), N_("e4+") }, { 100000000, N_("e8"), N_("e8+") },
};

static char *shortened(int64_t difference, int cells, char *out, size_t cap)
{
	int64_t amount = difference < 0 ? -difference : difference;
	for (size_t i = 0; i < sizeof powers / sizeof powers[0] && amount >= powers[i].by * NUM_SCALE; i++) {
		int64_t unit = powers[i].by * NUM_SCALE;
		const char *power = amount % unit != 0 ? powers[i].over : powers[i].exact;
		char whole[NUM_TEXT], figure[2 * NUM_TEXT];
		num_format(amount / unit * NUM_SCALE, 0, whole);
		text_format(figure, sizeof figure, "%s%s", whole, power[0] != '\0' ? _(power) : "");
		text_format(out, cap, difference < 0 ? _("down %s") : _("up %s"), figure);
		if (text_cells(out) <= cells)
			return out;
	}
	return text_format(out, cap, "%s", difference < 0 ? _("far down") : _("far up"));
}

char *entry_words_difference(const struct plan *plan, const struct entry *now, const struct entry *before, int cells, char *out,
	size_t cap)
{
	char figure[NUM_TEXT];
	bool anew = plan->elements[now->element].kind == PLAN_FLOW && !period_totals_compare(now->period, before->period);
	if (now->change == 0 || before->change == 0 || now->kind != ENTRY_VALUE || before->kind != ENTRY_VALUE || anew)
		return text_format(out, cap, "%s", "");
	int64_t difference = now->figure - before->figure;      // both within 10^15: cannot overflow
	if (difference == 0)
		return text_format(out, cap, "%s", _("level"));
	num_format(difference < 0 ? -difference : difference, plan->elements[now->element].decimals, figure);
	text_format(out, cap, difference < 0 ? _("down %s") : _("up %s"), figure);
	return cells > 0 && text_cells(out) > cells ? shortened(difference, cells, out, cap) : out;
}

static bool is_promised_anew(const struct entry *before, const struct entry *after)
{
	bool same = before->change != 0 && before->kind == ENTRY_NOT_REPORTED && before->promised == after->promised;
	return after->kind == ENTRY_NOT_REPORTED && after->promised != 0 && !same;
}

// A day is said with its year: what was typed may have had none.
char *entry_words_saved(const struct plan *plan, const struct entry *before, const struct entry *after, char *out, size_t cap)
{
	char place[256], old[ENTRY_WORDS], new[ENTRY_WORDS];
	struct entry stands = *after;
	stands.change = 1;        // it stands in the file now
	entry_words_name(plan, &stands, place, sizeof place);
	entry_words(plan, before, old, sizeof old);
	entry_words(plan, &stands, new, sizeof new);
	if (is_promised_anew(before, after))
		return text_format(out, cap, _("Saved: %s: %s, to come by %d-%02d-%02d."), place, new, after->promised / 10000,
			after->promised / 100 % 100, after->promised % 100);
	if (strcmp(old, new) == 0)
		return text_format(out, cap, _("Saved: %s: still %s, its note, document or mark changed."), place, new);
	return text_format(out, cap, _("Saved: %s: %s (was %s)."), place, new, old);
}
