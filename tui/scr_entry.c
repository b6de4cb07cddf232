// SPDX-License-Identifier: MIT
// See scr_entry.h. What a form looks like; what its keys do is in form.c.
#include "tui/scr_entry.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "core/entry_words.h"
#include "core/i18n.h"
#include "core/period.h"
#include "core/phrase.h"
#include "core/text.h"
#include "tui/burst.h"
#include "tui/copy.h"
#include "tui/form.h"
#include "tui/form_about.h"
#include "tui/form_report.h"
#include "tui/form_standing.h"
#include "tui/part_rows.h"

#define LIST_TOP 2
#define LINE 1024

struct columns {               // where each begins, for the width of the screen
	int name, name_cells, measure, year_ago, before, cell, cell_cells, difference, hint, end;
};

// The 80-cell places of screens.md S3; wider screens give the name and the cell more room.
static struct columns columns_for(int width)
{
	int extra = width > 80 ? width - 80 : 0, name = extra < 24 ? extra : 24;
	int cell = extra - name < 10 ? extra - name : 10;
	struct columns c = {.name = 1, .name_cells = 18 + name, .cell_cells = 9 + cell, .end = width};
	c.measure = c.name + c.name_cells + 1;
	c.year_ago = c.measure + 5;
	c.before = c.year_ago + 9;
	c.cell = c.before + 9;
	c.difference = c.cell + c.cell_cells + 2;
	c.hint = c.difference + 9;
	return c;
}

// ------------------------------------------------------------ the list

static void draw_head(const struct form *f, struct paint *p, const struct columns *c)
{
	const struct {
		int x, cells;
		bool right;
		const char *text;
	} heads[] = {
		{c->name, c->name_cells, false, f->turned ? _("Unit") : _("Indicator")},
		{c->measure, 4, false, _("meas")},
		{c->year_ago, 8, true, _("year ago")},
		{c->before, 8, true, _("before")},
		{c->cell + 1, c->cell_cells, true, f->app->desk == NULL ? _("this period") : _("key in")},
		{c->difference, 8, true, _("change")},
		{c->hint, c->end - c->hint, false, _("hint")},
	};
	for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++)
		(heads[i].right ? paint_right : paint_text)(p, 1, heads[i].x, heads[i].cells, ROLE_HEADING, heads[i].text);
}

static bool has_refusal(const struct form *f)
{
	return f->conflict || f->refused.verdict == INTAKE_REFUSED;
}

// What is worth knowing before one types: whose figure it is, that it counts from January, or that it was refused.
static const char *hint_of(const struct form *f, const struct form_cell *cell, bool focused, char *out, size_t cap)
{
	const struct plan_element *element = &f->app->plan->elements[cell->element];
	int promised = cell->now.promised;
	char figure[PHRASE_TEXT];
	const char *supposed = tryout_words(f->app, cell->element, cell->unit, cell->period, out, cap);
	if (supposed != NULL)
		return supposed;
	if (focused && (has_refusal(f) || f->asking))
		return f->asking ? _("check: see below") : _("see below");
	if (focused && f->editing && f->seen.change != cell->now.change)
		return text_format(out, cap, _("now %s"), entry_words_cell(f->app->plan, &cell->now, figure, sizeof figure));
	if (cell->correcting)
		return _("correction waits");
	if (form_report_said(f, cell)[0] != '\0')
		return _("returned: see below");
	if (cell->now.change != 0 && cell->now.copied)
		return _("copied, to confirm");
	if (cell->hard > 0)
		return _("wrong: see below");
	if (cell->soft > 0)
		return _("check: see below");
	if (cell->said > 0)
		return _("explained: see below");
	if (cell->now.change != 0 && cell->now.kind == ENTRY_NOT_REPORTED && promised != 0)
		return text_format(out, cap, _("due %02d-%02d"), promised / 100 % 100, promised % 100);
	if (element->owner != 0)
		return text_format(out, cap, _("by %s"), f->app->plan->depts[element->owner].name);
	if (element->kind == PLAN_FLOW)
		return text_format(out, cap, _("Jan-%d total"), period_month(f->app->period));
	return "";
}

