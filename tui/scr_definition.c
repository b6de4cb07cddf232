// SPDX-License-Identifier: MIT
// See scr_definition.h. What it looks like; what its keys do is in targets.c.
#include "tui/scr_definition.h"

#include <string.h>

#include "core/i18n.h"
#include "core/period.h"
#include "core/phrase.h"
#include "core/target_words.h"
#include "core/text.h"
#include "tui/part_rows.h"
#include "tui/targets.h"

#define LINE 1024
#define LIST_TOP 6
#define ROOMY 100               // columns; from there on units' names may be longer
#define LEAST_CELLS 6          // of a figure, between its brackets

// ------------------------------------------------------------ the definition

static const char *kind_words(const struct plan *plan, const struct plan_indicator *n)
{
	if (n->formula == PLAN_GROWTH)
		return _("average annual growth");
	if (n->formula == PLAN_RATIO)
		return _("ratio");
	return plan->elements[n->x].kind == PLAN_FLOW ? _("cumulative") : _("stock");
}

static const char *rollup_words(const struct plan *plan, const struct plan_indicator *n)
{
	static const char *const words[] = {
		[PLAN_ROLLUP_NONE] = N_("not rolled up"), [PLAN_ROLLUP_SUM] = N_("sum of the units"), [PLAN_ROLLUP_MEAN] = N_("mean of the units"),
	};
	return n->formula == PLAN_VALUE ? _(words[plan->elements[n->x].rollup]) : _("from the sums of its parts");
}

static char *formula_words(const struct plan *plan, const struct plan_indicator *n, char *out, size_t cap)
{
	const char *x = plan->elements[n->x].name;
	if (n->formula == PLAN_RATIO)
		return text_format(out, cap, _("%s / %s"), x, plan->elements[n->y].name);
	if (n->formula == PLAN_GROWTH)
		return text_format(out, cap, _("%s, a year since the base year"), x);
	return text_format(out, cap, "%s", x);
}

static void draw_line(struct paint *p, int y, const char *text)
{
	paint_text(p, y, 1, paint_cols(p) - 1, ROLE_TEXT, text);
}

static const char *frequency_words(int months)
{
	return months == 12 ? _("yearly") : months == 6 ? _("half-yearly") : months == 3 ? _("quarterly") : _("monthly");
}

static void draw_definition(const struct targets *t, struct paint *p)
{
	static const char *const paths[] = {
		[PLAN_PATH_NONE] = N_("no path"), [PLAN_LINEAR] = N_("linear"), [PLAN_COMPOUND] = N_("compound"), [PLAN_YEARLY] = N_("by years"),
	};
	const struct plan *plan = t->app->plan;
	const struct plan_indicator *n = &plan->indicators[t->indicator];
	const struct plan_element *x = &plan->elements[n->x];
	char line[LINE], formula[LINE];
	draw_line(p, 1, text_format(line, sizeof line, _("scope %s"), n->scope[0] != '\0' ? n->scope : x->scope));
	draw_line(p, 2, text_format(line, sizeof line, _("measure %s  decimals %d  kind %s  %s  roll-up %s"), n->measure, n->decimals,
		kind_words(plan, n), n->down ? _("smaller is better") : _("larger is better"), rollup_words(plan, n)));
	draw_line(p, 3, text_format(line, sizeof line, _("path %s  base %d  target %d  %s  %s %s  from %s"),
		_(paths[n->path]), t->first_year, t->first_year + t->cols - 1, frequency_words(x->months),
		x->owner == 0 ? _("kept by") : _("lead"), x->owner == 0 ? _("each unit itself") : plan->depts[x->owner].name,
		formula_words(plan, n, formula, sizeof formula)));
	paint_rule(p, 4, 0, paint_cols(p), _("targets -- in brackets keyed in here, in round ones from the path"));
}

// ------------------------------------------------------------ the table

struct grid { int names, cells, first, shown, doc; };    // cells of a unit, of a figure; first year and how many; where documents stand

