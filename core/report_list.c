// SPDX-License-Identifier: MIT
// See report_list.h. One run of the file an element: all its units at the period lie together.
#include "core/report_list.h"

#include <stdlib.h>

#include "core/i18n.h"
#include "core/period.h"
#include "core/text.h"

struct days { int next, last; };         // on which something is due: the first that is not past, the last; 0 none
struct counting {
	const struct plan *plan;
	struct report_list *list;
	int *place;                      // of a unit, then of a department: its line; PLAN_NONE
	bool *asked;                     // by unit: of whom the element at hand is asked
	struct days *days;               // by line
};

static struct report_line *line_of(const struct counting *c, int element, int unit)
{
	int dept = c->plan->elements[element].owner;
	int place = c->place[dept == 0 ? unit : c->plan->units_len + dept];
	return place == PLAN_NONE ? NULL : &c->list->lines[place];
}

static enum err count_entry(const struct entry *entry, void *ctx)
{
	const struct counting *c = ctx;
	struct report_line *line = line_of(c, entry->element, entry->unit);
	if (line != NULL && entry->kind != ENTRY_CLEARED && c->asked[entry->unit])
		line->filled++;
	return ERR_OK;
}

// A task is told by its stage; its entry is only the percent, which need not be given.
static enum err count_stage(const struct stage *stage, void *ctx)
{
	const struct counting *c = ctx;
	struct report_line *line = line_of(c, stage->element, stage->unit);
	if (line != NULL && c->asked[stage->unit])
		line->told++;
	return ERR_OK;
}

static void note_day(struct days *days, int day, int today)
{
	days->last = day > days->last ? day : days->last;
	days->next = day >= today && (days->next == 0 || day < days->next) ? day : days->next;
}

// Whom an element that is open is asked of, and when it is due of them; how many.
static int ask_element(const struct counting *c, int element, int period, int today)
{
	int len, any = 0, day = report_element_due(c->plan, element, period);
	const int *units = plan_element_units(c->plan, element, &len);
	for (int i = 0; i < len; i++) {
		struct report_line *line = plan_unit_valid(c->plan, units[i], period) ? line_of(c, element, units[i]) : NULL;
		c->asked[units[i]] = line != NULL;
		if (line == NULL)
			continue;
		note_day(&c->days[line - c->list->lines], day, today);
		any++;
	}
	return any;
}

static enum err count_element(struct counting *c, struct store *store, int element, int period)
{
	int len;
	const int *units = plan_element_units(c->plan, element, &len);
	bool stage = c->plan->elements[element].kind == PLAN_STAGE;
	for (int i = 0; i < len; i++)
		if (c->asked[units[i]]) {
			struct report_line *line = line_of(c, element, units[i]);
			*(stage ? &line->tasks : &line->asked) += 1;
		}
	return stage ? store_each_stage(store, c->plan, element, period, count_stage, c)
		: store_each_figure(store, c->plan, element, period, true, count_entry, c);
}

static enum err walk_element(struct counting *c, struct store *store, int element, const struct report_ask *ask, bool figures)
{
	int len, any = ask_element(c, element, ask->period, ask->today);
	const int *units = plan_element_units(c->plan, element, &len);
	enum err err = figures && any > 0 ? count_element(c, store, element, ask->period) : ERR_OK;
	for (int i = 0; i < len; i++)
		c->asked[units[i]] = false;
	return err;
}

// ------------------------------------------------------------ states

static enum err take_report(const struct report *report, void *ctx)
{
	struct counting *c = ctx;
	int place = c->place[report->key.dept == 0 ? report->key.unit : c->plan->units_len + report->key.dept];
	if (place == PLAN_NONE)
		return ERR_OK;
	struct report_line *line = &c->list->lines[place];
	enum err err = text_dup(report->sentence, &line->sentence);
	line->report = *report;
	line->report.sentence = err == ERR_OK ? line->sentence : "";
	return err;
}

// An extension moves what is due to its day.
static int extended(const struct report *report, int day)
{
	return report->due > day ? report->due : day;
}

