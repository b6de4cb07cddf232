// SPDX-License-Identifier: MIT
// How a finding is told: figures as printed, other periods as seen from the cell, and the sentence that all findings are in.
#include <string.h>

#include "core/check_part.h"
#include "core/entry_words.h"
#include "core/i18n.h"
#include "core/period.h"
#include "core/text.h"

#define FINEST 4

static bool is_finer(const struct plan_element *element, int64_t figure)
{
	return figure % check_step(element) != 0;
}

void check_write_number(const struct plan_element *element, int64_t figure, char out[NUM_TEXT])
{
	if (is_finer(element, figure))
		rat_format_short(rat_of_figure(figure), FINEST, NUM_HALF_AWAY, out);
	else
		num_format(figure, element->decimals, out);
}

void check_write_figure(const struct plan_element *element, int64_t figure, char *out, size_t cap)
{
	char number[NUM_TEXT];
	check_write_number(element, figure, number);
	text_format(out, cap, "%s%s", number, element->measure);
}

// N / D of a whole number of decimals; both within 10^15 times 100.
static void write_quotient(num_i128 n, num_i128 d, char out[NUM_TEXT])
{
	struct rat quotient = { 0, 1 };
	if (rat_make(n, d, &quotient) == ERR_OK)
		rat_format(quotient, 1, NUM_HALF_AWAY, out);
	else
		out[0] = '\0';
}

void check_write_times(int64_t a, int64_t b, char out[NUM_TEXT])
{
	write_quotient(a, b, out);
}

void check_write_percent(int64_t from, int64_t to, char *out, size_t cap)
{
	char number[NUM_TEXT];
	write_quotient((num_i128)(to > from ? to - from : from - to) * 100, from, number);
	text_format(out, cap, "%s%%", number);
}

void check_write_growth(int64_t from, int64_t to, char *out, size_t cap)
{
	char percent[NUM_TEXT];
	check_write_percent(from, to, percent, sizeof percent);
	text_format(out, cap, to >= from ? _("a growth of %s") : _("a fall of %s"), percent);
}

void check_write_when(const struct check *check, int period, char *out, size_t cap)
{
	char words[PERIOD_TEXT];
	int asked = check->entry->period;
	bool flow = check_is_flow(check);
	period_format(period, flow ? PERIOD_COLUMN_FLOW : PERIOD_COLUMN, words);
	if (flow && period == period_add(asked, -12))
		text_format(out, cap, "%s", _("the same period last year"));
	else if (!flow && period == period_add(asked, -check->element->months))
		text_format(out, cap, "%s", _("last period"));
	else if (period_year(period) == period_year(asked))
		text_format(out, cap, "%s", words);
	else
		text_format(out, cap, _("%s of %d"), words, period_year(period));
}

static const struct { const char *measure, *larger, *smaller; } measures[] = {
	{ "亿", "亿", "万" }, { "万", "万", "" },
};

void check_write_question(const struct check *check, char *out, size_t cap)
{
	const char *measure = check->element->measure;
	for (size_t i = 0; i < sizeof measures / sizeof measures[0]; i++) {
		size_t len = strlen(measures[i].measure);
		if (strncmp(measure, measures[i].measure, len) == 0) {
			text_format(out, cap, _("is the point or the measure (%s%s or %s%s) wrong?"), measures[i].larger, measure + len,
				measures[i].smaller, measure + len);
			return;
		}
	}
	text_format(out, cap, "%s", _("is there a digit too many or too few?"));
}

// After a question there is no stop.
static bool is_question(const char *text)
{
	static const char *const marks[] = { "?", "？" };
	size_t len = strlen(text);
	for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
		if (len >= strlen(marks[i]) && strcmp(text + len - strlen(marks[i]), marks[i]) == 0)
			return true;
	return false;
}

void check_compose(const struct check *check, struct check_finding *finding)
{
	char place[CHECK_WORDS], figure[ENTRY_WORDS];
	struct entry entry = *check->entry;
	const struct check_row *row = check->row;
	entry.change = entry.change != 0 || entry.kind != ENTRY_CLEARED;       // as if it stood there
	entry_words_name(check->plan, &entry, place, sizeof place);
	if (check_is_value(&entry))
		check_write_figure(check->element, entry.figure, figure, sizeof figure);
	else
		entry_words(check->plan, &entry, figure, sizeof figure);
	if (finding->name[0] == '\0')
		text_format(finding->name, sizeof finding->name, "%s", _(row->rule.name));
	const char *todo = _(row->todo), *why = finding->why;
	bool hard = finding->level == CHECK_HARD;
	if (is_question(why))
		text_format(finding->text, sizeof finding->text, hard ? _("Error: %s %s: %s %s") : _("To be explained: %s %s: %s %s"), place,
			figure, why, todo);
	else
		text_format(finding->text, sizeof finding->text, hard ? _("Error: %s %s: %s. %s") : _("To be explained: %s %s: %s. %s"),
			place, figure, why, todo);
}
