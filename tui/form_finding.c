// SPDX-License-Identifier: MIT
// See form_finding.h. Findings are computed from the file each time, never kept. What stands in a long column is not checked as
// a whole: each save would cost a second in a province.
#include "tui/form_finding.h"

#include <string.h>

#include "core/i18n.h"
#include "core/text.h"
#include "tui/form_part.h"

#define MOST_CHECKED 60

static struct check_store store_of(const struct form *f)
{
	return (struct check_store){f->app->store, f->app->plan, f->app->today};
}

static enum err check(const struct form *f, const struct entry *entry, check_fn *fn, void *ctx)
{
	struct check_store at = store_of(f);
	struct check_source source = check_source_of_store(&at);
	enum err err = store_begin(f->app->store);
	if (err != ERR_OK)
		return err;
	err = check_cell(f->app->plan, &source, entry, fn, ctx);
	store_end(f->app->store);
	return err;
}

// ------------------------------------------------------------ asking before a save

struct asked {
	struct check_finding *finding;
	bool found;
};

// The first that offers a cure, else the first.
static enum err take_soft(const struct check_finding *finding, void *ctx)
{
	struct asked *asked = ctx;
	if (finding->level != CHECK_SOFT || (asked->found && (asked->finding->cure[0] != '\0' || finding->cure[0] == '\0')))
		return ERR_OK;
	*asked->finding = *finding;
	asked->found = true;
	return ERR_OK;
}

static bool is_new_figure(const struct entry *before, const struct entry *after)
{
	return after->kind == ENTRY_VALUE &&
		(before->change == 0 || before->kind != ENTRY_VALUE || before->figure != after->figure);
}

bool form_finding_asks(struct form *f, const struct intake_cell *ask)
{
	struct asked asked = {.finding = &f->finding};
	struct entry present = form_present(f);
	struct intake_result read;
	f->app->desk->read_cell(f->app->desk->ctx, ask, &present, &read);
	if (read.verdict != INTAKE_WRITE || !is_new_figure(&present, &read.after))
		return false;
	if (check(f, &read.after, take_soft, &asked) != ERR_OK || !asked.found)
		return false;
	f->asking = true;
	f->blind = false;
	f->explained = "";
	screen_hold_keys(f->app);
	return true;
}

static unsigned keep(struct form *f)
{
	f->asking = false;
	if (form_save_typed(f))
		form_go_on(f);
	return DRAWN;
}

// What was strange about the typed figure is not true of the one that takes its place.
static void put_cure(struct form *f)
{
	edit_set(&f->edit, f->finding.cure, false);
	screen_message(f->app, false, _("%s stands in the cell instead of %s, not saved yet: Enter saves it, or type it anew."),
		f->finding.cure, f->finding.left);
	f->finding.text[0] = '\0';
}

static unsigned retype(struct form *f)
{
	f->asking = false;
	f->edit.fresh = f->finding.cure[0] == '\0';
	if (!f->edit.fresh)
		put_cure(f);
	form_keep_draft(f);
	return DRAWN;
}

// Who types on without looking ends his figure by Enter: that one is no answer either.
unsigned form_finding_answer(struct form *f, enum action action)
{
	bool blind = f->blind;
	if (action == ACTION_HELP || action == ACTION_REPAINT)
		return 0;
	f->blind = action == ACTION_TYPE;
	if (action == ACTION_BACK)
		return retype(f);
	if (action == ACTION_OPEN && !blind)
		return keep(f);
	screen_message(f->app, true, "%s", _("What you type now goes into no cell: answer first, Enter keeps the figure, Esc retypes it."));
	return DRAWN;
}

// ------------------------------------------------------------ what stands

struct marked { const struct said *said; struct form_cell *cell; };

static enum err add_mark(const struct check_finding *finding, void *ctx)
{
	struct marked *marked = ctx;
	bool soft = finding->level == CHECK_SOFT, said = soft && said_of(marked->said, finding)[0] != '\0';
	marked->cell->hard += !soft;
	marked->cell->soft += soft && !said;
	marked->cell->said += said;
	return ERR_OK;
}

static enum err load_said(struct form *f)
{
	f->explained = "";
	said_done(&f->said);
	return said_load(&f->said, f->app->store, f->app->plan, f->app->period, f->turned ? PLAN_NONE : f->unit);
}

enum err form_finding_count(struct form *f)
{
	int len = f->by_years || f->len > MOST_CHECKED ? 0 : f->len;
	enum err err = len > 0 ? load_said(f) : ERR_OK;
	for (int i = 0; i < len && err == ERR_OK; i++) {
		struct form_cell *cell = &f->cells[i];
		struct marked marked = {&f->said, cell};
		cell->hard = cell->soft = cell->said = 0;
		if (cell->now.change != 0 && cell->now.kind != ENTRY_CLEARED)
			err = check(f, &cell->now, add_mark, &marked);
	}
	return err;
}

struct shown { struct form *form; int weight; };

// What is wrong before what is strange, and that before what has been explained.
static enum err take_heaviest(const struct check_finding *finding, void *ctx)
{
	struct shown *shown = ctx;
	struct form *f = shown->form;
	const char *said = finding->level == CHECK_SOFT ? said_of(&f->said, finding) : "";
	int weight = finding->level == CHECK_HARD ? 3 : said[0] == '\0' ? 2 : 1;
	if (weight <= shown->weight)
		return ERR_OK;
	shown->weight = weight;
	f->finding = *finding;
	f->explained = said;
	return ERR_OK;
}

enum err form_finding_load(struct form *f)
{
	const struct form_cell *cell = form_focused(f);
	struct shown shown = {f, 0};
	if (f->asking)
		return ERR_OK;
	f->finding.text[0] = '\0';
	f->explained = "";
	if (cell == NULL || cell->hard + cell->soft + cell->said == 0)
		return ERR_OK;
	return check(f, &cell->now, take_heaviest, &shown);
}

// ------------------------------------------------------------ explaining

#define MOST_RULES 16

struct rules {
	const struct form *form;
	bool taken_away;
	char names[MOST_RULES][CHECK_RULE];
	int len;
};

// Those that nobody has explained, and those that the text on the screen is the explanation of.
static enum err add_rule(const struct check_finding *finding, void *ctx)
{
	struct rules *rules = ctx;
	const char *said = said_of(&rules->form->said, finding);
	bool meant = rules->taken_away ? said[0] != '\0' && strcmp(said, rules->form->explained) == 0
				       : said[0] == '\0' || strcmp(said, rules->form->explained) == 0;
	if (finding->level == CHECK_SOFT && meant && rules->len < MOST_RULES)
		text_format(rules->names[rules->len++], CHECK_RULE, "%s", finding->rule);
	return ERR_OK;
}

void form_finding_explain(struct form *f, const char *text)
{
	const struct form_cell *cell = form_focused(f);
	struct explanation explanations[MOST_RULES];
	struct rules rules = {.form = f, .taken_away = text[0] == '\0', .len = 0};
	struct desk_answer answer = {.done = false};
	enum err err = check(f, &cell->now, add_rule, &rules);
	for (int i = 0; i < rules.len; i++)
		explanations[i] = (struct explanation){.period = cell->period, .unit = cell->unit, .element = cell->element,
			.rule = rules.names[i], .text = text, .about = cell->now.change};
	if (err == ERR_OK)
		err = f->app->desk->explain(f->app->desk->ctx, explanations, rules.len, &answer);
	if (err == ERR_OK)
		screen_message(f->app, !answer.done, "%s", answer.text);
	screen_failed(f->app, err);
}
