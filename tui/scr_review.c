// SPDX-License-Identifier: MIT
// See scr_review.h. What S5 looks like and where its rows lead; review_*.c is the rest of it.
#include "tui/scr_review.h"

#include <stdlib.h>
#include <string.h>

#include "core/entry_words.h"
#include "core/filled.h"
#include "core/i18n.h"
#include "core/period.h"
#include "core/text.h"
#include "tui/copy.h"
#include "tui/part_rows.h"
#include "tui/review.h"
#include "tui/scr_changes.h"
#include "tui/scr_entry.h"
#include "tui/scr_stage.h"
#include "tui/stamp.h"
#include "tui/steps.h"

#define DRAWN (SCREEN_HANDLED | SCREEN_REDRAW)
#define LINE REVIEW_LINE
#define LIST_TOP 2

static const char *const level_names[FINDINGS_LEVELS] = {
	[FINDINGS_HARD] = N_("hard finding"), [FINDINGS_CORRECTION] = N_("correct"), [FINDINGS_SOFT] = N_("soft finding"),
	[FINDINGS_WAITING] = N_("waits"),
};

// ------------------------------------------------------------ the list

struct places { int unit, unit_cells, element, element_cells, rule, rule_cells, left, right, figure_cells, said; };

static struct places places_for(int width)
{
	int extra = width > 80 ? width - 80 : 0, share = extra / 4;
	struct places p = {.unit = 6, .unit_cells = 6 + (share < 14 ? share : 14), .element_cells = 14 + share, .rule_cells = 20 + share,
		.figure_cells = 7 + share / 3};
	p.element = p.unit + p.unit_cells + 1;
	p.rule = p.element + p.element_cells + 1;
	p.left = p.rule + p.rule_cells + 1;
	p.right = p.left + p.figure_cells + 1;
	p.said = p.right + p.figure_cells + 1;
	return p;
}

static void draw_head(struct paint *p, const struct places *at)
{
	paint_text(p, 1, 1, 4, ROLE_HEADING, _("class"));
	paint_text(p, 1, at->unit, at->unit_cells, ROLE_HEADING, _("Unit"));
	paint_text(p, 1, at->element, at->element_cells, ROLE_HEADING, _("Indicator"));
	paint_text(p, 1, at->rule, at->rule_cells, ROLE_HEADING, _("the rule"));
	paint_right(p, 1, at->left, at->figure_cells, ROLE_HEADING, _("this"));
	paint_right(p, 1, at->right, at->figure_cells, ROLE_HEADING, _("against"));
	paint_text(p, 1, at->said, paint_cols(p) - at->said, ROLE_HEADING, _("said"));
}

// What the unit was told of the figure when its report was returned, while it stands.
static const char *told(const struct review *r, const struct finding_row *row)
{
	const struct entry cell = {.element = row->finding.element, .unit = row->finding.unit, .change = row->finding.about};
	return cell.change == 0 ? "" : said_return(&r->findings.said, &cell);
}

// What became of it: the reviewer's own words first, then whether it is explained, else where the report stands.
static const char *said_words(const struct review *r, const struct finding_row *row, char *out, size_t cap)
{
	const struct report_line *line = &r->findings.reports.lines[row->report];
	const struct review_note *note = review_note_of((struct review *)(uintptr_t)r, row);
	if (note != NULL)
		return text_format(out, cap, _("to tell: %s"), note->text);
	if (told(r, row)[0] != '\0')
		return told(r, row);
	if (row->level == FINDINGS_WAITING)
		return filled_brief(line, out, cap);
	if (row->level == FINDINGS_SOFT && row->said_change != 0)
		return text_format(out, cap, "%s", line->report.state == REPORT_SUBMITTED ? _("yes, to review") : _("yes"));
	if (row->level == FINDINGS_CORRECTION)
		return row->said;
	return row->level == FINDINGS_SOFT ? _("not explained") : steps_state(line->report.state);
}

static const char *unit_words(const struct review *r, const struct finding_row *row, bool wide)
{
	const struct report_key *key = &review_report(r, row)->key;
	const struct plan_unit *unit = &r->app->plan->units[row->finding.unit];
	if (row->finding.element == PLAN_NONE && key->dept != 0)
		return report_owner_name(r->app->plan, key);
	return wide ? unit->name : unit->short_name;
}

