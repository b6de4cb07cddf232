// SPDX-License-Identifier: MIT
// What the screen of reviewing reads (review.h): all findings at each load; what stands around one row when it is focused.
#include "tui/review.h"

#include <stdlib.h>
#include <string.h>

#include "core/entry_words.h"
#include "core/i18n.h"
#include "core/life.h"
#include "core/text.h"
#include "tui/stamp.h"

const struct finding_row *review_focused(const struct review *r)
{
	int row = find_row(&r->find, r->list.focus);
	return row != PLAN_NONE && row < r->shown_len ? &r->findings.rows[r->shown[row]] : NULL;
}

const struct report *review_report(const struct review *r, const struct finding_row *row)
{
	return &r->findings.reports.lines[row->report].report;
}

bool review_can_decide(const struct review *r)
{
	return r->who.change != 0 && (r->who.role == REPORT_REVIEWER || r->who.role == REPORT_PLANNER);
}

const char *review_remark(const struct review *r, const struct finding_row *row)
{
	const struct entry cell = {.element = row->finding.element, .unit = row->finding.unit, .change = row->finding.about};
	return cell.change == 0 || !review_can_decide(r) ? "" : said_review(&r->findings.said, &cell);
}

// ------------------------------------------------------------ the rows

#define ROWS_BELOW 8                 // what the explaining half is left at 80x24

void review_fit(struct review *r)
{
	int room = r->app->rows - 4 - ROWS_BELOW, len = find_len(&r->find);
	room = room < 3 ? 3 : room;
	list_resize(&r->list, len, len < room ? len : room);
}

static bool same_row(const struct finding_row *a, const struct finding_row *b)
{
	return a->level == b->level && a->finding.element == b->finding.element && a->finding.unit == b->finding.unit &&
		a->correction == b->correction && strcmp(a->finding.rule, b->finding.rule) == 0;
}

// To the row where the cursor was, which may have moved; where it is gone, to what stands in its place.
static void focus_again(struct review *r, const struct finding_row *was)
{
	for (int i = 0; i < r->shown_len; i++)
		if (same_row(&r->findings.rows[r->shown[i]], was)) {
			find_focus(&r->find, i);
			break;
		}
	review_fit(r);
}

static enum err show_rows(struct review *r)
{
	int *shown = malloc((size_t)r->findings.len * sizeof *shown + 1);
	if (shown == NULL)
		return err_set(ERR_MEMORY, "%s", _("no memory"));
	free(r->shown);
	r->shown = shown;
	r->shown_len = 0;
	for (int i = 0; i < r->findings.len; i++)
		if (review_passes(r, &r->findings.rows[i]))
			shown[r->shown_len++] = i;
	find_again(&r->find);
	review_fit(r);
	return ERR_OK;
}

enum err review_load(struct review *r)
{
	const struct report_ask ask = {r->app->period, r->app->today, stamp_day};
	const struct finding_row *focused = r->findings.len > 0 ? review_focused(r) : NULL;
	struct finding_row was = {.level = FINDINGS_LEVELS};
	struct findings fresh = {.len = 0};
	enum err err = r->app->desk != NULL ? r->app->desk->get_operator(r->app->desk->ctx, &r->who) : ERR_OK;
	if (focused != NULL)
		was = *focused;
	r->filter.only.period = r->app->period;
	fresh.with_unsaid = review_can_decide(r);
	if (err == ERR_OK)
		err = findings_load(&fresh, r->app->store, r->app->plan, &ask, r->filter.one ? &r->filter.only : NULL);
	if (err != ERR_OK) {
		findings_done(&fresh);
		return err;
	}
	struct findings before = r->findings;
	r->findings = fresh;
	err = show_rows(r);
	if (err == ERR_OK) {
		focus_again(r, &was);
		review_look(r);
	}
	findings_done(&before);          // it holds the texts of WAS
	return err;
}

// ------------------------------------------------------------ the focused row

static enum err take_who(const struct store_op *op, const struct store_change *change, void *ctx)
{
	char at[32];
	struct review_about *about = ctx;
	(void)change;
	text_format(about->who, sizeof about->who, "%s", op->who);
	text_format(about->org, sizeof about->org, "%s", op->org);
	text_format(about->said_by, sizeof about->said_by, "%s %s", op->who, stamp_words(op->at, at, sizeof at));
	return ERR_FINDINGS;             // enough: ends the walk
}

static enum err look_who(struct review *r, const struct finding_row *row)
{
	enum err err = row->said_change != 0 ? store_cell_life(r->app->store, row->said_change, take_who, &r->about) : ERR_OK;
	return err == ERR_FINDINGS ? ERR_OK : err;
}

