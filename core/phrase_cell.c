// SPDX-License-Identifier: MIT
// See phrase_cell.h. One function a view, found by a table; figures are rounded as in all other places.
#include "core/phrase_cell.h"

#include <string.h>

#include "core/i18n.h"
#include "core/period.h"
#include "core/phrase_part.h"
#include "core/text.h"

typedef void cell_fn(const struct phrase *p, bool exact, char *out, size_t cap);

// ------------------------------------------------------------ figures

static void put_whole(const struct phrase *p, struct rat v, struct maybe target, char *out, size_t cap)
{
	char figure[NUM_TEXT];
	phrase_round_toward(p, v, target, 0, figure);
	text_format(out, cap, "%s", figure);
}

static void put_growth(const struct phrase *p, bool exact, char *out, size_t cap)
{
	if (exact)
		phrase_put_value(p, out, cap);
	else if (p->s->value.has)
		put_whole(p, p->s->value.v, p->s->target, out, cap);
}

static void put_done(const struct phrase *p, bool exact, char *out, size_t cap)
{
	char percent[NUM_TEXT];
	struct rat hundredfold;
	if (p->ind->formula == PLAN_GROWTH && p->ind->kind == PLAN_NUMBER) {
		put_growth(p, exact, out, cap);
	} else if (exact && phrase_round_percent(p->s->attainment, percent)) {
		percent[strcspn(percent, "%")] = '\0';
		text_format(out, cap, "%s", percent);
	} else if (p->s->attainment.has && rat_mul(p->s->attainment.v, rat_of_int(100), &hundredfold) == ERR_OK) {
		bool short_of = rat_cmp(hundredfold, rat_of_int(100)) < 0;
		rat_format(hundredfold, 0, NUM_HALF_AWAY, percent);
		text_format(out, cap, "%s", short_of && strcmp(percent, "100") == 0 ? "99" : percent);
	}
}

static void put_value(const struct phrase *p, bool exact, char *out, size_t cap)
{
	(void)exact;
	phrase_put_value(p, out, cap);
}

static void put_gap(const struct phrase *p, bool exact, char *out, size_t cap)
{
	char size[NUM_TEXT];
	(void)exact;
	if (!p->s->gap.has)
		return;
	phrase_round_size(p->s->gap.v, p->ind->decimals, size);
	text_format(out, cap, rat_sign(p->s->gap.v) < 0 ? _("+over %s") : "%s", size);
}

// Behind is the plain number, for that is what one looks for.
static void put_lag(const struct phrase *p, bool exact, char *out, size_t cap)
{
	char points[NUM_TEXT];
	int sign;
	(void)exact;
	if (p->s->path == STANDING_GROWTH && p->s->gap.has) {
		phrase_round_size(p->s->gap.v, p->ind->decimals, points);
		text_format(out, cap, rat_sign(p->s->gap.v) > 0 ? _("low %s") : _("high %s"), points);
	} else if (p->s->lag.has) {
		sign = phrase_round_points(p->s->lag.v, points);
		text_format(out, cap, p->s->proven_lag ? _("least %s") : sign < 0 ? _("+ahead %s") : "%s", points);
	}
}

static void put_needed(const struct phrase *p, bool exact, char *out, size_t cap)
{
	(void)exact;
	phrase_put_needed_short(p, out, cap);
}

static const struct { const char *name; int cells, exact; cell_fn *put; } views[PHRASE_VIEWS] = {
	[PHRASE_VIEW_DONE] = {N_("done %"), 6, 8, put_done},
	[PHRASE_VIEW_VALUE] = {N_("value"), 10, 10, put_value},
	[PHRASE_VIEW_GAP] = {N_("gap"), 10, 10, put_gap},
	[PHRASE_VIEW_LAG] = {N_("pace"), 11, 11, put_lag},
	[PHRASE_VIEW_NEEDED] = {N_("a year"), 10, 10, put_needed},
	[PHRASE_VIEW_REPORT] = {N_("reports"), 10, 10, NULL},
};

const char *phrase_view_name(enum phrase_view view)
{
	return _(views[view].name);
}

int phrase_view_cells(enum phrase_view view, bool exact)
{
	return exact ? views[view].exact : views[view].cells;
}

// ------------------------------------------------------------ a cell

static bool is_older(const struct standing *s, int row_period)
{
	return s->value.has && (s->carried || (row_period > 0 && s->value_period < row_period));
}

void phrase_cell_of(const struct plan *plan, const struct standing *s, enum phrase_view view, bool exact, int row_period,
	struct phrase_cell *out)
{
	struct phrase p = {plan, s, &plan->indicators[s->indicator]};
	*out = (struct phrase_cell){.status = s->status, .letter = standing_letter_of(s), .mark = ' '};
	if (s->not_applicable)
		return;
	views[view].put(&p, exact, out->text, sizeof out->text);
	if (out->text[0] != '\0')
		out->mark = standing_unaccepted(s) ? '~' : is_older(s, row_period) ? '\'' : ' ';
}

char *phrase_cell_year(const struct standing *whole, char *out, size_t cap)
{
	int q = whole->value_period;
	out[0] = '\0';
	if (q != 0 && whole->status != STANDING_NO_DATA && !whole->carried && period_year(q) < period_year(whole->period) && period_month(q) == 12)
		text_format(out, cap, _("'%02d"), period_year(q) % 100);
	return out;
}

// ------------------------------------------------------------ reports

static const struct report_line *line_of(const struct plan *plan, const struct report_list *list, int element, int unit, int period)
{
	if (element == PLAN_NONE || !plan_element_asked(plan, element, unit, period))
		return NULL;
	struct report_key key = report_of_cell(plan, element, unit, period);
	return report_list_find(list, key.dept, key.unit);
}

void phrase_cell_report(const struct plan *plan, const struct report_list *list, int element, int unit, int period,
	struct phrase_cell *out)
{
	static const char *const words[REPORT_STATES] = {
		[REPORT_SUBMITTED] = N_("sent"), [REPORT_RETURNED] = N_("to redo"), [REPORT_ACCEPTED] = N_("ok"), [REPORT_LOCKED] = N_("sealed"),
	};
	const struct report_line *line = line_of(plan, list, element, unit, period);
	*out = (struct phrase_cell){.status = STANDING_NO_DATA, .letter = ' ', .mark = ' '};
	if (line == NULL)
		return;
	if (line->report.state == REPORT_FILLING)
		text_format(out->text, sizeof out->text, _("%d/%d in"), line->filled, line->asked);
	else
		text_format(out->text, sizeof out->text, "%s", _(words[line->report.state]));
}

void phrase_cell_reports(const struct plan *plan, const struct report_list *list, int element, const int *units, int len, int period,
	struct phrase_cell *out)
{
	int asked = 0, accepted = 0;
	*out = (struct phrase_cell){.status = STANDING_NO_DATA, .letter = ' ', .mark = ' '};
	for (int i = 0; i < len; i++) {
		const struct report_line *line = line_of(plan, list, element, units[i], period);
		asked += line != NULL;
		accepted += line != NULL && (line->report.state == REPORT_ACCEPTED || line->report.state == REPORT_LOCKED);
	}
	if (asked > 0)
		text_format(out->text, sizeof out->text, _("ok %d/%d"), accepted, asked);
}