static void draw_row(const struct review *r, struct paint *p, int y, const struct places *at, int i)
{
	const struct finding_row *row = &r->findings.rows[r->shown[find_row(&r->find, i)]];
	const struct check_finding *finding = &row->finding;
	bool marked = i == r->list.focus, whole = finding->element == PLAN_NONE, wide = paint_cols(p) >= 120;
	char text[LINE];
	const char *element = whole ? _("(the whole report)")
		: wide ? r->app->plan->elements[finding->element].name : r->app->plan->elements[finding->element].short_name;
	paint_text(p, y, 0, 1, ROLE_MARK, marked ? ">" : " ");
	paint_text(p, y, 1, 4, row->level == FINDINGS_HARD ? ROLE_ERROR : ROLE_TEXT, _(level_names[row->level]));
	paint_text(p, y, at->unit, at->unit_cells, ROLE_TEXT, unit_words(r, row, wide));
	paint_text(p, y, at->element, at->element_cells, marked ? ROLE_FOCUS : ROLE_TEXT, element);
	paint_text(p, y, at->rule, at->rule_cells, ROLE_TEXT, finding->name);
	part_figure(p, y, at->left, at->figure_cells, true, ROLE_TEXT, finding->left);
	part_figure(p, y, at->right, at->figure_cells, true, ROLE_TEXT, finding->right);
	paint_text(p, y, at->said, paint_cols(p) - at->said, ROLE_TEXT, said_words(r, row, text, sizeof text));
}

static void review_copy(const void *state, struct copy *out)
{
	const struct review *r = state;
	const char *const heads[] = {_("class"), _("Unit"), _("Indicator"), _("the rule"), _("this"), _("against"), _("said")};
	char text[LINE];
	copy_row(out, false);
	for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++)
		copy_cell(out, heads[i]);
	for (int i = 0; i < r->list.len; i++) {
		const struct finding_row *row = &r->findings.rows[r->shown[find_row(&r->find, i)]];
		int element = row->finding.element;
		copy_row(out, i == r->list.focus);
		copy_cell(out, _(level_names[row->level]));
		copy_cell(out, unit_words(r, row, true));
		copy_cell(out, element == PLAN_NONE ? _("(the whole report)") : r->app->plan->elements[element].name);
		copy_cell(out, row->finding.name);
		copy_main(out, row->finding.left);
		copy_cell(out, row->finding.right);
		copy_cell(out, said_words(r, row, text, sizeof text));
	}
}

// ------------------------------------------------------------ the lower half

struct canvas { struct paint *p; int y, end; };

static void draw_labelled(struct canvas *c, const char *label, const char *text)
{
	int cells = text_cells(label);
	if (text[0] == '\0' || c->y >= c->end)
		return;
	paint_text(c->p, c->y, 1, cells, ROLE_HEADING, label);
	c->y = paint_wrapped(c->p, c->y, c->end, cells + 2, paint_cols(c->p) - cells - 4, ROLE_TEXT, text);
}

static char *title_of(const struct review *r, const struct finding_row *row, char *out, size_t cap)
{
	const struct plan *plan = r->app->plan;
	const struct report *report = review_report(r, row);
	const struct check_finding *finding = &row->finding;
	struct entry cell = {.element = finding->element, .unit = finding->unit, .period = finding->period};
	char name[ENTRY_SENTENCE], at[32];
	if (finding->element == PLAN_NONE)
		text_format(name, sizeof name, "%s", report_owner_name(plan, &report->key));
	else
		entry_words_name(plan, &cell, name, sizeof name);
	bool submitted = report->state == REPORT_SUBMITTED;
	return text_format(out, cap, "%s -- %s%s%s", name, steps_state(report->state), submitted ? " " : "",
		submitted ? stamp_words(report->submitted, at, sizeof at) : "");
}