static void draw_cell(const struct form *f, struct paint *p, int y, int x, int cells, const struct form_cell *cell, bool focused)
{
	char text[PHRASE_TEXT];
	bool open = f->app->desk != NULL;
	paint_text(p, y, x, 1, ROLE_TEXT, open ? "[" : "");
	paint_text(p, y, x + 1 + cells, 1, ROLE_TEXT, open ? "]" : "");
	if (focused)
		paint_cursor(p, y, x + cells);
	bool copied = cell->now.change != 0 && cell->now.copied && !(focused && f->editing);
	if (focused && f->editing)
		paint_cursor(p, y, paint_edit(p, y, x, cells, &f->edit));
	else
		part_figure(p, y, x + 1, cells, true, focused ? ROLE_FOCUS : ROLE_TEXT,
			entry_words_cell(f->app->plan, &cell->now, text, sizeof text));
	if (copied)
		paint_text(p, y, x + 1, 1, ROLE_TEXT, "\"");
}

static void draw_row(const struct form *f, struct paint *p, int y, const struct columns *c, int row)
{
	const struct form_cell *cell = &f->cells[row];
	const struct plan *plan = f->app->plan;
	const struct plan_element *element = &plan->elements[cell->element];
	bool focused = row == form_row(f), wide = c->name_cells > 30;
	bool restarted = element->kind == PLAN_FLOW && period_month(f->app->period) <= element->months;
	char text[PHRASE_TEXT];
	const char *name = f->turned ? plan->units[cell->unit].name : wide ? element->name : element->short_name;
	paint_text(p, y, 0, 1, ROLE_MARK, focused ? ">" : " ");
	paint_text(p, y, c->name, c->name_cells, focused ? ROLE_FOCUS : ROLE_TEXT, name);
	paint_text(p, y, c->measure, 4, ROLE_TEXT, element->measure);
	part_figure(p, y, c->year_ago, 8, true, ROLE_TEXT, entry_words_cell(plan, &cell->year_ago, text, sizeof text));
	part_figure(p, y, c->before, 8, true, ROLE_TEXT, entry_words_cell(plan, &cell->before, text, sizeof text));
	draw_cell(f, p, y, c->cell, c->cell_cells, cell, focused);
	if (!restarted)
		part_figure(p, y, c->difference, 8, true, ROLE_TEXT,
			entry_words_difference(plan, focused && f->typed != NULL ? &f->foreseen : &cell->now, &cell->before, text,
				sizeof text));
	paint_text(p, y, c->hint, c->end - c->hint, ROLE_DIM, hint_of(f, cell, focused, text, sizeof text));
}

// ------------------------------------------------------------ by years

#define UNIT_CELLS 12
#define YEAR_CELLS 10          // between the brackets

// The years that a width has room for, so that the focused one is among them.
static int years_shown(const struct form *f, int width, int *first)
{
	int room = (width - UNIT_CELLS - 2) / (YEAR_CELLS + 3), shown = room < f->cols ? room : f->cols;
	*first = f->col < shown ? 0 : f->col - shown + 1;
	return shown;
}

static int year_at(int shown)
{
	return UNIT_CELLS + 2 + shown * (YEAR_CELLS + 3);
}

static void draw_years_head(const struct form *f, struct paint *p)
{
	int first, shown = years_shown(f, paint_cols(p), &first);
	char text[PERIOD_TEXT], head[LINE];
	paint_text(p, 1, 1, UNIT_CELLS, ROLE_HEADING, _("Unit"));
	for (int i = 0; i < shown; i++) {
		int period = form_cell_at(f, 0, first + i)->period;
		period_format(period, PERIOD_ASCII, text);
		paint_right(p, 1, year_at(i), YEAR_CELLS + 1, ROLE_HEADING,
			text_format(head, sizeof head, "%s%s", text, first + i == 0 && f->month == 12 ? _(" base") : ""));
	}
}

static void draw_years_row(const struct form *f, struct paint *p, int y, int row)
{
	int first, shown = years_shown(f, paint_cols(p), &first);
	bool focused = row == form_row(f);
	const struct plan_unit *unit = &f->app->plan->units[form_cell_at(f, row, 0)->unit];
	paint_text(p, y, 0, 1, ROLE_MARK, focused ? ">" : " ");
	paint_text(p, y, 1, UNIT_CELLS, focused ? ROLE_FOCUS : ROLE_TEXT, unit->short_name);
	for (int i = 0; i < shown; i++)
		draw_cell(f, p, y, year_at(i), YEAR_CELLS, form_cell_at(f, row, first + i), focused && first + i == f->col);
}

// ------------------------------------------------------------ the lower half

struct canvas {
	struct paint *p;
	int y, end;
};

static void draw_wrapped(struct canvas *c, const char *text)
{
	c->y = paint_wrapped(c->p, c->y, c->end, 1, paint_cols(c->p) - 2, ROLE_TEXT, text);
}

