// SPDX-License-Identifier: MIT
// See remind.h. A cell that is not due yet is not asked for: what is told is what stops the submission that is due.
#include "core/remind.h"

#include <string.h>

#include "core/i18n.h"
#include "core/period.h"
#include "core/text.h"

#define MOST_NAMES 8

static bool is_own(const struct plan *plan, const struct report_key *key, int element, int unit)
{
	const struct report_key of = report_of_cell(plan, element, unit, key->period);
	return of.dept == key->dept && of.unit == key->unit && plan_element_asked(plan, element, unit, key->period);
}

struct empty { const struct plan *plan; const struct report_key *key; int today, cells, over; };

static enum err leave_out_told(const struct stage *stage, void *ctx)
{
	struct empty *empty = ctx;
	empty->cells -= is_own(empty->plan, empty->key, stage->element, stage->unit);
	return ERR_OK;
}

// A task is told by its stage; its entry is only the percent, which need not be given.
static enum err count_empty(struct store *store, int element, struct empty *out)
{
	const struct plan *plan = out->plan;
	const struct report_key *key = out->key;
	int len;
	const int *units = plan_element_units(plan, element, &len);
	bool is_task = plan->elements[element].kind == PLAN_STAGE;
	enum err err = ERR_OK;
	for (int i = 0; i < len && err == ERR_OK; i++) {
		struct entry entry = {.kind = ENTRY_CLEARED};
		if (!is_own(plan, key, element, units[i]))
			continue;
		if (!is_task)
			err = store_get_entry(store, plan, element, units[i], key->period, &entry);
		out->cells += err == ERR_OK && (entry.change == 0 || entry.kind == ENTRY_CLEARED);
		out->over += err == ERR_OK && entry.change != 0 && entry.kind == ENTRY_NOT_REPORTED && entry.promised != 0 &&
			entry.promised < out->today;
	}
	if (is_task && out->cells > 0)
		err = store_each_stage(store, plan, element, key->period, leave_out_told, out);
	return err;
}

struct naming { const struct plan *plan; const struct report_key *key; };

static void add_name(const struct naming *n, int element, int cells, char *names, int *named, bool *more)
{
	size_t len = strlen(names);
	char name[REMIND_NAMES];
	if (cells == 0)
		return;
	if (n->key->dept == 0)
		text_format(name, sizeof name, "%s", n->plan->elements[element].short_name);
	else
		text_format(name, sizeof name, _("%s of %d units"), n->plan->elements[element].short_name, cells);
	if (*named == MOST_NAMES || len + strlen(name) + 8 > REMIND_NAMES) {
		*more = true;
		return;
	}
	text_join(names, REMIND_NAMES, _(" and "), "%s", name);
	++*named;
}

enum err remind_lacks(struct store *store, const struct plan *plan, const struct report_line *line, int today, struct remind *out)
{
	const struct report_key *key = &line->report.key;
	const struct naming naming = {plan, key};
	enum err err = ERR_OK;
	*out = (struct remind){.lacks = 0};
	for (int element = 0; element < plan->elements_len && err == ERR_OK; element++) {
		struct empty empty = {plan, key, today, 0, 0};
		if (plan->elements[element].owner != key->dept || !plan_element_open(plan, element, key->period) ||
			report_element_due(plan, element, key->period) > line->due)
			continue;
		err = count_empty(store, element, &empty);
		out->lacks += empty.cells;
		out->over += empty.over;
		add_name(&naming, element, empty.cells, out->names, &out->named, &out->more);
		add_name(&naming, element, empty.over, out->over_names, &out->over_named, &out->over_more);
	}
	return err;
}

bool remind_is_due(const struct report_line *line, const struct remind *lacks)
{
	return line->waits || lacks->over > 0;
}

// ------------------------------------------------------------ the sentence

static void lack_words(const struct remind *lacks, char *out, size_t cap)
{
	if (lacks->lacks == 0)
		text_format(out, cap, "%s", _("is complete but not submitted"));
	else
		text_format(out, cap, _("still lacks %d items (%s%s)"), lacks->lacks, lacks->names, lacks->more ? _(" and others") : "");
	size_t len = strlen(out);
	if (lacks->over > 0)
		text_format(out + len, cap - len, _(", and of %d the day named has passed (%s%s)"), lacks->over, lacks->over_names,
			lacks->over_more ? _(" and others") : "");
}

static void due_words(const struct report_line *line, char *out, size_t cap)
{
	int month = line->due / 100 % 100, day = line->due % 100, year = line->due / 10000;
	if (line->left < 0)
		text_format(out, cap, _("it was due on %d-%02d-%02d, %d days ago"), year, month, day, -line->left);
	else if (year != period_year(line->report.key.period))
		text_format(out, cap, _("it is due on %d-%02d-%02d"), year, month, day);
	else
		text_format(out, cap, _("it is due on %02d-%02d"), month, day);
}

static char *words(const struct plan *plan, const struct report_line *line, const struct remind *lacks, char *out, size_t cap)
{
	const struct report *report = &line->report;
	char period[PERIOD_TEXT], lack[2 * REMIND_NAMES + 256], due[128];
	period_format(report->key.period, PERIOD_REPORT, period);
	if (!line->waits)
		return text_format(out, cap, _("%s: in the report of %s %d items are not reported though the day named for them has passed (%s%s). "
			"Please supply them, or name another day."), report_owner_name(plan, &report->key), period, lacks->over,
			lacks->over_names, lacks->over_more ? _(" and others") : "");
	lack_words(lacks, lack, sizeof lack);
	due_words(line, due, sizeof due);
	if (report->state == REPORT_RETURNED)
		return text_format(out, cap, _("%s: the report of %s was returned (%s); %s. Please correct it and submit it in time."),
			report_owner_name(plan, &report->key), period, report->sentence, due);
	return text_format(out, cap, line->left < 0 ? _("%s: the report of %s %s; %s. Please submit it at once.")
			: _("%s: the report of %s %s; %s. Please submit it in time."),
		report_owner_name(plan, &report->key), period, lack, due);
}

char *remind_words(const struct plan *plan, const struct report_line *line, const struct remind *lacks, char *out, size_t cap)
{
	char text[REMIND_TEXT];
	words(plan, line, lacks, text, sizeof text);
	return strcmp(_("."), ".") == 0 ? text_format(out, cap, "%s", text) : text_full_signs(text, out, cap);
}