static void tell_days(const struct counting *c, const struct report_ask *ask, struct report_line *line)
{
	const struct report *report = &line->report;
	const struct days *days = &c->days[line - c->list->lines];
	int submitted = report->first_submitted == 0 ? 0 : ask->day_of(report->first_submitted);
	bool past = (submitted != 0 ? submitted : ask->today) > extended(report, days->last);
	line->due = extended(report, days->next != 0 ? days->next : days->last);
	line->left = period_days_between(ask->today, line->due);
	line->waits = report->state == REPORT_FILLING || report->state == REPORT_RETURNED;
	line->late = past && submitted != 0;
	line->missed = past && submitted == 0 && period_year(report->key.period) > c->plan->base_year;   // nobody reported before the plan
}

// ------------------------------------------------------------

static enum err owners(struct counting *c, int period)
{
	const struct plan *plan = c->plan;
	size_t most = (size_t)(plan->units_len + plan->depts_len);
	struct report_key *keys = calloc(most, sizeof *keys);
	c->place = malloc(most * sizeof *c->place);
	c->asked = calloc((size_t)plan->units_len + 1, sizeof *c->asked);
	c->days = calloc(most, sizeof *c->days);
	c->list->lines = calloc(most, sizeof *c->list->lines);
	if (keys == NULL || c->place == NULL || c->asked == NULL || c->days == NULL || c->list->lines == NULL) {
		free(keys);
		return err_set(ERR_MEMORY, "%s", _("out of memory"));
	}
	for (size_t i = 0; i < most; i++)
		c->place[i] = PLAN_NONE;
	c->list->len = report_owners(plan, period, keys);
	for (int i = 0; i < c->list->len; i++) {
		c->list->lines[i].report = (struct report){.key = keys[i], .sentence = ""};
		c->place[keys[i].dept == 0 ? keys[i].unit : plan->units_len + keys[i].dept] = i;
	}
	free(keys);
	return ERR_OK;
}

static enum err walk_elements(struct counting *c, struct store *store, const struct report_ask *ask, bool figures)
{
	enum err err = ERR_OK;
	for (int element = 0; element < c->plan->elements_len && err == ERR_OK; element++)
		if (plan_element_open(c->plan, element, ask->period))
			err = walk_element(c, store, element, ask, figures);
	return err;
}

static enum err load(struct counting *c, struct store *store, const struct report_ask *ask, bool figures)
{
	enum err err = owners(c, ask->period);
	if (err == ERR_OK)
		err = walk_elements(c, store, ask, figures);
	if (err == ERR_OK)
		err = store_each_report(store, c->plan, ask->period, take_report, c);
	for (int i = 0; i < c->list->len && err == ERR_OK; i++)
		tell_days(c, ask, &c->list->lines[i]);
	free(c->place);
	free(c->asked);
	free(c->days);
	return err;
}

enum err report_list_load(struct report_list *list, struct store *store, const struct plan *plan, const struct report_ask *ask)
{
	struct counting c = {.plan = plan, .list = list};
	return load(&c, store, ask, true);
}

enum err report_list_states(struct report_list *list, struct store *store, const struct plan *plan, const struct report_ask *ask)
{
	struct counting c = {.plan = plan, .list = list};
	return load(&c, store, ask, false);
}

void report_list_done(struct report_list *list)
{
	for (int i = 0; i < list->len; i++)
		free(list->lines[i].sentence);
	free(list->lines);
	*list = (struct report_list){0};
}

const struct report_line *report_list_find(const struct report_list *list, int dept, int unit)
{
	for (int i = 0; i < list->len; i++)
		if (list->lines[i].report.key.dept == dept && (dept != 0 || list->lines[i].report.key.unit == unit))
			return &list->lines[i];
	return NULL;
}

bool report_line_is_of(const struct plan *plan, const struct report_line *line, int unit)
{
	return unit == plan->root || (line->report.key.dept == 0 && line->report.key.unit == unit);
}

struct report_tally report_list_tally(const struct report_list *list)
{
	struct report_tally tally = {.owners = list->len};
	for (int i = 0; i < list->len; i++) {
		tally.by_state[list->lines[i].report.state]++;
		tally.late += list->lines[i].late;
		tally.missed += list->lines[i].missed;
	}
	return tally;
}

int report_list_due(const struct report_list *list, int today)
{
	int next = 0, last = 0;
	for (int i = 0; i < list->len; i++) {
		int due = list->lines[i].waits ? list->lines[i].due : 0;
		last = due > last ? due : last;
		next = due >= today && (next == 0 || due < next) ? due : next;
	}
	return next != 0 ? next : last;
}
