// SPDX-License-Identifier: MIT
// See import_hold.h.
#include "exchange/import_hold.h"

#include "core/i18n.h"
#include "core/text.h"

static enum err there_is_one(const struct report *report, void *ctx)
{
	(void)report;
	*(bool *)ctx = true;
	return ERR_OK;
}

enum err import_hold_start(struct import_hold *hold, struct store *store, const struct plan *plan, int today)
{
	*hold = (struct import_hold){.store = store, .plan = plan, .today = today};
	enum err err = import_cells_new(&hold->cells);
	return err == ERR_OK ? store_each_report(store, plan, 0, there_is_one, &hold->reported) : err;
}

void import_hold_done(struct import_hold *hold)
{
	import_cells_free(hold->cells);
	hold->cells = NULL;
}

static void refuse(struct import_line *line, const char *why)
{
	line->state = IMPORT_REFUSED;
	line->why = why;
}

static bool is_same_report(const struct report_key *a, const struct report_key *b)
{
	return a->period == b->period && a->dept == b->dept && a->unit == b->unit;
}

// What the writing transaction would refuse (core/intake_gate), told before it.
static enum err ask_report(struct import_hold *hold, struct import_line *line)
{
	const struct entry *present = line->present;
	struct report_key key = report_of_cell(hold->plan, present->element, present->unit, present->period);
	enum err err = ERR_OK;
	if (!hold->reported || !plan_element_applies(hold->plan, present->element, present->unit))
		return ERR_OK;
	if (!hold->looked || !is_same_report(&key, &hold->report.key)) {
		hold->report.key = key;
		err = store_get_report(hold->store, hold->plan, &hold->report);
		hold->looked = err == ERR_OK;
	}
	if (err == ERR_OK && !report_open(hold->plan, &hold->report, present, hold->result.why, sizeof hold->result.why))
		refuse(line, hold->result.why);
	return err;
}

// Where nothing of an element stood at a period when the file first spoke of it, nothing need be looked for: what the file itself
// has put there since is told by its lines.
enum { RUN_UNKNOWN, RUN_EMPTY, RUN_FILLED };
static enum err read_present(struct import_hold *hold, const struct intake_cell *asked)
{
	int *known = NULL, newest = 0;
	enum err err = import_cells_run(hold->cells, asked->element, asked->period, &known);
	if (err == ERR_OK && *known == RUN_UNKNOWN) {
		err = store_newest_period(hold->store, hold->plan, asked->element, asked->period, &newest);
		*known = newest == asked->period ? RUN_FILLED : RUN_EMPTY;
	}
	if (err != ERR_OK)
		return err;
	if (*known == RUN_FILLED)
		return store_get_entry(hold->store, hold->plan, asked->element, asked->unit, asked->period, &hold->present);
	hold->present = (struct entry){.element = asked->element, .unit = asked->unit, .period = asked->period, .note = "", .doc = ""};
	return ERR_OK;
}

static enum err hold_against_present(struct import_hold *hold, const struct csv_cell *cell, struct import_line *line)
{
	const struct intake_cell *asked = &cell->cell;
	enum err err = read_present(hold, asked);
	if (err != ERR_OK)
		return err;
	line->present = &hold->present;
	if (cell->empty) {
		line->state = IMPORT_EMPTY;
		return ERR_OK;
	}
	intake_read(hold->plan, asked, &hold->present, hold->today, &hold->result);
	line->state = IMPORT_SAME;
	if (hold->result.verdict == INTAKE_REFUSED)
		refuse(line, hold->result.why);
	if (hold->result.verdict != INTAKE_WRITE)
		return ERR_OK;
	line->state = hold->present.change != 0 && hold->present.kind != ENTRY_CLEARED ? IMPORT_DIFFERS : IMPORT_NEW;
	return ask_report(hold, line);
}

// The first line stays, the others are refused; empty cells say nothing.
static enum err look_for_double(struct import_hold *hold, const struct csv_cell *cell, struct import_line *line)
{
	const struct intake_cell *asked = &cell->cell;
	int before = 0;
	if (asked->element == PLAN_NONE || asked->unit == PLAN_NONE || asked->period == 0 || line->state == IMPORT_EMPTY)
		return ERR_OK;
	enum err err = import_cells_mark(hold->cells, asked->element, asked->unit, asked->period, cell->line, &before);
	if (err == ERR_OK && before != 0 && line->state != IMPORT_REFUSED)
		refuse(line, text_format(hold->why, sizeof hold->why, _("line %d has the same element, unit and period; keep one of them"),
			before));
	return err;
}

enum err import_hold_cell(struct import_hold *hold, const struct csv_cell *cell, struct import_line *out)
{
	enum err err = ERR_OK;
	*out = (struct import_line){.cell = cell, .result = &hold->result};
	if (cell->mistake != NULL)
		refuse(out, cell->mistake);
	else
		err = hold_against_present(hold, cell, out);
	return err == ERR_OK ? look_for_double(hold, cell, out) : err;
}
