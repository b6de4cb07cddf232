// SPDX-License-Identifier: MIT
// See scr_home.h. The upper half lists chapters (or, turned, units); the lower half does not follow the cursor, so that a
// key on a slow link moves only the marker.
#include "tui/scr_home.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"
#include "core/period.h"
#include "core/phrase.h"
#include "core/text.h"
#include "tui/find.h"
#include "tui/list.h"
#include "tui/menu.h"
#include "tui/part_home.h"
#include "tui/part_rows.h"
#include "tui/reports.h"
#include "tui/scr_chapter.h"
#include "tui/scr_definition.h"
#include "tui/scr_entry.h"
#include "tui/scr_plan.h"
#include "tui/scr_reports.h"
#include "tui/scr_review.h"
#include "tui/scr_stage.h"

#define LIST_TOP 2          // row of the first chapter

struct home {
	struct app *app;
	struct list list;
	struct find find;
	bool turned;                     // units instead of chapters
	int *chapters, chapters_len;     // outline indices
	int *units, units_len;           // units that report
	struct home_figures figures;
};

static int row_count(const struct home *h)
{
	return h->turned ? h->units_len : h->chapters_len;
}

static enum err collect(struct home *h)
{
	const struct plan *plan = h->app->plan;
	h->chapters = calloc((size_t)plan->outlines_len + 1, sizeof *h->chapters);
	h->units = calloc((size_t)plan->units_len + 1, sizeof *h->units);
	if (h->chapters == NULL || h->units == NULL)
		return err_set(ERR_MEMORY, "%s", _("no memory"));
	for (int i = 0; i < plan->outlines_len; i++)
		if (plan->outlines[i].level == PLAN_CHAPTER)
			h->chapters[h->chapters_len++] = i;
	for (int i = 0; i < plan->units_len; i++)
		if (i != plan->root && !plan->units[i].compare)
			h->units[h->units_len++] = i;
	return ERR_OK;
}

// Rows of the list: all of it where the screen is high enough, else what leaves room for the lower half's first lines.
static int list_rows(const struct home *h, int rows)
{
	int room = rows - LIST_TOP - 2;
	return row_count(h) < room ? row_count(h) : room;
}

static void fit(struct home *h)
{
	list_resize(&h->list, find_len(&h->find), list_rows(h, h->app->rows));
}

// Of thousands of units only those in sight are read.
static enum err read_seen(struct home *h)
{
	enum err err = ERR_OK;
	for (int i = h->list.top; h->turned && err == ERR_OK && i < h->list.len && i < h->list.top + h->list.height; i++)
		err = home_figures_unit(&h->figures, h->app, h->units[find_row(&h->find, i)]);
	return err;
}

static enum err home_load(void *state)
{
	struct home *h = state;
	fit(h);
	enum err err = home_figures_load(&h->figures, h->app, h->chapters, h->chapters_len);
	return err == ERR_OK ? read_seen(h) : err;
}

static void see(struct home *h)
{
	screen_failed(h->app, read_seen(h));
}

static void home_close(void *state)
{
	struct home *h = state;
	home_figures_done(&h->figures);
	find_done(&h->find);
	free(h->chapters);
	free(h->units);
}

static const struct find_ops find_ops;

static enum err home_open(void *state, struct app *app, const void *arg)
{
	(void)arg;
	struct home *h = state;
	h->app = app;
	h->find = (struct find){.ops = &find_ops, .app = app, .state = h, .list = &h->list};
	enum err err = collect(h);
	return err == ERR_OK ? home_load(h) : err;
}

// ------------------------------------------------------------ drawing

static void draw_list(const struct home *h, struct paint *p, int width, int rows)
{
	part_home_head(p, 1, 0, width, h->turned);
	for (int i = 0; i < rows && h->list.top + i < h->list.len; i++) {
		int row = find_row(&h->find, h->list.top + i);
		bool focused = h->list.top + i == h->list.focus;
		if (h->turned)
			part_home_unit(p, LIST_TOP + i, 0, width, h->app, &h->figures, h->units[row], focused);
		else
			part_home_chapter(p, LIST_TOP + i, 0, width, h->app, h->chapters[row], &h->figures.chapters[row], focused);
	}
	paint_cursor(p, LIST_TOP + h->list.focus - h->list.top, 0);
}

static void home_draw(const void *state, struct paint *p)
{
	const struct home *h = state;
	int rows = list_rows(h, paint_rows(p)), left = part_home_has_panes(h->app) ? PART_HOME_PANE : paint_cols(p);
	int y = LIST_TOP + rows, end = paint_rows(p) - 2;
	draw_list(h, p, left, rows);
	y += part_home_todo(p, y, 0, left, end - y, h->app, &h->figures);
	y += part_home_counts(p, y, 0, left, end - y, h->app, &h->figures);
	part_home_latest(p, y, 0, left, end - y, &h->figures);
	if (part_home_has_panes(h->app))
		part_home_indicators(p, 1, left + 1, paint_cols(p) - left - 1, end - 1, h->app, &h->figures);
}

static void home_copy(const void *state, struct copy *out)
{
	const struct home *h = state;
	part_home_copy_head(out, h->turned);
	for (int i = 0; i < h->list.len; i++) {
		int row = find_row(&h->find, i);
		bool focused = i == h->list.focus;
		if (h->turned)
			part_home_copy_unit(out, h->app, &h->figures, h->units[row], focused);
		else
			part_home_copy_chapter(out, h->app, h->chapters[row], &h->figures.chapters[row], focused);
	}
}

// ------------------------------------------------------------ keys

