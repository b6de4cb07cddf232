// SPDX-License-Identifier: MIT
// What stands beneath the list of a form (form_draw.h), the most urgent first: on 24 rows the rest gives way.
#include <string.h>
#include <time.h>

#include "core/entry_words.h"
#include "core/i18n.h"
#include "core/text.h"
#include "tui/form_draw.h"
#include "tui/form_report.h"
#include "tui/form_standing.h"

#define LINE 1024

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

bool form_is_refused(const struct form *f)
{
	return f->conflict || f->refused.verdict == INTAKE_REFUSED;
}

static void draw_refusal(const struct form *f, struct canvas *c)
{
	char title[LINE], answer[LINE];
	const struct form_cell *cell = form_focused(f);
	if (!form_is_refused(f))
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
	text_add(line, sizeof line, "%s", against_own(f, sum, own, sizeof own));
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
	if (found.hard + found.soft + found.copied > 0)
		text_add(line, sizeof line, _(" -- wrong %d, to check %d, copies to confirm %d"), found.hard, found.soft,
			found.copied);
	if (found.said > 0)
		text_add(line, sizeof line, _(" -- explained %d"), found.said);
	if (saved[0] != '\0')
		text_add(line, sizeof line, _(" -- saved %s"), saved);
	if (f->app->desk != NULL)
		text_add(line, sizeof line, "%s",
			f->app->across && f->cols > 1 ? _(" -- Enter goes right") : _(" -- Enter goes down"));
	draw_title(c, line);
	const int complete = form_report_complete(f);
	if (complete > 0)
		draw_wrapped(c, text_format(line, sizeof line, P_("its %d figure is there: F9 submits it", "all %d figures are there: F9 submits them",
			(unsigned long)complete), complete));
	if (f->skipped > 0)
		draw_wrapped(c, text_format(line, sizeof line,
					P_("%d element of another frequency is not asked for in this period",
						"%d elements of another frequency are not asked for in this period", (unsigned long)f->skipped),
					f->skipped));
}

void form_draw_beneath(const struct form *f, struct paint *p, int y, int end)
{
	struct canvas canvas = {p, y, end}, *c = &canvas;
	draw_refusal(f, c);
	draw_finding(f, c);
	draw_returned(f, c);
	c->y = form_standing_title(f, c->p, c->y, c->end);
	draw_sum(f, c);
	c->y = form_standing_rows(f, c->p, c->y, c->end);
	draw_words(f, c);
	draw_state(f, c);
}