static struct grid grid_for(const struct targets *t, int width)
{
	struct grid g = {.names = width < ROOMY ? 7 : 14, .cells = LEAST_CELLS};
	int room = width - g.names - 2 - 12;
	while (g.cells < 12 && (g.cells + 4) * t->cols <= room)
		g.cells++;
	g.shown = room / (g.cells + 3) < t->cols ? room / (g.cells + 3) : t->cols;
	g.first = t->col < g.shown ? 0 : t->col - g.shown + 1;
	g.doc = g.names + 2 + g.shown * (g.cells + 3);
	return g;
}

static int column_at(const struct grid *g, int shown)
{
	return g->names + 2 + shown * (g->cells + 3);
}

static void draw_head(const struct targets *t, struct paint *p, const struct grid *g)
{
	char text[64];
	paint_text(p, LIST_TOP - 1, 1, g->names, ROLE_HEADING, _("Unit"));
	for (int i = 0; i < g->shown; i++)
		paint_right(p, LIST_TOP - 1, column_at(g, i), g->cells + 2, ROLE_HEADING,
			text_format(text, sizeof text, g->first + i == 0 ? _("%d base") : "%d", t->first_year + g->first + i));
	paint_text(p, LIST_TOP - 1, g->doc, paint_cols(p) - g->doc, ROLE_HEADING, _("document"));
}

// [keyed] (derived) plain: the plan file's.
static void draw_target(const struct targets *t, struct paint *p, int y, const struct grid *g, int row, int shown)
{
	int x = column_at(g, shown), col = g->first + shown;
	struct plan_target target = targets_at(t, row, col);
	struct maybe derived = target.form == PLAN_FORM_NONE ? targets_derived(t, row, col) : (struct maybe){.has = false};
	bool focused = row == targets_row(t) && col == t->col, plan_file = target.form != PLAN_FORM_NONE && !target.keyed;
	bool edge = col == 0 || col == t->cols - 1;
	char text[TARGET_WORDS];
	target_words(t->app->plan, &target, text, sizeof text);
	if (derived.has)
		rat_format_short(derived.v, t->app->plan->indicators[t->indicator].decimals + 1, NUM_HALF_AWAY, text);
	const char *open = derived.has && !(focused && t->editing) ? "(" : plan_file || (!edge && text[0] == '\0' && !focused) ? "" : "[";
	paint_text(p, y, x, 1, ROLE_TEXT, open);
	paint_text(p, y, x + g->cells + 1, 1, ROLE_TEXT, open[0] == '(' ? ")" : open[0] == '[' ? "]" : "");
	if (focused)
		paint_cursor(p, y, x + g->cells);
	if (focused && t->editing)
		paint_cursor(p, y, paint_edit(p, y, x, g->cells, &t->edit));
	else
		part_figure(p, y, x + 1, g->cells, true, focused ? ROLE_FOCUS : derived.has ? ROLE_DIM : ROLE_TEXT, text);
}

static void draw_document(const struct targets *t, struct paint *p, int y, const struct grid *g, int shown)
{
	const char *doc = targets_document(t, find_row(&t->find, shown));
	bool first = shown == t->list.top || doc[0] == '\0';
	if (!first && strcmp(doc, targets_document(t, find_row(&t->find, shown - 1))) == 0)
		doc = _("ditto");
	paint_text(p, y, g->doc + 1, paint_cols(p) - g->doc - 1, ROLE_DIM, doc);
}

static void draw_row(const struct targets *t, struct paint *p, int y, const struct grid *g, int shown)
{
	int row = find_row(&t->find, shown);
	bool focused = row == targets_row(t);
	paint_text(p, y, 0, 1, ROLE_MARK, focused ? ">" : " ");
	paint_text(p, y, 1, g->names, focused ? ROLE_FOCUS : ROLE_TEXT, t->app->plan->units[t->units[row]].short_name);
	for (int i = 0; i < g->shown; i++)
		draw_target(t, p, y, g, row, i);
	draw_document(t, p, y, g, shown);
}

// ------------------------------------------------------------ the sum of the units against the city's

static bool sum_at(const struct targets *t, int col, struct target_sum *sum)
{
	struct plan_target city = targets_at(t, t->len - 1, col);
	enum plan_target_kind kind = col > 0 && col < t->cols - 1 ? PLAN_ANNUAL : city.kind;
	return target_sum(t->app->plan, t->indicator, kind, t->first_year + col, sum);
}