static unsigned open_row(struct home *h)
{
	int row = find_row(&h->find, h->list.focus);
	if (row != PLAN_NONE && h->turned)
		menu_open_form(h->app, h->units[row]);
	else if (row != PLAN_NONE)
		screen_push(h->app, &scr_chapter, &h->chapters[row]);
	return SCREEN_HANDLED | SCREEN_REDRAW;
}

static void reload(struct home *h)
{
	screen_failed(h->app, home_load(h));
}

// The document's words of the focused chapter.
static unsigned read_chapter(struct home *h)
{
	int row = h->turned ? PLAN_NONE : find_row(&h->find, h->list.focus);
	return scr_plan_show(h->app, row != PLAN_NONE ? h->chapters[row] : PLAN_NONE, PLAN_NONE);
}

static unsigned turn(struct home *h)
{
	h->turned = !h->turned;
	h->list = (struct list){0};
	find_done(&h->find);
	fit(h);
	return SCREEN_HANDLED | SCREEN_REDRAW;
}

static unsigned resume(struct home *h)
{
	const struct desk_draft *draft = &h->figures.draft_of;
	const struct scr_definition_arg definition = {draft->row, draft->unit};
	const struct scr_entry_arg cell = {.unit = draft->unit, .element = draft->row};
	const struct scr_stage_arg stage = {draft->row, draft->unit, false};
	if (h->figures.draft[0] == '\0')
		return 0;
	if (draft->kind == DRAFT_CELL)
		h->app->period = draft->when;
	if (draft->kind == DRAFT_TARGET)
		screen_push(h->app, &scr_definition, &definition);
	else if (h->app->plan->elements[draft->row].kind == PLAN_STAGE)
		screen_push(h->app, &scr_stage, &stage);
	else
		screen_push(h->app, &scr_entry, &cell);
	return SCREEN_HANDLED | SCREEN_REDRAW | SCREEN_RELOAD;
}

static unsigned open_reports(struct home *h, enum reports_filter filter)
{
	screen_push(h->app, &scr_reports, &filter);
	return SCREEN_HANDLED | SCREEN_REDRAW;
}

// A clerk's own report, which is his most used key; who reviews sees what waits for him.
static unsigned open_first(struct home *h)
{
	const struct home_reports *reports = &h->figures.reports;
	return reports->own != NULL ? menu_open_report(h->app, &reports->own->report.key) : scr_review_open_waiting(h->app);
}

// What is to be done has its digits; the others lead where they do in the command list.
static unsigned numbered(struct home *h, const struct key *key)
{
	switch (key->code) {
	case L'0': return resume(h);
	case L'1': return open_first(h);
	case L'2': return open_reports(h, REPORTS_WAITING);
	case L'3': return scr_review_open_all(h->app);
	case L'4': return menu_overdue(h->app);
	default: return menu_digit(h->app, key->code);
	}
}

static unsigned act(struct home *h, enum action action, const struct key *key)
{
	if (list_act(&h->list, action))
		return SCREEN_HANDLED | SCREEN_REDRAW;
	switch (action) {
	case ACTION_OPEN:
		return open_row(h);
	case ACTION_TURN:
		return turn(h);
	case ACTION_CHOOSE:
		return menu_form(h->app);
	case ACTION_WORDS:
		return read_chapter(h);
	case ACTION_CHECK:
		return scr_review_open(h->app, NULL);
	case ACTION_TYPE:
		return numbered(h, key);
	default:
		return 0;
	}
}

static unsigned home_act(void *state, enum action action, const struct key *key)
{
	struct home *h = state;
	fit(h);
	if ((part_home_has_panes(h->app) && !h->figures.panes) ||                // the screen has grown
		(home_matrix_fits(h->app) && home_matrix_rows(&h->figures.matrix) == 0))
		reload(h);
	unsigned result = act(h, action, key);
	see(h);
	return result;
}

// ------------------------------------------------------------ finding

static int row_total(const void *state)
{
	return row_count(state);
}

static enum match find_match(const void *state, int row, const char *wanted)
{
	const struct home *h = state;
	const struct plan_unit *unit = h->turned ? &h->app->plan->units[h->units[row]] : NULL;
	const struct plan_outline *outline = h->turned ? NULL : &h->app->plan->outlines[h->chapters[row]];
	const char *const words[] = {h->turned ? unit->name : outline->number, h->turned ? unit->short_name : outline->title, NULL};
	return match_row(wanted, row + 1, h->turned ? unit->code : outline->code, words);
}

static unsigned rows_found(void *state, int row)
{
	struct home *h = state;
	(void)row;
	fit(h);
	see(h);
	return SCREEN_HANDLED | SCREEN_REDRAW;
}

static const struct find_ops find_ops = {row_total, find_match, NULL, rows_found};

// ------------------------------------------------------------

static bool home_offers(const void *state, enum action action)
{
	(void)state;
	return action == ACTION_TURN || action == ACTION_CHOOSE || action == ACTION_WORDS || action == ACTION_FIGURES ||
		action == ACTION_CHECK;
}

static const char *home_hint(const void *state)
{
	const struct home *h = state;
	if (h->turned)
		return _("Up/Down choose a unit, Enter opens its form; F6 back to the chapters");
	if (h->app->desk == NULL)
		return _("Up/Down, Enter open; digits: to do; F4 look at a form; F6 units; F8 text; / find");
	return _("Up/Down, Enter open; digits: to do; F4 key in; F6 units; F8 text; F10 2 indicators; / find");
}

const struct screen_ops scr_home = {
	.name = N_("Workbench"),
	.context = "list",
	.size = sizeof(struct home),
	.open = home_open,
	.load = home_load,
	.draw = home_draw,
	.act = home_act,
	.offers = home_offers,
	.hint = home_hint,
	.copy = home_copy,
	.close = home_close,
	.find = offsetof(struct home, find),
};
