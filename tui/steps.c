// SPDX-License-Identifier: MIT
// See steps.h. A screen over the asking one: what is offered is read from the file each time it is shown, for a colleague may
// take a step meanwhile.
#include "tui/steps.h"

#include "core/i18n.h"
#include "core/period.h"
#include "core/text.h"
#include "tui/pick.h"
#include "tui/prompt.h"
#include "tui/scr_review.h"
#include "tui/who.h"

#define WHY 512
#define LINE 768

enum asked { ASKS_NOTHING, ASKS_WHY, ASKS_WHY_AND_DAY };
static const struct { const char *name, *brief; enum asked asks; } step_rows[REPORT_STEPS] = {
	[REPORT_SUBMIT] = {N_("submit"), N_("submit"), ASKS_NOTHING},
	[REPORT_WITHDRAW] = {N_("withdraw, to go on filling"), N_("withdraw"), ASKS_NOTHING},
	[REPORT_RETURN] = {N_("return (with the reason)"), N_("return"), ASKS_WHY},
	[REPORT_ACCEPT] = {N_("accept"), N_("accept"), ASKS_NOTHING},
	[REPORT_LOCK] = {N_("lock"), N_("lock"), ASKS_NOTHING},
	[REPORT_UNLOCK] = {N_("unlock (with the reason)"), N_("unlock"), ASKS_WHY},
	[REPORT_EXTEND] = {N_("extend (with the reason and the new day)"), N_("extend"), ASKS_WHY_AND_DAY},
};

// As they are offered: a reviewer's 1 and 2 are here what they are in the review.
static const enum report_step order[REPORT_STEPS] = {REPORT_SUBMIT, REPORT_ACCEPT, REPORT_RETURN, REPORT_WITHDRAW, REPORT_LOCK,
	REPORT_UNLOCK, REPORT_EXTEND};

struct steps {
	struct app *app;
	struct report report;
	enum report_step offered[REPORT_STEPS], refused[REPORT_STEPS], taken;
	char why[REPORT_STEPS][WHY];         // of refused
	int refused_len;
	struct pick pick;                    // over offered
	bool waits;                          // for the answer to a question of its own
	bool here;                           // the findings are shown beneath
};
struct steps_arg { const struct report_key *key; bool here; };

// ------------------------------------------------------------ reading

static enum err steps_load(void *state)
{
	struct steps *s = state;
	const struct plan *plan = s->app->plan;
	struct operator who;
	char name[201];
	int offered = 0;
	enum err err = s->app->desk->get_operator(s->app->desk->ctx, &who);
	who.name = text_format(name, sizeof name, "%s", err == ERR_OK ? who.name : "");      // kept for one read only
	if (err == ERR_OK)
		err = store_get_report(s->app->store, plan, &s->report);
	if (err != ERR_OK)
		return err;
	s->report.sentence = "";
	s->refused_len = 0;
	for (int i = 0; i < REPORT_STEPS; i++) {
		enum report_step step = order[i];
		if (report_may(plan, &s->report, step, &who, s->why[s->refused_len], WHY))
			s->offered[offered++] = step;
		else
			s->refused[s->refused_len++] = step;
	}
	list_resize(&s->pick.list, offered, REPORT_STEPS);
	return ERR_OK;
}

static enum err steps_open(void *state, struct app *app, const void *arg)
{
	struct steps *s = state;
	const struct steps_arg *asked = arg;
	s->app = app;
	s->here = asked->here;
	s->report = (struct report){.key = *asked->key, .sentence = ""};
	return steps_load(state);
}

// ------------------------------------------------------------ drawing

static void draw_refused(const struct steps *s, struct paint *p, int y, int i)
{
	char line[LINE];
	paint_text(p, y, PICK_TEXT_AT, paint_cols(p) - PICK_TEXT_AT, ROLE_DIM,
		text_format(line, sizeof line, _("- %s: %s"), _(step_rows[s->refused[i]].brief), s->why[i]));
}

static void steps_draw(const void *state, struct paint *p)
{
	const struct steps *s = state;
	const struct plan *plan = s->app->plan;
	char title[LINE], period[PERIOD_TEXT];
	int y = paint_rows(p) - 3 - REPORT_STEPS;
	if (s->waits)
		return;
	period_format(s->report.key.period, PERIOD_REPORT, period);
	text_format(title, sizeof title, _("next step: report of %s, %s -- %s"), report_owner_name(plan, &s->report.key), period,
		_(report_state_name(s->report.state)));
	for (int row = y; row < paint_rows(p) - 2; row++)
		paint_fill(p, row, 0, paint_cols(p), ROLE_TEXT);
	paint_rule(p, y++, 0, paint_cols(p), title);
	for (int i = 0; i < s->pick.list.len; i++)
		pick_draw(&s->pick, p, y++, i, paint_cols(p) - PICK_TEXT_AT, _(step_rows[s->offered[i]].name));
	for (int i = 0; i < s->refused_len; i++)
		draw_refused(s, p, y++, i);
	if (s->pick.list.len == 0)
		paint_cursor(p, y - s->refused_len, PICK_TEXT_AT);
}

// ------------------------------------------------------------ taking one

static enum err take(struct app *app, const struct desk_step *ask, struct desk_answer *answer)
{
	enum err err = app->desk->step(app->desk->ctx, ask, answer);
	screen_message(app, err != ERR_OK || !answer->done, "%s", err != ERR_OK ? err_message() : answer->text);
	return err;
}

