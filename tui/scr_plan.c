// SPDX-License-Identifier: MIT
// See scr_plan.h. Two panes side by side where there is room for them, else one at a time. Left and Right turn to the next
// chapter in either.
#include "tui/scr_plan.h"

#include "core/i18n.h"
#include "core/missing_words.h"
#include "core/outline_words.h"
#include "core/text.h"
#include "tui/copy.h"
#include "tui/menu.h"
#include "tui/part_home.h"
#include "tui/part_words.h"
#include "tui/plan_line.h"
#include "tui/plan_reader.h"
#include "tui/scr_chapter.h"
#include "tui/scr_stage.h"

static enum err reader_open(void *state, struct app *app, const void *arg)
{
	const struct scr_plan_arg contents = {PLAN_NONE, PLAN_NONE}, *asked = arg == NULL ? &contents : arg;
	struct plan_reader *r = state;
	r->in_contents = arg == NULL;
	return plan_reader_open(r, app, asked->chapter, asked->place);
}

static enum err reader_load(void *state)
{
	return plan_reader_load(state);
}

static enum err reader_rest(void *state)
{
	return plan_reader_rest(state);
}

static void reader_close(void *state)
{
	plan_reader_close(state);
}

// ------------------------------------------------------------ drawing

static void draw_lines(struct paint *p, const struct plan_reader *r, int top, int x, int width, const struct plan_text *text,
	const struct list *list, bool keys)
{
	for (int i = list->top; i < text->len && i < list->top + list->height; i++)
		plan_line_draw(p, top + i - list->top, x, width, r->app->plan, r->survey, &text->lines[i], i == list->focus);
	if (keys)
		paint_cursor(p, top + list->focus - list->top, x);
}

static void draw_chapter(struct paint *p, const struct plan_reader *r, int x)
{
	const struct plan *plan = r->app->plan;
	char words[256];
	int width = paint_cols(p) - x, end = paint_rows(p) - 2;
	if (r->chapter == PLAN_NONE)
		return;
	const struct plan_outline *outline = &plan->outlines[r->chapter];
	const char *title = outline->title == NULL ? _("(title not published)") : outline->title;
	int used = paint_text(p, 1, x + 1, width - 1, ROLE_HEADING,
		text_format(words, sizeof words, "%s%s%s", outline->number, outline->number[0] != '\0' ? " " : "", title));
	missing_words_sections(plan, words, sizeof words);
	if (!plan_reader_has_panes(r) && used + text_cells(words) + 4 < width)
		paint_right(p, 1, x + used + 2, width - used - 3, ROLE_DIM, words);
	draw_lines(p, r, PLAN_READER_TOP, x, width, &r->text, &r->rows, !r->in_contents);
	if (r->text.len == r->text.words)
		paint_text(p, PLAN_READER_TOP + r->text.len, x + 1, width - 1, ROLE_TEXT, _("The document has no row here. F3 goes back."));
	if (plan_reader_text_height(r) < end - PLAN_READER_TOP)
		explain_draw(p, PLAN_READER_TOP + plan_reader_text_height(r), x, width, end - PLAN_READER_TOP - plan_reader_text_height(r), &r->explain);
}

static void reader_draw(const void *state, struct paint *p)
{
	const struct plan_reader *r = state;
	int width = plan_reader_has_panes(r) ? PART_HOME_PANE : paint_cols(p);
	if (plan_reader_has_panes(r) || r->in_contents) {
		paint_rule(p, 1, 0, width, _("Contents"));
		draw_lines(p, r, PLAN_READER_TOP, 0, width, &r->contents, &r->chapters, r->in_contents);
	}
	if (plan_reader_has_panes(r) || !r->in_contents)
		draw_chapter(p, r, plan_reader_text_left(r));
}

// ------------------------------------------------------------ keys

static unsigned open_row(struct plan_reader *r)
{
	int place = plan_reader_place(r);
	if (place == PLAN_NONE)
		return SCREEN_HANDLED;
	const struct plan *plan = r->app->plan;
	int indicator = plan->places[place].indicator;
	if (plan->indicators[indicator].kind == PLAN_STAGES)
		return scr_stage_show(r->app, indicator, r->app->unit, false);
	screen_push(r->app, &scr_units, &(struct scr_units_arg){indicator, PLAN_NONE});
	return DRAWN;
}

static unsigned turn_pane(struct plan_reader *r)
{
	r->in_contents = !r->in_contents;
	return DRAWN;
}

static unsigned words_of_row(struct plan_reader *r)
{
	int place = plan_reader_place(r);
	return place == PLAN_NONE ? SCREEN_HANDLED : part_words_show(r->app, r->app->plan->places[place].indicator, place);
}