static void draw_title(struct canvas *c, const char *title)
{
	if (c->y < c->end)
		paint_rule(c->p, c->y++, 0, paint_cols(c->p), title);
}

static const char *whose(const struct form *f, char *out, size_t cap)
{
	char theirs[ENTRY_WORDS], mine[EDIT_MAX * 4 + 1];
	edit_utf8(&f->edit, mine, sizeof mine);
	entry_words(f->app->plan, &f->seen, theirs, sizeof theirs);
	return text_format(out, cap, _("Enter keeps %s; F9 writes %s; Esc goes on typing."), theirs, mine);
}

static void draw_refusal(const struct form *f, struct canvas *c)
{
	char title[LINE], answer[LINE];
	const struct form_cell *cell = form_focused(f);
	if (!has_refusal(f))
		return;
	draw_title(c, text_format(title, sizeof title, _("not saved: %s"), f->app->plan->elements[cell->element].short_name));
	draw_wrapped(c, f->refused.why);
	draw_wrapped(c, f->conflict ? whose(f, answer, sizeof answer)
				    : _("What you typed stands in the cell: mend it and press Enter, or Esc drops it."));
}

// What is strange or wrong about the figure, before it is saved or as it stands.
static void draw_finding(const struct form *f, struct canvas *c)
{
	char title[LINE], answer[LINE];
	const struct plan_element *element = &f->app->plan->elements[form_focused(f)->element];
	if (f->finding.text[0] == '\0')
		return;
	const char *kind = f->finding.level == CHECK_HARD ? _("wrong:") : f->explained[0] != '\0' ? _("explained:") : _("check:");
	draw_title(c, text_format(title, sizeof title, "%s %s %s", kind, element->short_name, f->finding.left));
	draw_wrapped(c, f->finding.why);
	if (f->asking && f->finding.cure[0] != '\0')
		draw_wrapped(c, text_format(answer, sizeof answer,
			_("Enter keeps it (to be explained before submission)  Esc retypes (is it %s?)  digits do nothing now"),
			f->finding.cure));
	else if (f->asking)
		draw_wrapped(c, _("Enter keeps it (to be explained before submission)  Esc retypes  digits do nothing now"));
	else if (f->explained[0] != '\0')
		draw_wrapped(c, text_format(answer, sizeof answer, _("explanation %s"), f->explained));
	else if (f->finding.level == CHECK_SOFT)
		draw_wrapped(c, _("F8 explains it, or type the figure anew"));
}

// Why the report came back, and what the reviewer said of this cell.
static void draw_returned(const struct form *f, struct canvas *c)
{
	char line[LINE];
	const char *said = form_report_said(f, form_focused(f));
	if (f->report.state == REPORT_RETURNED && f->returned[0] != '\0')
		draw_wrapped(c, text_format(line, sizeof line, _("returned: %s"), f->returned));
	if (said[0] != '\0')
		draw_wrapped(c, text_format(line, sizeof line, _("of this figure the reviewer says: %s"), said));
}

// The root's own figure and what the sum differs from it; "" when it has none.
static char *against_own(const struct form *f, int64_t sum, char *out, size_t cap)
{
	const struct plan *plan = f->app->plan;
	const struct entry *own = form_own(f);
	char figure[ENTRY_WORDS], difference[NUM_TEXT];
	if (own->change == 0 || own->kind != ENTRY_VALUE)
		return text_format(out, cap, "%s", "");
	entry_words(plan, own, figure, sizeof figure);
	if (own->figure == sum)
		return text_format(out, cap, _("; keyed in for %s: %s, the same"), plan->units[plan->root].short_name, figure);
	num_format(own->figure > sum ? own->figure - sum : sum - own->figure, plan->elements[f->element].decimals, difference);
	return text_format(out, cap, own->figure > sum ? _("; keyed in for %s: %s, the sum is %s less")
							 : _("; keyed in for %s: %s, the sum is %s more"),
		plan->units[plan->root].short_name, figure, difference);
}

static void draw_sum(const struct form *f, struct canvas *c)
{
	int64_t sum;
	int given, of;
	char line[LINE], figure[NUM_TEXT], own[LINE];
	if (!f->turned || f->app->plan->elements[f->element].rollup != PLAN_ROLLUP_SUM || !form_sum(f, &sum, &given, &of))
		return;
	const struct plan_element *element = &f->app->plan->elements[f->element];
	num_format(sum, element->decimals, figure);
	text_format(line, sizeof line, _("sum of the %d of %d units that have a figure: %s%s"), given, of, figure, element->measure);
	size_t len = strlen(line);
	text_format(line + len, sizeof line - len, "%s", against_own(f, sum, own, sizeof own));
	draw_wrapped(c, line);
}

