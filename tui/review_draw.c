// SPDX-License-Identifier: MIT
// What the screen of reviewing looks like (review.h): findings, and beneath them all that is said about the focused one.
#include "core/entry_words.h"
#include "core/filled.h"
#include "core/i18n.h"
#include "core/text.h"
#include "tui/copy.h"
#include "tui/part_rows.h"
#include "tui/review.h"
#include "tui/stamp.h"

#define LINE REVIEW_LINE
#define LIST_TOP 2

static const char *const level_names[FINDINGS_LEVELS] = {
	[FINDINGS_HARD] = N_("hard finding"), [FINDINGS_CORRECTION] = N_("correct"), [FINDINGS_SOFT] = N_("soft finding"),
	[FINDINGS_REMARK] = N_("opinion"), [FINDINGS_CHANGED] = N_("altered"),
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
	if (review_remark(r, row)[0] != '\0')
		return text_format(out, cap, _("to tell: %s"), review_remark(r, row));
	if (told(r, row)[0] != '\0')
		return told(r, row);
	if (row->level == FINDINGS_WAITING)
		return filled_brief(line, out, cap);
	if (row->level == FINDINGS_SOFT && row->said_change != 0)
		return text_format(out, cap, "%s", line->report.state == REPORT_SUBMITTED ? _("yes, to review") : _("yes"));
	if (row->level == FINDINGS_CORRECTION || row->level == FINDINGS_CHANGED)
		return row->said;
	return row->level == FINDINGS_SOFT ? _("not explained") : _(report_state_name(line->report.state));
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
	const struct finding_kept *finding = &row->finding;
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

void review_copy(const struct review *r, struct copy *out)
{
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
	const struct finding_kept *finding = &row->finding;
	struct entry cell = {.element = finding->element, .unit = finding->unit, .period = finding->period};
	char name[ENTRY_SENTENCE], at[32];
	if (finding->element == PLAN_NONE)
		text_format(name, sizeof name, "%s", report_owner_name(plan, &report->key));
	else
		entry_words_name(plan, &cell, name, sizeof name);
	bool submitted = report->state == REPORT_SUBMITTED;
	return text_format(out, cap, "%s -- %s%s%s", name, _(report_state_name(report->state)), submitted ? " " : "",
		submitted ? stamp_words(report->submitted, at, sizeof at) : "");
}

static void draw_about(const struct review *r, struct canvas *c)
{
	const struct finding_row *row = review_focused(r);
	char text[2 * LINE];
	paint_rule(c->p, c->y++, 0, paint_cols(c->p), title_of(r, row, text, sizeof text));
	if (row->level != FINDINGS_REMARK)
		draw_labelled(c, row->level == FINDINGS_CHANGED ? _("altered") : _("the rule"), row->finding.text);
	if (row->level == FINDINGS_CHANGED)
		draw_labelled(c, _("the reviewer had said"), row->said);
	else if (row->said[0] != '\0')
		draw_labelled(c, row->level == FINDINGS_CORRECTION ? _("reason") : _("explanation"),
			text_format(text, sizeof text, "%s  %s", row->said, r->about.said_by));
	else if (row->level == FINDINGS_SOFT)
		draw_labelled(c, _("explanation"), _("none yet; F8 writes one"));
	draw_labelled(c, _("to tell"), review_remark(r, row));
	draw_labelled(c, _("the reviewer says"), told(r, row));
	draw_labelled(c, _("document"), r->about.doc);
	draw_labelled(c, _("figure before"), r->about.before);
	draw_labelled(c, _("effect"), r->about.sum);
	draw_labelled(c, _("why returned"), review_report(r, row)->sentence);
}

// What the filter shows, how much it hides, and how to see it.
static void draw_empty(const struct review *r, struct paint *p)
{
	const int *counts = r->findings.counts;
	int cells = paint_cols(p) - 1;
	char shown[256], text[LINE];
	paint_cursor(p, 3, 0);
	if (r->findings.len == 0) {
		paint_text(p, 3, 1, cells, ROLE_TEXT, r->filter.one ? _("No findings: it can be submitted.")
								    : _("Nothing is found and nothing waits in this period."));
		return;
	}
	if (r->shown_len > 0) {
		paint_text(p, 3, 1, cells, ROLE_TEXT, text_format(text, sizeof text,
			_("None of the %d rows holds what was looked for; / and Enter show them again."), r->shown_len));
		return;
	}
	paint_text(p, 3, 1, cells, ROLE_TEXT, text_format(text, sizeof text, _("Shown is only: %s -- there is nothing of it."),
		review_filter_said(r, shown, sizeof shown)));
	paint_text(p, 4, 1, cells, ROLE_TEXT, text_format(text, sizeof text,
		_("Not shown are %d rows (hard %d, soft %d, corrections %d); F4 and then 1 shows all."), r->findings.len,
		counts[FINDINGS_HARD], counts[FINDINGS_SOFT], counts[FINDINGS_CORRECTION]));
}

void review_draw(const struct review *r, struct paint *p)
{
	struct places at = places_for(paint_cols(p));
	struct canvas canvas = {p, LIST_TOP, paint_rows(p) - 2};
	draw_head(p, &at);
	if (review_focused(r) == NULL) {
		draw_empty(r, p);
		return;
	}
	for (int i = r->list.top; i < r->list.len && i < r->list.top + r->list.height; i++)
		draw_row(r, p, canvas.y++, &at, i);
	paint_cursor(p, LIST_TOP + r->list.focus - r->list.top, 0);
	draw_about(r, &canvas);
}