// The city's own, or what its path makes of the year.
static bool city_at(const struct targets *t, int col, struct rat *out)
{
	struct plan_target city = targets_at(t, t->len - 1, col);
	struct maybe derived = targets_derived(t, t->len - 1, col);
	*out = city.form == PLAN_FORM_VALUE ? rat_of_figure(city.figure) : derived.v;
	return city.form == PLAN_FORM_VALUE || derived.has;
}

static char *difference_words(const struct targets *t, int col, char *out, size_t cap)
{
	struct target_sum sum;
	struct rat city, more;
	char figure[NUM_TEXT];
	if (!sum_at(t, col, &sum) || !city_at(t, col, &city) || rat_sub(rat_of_figure(sum.sum), city, &more) != ERR_OK)
		return text_format(out, cap, "%s", "");
	rat_format_short(rat_sign(more) < 0 ? rat_neg(more) : more, t->app->plan->indicators[t->indicator].decimals + 1, NUM_HALF_AWAY,
		figure);
	if (rat_sign(more) == 0)
		return text_format(out, cap, "%s", _("equal"));
	return text_format(out, cap, rat_sign(more) < 0 ? _("%s less") : _("%s more"), figure);
}

static void draw_sums(const struct targets *t, struct paint *p, int y, const struct grid *g)
{
	char text[NUM_TEXT + 32];
	struct target_sum sum;
	bool any = false;
	for (int i = 0; i < g->shown; i++) {
		if (!sum_at(t, g->first + i, &sum))
			continue;
		any = true;
		num_format(sum.sum, t->app->plan->indicators[t->indicator].decimals, text);
		part_figure(p, y, column_at(g, i) + 1, g->cells, true, ROLE_TEXT, text);
		paint_right(p, y + 1, column_at(g, i), g->cells + 1, ROLE_TEXT, difference_words(t, g->first + i, text, sizeof text));
	}
	if (!any)
		return;
	paint_text(p, y, 1, g->names, ROLE_TEXT, _("sum"));
	if (sum_at(t, t->col, &sum))
		paint_text(p, y, g->doc + 1, paint_cols(p) - g->doc - 1, ROLE_DIM,
			text_format(text, sizeof text, _("%d of %d units"), sum.given, sum.of));
	paint_text(p, y + 1, 1, g->names, ROLE_TEXT, _("difference"));
	paint_text(p, y + 1, g->doc + 1, paint_cols(p) - g->doc - 1, ROLE_DIM, _("to the city"));
}

// ------------------------------------------------------------ beneath

// Before and, while something is typed that holds, after: the same row as everywhere, with its bar.
static void draw_effect(const struct targets *t, struct paint *p, int y, int end)
{
	const struct plan *plan = t->app->plan;
	int unit = targets_unit(t);
	char sentence[PHRASE_LONG];
	if (y < end)
		part_rows_row(p, y++, 0, paint_cols(p), plan, survey_at(t->survey, unit), _("as it stands"), false);
	if (t->would != NULL && y < end)
		part_rows_row(p, y++, 0, paint_cols(p), plan, survey_at(t->would, unit), _("try-out"), false);
	if (t->trial != NULL && y < end)
		part_rows_row(p, y++, 0, paint_cols(p), plan, survey_at(t->trial, t->indicator), _("if saved"), false);
	phrase_write(plan, t->trial != NULL ? survey_at(t->trial, t->indicator) : survey_at(t->survey, unit), PHRASE_SENTENCE, sentence,
		sizeof sentence);
	paint_wrapped(p, y, end, 1, paint_cols(p) - 2, ROLE_TEXT, sentence);
}

static void draw_beneath(const struct targets *t, struct paint *p, int y, int end)
{
	if (t->refused) {
		y = paint_wrapped(p, y, end, 1, paint_cols(p) - 2, ROLE_BEHIND, t->why);
		paint_wrapped(p, y, end, 1, paint_cols(p) - 2, ROLE_TEXT,
			t->conflict ? _("Enter keeps theirs, F9 writes yours, Esc goes on typing.")
				    : _("What you typed stands in the cell: mend it and press Enter, or Esc drops it."));
		return;
	}
	if (targets_row(t) != PLAN_NONE)
		draw_effect(t, p, y, end);
}