static void draw_words(const struct form *f, struct canvas *c)
{
	char line[LINE];
	const char *none = _("none");
	draw_wrapped(c, text_format(line, sizeof line, _("document %s  note %s"), f->doc[0] == '\0' ? none : f->doc,
				f->note[0] == '\0' ? none : f->note));
}

static void draw_state(const struct form *f, struct canvas *c)
{
	int values, unreported, empty;
	char line[LINE], saved[64] = "";
	time_t at = (time_t)f->saved_at;
	struct tm tm;
	form_count(f, &values, &unreported, &empty);
	if (f->saved_at != 0 && localtime_r(&at, &tm) != NULL)
		strftime(saved, sizeof saved, "%H:%M:%S", &tm);
	const struct form_findings found = form_count_findings(f);
	text_format(line, sizeof line, _("keyed in %d, not reported %d, empty %d"), values, unreported, empty);
	if (found.hard + found.soft + found.copied > 0) {
		size_t len = strlen(line);
		text_format(line + len, sizeof line - len, _(" -- wrong %d, to check %d, copies to confirm %d"), found.hard, found.soft,
			found.copied);
	}
	if (found.said > 0) {
		size_t len = strlen(line);
		text_format(line + len, sizeof line - len, _(" -- explained %d"), found.said);
	}
	if (saved[0] != '\0') {
		size_t len = strlen(line);
		text_format(line + len, sizeof line - len, _(" -- saved %s"), saved);
	}
	if (f->app->desk != NULL) {
		size_t len = strlen(line);
		text_format(line + len, sizeof line - len, "%s",
			f->app->across && f->cols > 1 ? _(" -- Enter goes right") : _(" -- Enter goes down"));
	}
	draw_title(c, line);
	if (f->skipped > 0)
		draw_wrapped(c, text_format(line, sizeof line,
					P_("%d element of another frequency is not asked for in this period",
						"%d elements of another frequency are not asked for in this period", (unsigned long)f->skipped),
					f->skipped));
}

static void draw_lower(const struct form *f, struct canvas *c)
{
	draw_refusal(f, c);
	draw_finding(f, c);
	draw_returned(f, c);
	c->y = form_standing_title(f, c->p, c->y, c->end);
	draw_sum(f, c);
	c->y = form_standing_rows(f, c->p, c->y, c->end);
	draw_words(f, c);
	draw_state(f, c);
}

static void entry_draw(const void *state, struct paint *p)
{
	const struct form *f = state;
	struct columns c = columns_for(paint_cols(p));
	struct canvas canvas = {p, LIST_TOP, paint_rows(p) - 2};
	if (f->by_years && f->len > 0)
		draw_years_head(f, p);
	else
		draw_head(f, p, &c);
	if (f->len == 0) {
		paint_text(p, 3, 1, paint_cols(p) - 1, ROLE_TEXT,
			_("Nothing is asked of this unit in this period. F2 chooses another period, F3 goes back."));
		return;
	}
	for (int i = f->list.top; i < f->list.len && i < f->list.top + f->list.height; i++)
		if (f->by_years)
			draw_years_row(f, p, canvas.y++, find_row(&f->find, i));
		else
			draw_row(f, p, canvas.y++, &c, find_row(&f->find, i));
	if (form_focused(f) != NULL)
		draw_lower(f, &canvas);
}

static bool entry_cell(const void *state, struct entry *out)
{
	const struct form_cell *cell = form_focused(state);
	if (cell == NULL)
		return false;
	out->element = cell->element;
	out->unit = cell->unit;
	out->period = cell->period;
	return true;
}

// ------------------------------------------------------------ for other programs

static void copy_years(const struct form *f, struct copy *out)
{
	char text[PHRASE_TEXT];
	copy_row(out, false);
	copy_cell(out, _("Unit"));
	for (int col = 0; col < f->cols; col++) {
		period_format(form_cell_at(f, 0, col)->period, PERIOD_ASCII, text);
		copy_cell(out, text);
	}
	for (int i = 0; i < f->list.len; i++) {
		int row = find_row(&f->find, i);
		copy_row(out, i == f->list.focus);
		copy_cell(out, f->app->plan->units[form_cell_at(f, row, 0)->unit].name);
		for (int col = 0; col < f->cols; col++)
			(col == f->col ? copy_main : copy_cell)(out,
				entry_words_cell(f->app->plan, &form_cell_at(f, row, col)->now, text, sizeof text));
	}
}

