// SPDX-License-Identifier: MIT
// See scr_reports.h. The columns are the periods of the year; what is told beneath is of the owner and the period under the cursor.
#include "tui/scr_reports.h"

#include "core/filled.h"
#include "core/i18n.h"
#include "core/period.h"
#include "core/text.h"
#include "tui/copy.h"
#include "tui/menu.h"
#include "tui/reports.h"
#include "tui/scr_entry.h"

#define LINE 1024
#define LIST_TOP 2
#define NAME_AT 1
#define NAME_CELLS 14
#define PERIOD_CELLS 11
#define LEFT_CELLS 9                 // 逾期123天
#define FAULT_CELLS 5
#define LOWER 9                      // rows beneath the list
#define LEAST_ROWS 3

// ------------------------------------------------------------

static void fit(struct reports *r)
{
	int room = r->app->rows - 2 - LIST_TOP - LOWER;
	room = room > LEAST_ROWS ? room : LEAST_ROWS;
	list_resize(&r->list, r->list.len, r->list.len < room ? r->list.len : room);
}

static enum err reports_load(void *state)
{
	struct reports *r = state;
	enum err err = reports_read(r);
	fit(r);
	return err;
}

static enum err reports_open(void *state, struct app *app, const void *arg)
{
	struct reports *r = state;
	r->app = app;
	r->filter = arg != NULL ? *(const enum reports_filter *)arg : REPORTS_ALL;
	return reports_load(state);
}

static void reports_close(void *state)
{
	reports_done(state);
}

// ------------------------------------------------------------ the list

// The first of the periods for which there is room, so that the one shown is among them.
static int first_period(const struct reports *r, int shown)
{
	int at = 0;
	while (at < r->year.len - 1 && r->year.periods[at].period != r->app->period)
		at++;
	return at < shown ? 0 : at - shown + 1;
}

static int periods_shown(const struct reports *r, int width)
{
	int room = (width - NAME_AT - NAME_CELLS - LEFT_CELLS - 2 * FAULT_CELLS) / PERIOD_CELLS;
	return r->year.len < room ? r->year.len : room;
}

static const char *cell_words(const struct reports *r, int at, const struct report_line *line, char *out, size_t cap)
{
	const char *fault = line == NULL ? "" : line->late ? _(" late") : line->missed ? _(" missing") : "";
	if (!r->year.periods[at].open)
		return _("not open");
	if (line == NULL)
		return "-";
	char filled[FILLED_WORDS];
	if (line->report.state != REPORT_FILLING)
		return text_format(out, cap, "%s%s", _(report_state_name(line->report.state)), fault);
	return text_format(out, cap, "%s%s", line->filled + line->told == 0 ? _("nothing yet") : filled_brief(line, filled, sizeof filled), fault);
}

static void left_words(const struct report_line *line, char *out, size_t cap)
{
	out[0] = '\0';
	if (line != NULL && line->waits)
		text_format(out, cap, line->left >= 0 ? _("%d days left") : _("%d days over"), line->left >= 0 ? line->left : -line->left);
}

static void draw_head(const struct reports *r, struct paint *p, int first, int shown)
{
	char period[PERIOD_TEXT], owners[LINE];
	int x = NAME_AT + NAME_CELLS;
	bool all = r->list.len <= r->list.height;
	text_format(owners, sizeof owners, all ? _("owner") : _("owner %d/%d"), r->list.focus + 1, r->list.len);
	paint_text(p, 1, NAME_AT, NAME_CELLS - 1, ROLE_HEADING, owners);
	for (int i = first; i < first + shown; i++, x += PERIOD_CELLS) {
		bool here = r->year.periods[i].period == r->app->period;
		period_format(r->year.periods[i].period, PERIOD_COLUMN, period);
		paint_text(p, 1, x, PERIOD_CELLS - 1, here ? ROLE_FOCUS : ROLE_HEADING, period);
	}
	paint_right(p, 1, x, LEFT_CELLS, ROLE_HEADING, _("days"));
	paint_right(p, 1, x + LEFT_CELLS, FAULT_CELLS, ROLE_HEADING, _("tardy"));
	paint_right(p, 1, x + LEFT_CELLS + FAULT_CELLS, FAULT_CELLS, ROLE_HEADING, _("miss"));
}

static void draw_count(struct paint *p, int y, int x, int count)
{
	char text[16];
	if (count > 0)
		paint_right(p, y, x, FAULT_CELLS, ROLE_TEXT, text_format(text, sizeof text, "%d", count));
}