bool steps_take(struct app *app, const struct desk_step *ask)
{
	struct desk_answer answer = {.done = false};
	return take(app, ask, &answer) == ERR_OK && answer.done;
}

static unsigned findings_chosen(void *ctx, int choice)
{
	struct steps *s = ctx;
	struct app *app = s->app;
	const struct report_key key = s->report.key;
	screen_close(app);
	return choice == 0 ? scr_review_open(app, &key) : DRAWN;
}

// What stands in the way is one key away.
static unsigned offer_findings(struct steps *s, const struct desk_answer *answer)
{
	const struct prompt_choice choices[] = {{_("go through the findings")}, {_("not now")}};
	char title[256];
	text_format(title, sizeof title, _("not submitted: hard findings %d, unexplained soft ones %d"), answer->hard, answer->soft);
	s->waits = true;
	s->app->message[0] = '\0';
	prompt_choose(s->app, title, choices, 2, 0, findings_chosen, s);
	screen_hold_keys(s->app);
	return DRAWN;
}

static unsigned take_chosen(struct steps *s, const char *why, int due)
{
	struct app *app = s->app;
	const struct report_key key = s->report.key;
	const struct desk_step ask = {.step = (int)s->taken, .reports = &key, .reports_len = 1, .why = why, .due = due};
	struct desk_answer answer = {.done = false};
	enum err err = take(app, &ask, &answer);
	if (err == ERR_OK && answer.hard + answer.soft > 0 && !s->here)
		return offer_findings(s, &answer);
	screen_close(app);
	return DRAWN | SCREEN_RELOAD;
}

static void ask_words(struct steps *s, const char *const *texts);

static void ask_again(struct steps *s, const char *const *texts, const char *why)
{
	ask_words(s, texts);
	screen_hold_keys(s->app);
	screen_message(s->app, true, "%s", why);
}

// A return that says something of cells needs no reason: whether it does, the desk knows.
static unsigned return_without_reason(struct steps *s, const char *const *texts)
{
	const struct report_key key = s->report.key;
	const struct desk_step ask = {.step = REPORT_RETURN, .reports = &key, .reports_len = 1, .why = ""};
	struct desk_answer answer = {.done = false};
	if (take(s->app, &ask, &answer) == ERR_OK && !answer.done) {
		ask_again(s, texts, _("Say why in one sentence."));
		return DRAWN;
	}
	screen_close(s->app);
	return DRAWN | SCREEN_RELOAD;
}

static unsigned words_given(void *ctx, const char *const *texts)
{
	struct steps *s = ctx;
	int due = 0;
	if (texts == NULL) {
		s->waits = false;
		return DRAWN;
	}
	if (step_rows[s->taken].asks == ASKS_WHY_AND_DAY && period_parse_day(texts[1], s->app->today, &due) != ERR_OK)
		ask_again(s, texts, err_message());
	else if (step_rows[s->taken].asks == ASKS_WHY_AND_DAY && due == 0)
		ask_again(s, texts, _("Say until which day, like 2024-07-15."));
	else if (texts[0][0] == '\0' && s->taken == REPORT_RETURN)
		return return_without_reason(s, texts);
	else if (texts[0][0] == '\0')
		ask_again(s, texts, _("Say why in one sentence."));
	else
		return take_chosen(s, texts[0], due);
	return DRAWN;
}

static void ask_words(struct steps *s, const char *const *texts)
{
	const char *labels[] = {_("reason, in one sentence"), _("new last day, like 2024-07-15")};
	s->waits = true;
	prompt_text(s->app, _(step_rows[s->taken].name), labels, texts, step_rows[s->taken].asks == ASKS_WHY_AND_DAY ? 2 : 1,
		words_given, s);
}

static unsigned choose(struct steps *s)
{
	static const char *const none[] = {"", ""};
	s->taken = s->offered[s->pick.list.focus];
	if (step_rows[s->taken].asks == ASKS_NOTHING)
		return take_chosen(s, "", 0);
	ask_words(s, none);
	return DRAWN;
}

// ------------------------------------------------------------ the screen

static unsigned steps_act(void *state, enum action action, const struct key *key)
{
	struct steps *s = state;
	switch (pick_act(&s->pick, action, key)) {
	case PICK_TAKEN: return choose(s);
	case PICK_MOVED: return DRAWN;
	default: return action == ACTION_OPEN ? SCREEN_POP : 0;
	}
}

static const char *steps_hint(const void *state)
{
	const struct steps *s = state;
	return s->pick.list.len == 0 ? _("There is nothing to be done here; Esc goes back")
				     : _("Type the number, or Up, Down and Enter; Esc leaves everything as it is");
}

static const struct screen_ops steps_ops = {
	.name = N_("Question"),
	.context = "prompt",
	.over = true,
	.size = sizeof(struct steps),
	.open = steps_open,
	.load = steps_load,
	.draw = steps_draw,
	.act = steps_act,
	.hint = steps_hint,
};

static unsigned begin(struct app *app, const struct steps_arg *arg)
{
	struct operator who;
	enum err err = app->desk->get_operator(app->desk->ctx, &who);
	if (err != ERR_OK)
		screen_message(app, true, "%s", err_message());
	else if (who.change == 0)
		return who_ask(app);
	else
		screen_push(app, &steps_ops, arg);
	return DRAWN;
}

unsigned steps_ask(struct app *app, const struct report_key *report)
{
	const struct steps_arg arg = {report, false};
	return begin(app, &arg);
}

unsigned steps_ask_here(struct app *app, const struct report_key *report)
{
	const struct steps_arg arg = {report, true};
	return begin(app, &arg);
}
