// SPDX-License-Identifier: MIT
// See frame.h.
#include "tui/frame.h"

#include <limits.h>
#include <string.h>

#include "core/i18n.h"
#include "core/period.h"
#include "core/text.h"
#include "tui/find.h"
#include "tui/legend.h"
#include "tui/paint_sheet.h"
#include "tui/scr_help.h"
#include "tui/stack.h"
#include "tui/stamp.h"

#define UNIT_AT 12               // columns of row 0, as the sketches have them
#define PERIOD_AT 23
#define WORD 256
#define WIDE 120                 // room for where the person works, too
#define MESSAGE_ROWS 6

static const int old_after[] = {7, 1, 3, 14, 31, 92, INT_MAX};     // days, as opts.def has them

struct frame frame_of(const struct app *app)
{
	const struct layer *top = app->stack->top, *titled = top;
	while (titled->ops->over && titled->below != NULL)
		titled = titled->below;
	return (struct frame){app, top->ops, top->state, titled->ops, titled->state};
}

bool frame_offers(const struct frame *frame, enum action action)
{
	const struct action_row *row = action_row(action);
	bool question = strcmp(frame->ops->context, "prompt") == 0;
	if (row == NULL || (row->writes && frame->app->desk == NULL))
		return false;
	if (action == ACTION_BACK || (action == ACTION_HELP && frame->ops != &scr_help))
		return true;
	if ((action == ACTION_PERIOD || action == ACTION_MENU) && !question)
		return true;
	return frame->ops->offers != NULL && frame->ops->offers(frame->state, action);
}

static bool in_group_of(const struct action_row *row, enum action other)
{
	return strcmp(row->group, action_row(other)->group) == 0;
}

static bool everywhere(enum action action)
{
	static const enum action actions[] = {ACTION_REPAINT, ACTION_WHO, ACTION_KNOWN_THEN, ACTION_TRY_OUT};
	for (size_t i = 0; i < sizeof actions / sizeof actions[0]; i++)
		if (actions[i] == action)
			return true;
	return false;
}

static bool only_where_offered(enum action action)
{
	return action == ACTION_FIGURES || action == ACTION_SORT || action == ACTION_NEXT_VIEW || action == ACTION_CHART;
}

// An action with a slot in the legend, and all that is done to a cell, is what the screen says it offers.
const char *frame_idle(const struct frame *frame, const struct action_row *row)
{
	bool question = strcmp(frame->ops->context, "prompt") == 0;
	bool of_cell = in_group_of(row, ACTION_EDIT) || row->action == ACTION_LIFE;
	if (of_cell || row->label[0] != '\0')
		return frame_offers(frame, row->action) ? NULL : of_cell ? _("only in a cell") : _("not on this screen");
	if (in_group_of(row, ACTION_UP) || everywhere(row->action))
		return NULL;
	if (only_where_offered(row->action))
		return frame_offers(frame, row->action) ? NULL : _("not on this screen");
	if (row->action == ACTION_COPY)
		return frame->ops->copy != NULL ? NULL : _("there is no table here");
	if (row->action == ACTION_PERIOD_PREVIOUS || row->action == ACTION_PERIOD_NEXT)
		return question ? _("not on this screen") : NULL;
	return frame->ops->find != 0 ? NULL : _("there is no list here");
}

static bool slot_offered(const void *ctx, enum action action)
{
	return frame_offers(ctx, action);
}

// ------------------------------------------------------------ row 0

static const char *unit_words(const struct frame *frame, char *out, size_t cap)
{
	const struct app *app = frame->app;
	out[0] = '\0';
	if (frame->titled->where != NULL) {
		frame->titled->where(frame->titled_state, out, cap);
	} else if (app->plan != NULL && app->unit >= 0) {
		const struct plan_unit *unit = &app->plan->units[app->unit];
		bool fits = app->unit != app->plan->root && text_cells(unit->name) < PERIOD_AT - UNIT_AT;
		text_format(out, cap, "%s", fits ? unit->name : unit->short_name);
	}
	return out;
}

static const char *period_words(const struct frame *frame, bool brief, char *out, size_t cap)
{
	char period[PERIOD_TEXT];
	out[0] = '\0';
	if (frame->app->plan == NULL)
		return out;
	period_format(frame->app->period, PERIOD_REPORT, period);
	return brief ? text_format(out, cap, "%s", period) : text_format(out, cap, _("period %s"), period);
}

// Which figures are shown, where they are not those that this place shows unasked: at a desk all, ~ before those not accepted.
static const char *figures_words(const struct frame *frame, bool brief)
{
	const struct app *app = frame->app;
	const struct screen_ops *titled = frame->titled;
	bool shown = titled->offers != NULL && titled->offers(frame->titled_state, ACTION_FIGURES);
	if (!shown || (app->desk != NULL && app->figures != SURVEY_ACCEPTED))
		return "";
	return brief && app->figures == SURVEY_ACCEPTED ? _("accepted only") : app_figures_words(app);
}

// A snapshot says as of when it is; and that it is old, where nobody has published for days.
static const char *state_words(const struct app *app, char *out, size_t cap)
{
	char at[40];
	if (app->published == 0)
		return app->state;
	int day = stamp_day(app->published);
	int most = old_after[app->settings != NULL ? app->settings->old_after : 0];
	bool old = day > 0 && app->today > 0 && period_days_between(day, app->today) > most;
	stamp_words(app->published, at, sizeof at);
	return text_format(out, cap, old ? _("old: published %s") : _("published %s"), at);
}