static void draw_row(const struct reports *r, struct paint *p, int y, int row, int first, int shown)
{
	const struct report_key *key = &r->rows[row];
	const struct report_faults faults = report_year_faults(&r->year, key);
	const char *name = key->dept == 0 ? r->app->plan->units[key->unit].name : report_owner_name(r->app->plan, key);
	bool marked = row == r->list.focus;
	char text[LINE];
	int x = NAME_AT + NAME_CELLS;
	if (key->dept == 0 && text_cells(name) >= NAME_CELLS)
		name = r->app->plan->units[key->unit].short_name;
	paint_text(p, y, 0, 1, ROLE_MARK, marked ? ">" : " ");
	paint_text(p, y, NAME_AT, NAME_CELLS - 1, marked ? ROLE_FOCUS : ROLE_TEXT, name);
	for (int i = first; i < first + shown; i++, x += PERIOD_CELLS) {
		const struct report_line *line = report_year_line(&r->year, r->year.periods[i].period, key);
		bool urges = line != NULL && line->waits && line->left < 0;
		paint_text(p, y, x, PERIOD_CELLS - 1, urges ? ROLE_CRITICAL : ROLE_TEXT, cell_words(r, i, line, text, sizeof text));
	}
	left_words(reports_line(r, row), text, sizeof text);
	paint_right(p, y, x, LEFT_CELLS, ROLE_TEXT, text);
	draw_count(p, y, x + LEFT_CELLS, faults.late);
	draw_count(p, y, x + LEFT_CELLS + FAULT_CELLS, faults.missed);
}

static const char *nothing_words(const struct reports *r, char *out, size_t cap)
{
	if (r->filter == REPORTS_ALL || r->owners == 0)
		return _("Nothing is asked of anybody in this year; [ and ] lead to another.");
	return text_format(out, cap, _("Shown is only: %s -- none of the %d owners; F4 and then 1 shows all."), reports_filter_name(r->filter),
		r->owners);
}

static int draw_list(const struct reports *r, struct paint *p)
{
	int shown = periods_shown(r, paint_cols(p)), first = first_period(r, shown), y = LIST_TOP;
	char text[LINE];
	draw_head(r, p, first, shown);
	if (r->list.len == 0)
		paint_text(p, LIST_TOP + 1, NAME_AT, paint_cols(p) - 1, ROLE_TEXT, nothing_words(r, text, sizeof text));
	for (int i = r->list.top; i < r->list.len && i < r->list.top + r->list.height; i++)
		draw_row(r, p, y++, i, first, shown);
	paint_cursor(p, LIST_TOP + r->list.focus - r->list.top, 0);
	return LIST_TOP + (r->list.height > 2 ? r->list.height : 2);
}

static void copy_report(const struct reports *r, struct copy *out, int row)
{
	const struct report_key *key = &r->rows[row];
	const struct report_faults faults = report_year_faults(&r->year, key);
	char text[LINE];
	copy_row(out, row == r->list.focus);
	copy_cell(out, report_owner_name(r->app->plan, key));
	for (int i = 0; i < r->year.len; i++) {
		int period = r->year.periods[i].period;
		const char *words = cell_words(r, i, report_year_line(&r->year, period, key), text, sizeof text);
		(period == r->app->period ? copy_main : copy_cell)(out, words[0] == '-' ? "" : words);
	}
	left_words(reports_line(r, row), text, sizeof text);
	copy_cell(out, text);
	copy_cell(out, text_format(text, sizeof text, "%d", faults.late));
	copy_cell(out, text_format(text, sizeof text, "%d", faults.missed));
}

static void reports_copy(const void *state, struct copy *out)
{
	const struct reports *r = state;
	char period[PERIOD_TEXT];
	copy_row(out, false);
	copy_cell(out, _("owner"));
	for (int i = 0; i < r->year.len; i++) {
		period_format(r->year.periods[i].period, PERIOD_COLUMN, period);
		copy_cell(out, period);
	}
	copy_cell(out, _("days"));
	copy_cell(out, _("tardy"));
	copy_cell(out, _("miss"));
	for (int row = 0; row < r->list.len; row++)
		copy_report(r, out, row);
}

// ------------------------------------------------------------ beneath

static void draw_title(const struct reports *r, struct paint *p, int y, const struct report_line *line)
{
	char title[LINE], period[PERIOD_TEXT], filled[FILLED_WORDS], left[64], behind[80];
	period_format(r->app->period, PERIOD_REPORT, period);
	left_words(line, left, sizeof left);
	text_format(behind, sizeof behind, left[0] != '\0' ? _(", %s") : "%s", left);
	if (line == NULL)
		text_format(title, sizeof title, "%s %s", report_owner_name(r->app->plan, reports_focused(r)), period);
	else
		text_format(title, sizeof title, _("%s %s -- %s %s, due %02d-%02d%s"), report_owner_name(r->app->plan, reports_focused(r)), period,
			_(report_state_name(line->report.state)), filled_words(line, filled, sizeof filled), line->due / 100 % 100, line->due % 100, behind);
	paint_rule(p, y, 0, paint_cols(p), title);
}