static void draw_about(const struct review *r, struct canvas *c)
{
	const struct finding_row *row = review_focused(r);
	const struct review_note *note = review_note_of((struct review *)(uintptr_t)r, row);
	char text[2 * LINE];
	paint_rule(c->p, c->y++, 0, paint_cols(c->p), title_of(r, row, text, sizeof text));
	draw_labelled(c, _("the rule"), row->finding.text);
	if (row->said[0] != '\0')
		draw_labelled(c, row->level == FINDINGS_CORRECTION ? _("reason") : _("explanation"),
			text_format(text, sizeof text, "%s  %s", row->said, r->about.said_by));
	else if (row->level == FINDINGS_SOFT)
		draw_labelled(c, _("explanation"), _("none yet; F8 writes one"));
	if (note != NULL)
		draw_labelled(c, _("to tell"), note->text);
	draw_labelled(c, _("the reviewer says"), told(r, row));
	draw_labelled(c, _("document"), r->about.doc);
	draw_labelled(c, _("figure before"), r->about.before);
	draw_labelled(c, _("effect"), r->about.sum);
	draw_labelled(c, _("why returned"), review_report(r, row)->sentence);
}

static bool is_filtered(const struct review *r)
{
	return r->filter.unit != PLAN_NONE || r->filter.waiting || r->filter.level >= 0 || r->filter.rule[0] != '\0' || find_hides(&r->find);
}

static void review_draw(const void *state, struct paint *p)
{
	const struct review *r = state;
	struct places at = places_for(paint_cols(p));
	struct canvas canvas = {p, LIST_TOP, paint_rows(p) - 2};
	draw_head(p, &at);
	if (review_focused(r) == NULL) {
		paint_text(p, 3, 1, paint_cols(p) - 1, ROLE_TEXT, is_filtered(r)
			? _("Nothing answers to this filter; F4 shows all reports.")
			: _("No findings: it can be submitted."));
		paint_cursor(p, 3, 0);
		return;
	}
	for (int i = r->list.top; i < r->list.len && i < r->list.top + r->list.height; i++)
		draw_row(r, p, canvas.y++, &at, i);
	paint_cursor(p, LIST_TOP + r->list.focus - r->list.top, 0);
	draw_about(r, &canvas);
}

// ------------------------------------------------------------ keys

static unsigned open_cell(struct review *r)
{
	const struct finding_row *row = review_focused(r);
	const struct plan *plan = r->app->plan;
	if (row == NULL)
		return DRAWN;
	int element = row->finding.element, unit = row->finding.unit;
	const struct scr_entry_arg cell = {.unit = unit, .element = element};
	const struct scr_stage_arg stage = {element, unit, false};
	if (element != PLAN_NONE && plan->elements[element].kind == PLAN_STAGE)
		screen_push(r->app, &scr_stage, &stage);
	else
		screen_push(r->app, &scr_entry, &cell);
	return DRAWN;
}

static unsigned life(struct review *r)
{
	const struct finding_row *row = review_focused(r);
	if (row == NULL || row->finding.element == PLAN_NONE)
		return DRAWN;
	const struct scr_changes_arg arg = {row->finding.element, row->finding.unit, row->finding.period};
	screen_push(r->app, &scr_changes, &arg);
	return DRAWN;
}

static unsigned review_act(void *state, enum action action, const struct key *key)
{
	struct review *r = state;
	(void)key;
	review_fit(r);
	if (list_act(&r->list, action)) {
		review_look(r);
		return DRAWN;
	}
	switch (action) {
	case ACTION_OPEN: return open_cell(r);
	case ACTION_LIFE: return life(r);
	case ACTION_CHOOSE: return review_filter_ask(r);
	case ACTION_WORDS: return review_words(r);
	case ACTION_NEXT_STEP: return review_steps(r);
	default: return 0;
	}
}

// ------------------------------------------------------------ finding

static int row_total(const void *state)
{
	return ((const struct review *)state)->shown_len;
}

static enum match match_row_of(const void *state, int i, const char *wanted)
{
	const struct review *r = state;
	const struct finding_row *row = &r->findings.rows[r->shown[i]];
	const struct plan_unit *unit = &r->app->plan->units[row->finding.unit];
	const char *element = row->finding.element == PLAN_NONE ? "" : r->app->plan->elements[row->finding.element].name;
	const char *const words[] = {unit->name, element, row->finding.name, NULL};
	return match_row(wanted, i + 1, unit->code, words);
}

static unsigned row_found(void *state, int row)
{
	struct review *r = state;
	(void)row;
	review_fit(r);
	review_look(r);
	return DRAWN;
}

