// SPDX-License-Identifier: MIT
// See plan_reader.h.
#include "tui/plan_reader.h"

#include <stdlib.h>

#include "core/i18n.h"
#include "tui/part_home.h"

#define LEAST_EXPLAINED 6        // rows

bool plan_reader_has_panes(const struct plan_reader *r)
{
	return part_home_has_panes(r->app);
}

int plan_reader_text_left(const struct plan_reader *r)
{
	return plan_reader_has_panes(r) ? PART_HOME_PANE + 1 : 0;
}

static int explain_rows(const struct plan_reader *r)
{
	int rows = r->app->rows / 4;
	return rows > LEAST_EXPLAINED ? rows : LEAST_EXPLAINED;
}

// Short terminals show the text only.
int plan_reader_text_height(const struct plan_reader *r)
{
	int room = r->app->rows - PLAN_READER_TOP - 2, height = room - explain_rows(r);
	return height > 3 ? height : room;
}

// The outline index of the chapter that the contents' focus is on; PLAN_NONE: a plan without chapters.
static int focused_chapter(const struct plan_reader *r)
{
	bool on_chapter = r->chapters.focus < r->contents.len && r->contents.lines[r->chapters.focus].kind == PLAN_LINE_CHAPTER;
	return on_chapter ? r->contents.lines[r->chapters.focus].ref : PLAN_NONE;
}

// The focused row's place; PLAN_NONE: there is none.
int plan_reader_place(const struct plan_reader *r)
{
	bool on_row = r->rows.focus < r->text.len && r->text.lines[r->rows.focus].kind == PLAN_LINE_ROW;
	return on_row ? r->text.lines[r->rows.focus].ref : PLAN_NONE;
}

static bool is_chapter(int line, void *ctx)
{
	const struct plan_reader *r = ctx;
	return r->contents.lines[line].kind == PLAN_LINE_CHAPTER;
}

// Words longer than the window are walked through line by line, else only rows are.
static bool is_stop(int line, void *ctx)
{
	const struct plan_reader *r = ctx;
	return r->text.lines[line].kind == PLAN_LINE_ROW || (r->text.words > r->rows.height - 2 && line < r->text.words);
}

// With the last chapter what stands behind it is shown, with the first one what stands before.
static void settle_chapters(struct plan_reader *r)
{
	struct list *list = &r->chapters;
	int last = list->focus;
	for (int i = last; i < r->contents.len; i++)
		if (is_chapter(i, r))
			last = i;
	if (last == list->focus)
		list->top = list->len - list->height < list->focus ? list->len - list->height : list->focus;
	if (list->top < 0 || (list->focus < list->height && last != list->focus))
		list->top = 0;
}

// A row is shown with all lines that it goes on in, the first one with what stands before it.
static void settle_rows(struct plan_reader *r, int from)
{
	struct list *list = &r->rows;
	list_skip(list, from, is_stop, r);
	int end = list->focus + 1;
	while (end < r->text.len && r->text.lines[end].kind == PLAN_LINE_MORE)
		end++;
	if (end > list->top + list->height)
		list->top = end - list->height < list->focus ? end - list->height : list->focus;
	if (end <= list->height && list->focus <= r->text.words)
		list->top = 0;
}

// ------------------------------------------------------------ reading

static enum err load_focus(struct plan_reader *r)
{
	const struct survey_query query = app_query(r->app);
	int place = plan_reader_place(r);
	const struct standing *s = place == PLAN_NONE ? NULL : survey_at(r->survey, r->app->plan->places[place].indicator);
	return explain_load(&r->explain, r->app->store, r->app->plan, &query, s, place);
}

static int line_of_place(const struct plan_reader *r, int place)
{
	const struct plan *plan = r->app->plan;
	for (int i = 0; place != PLAN_NONE && i < r->text.len; i++)
		if (r->text.lines[i].kind == PLAN_LINE_ROW &&
			plan->places[r->text.lines[i].ref].indicator == plan->places[place].indicator)
			return i;
	return 0;
}

// The chapter's lines anew, with the focus on the row of PLACE or the first.
static enum err show_chapter(struct plan_reader *r, int place)
{
	int width = r->app->cols - plan_reader_text_left(r);
	explain_done(&r->explain);
	r->chapter = focused_chapter(r);
	enum err err = plan_text_chapter(&r->text, r->app->plan, r->survey, r->chapter, width);
	list_resize(&r->rows, r->text.len, plan_reader_text_height(r));
	list_go(&r->rows, line_of_place(r, place));
	settle_rows(r, 0);
	return err == ERR_OK ? load_focus(r) : err;
}