static void copy_form_row(const struct form *f, struct copy *out, const struct form_cell *cell, bool focused)
{
	const struct plan *plan = f->app->plan;
	const struct plan_element *element = &plan->elements[cell->element];
	bool restarted = element->kind == PLAN_FLOW && period_month(f->app->period) <= element->months;
	char text[PHRASE_TEXT];
	copy_row(out, focused);
	copy_cell(out, f->turned ? plan->units[cell->unit].name : element->name);
	copy_cell(out, element->measure);
	copy_cell(out, entry_words_cell(plan, &cell->year_ago, text, sizeof text));
	copy_cell(out, entry_words_cell(plan, &cell->before, text, sizeof text));
	copy_main(out, entry_words_cell(plan, &cell->now, text, sizeof text));
	copy_cell(out, restarted ? "" : entry_words_difference(plan, &cell->now, &cell->before, text, sizeof text));
}

static void entry_copy(const void *state, struct copy *out)
{
	const struct form *f = state;
	const char *const heads[] = {f->turned ? _("Unit") : _("Indicator"), _("measure"), _("year ago"), _("before"), _("this period"),
		_("change")};
	if (f->len == 0)
		return;
	if (f->by_years) {
		copy_years(f, out);
		return;
	}
	copy_row(out, false);
	for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++)
		copy_cell(out, heads[i]);
	for (int i = 0; i < f->list.len; i++)
		copy_form_row(f, out, form_cell_at(f, find_row(&f->find, i), 0), i == f->list.focus);
}

// ------------------------------------------------------------ the screen

static enum err entry_open(void *state, struct app *app, const void *arg)
{
	const struct scr_entry_arg *asked = arg;
	return form_open(state, app, asked->unit, asked->element, asked->turned, asked->by_years);
}

static enum err entry_load(void *state)
{
	return form_load(state);
}

static unsigned entry_act(void *state, enum action action, const struct key *key)
{
	return form_act(state, action, key);
}

static bool entry_offers(const void *state, enum action action)
{
	static const enum action always[] = {ACTION_CHOOSE, ACTION_SAME, ACTION_TURN, ACTION_WORDS, ACTION_EDIT, ACTION_UNDO,
		ACTION_REDO, ACTION_LIFE, ACTION_NEXT_STEP, ACTION_ENTER_WAY,
		ACTION_CHECK};
	const struct form *f = state;
	for (size_t i = 0; f->len > 0 && i < sizeof always / sizeof always[0]; i++)
		if (action == always[i])
			return true;
	return false;
}

static const char *entry_hint(const void *state)
{
	const struct form *f = state;
	if (f->app->desk == NULL)
		return _("Reading only; F6 one indicator over all units");
	if (f->asking)
		return _("Enter keeps the figure; Esc goes back to it");
	if (f->by_years && !f->editing)
		return _("One figure a year, for the baselines; F8 document, [ ] other months, F6 back to the form");
	return f->editing ? _("Enter or an arrow saves and goes on; Esc drops what is typed")
			  : _("Type: 1,234 and full width are read; 0 zero, / not applicable; F4 more, H history");
}

static void entry_where(const void *state, char *out, size_t cap)
{
	const struct form *f = state;
	const struct plan *plan = f->app->plan;
	text_format(out, cap, "%s", f->turned ? plan->elements[f->element].short_name : plan->units[f->unit].name);
}

static void entry_stands(const void *state, char *out, size_t cap)
{
	form_report_words(state, out, cap);
}

static bool entry_editing(const void *state)
{
	const struct form *f = state;
	return f->editing;
}

// By years, tabs go from year to year and may have been typed ahead; lines as well as tabs are a block there, too.
static bool entry_block(const void *state, const struct burst_marks *marks)
{
	const struct form *f = state;
	return marks->feeds || (marks->tabs && (f->cols == 1 || marks->returns));
}

static void entry_close(void *state)
{
	form_close(state);
}

const struct screen_ops scr_entry = {
	.name = N_("Entry"),
	.context = "entry",
	.size = sizeof(struct form),
	.open = entry_open,
	.load = entry_load,
	.draw = entry_draw,
	.act = entry_act,
	.offers = entry_offers,
	.hint = entry_hint,
	.where = entry_where,
	.stands = entry_stands,
	.editing = entry_editing,
	.block = entry_block,
	.about = form_about,
	.copy = entry_copy,
	.cell = entry_cell,
	.close = entry_close,
	.find = offsetof(struct form, find),
};