static unsigned turn_chapter(struct plan_reader *r, enum action action)
{
	plan_reader_move_chapter(r, action);
	return screen_failed(r->app, plan_reader_rest(r));
}

static bool moves(enum action action)
{
	return action >= ACTION_UP && action <= ACTION_LAST && action != ACTION_LEFT && action != ACTION_RIGHT;
}

static unsigned reader_act(void *state, enum action action, const struct key *key)
{
	struct plan_reader *r = state;
	(void)key;
	if (action == ACTION_NONE)
		return r->width == r->app->cols && r->rows.height == plan_reader_text_height(r) ? 0 : screen_failed(r->app, plan_reader_fit(r));
	if (moves(action)) {
		(r->in_contents ? plan_reader_move_chapter : plan_reader_move_row)(r, action);
		return DRAWN | SCREEN_REST;
	}
	switch (action) {
	case ACTION_LEFT: return turn_chapter(r, ACTION_UP);
	case ACTION_RIGHT: return turn_chapter(r, ACTION_DOWN);
	case ACTION_PANE: return turn_pane(r);
	case ACTION_OPEN: return r->in_contents ? turn_pane(r) : open_row(r);
	case ACTION_TURN: return open_row(r);
	case ACTION_WORDS: return words_of_row(r);
	case ACTION_CHOOSE: return menu_unit(r->app);
	default: return 0;
	}
}

static bool reader_offers(const void *state, enum action action)
{
	const struct plan_reader *r = state;
	if (action == ACTION_TURN || action == ACTION_WORDS)
		return plan_reader_place(r) != PLAN_NONE;
	return action == ACTION_CHOOSE || action == ACTION_FIGURES;
}

static const char *reader_hint(const void *state)
{
	const struct plan_reader *r = state;
	return r->in_contents ? _("Up/Down choose a chapter, Enter reads it; / find")
			      : _("Enter: units or task; Left/Right: chapter; Tab contents; / find; F8 definition");
}

static void reader_where(const void *state, char *out, size_t cap)
{
	const struct plan_reader *r = state;
	const struct plan *plan = r->app->plan;
	const struct plan_outline *outline = r->chapter == PLAN_NONE ? NULL : &plan->outlines[r->chapter];
	if (r->app->unit == plan->root && outline != NULL && outline->number[0] != '\0')
		outline_number_words(outline, out, cap);
	else
		text_format(out, cap, "%s", plan->units[r->app->unit].short_name);
}

static bool reader_cell(const void *state, struct entry *out)
{
	const struct plan_reader *r = state;
	int place = plan_reader_place(r);
	return place != PLAN_NONE && tryout_cell_of(r->app, r->app->plan->places[place].indicator, r->app->unit, out);
}

// ------------------------------------------------------------ for other programs

static void copy_contents(const struct plan_reader *r, struct copy *out)
{
	const struct plan *plan = r->app->plan;
	for (int i = 0; i < r->contents.len; i++) {
		const struct plan_line *line = &r->contents.lines[i];
		if (line->kind != PLAN_LINE_CHAPTER)
			continue;
		copy_row(out, i == r->chapters.focus);
		copy_cell(out, plan->outlines[line->ref].number);
		copy_main(out, plan->outlines[line->ref].title == NULL ? _("(title not published)") : plan->outlines[line->ref].title);
	}
}

// The rows of the chapter, or of the contents, whichever has the keys.
static void reader_copy(const void *state, struct copy *out)
{
	const struct plan_reader *r = state;
	if (r->in_contents) {
		copy_contents(r, out);
		return;
	}
	plan_line_copy_head(out);
	for (int i = 0; i < r->text.len; i++)
		if (r->text.lines[i].kind == PLAN_LINE_ROW)
			plan_line_copy(out, r->app->plan, r->survey, &r->text.lines[i], i == r->rows.focus);
}

// ------------------------------------------------------------

unsigned scr_plan_show(struct app *app, int chapter, int place)
{
	const struct scr_plan_arg arg = {chapter, place};
	screen_push(app, &scr_plan, &arg);
	return DRAWN;
}

const struct screen_ops scr_plan = {
	.name = N_("The plan"),
	.context = "list",
	.size = sizeof(struct plan_reader),
	.open = reader_open,
	.load = reader_load,
	.rest = reader_rest,
	.draw = reader_draw,
	.act = reader_act,
	.offers = reader_offers,
	.hint = reader_hint,
	.where = reader_where,
	.copy = reader_copy,
	.cell = reader_cell,
	.close = reader_close,
	.find = offsetof(struct plan_reader, find),
};