static int draw_lacks(const struct reports *r, struct paint *p, int y, int end, const struct report_line *line)
{
	char text[LINE];
	if (r->lacks.lacks > 0)
		text_format(text, sizeof text, _("empty %d: %s%s"), r->lacks.lacks, r->lacks.names, r->lacks.more ? _(" and others") : "");
	else
		text_format(text, sizeof text, "%s", line->waits ? _("all that is due is filled in, not submitted") : _("nothing is empty"));
	y = paint_wrapped(p, y, end, NAME_AT, paint_cols(p) - 2, ROLE_TEXT, text);
	if (r->lacks.over > 0)
		y = paint_wrapped(p, y, end, NAME_AT, paint_cols(p) - 2, ROLE_TEXT, text_format(text, sizeof text,
			_("not reported past the day named %d: %s%s"), r->lacks.over, r->lacks.over_names, r->lacks.over_more ? _(" and others") : ""));
	if (line->report.sentence[0] == '\0')
		return y;
	return paint_wrapped(p, y, end, NAME_AT, paint_cols(p) - 2, ROLE_TEXT,
		text_format(text, sizeof text, _("returned: %s"), line->report.sentence));
}

static void draw_lower(const struct reports *r, struct paint *p, int y, int end)
{
	if (reports_focused(r) == NULL || y + 1 >= end)
		return;
	const struct report_line *line = reports_line(r, r->list.focus);
	draw_title(r, p, y++, line);
	if (line == NULL) {
		paint_text(p, y, NAME_AT, paint_cols(p) - 2, ROLE_TEXT, _("Nothing is asked of this owner in this period, or it is not open yet."));
		return;
	}
	y = draw_lacks(r, p, y, end, line);
	for (int i = 0; i < r->steps_len && y < end; i++)
		paint_text(p, y++, NAME_AT, paint_cols(p) - 2, ROLE_TEXT, r->steps[i]);
}

static void reports_draw(const void *state, struct paint *p)
{
	const struct reports *r = state;
	draw_lower(r, p, draw_list(r, p), paint_rows(p) - 2);
}

// ------------------------------------------------------------ keys

static unsigned open_form(struct reports *r)
{
	const struct report_key *key = reports_focused(r);
	return key == NULL ? DRAWN : menu_open_report(r->app, key);
}

static unsigned step_period(struct reports *r, int direction)
{
	for (int i = 0; i < r->year.len; i++) {
		int to = i + direction;
		if (r->year.periods[i].period != r->app->period || to < 0 || to >= r->year.len)
			continue;
		r->app->period = r->year.periods[to].period;
		return DRAWN | SCREEN_RELOAD;
	}
	return DRAWN;
}

static unsigned act(struct reports *r, enum action action)
{
	switch (action) {
	case ACTION_OPEN: return open_form(r);
	case ACTION_LEFT: return step_period(r, -1);
	case ACTION_RIGHT: return step_period(r, 1);
	case ACTION_CHOOSE: return reports_ask_filter(r);
	case ACTION_NEXT_STEP: return reports_ask_step(r);
	default: return 0;
	}
}

static unsigned reports_act(void *state, enum action action, const struct key *key)
{
	struct reports *r = state;
	int focus = r->list.focus;
	(void)key;
	fit(r);
	if (!list_act(&r->list, action))
		return act(r, action);
	if (r->list.focus != focus && reports_read_focused(r) != ERR_OK)
		screen_message(r->app, true, "%s", err_message());
	return DRAWN;
}

static bool reports_offers(const void *state, enum action action)
{
	const struct reports *r = state;
	return action == ACTION_CHOOSE || (action == ACTION_NEXT_STEP && r->app->desk != NULL);
}

static const char *reports_hint(const void *state)
{
	const struct reports *r = state;
	return r->app->desk != NULL ? _("Enter opens the form; Left/Right period; F4 filters; F9 reminder, extension, lock")
				    : _("Enter opens the form; Left/Right period; F4 filters");
}

static void reports_where(const void *state, char *out, size_t cap)
{
	const struct reports *r = state;
	text_format(out, cap, "%s", reports_filter_name(r->filter));
}

static void reports_about(const void *state, char *out, size_t cap)
{
	(void)state;
	text_format(out, cap, "%s\n%s\n%s\n%s\n%s", _("7/9\tcells filled in of those asked; a value, not reported and not applicable count"),
		_("tasks\ttold of those asked; in the list once the figures are all there"),
		_("late\tfirst submitted after the last day; counted by year"), _("missing\tpast the last day and never submitted; counted by year"),
		_("not open\tthe period has not ended; it opens the day after"));
}

const struct screen_ops scr_reports = {
	.name = N_("Reminders"),
	.context = "list",
	.size = sizeof(struct reports),
	.open = reports_open,
	.load = reports_load,
	.draw = reports_draw,
	.act = reports_act,
	.offers = reports_offers,
	.hint = reports_hint,
	.where = reports_where,
	.about = reports_about,
	.copy = reports_copy,
	.close = reports_close,
};