// How much is left out where there is no room; each includes those before it.
enum brief { WHOLE, NO_PERIOD_LABEL, BRIEF_FIGURES, NO_PERSON, BRIEF_DEMO, BRIEFS };

static const char *person_words(const struct frame *frame, enum brief brief, char *out, size_t cap)
{
	const struct app *app = frame->app;
	char stands[WORD] = "";
	out[0] = '\0';
	if (frame->titled->stands != NULL)
		frame->titled->stands(frame->titled_state, stands, sizeof stands);
	char published[WORD];
	const char *figures = figures_words(frame, brief >= BRIEF_FIGURES);
	bool tried = app->tryout.set.len > 0, narrow = (tried || stands[0] != '\0' || figures[0] != '\0') && app->cols < WIDE;
	const char *who = narrow ? who_name(app) : who_words(app);
	const char *demo = brief >= BRIEF_DEMO ? _("demo") : _("demo data");
	const char *words[] = {tried ? _("TRY-OUT") : "", app->plan != NULL && app->plan->demo ? demo : "", figures,
		state_words(app, published, sizeof published), stands,
		brief >= NO_PERSON || (narrow && app->desk == NULL) ? "" : who};
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (words[i] != NULL && words[i][0] != '\0')
			text_join(out, cap, "  ", "%s", words[i]);
	return out;
}

static int column_after(int x, const char *word, int least)
{
	int after = x + text_cells(word) + 1;
	return after > least ? after : least;
}

// What is cut first is what can be read elsewhere: the label of the period, the longer words for the figures, who sits here.
// Unit, period and state stay; at last a long name is cut.
static void draw_title(struct paint *p, const struct frame *frame)
{
	char unit[WORD], period[WORD], person[WORD];
	const char *name = _(frame->titled->name);
	int cols = paint_cols(p), end = cols - 1;
	int unit_at = column_after(1, name, UNIT_AT), at = column_after(unit_at, unit_words(frame, unit, sizeof unit), PERIOD_AT);
	for (enum brief brief = WHOLE; brief < BRIEFS; brief++) {
		period_words(frame, brief >= NO_PERIOD_LABEL, period, sizeof period);
		person_words(frame, brief, person, sizeof person);
		if (at + text_cells(period) + 1 + text_cells(person) <= end)
			break;
	}
	paint_fill(p, 0, 0, cols, ROLE_TITLE);
	int cells = text_cells(person), most = cols - UNIT_AT - 12;
	if (most > 0) {
		end -= cells < most ? cells : most;
		paint_text(p, 0, end, cols - 1 - end, ROLE_TITLE, person);
		end--;
	}
	int last = end - text_cells(period);
	at = at > last && last > unit_at ? last : at;
	paint_text(p, 0, 1, end - 1, ROLE_TITLE, name);
	paint_text(p, 0, unit_at, (at < end ? at - 1 : end) - unit_at, ROLE_TITLE, unit);
	paint_text(p, 0, at, end - at, ROLE_TITLE, period);
}

// ------------------------------------------------------------ the message row

struct lines {
	struct paint *p;
	enum role role;
	int y, count, from;              // FROM: lines before it are not drawn; -1: only count
};

static void take_line(const char *line, size_t len, void *ctx)
{
	struct lines *lines = ctx;
	int i = lines->count++;
	if (lines->from < 0 || i < lines->from || i >= lines->from + MESSAGE_ROWS)
		return;
	char text[2 * WORD];
	int y = lines->y + i - lines->from;
	paint_fill(lines->p, y, 0, paint_cols(lines->p), ROLE_TEXT);
	paint_text(lines->p, y, 1, paint_cols(lines->p) - 1, lines->role, text_format(text, sizeof text, "%.*s", (int)len, line));
}

int frame_message_rows(const struct app *app, int cols)
{
	struct lines lines = {.from = -1};
	if (cols < 4 || app->message[0] == '\0')
		return 0;
	text_wrap(app->message, cols - 2, take_line, &lines);
	return lines.count < MESSAGE_ROWS ? lines.count : MESSAGE_ROWS;
}

// A sentence is always readable as a whole: what one row cannot hold grows upward over the body.
static void draw_message(struct paint *p, const struct app *app, int y)
{
	struct lines lines = {.p = p, .role = app->message_is_error ? ROLE_ERROR : ROLE_MESSAGE};
	int rows = frame_message_rows(app, paint_cols(p));
	lines.y = y - rows + 1;
	if (rows > 0)
		text_wrap(app->message, paint_cols(p) - 2, take_line, &lines);
}

static void draw_hint(struct paint *p, const struct frame *frame, int y)
{
	size_t find = frame->ops->find;
	if (find != 0 && find_draw((const struct find *)((const char *)frame->state + find), p, y))
		return;
	const char *hint = frame->ops->hint == NULL ? NULL : frame->ops->hint(frame->state);
	int x = 1;
	if (frame->app->tryout.set.len > 0)
		x += paint_text(p, y, 1, paint_cols(p) - 1, ROLE_MARK, _("Try-out, not stored; t: list.")) + 1;
	if (hint != NULL)
		paint_text(p, y, x, paint_cols(p) - x, ROLE_DIM, hint);
}

void frame_draw(struct paint *p, const struct frame *frame)
{
	p->fixed = true;
	if (p->view_rows > 1)
		legend_draw(p, p->view_rows - 1, slot_offered, frame);
	if (p->view_rows > 2 && frame->app->message[0] != '\0')
		draw_message(p, frame->app, p->view_rows - 2);
	else if (p->view_rows > 2)
		draw_hint(p, frame, p->view_rows - 2);
	draw_title(p, frame);
	p->fixed = false;
}
