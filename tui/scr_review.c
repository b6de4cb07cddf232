// SPDX-License-Identifier: MIT
// See scr_review.h. Where the rows of S5 lead; review_*.c is the rest of it.
#include "tui/scr_review.h"

#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"
#include "core/text.h"
#include "tui/review.h"
#include "tui/scr_changes.h"
#include "tui/scr_entry.h"
#include "tui/scr_stage.h"

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
		r->filter.waiting = asked->rows == REVIEW_OWN;
	}
	if (asked->rows == REVIEW_WAITING)
		r->filter = (struct review_filter){.unit = PLAN_NONE, .level = -1, .waiting = true};
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

static void draw(const void *state, struct paint *p)
{
	review_draw(state, p);
}

static void copy(const void *state, struct copy *out)
{
	review_copy(state, out);
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
	int explained = r->findings.explained, hidden = r->findings.len - r->shown_len;
	int hard = r->findings.counts[FINDINGS_HARD], soft = r->findings.counts[FINDINGS_SOFT] - explained;
	char more[2][64] = {"", ""};
	if (explained > 0)
		text_format(more[0], sizeof more[0], _(" explained %d"), explained);
	if (hidden > 0)
		text_format(more[1], sizeof more[1], _(" hidden %d"), hidden);
	text_format(out, cap, _("hard %d soft %d%s%s"), hard, soft, more[0], more[1]);
}

const struct screen_ops scr_review = {
	.name = N_("Review"),
	.context = "list",
	.size = sizeof(struct review),
	.open = review_open,
	.load = review_load_again,
	.draw = draw,
	.act = review_act,
	.offers = review_offers,
	.hint = review_hint,
	.where = review_where,
	.stands = review_stands,
	.about = review_about,
	.copy = copy,
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
	const struct scr_review_arg arg = {.rows = REVIEW_ALL};
	screen_push(app, &scr_review, &arg);
	return DRAWN;
}

unsigned scr_review_open_waiting(struct app *app)
{
	const struct scr_review_arg arg = {.rows = REVIEW_WAITING};
	screen_push(app, &scr_review, &arg);
	return DRAWN;
}