static const struct find_ops find_ops = {row_total, match_row_of, NULL, row_found};

// ------------------------------------------------------------ the screen

// A clerk goes through what is his own, a reviewer through what waits for him.
static enum err begin_with(struct review *r, const struct scr_review_arg *asked)
{
	struct operator who = {.change = 0};
	enum err err = r->app->desk != NULL ? r->app->desk->get_operator(r->app->desk->ctx, &who) : ERR_OK;
	r->filter = (struct review_filter){.unit = PLAN_NONE, .level = -1, .one = asked->only != NULL};
	if (asked->only != NULL) {
		r->filter.only = *asked->only;
	} else if (err == ERR_OK && who.change != 0 && who.role == REPORT_CLERK) {
		r->filter.one = true;
		r->filter.only = (struct report_key){r->app->period, who.dept, who.dept == 0 ? who.unit : r->app->plan->root};
	} else if (err == ERR_OK && who.change != 0 && who.role == REPORT_REVIEWER) {
		r->filter.waiting = !asked->all;
	}
	return err;
}

static enum err review_open(void *state, struct app *app, const void *arg)
{
	struct review *r = state;
	r->app = app;
	r->find = (struct find){.ops = &find_ops, .app = app, .state = r, .list = &r->list};
	enum err err = begin_with(r, arg);
	return err == ERR_OK ? review_load(r) : err;
}

static enum err review_load_again(void *state)
{
	return review_load(state);
}

static void review_close(void *state)
{
	struct review *r = state;
	find_done(&r->find);
	findings_done(&r->findings);
	free(r->shown);
}

static bool review_offers(const void *state, enum action action)
{
	const struct review *r = state;
	return action == ACTION_CHOOSE || action == ACTION_NEXT_STEP ||
		((action == ACTION_WORDS || action == ACTION_LIFE) && review_focused(r) != NULL);
}

static const char *review_hint(const void *state)
{
	const struct review *r = state;
	if (r->app->desk == NULL)
		return _("Enter goes to the cell; F8 reads all words; F4 filters; H history");
	return review_can_decide(r) ? _("Enter goes to the cell; F9 accepts, returns; F8 words; F4 filters; H history")
				    : _("Enter goes to the cell; F8 explains; F9 next step; F4 filters; H history");
}

// F1: what the focused rule looks at.
static void review_about(const void *state, char *out, size_t cap)
{
	const struct finding_row *row = review_focused(state);
	int len;
	const struct check_rule *rules = check_rules(&len);
	out[0] = '\0';
	for (int i = 0; row != NULL && i < len; i++)
		if (strcmp(rules[i].id, row->finding.rule) == 0)
			text_format(out, cap, "%s\t%s", _(rules[i].name), _(rules[i].help));
}

static void review_where(const void *state, char *out, size_t cap)
{
	review_filter_words(state, out, cap);
}

static void review_stands(const void *state, char *out, size_t cap)
{
	const struct review *r = state;
	int hard = r->findings.counts[FINDINGS_HARD], soft = r->findings.counts[FINDINGS_SOFT], hidden = r->findings.len - r->shown_len;
	if (hidden > 0)
		text_format(out, cap, _("hard %d soft %d, hidden %d"), hard, soft, hidden);
	else
		text_format(out, cap, _("hard %d soft %d"), hard, soft);
}

const struct screen_ops scr_review = {
	.name = N_("Review"),
	.context = "list",
	.size = sizeof(struct review),
	.open = review_open,
	.load = review_load_again,
	.draw = review_draw,
	.act = review_act,
	.offers = review_offers,
	.hint = review_hint,
	.where = review_where,
	.stands = review_stands,
	.about = review_about,
	.copy = review_copy,
	.close = review_close,
	.find = offsetof(struct review, find),
};

unsigned scr_review_open(struct app *app, const struct report_key *only)
{
	const struct scr_review_arg arg = {.only = only};
	screen_push(app, &scr_review, &arg);
	return DRAWN;
}

unsigned scr_review_open_all(struct app *app)
{
	const struct scr_review_arg arg = {.all = true};
	screen_push(app, &scr_review, &arg);
	return DRAWN;
}