static void definition_draw(const void *state, struct paint *p)
{
	const struct targets *t = state;
	struct grid g = grid_for(t, paint_cols(p));
	int y = LIST_TOP, end = paint_rows(p) - 2;
	draw_definition(t, p);
	draw_head(t, p, &g);
	for (int i = t->list.top; i < t->list.len && i < t->list.top + t->list.height; i++)
		draw_row(t, p, y++, &g, i);
	draw_sums(t, p, y, &g);
	draw_beneath(t, p, y + 2, end);
}

// ------------------------------------------------------------ the screen

static enum err definition_open(void *state, struct app *app, const void *arg)
{
	const struct scr_definition_arg *asked = arg;
	enum err err = targets_open(state, app, asked->indicator, asked->unit);
	if (err == ERR_OK)
		targets_resume_draft(state);
	return err;
}

static enum err definition_load(void *state)
{
	return targets_load(state);
}

static unsigned definition_act(void *state, enum action action, const struct key *key)
{
	return targets_act(state, action, key);
}

static bool definition_offers(const void *state, enum action action)
{
	static const enum action always[] = {ACTION_TURN, ACTION_WORDS, ACTION_EDIT, ACTION_UNDO, ACTION_REDO};
	const struct targets *t = state;
	for (size_t i = 0; i < sizeof always / sizeof always[0]; i++)
		if (action == always[i])
			return true;
	return action == ACTION_NEXT_STEP && t->conflict;
}

static const char *definition_hint(const void *state)
{
	const struct targets *t = state;
	if (t->app->desk == NULL)
		return _("Reading only; F6 the figures by years");
	return t->editing ? _("Enter saves and goes on; Esc drops what is typed")
			  : _("Type 40, 5~8 or +100; empty is none; F8 document number; F6 the figures by years");
}

static void definition_where(const void *state, char *out, size_t cap)
{
	const struct targets *t = state;
	const struct plan_indicator *n = &t->app->plan->indicators[t->indicator];
	text_format(out, cap, "%s %s", n->code, n->short_name);
}

static bool definition_editing(const void *state)
{
	return ((const struct targets *)state)->editing;
}

static void definition_about(const void *state, char *out, size_t cap)
{
	const struct targets *t = state;
	out[0] = '\0';
	if (targets_row(t) == PLAN_NONE)
		return;
	struct plan_target target = targets_at(t, targets_row(t), t->col);
	char name[TARGET_WORDS], words[TARGET_WORDS];
	text_format(out, cap, "%s\t%s\n%s\t%s: %s\n%s\t%s\n%s\t%s\n", _("scope"), t->app->plan->indicators[t->indicator].scope,
		_("this cell"), target_words_name(t->app->plan, &target, name, sizeof name),
		target_words_full(t->app->plan, &target, words, sizeof words), _("document"), target.doc, _("typing"),
		_("40, above 40, 5~8 or +100; a document number is asked once and stands for the cells after it, F8 gives another"));
}

static bool definition_cell(const void *state, struct entry *out)
{
	const struct targets *t = state;
	return targets_row(t) != PLAN_NONE && tryout_cell_of(t->app, t->indicator, targets_unit(t), out);
}

static void definition_copy(const void *state, struct copy *out)
{
	targets_copy(state, out);
}

static void definition_close(void *state)
{
	targets_close(state);
}

const struct screen_ops scr_definition = {
	.name = N_("Definition"),
	.context = "entry",
	.size = sizeof(struct targets),
	.open = definition_open,
	.load = definition_load,
	.draw = definition_draw,
	.act = definition_act,
	.offers = definition_offers,
	.hint = definition_hint,
	.where = definition_where,
	.editing = definition_editing,
	.about = definition_about,
	.copy = definition_copy,
	.cell = definition_cell,
	.close = definition_close,
	.find = offsetof(struct targets, find),
};