static int line_of_chapter(const struct plan_reader *r, int chapter)
{
	for (int i = 0; i < r->contents.len; i++)
		if (r->contents.lines[i].kind == PLAN_LINE_CHAPTER && (chapter == PLAN_NONE || r->contents.lines[i].ref == chapter))
			return i;
	return 0;
}

static void collect_rows(struct plan_reader *r, int line, int outline)
{
	const struct plan *plan = r->app->plan;
	for (int i = 0; i < plan->places_len; i++) {
		int place = plan_text_stands(&plan->places[i], outline) ? plan_text_wording(plan, i, outline) : PLAN_NONE;
		if (place != PLAN_NONE)
			r->stops[r->stops_len++] = (struct plan_stop){line, place};
	}
}

// All rows in the order in which the chapters show them.
static void collect_stops(struct plan_reader *r)
{
	const struct plan *plan = r->app->plan;
	r->stops_len = 0;
	for (int line = 0; line < r->contents.len; line++)
		for (int i = 0; is_chapter(line, r) && i < plan->outlines_len; i++)
			if (plan_chapter_of(plan, i) == r->contents.lines[line].ref)
				collect_rows(r, line, i);
}

// All lines for the terminal as it is, the focus where it was.
enum err plan_reader_fit(struct plan_reader *r)
{
	int chapter = focused_chapter(r), place = plan_reader_place(r);
	r->width = r->app->cols;
	enum err err = plan_text_contents(&r->contents, r->app->plan, plan_reader_has_panes(r) ? PART_HOME_PANE : r->width);
	list_resize(&r->chapters, r->contents.len, r->app->rows - PLAN_READER_TOP - 2);
	list_go(&r->chapters, line_of_chapter(r, chapter));
	settle_chapters(r);
	collect_stops(r);
	return err == ERR_OK ? show_chapter(r, place) : err;
}

enum err plan_reader_load(struct plan_reader *r)
{
	const struct survey_query query = app_query(r->app);
	struct survey *fresh = NULL;
	enum err err = survey_unit(r->app->store, r->app->plan, &query, r->app->unit, &fresh);
	if (err != ERR_OK)
		return err;
	explain_done(&r->explain);
	survey_free(r->survey);
	r->survey = fresh;
	return plan_reader_fit(r);
}

enum err plan_reader_open(struct plan_reader *r, struct app *app, int chapter, int place)
{
	r->app = app;
	r->find = (struct find){.ops = &plan_reader_find, .app = app, .state = r};
	r->stops = calloc(2 * (size_t)app->plan->places_len + 1, sizeof *r->stops);
	if (r->stops == NULL)
		return err_set(ERR_MEMORY, "%s", _("no memory"));
	enum err err = plan_reader_load(r);
	if (err != ERR_OK)
		return err;
	if (chapter == PLAN_NONE && place != PLAN_NONE)
		chapter = plan_chapter_of(app->plan, app->plan->places[place].outline);
	list_go(&r->chapters, line_of_chapter(r, chapter));
	settle_chapters(r);
	return show_chapter(r, place);
}

void plan_reader_close(struct plan_reader *r)
{
	explain_done(&r->explain);
	survey_free(r->survey);
	plan_text_done(&r->contents);
	plan_text_done(&r->text);
	free(r->stops);
}

// ------------------------------------------------------------ moving

// The contents' own moving: what stands between chapters is passed over.
void plan_reader_move_chapter(struct plan_reader *r, enum action action)
{
	int from = r->chapters.focus;
	list_act(&r->chapters, action);
	list_skip(&r->chapters, from, is_chapter, r);
	settle_chapters(r);
}

void plan_reader_move_row(struct plan_reader *r, enum action action)
{
	int from = r->rows.focus;
	list_act(&r->rows, action);
	settle_rows(r, from);
}

enum err plan_reader_rest(struct plan_reader *r)
{
	return r->chapter == focused_chapter(r) ? load_focus(r) : show_chapter(r, PLAN_NONE);
}

enum err plan_reader_go(struct plan_reader *r, const struct plan_stop *stop)
{
	r->in_contents = false;
	list_go(&r->chapters, stop->line);
	settle_chapters(r);
	return show_chapter(r, stop->place);
}