// The document of the figure, and what stood there before.
static enum err look_cell(struct review *r, const struct finding_kept *finding)
{
	struct entry entry;
	const struct entry nothing = {.element = finding->element, .unit = finding->unit, .note = "", .doc = ""};
	struct life life;
	char at[32], none[ENTRY_WORDS];
	entry_words(r->app->plan, &nothing, none, sizeof none);
	enum err err = store_get_entry(r->app->store, r->app->plan, finding->element, finding->unit, finding->period, &entry);
	if (err != ERR_OK || entry.change == 0)
		return err;
	text_format(r->about.doc, sizeof r->about.doc, "%s", entry.doc);
	err = life_load(r->app->store, r->app->plan, finding->element, finding->unit, finding->period, &life);
	if (err != ERR_OK)
		return err;
	for (int i = 0; i < life.len; i++)
		if (life.lines[i].seq == entry.change && strcmp(life.lines[i].old, none) != 0)
			text_format(r->about.before, sizeof r->about.before, _("%s (changed %s, %s)"), life.lines[i].old,
				stamp_words(life.lines[i].at, at, sizeof at), life.lines[i].name);
	life_done(&life);
	return ERR_OK;
}

struct adding {
	const struct plan *plan;
	int unit;                        // whose figure a correction changes
	int64_t sum, others;             // of all; without that one's
	int given, given_others;
	bool too_large;
};

static enum err add_figure(const struct entry *entry, void *ctx)
{
	struct adding *a = ctx;
	const struct plan_unit *unit = &a->plan->units[entry->unit];
	if (entry->kind != ENTRY_VALUE || unit->compare || entry->unit == a->plan->root)
		return ERR_OK;
	a->too_large = a->too_large || num_add(a->sum, entry->figure, &a->sum) != ERR_OK;
	a->given++;
	if (entry->unit == a->unit)
		return ERR_OK;
	a->too_large = a->too_large || num_add(a->others, entry->figure, &a->others) != ERR_OK;
	a->given_others++;
	return ERR_OK;
}

static int count_asked(const struct plan *plan, int element, int period)
{
	int len, asked = 0;
	const int *units = plan_element_units(plan, element, &len);
	for (int i = 0; i < len; i++)
		asked += units[i] != plan->root && !plan->units[units[i]].compare && plan_element_asked(plan, element, units[i], period);
	return asked;
}

// And as it will be once the correction is accepted.
static void tell_after(struct review *r, const struct plan_element *element, const struct finding_row *row, const struct adding *adding)
{
	int64_t after;
	char sum[NUM_TEXT];
	size_t len = strlen(r->about.sum);
	if (row->level != FINDINGS_CORRECTION || num_add(adding->others, row->figure, &after) != ERR_OK)
		return;
	num_format(after, element->decimals, sum);
	text_format(r->about.sum + len, sizeof r->about.sum - len, _("; once it is accepted %d units, together %s%s"),
		adding->given_others + 1, sum, element->measure);
}

// What the figure is part of: the sum of the units that have reported.
static enum err look_sum(struct review *r, const struct finding_row *row)
{
	const struct plan *plan = r->app->plan;
	const struct finding_kept *finding = &row->finding;
	const struct plan_element *element = &plan->elements[finding->element];
	struct adding adding = {.plan = plan, .unit = finding->unit};
	char sum[NUM_TEXT];
	if (element->rollup != PLAN_ROLLUP_SUM || finding->unit == plan->root)
		return ERR_OK;
	enum err err = store_each_figure(r->app->store, plan, finding->element, finding->period, true, add_figure, &adding);
	if (err != ERR_OK || adding.too_large)
		return err;
	num_format(adding.sum, element->decimals, sum);
	text_format(r->about.sum, sizeof r->about.sum, _("%s: %d of %d units reported, together %s%s"), plan->units[plan->root].short_name,
		adding.given, count_asked(plan, finding->element, finding->period), sum, element->measure);
	tell_after(r, element, row, &adding);
	return ERR_OK;
}

void review_look(struct review *r)
{
	const struct finding_row *row = review_focused(r);
	r->about = (struct review_about){.doc = ""};
	if (row == NULL)
		return;
	enum err err = look_who(r, row);
	if (err == ERR_OK && row->finding.element != PLAN_NONE)
		err = look_cell(r, &row->finding);
	if (err == ERR_OK && row->finding.element != PLAN_NONE)
		err = look_sum(r, row);
	screen_failed(r->app, err);
}
