// SPDX-License-Identifier: MIT
// A cell from typing to saving (entry.h), through the same calls of the desk as the screens.
#include <string.h>

#include "core/entry_words.h"
#include "core/i18n.h"
#include "core/num.h"
#include "core/period.h"
#include "core/text.h"
#include "plain/entry.h"

static enum err get(struct plain *p, const struct plain_cell *cell, int period, struct entry *out)
{
	enum err err = store_get_entry(p->store, p->plan, cell->element, cell->unit, period, out);
	if (err == ERR_OK && period != cell->period)
		out->note = out->doc = "";
	return err;
}

enum err plain_cell_load(struct plain *p, struct plain_cell *cell)
{
	int months = p->plan->elements[cell->element].months;
	enum err err = get(p, cell, cell->period, &cell->now);
	if (err != ERR_OK)
		return err;
	text_format(cell->note, sizeof cell->note, "%s", cell->now.note);
	text_format(cell->doc, sizeof cell->doc, "%s", cell->now.doc);
	cell->now.note = cell->note;
	cell->now.doc = cell->doc;
	if (err == ERR_OK)
		err = get(p, cell, period_add(cell->period, -months), &cell->before);
	return err == ERR_OK ? get(p, cell, period_add(cell->period, -12), &cell->year_ago) : err;
}

enum err plain_cell_check(struct plain *p, const struct entry *entry, plain_cell_check_fn *fn, void *ctx)
{
	struct check_store at = {p->store, p->plan, p->today};
	const struct check_source source = check_source_of_store(&at);
	enum err err = store_begin(p->store);
	if (err != ERR_OK)
		return err;
	err = check_cell(p->plan, &source, entry, fn, ctx);
	store_end(p->store);
	return err;
}

static void aim(const struct plain_cell *cell, struct intake_cell *ask)
{
	ask->element = cell->element;
	ask->unit = cell->unit;
	ask->period = cell->period;
}

bool plain_cell_save(struct plain *p, struct plain_cell *cell, struct intake_cell *ask)
{
	struct intake_result result;
	char sentence[ENTRY_SENTENCE];
	aim(cell, ask);
	enum err err = p->desk->save(p->desk->ctx, ask, &cell->now, &result);
	if (plain_failed(p, err) && err == ERR_CONFLICT)
		plain_failed(p, plain_cell_load(p, cell));           // what the other desk has made of it is typed over knowingly
	if (err != ERR_OK)
		return false;
	if (result.verdict == INTAKE_REFUSED) {
		plain_say(p, "%s", result.why);
		return false;
	}
	if (result.verdict == INTAKE_WRITE)
		plain_say(p, "%s", entry_words_saved(p->plan, &cell->now, &result.after, sentence, sizeof sentence));
	return !plain_failed(p, plain_cell_load(p, cell));
}

// ------------------------------------------------------------ an accepted figure

static bool is_accepted(struct plain *p, const struct plain_cell *cell)
{
	struct report report = {.key = report_of_cell(p->plan, cell->element, cell->unit, cell->period), .sentence = ""};
	return cell->now.change != 0 && cell->now.kind == ENTRY_VALUE && store_get_report(p->store, p->plan, &report) == ERR_OK &&
		report_accepts(&report, &cell->now);
}

static bool propose(struct plain *p, struct plain_cell *cell, int64_t figure)
{
	char reason[INTAKE_DOC_BYTES + 1] = "", doc[INTAKE_DOC_BYTES + 1] = "";
	struct desk_answer answer = {.done = false};
	const char *const choices[] = {_("propose the correction"), _("keep what stands")};
	char title[CHECK_SENTENCE];
	text_format(title, sizeof title, _("%s is accepted: a correction is proposed, and decided by the bureau"),
		p->plan->elements[cell->element].short_name);
	if (plain_ask_back(p, title, choices, 2) != 0)
		return false;
	const char *help = _("The old figure is read everywhere until the correction is accepted.");
	if (!plain_ask_text(p, _("reason, in one sentence"), help, reason, sizeof reason) ||
		!plain_ask_text(p, _("document number or source"), help, doc, sizeof doc))
		return false;
	const struct correction correction = {.element = cell->element, .unit = cell->unit, .period = cell->period, .figure = figure,
		.reason = reason, .doc = doc};
	if (plain_failed(p, p->desk->propose(p->desk->ctx, &correction, &answer)))
		return false;
	plain_say(p, "%s", answer.text);
	return answer.done;
}

// ------------------------------------------------------------ strange figures

struct asked { struct check_finding finding; bool found; };

// The first that offers a cure, else the first.
static enum err take_soft(const struct check_finding *finding, void *ctx)
{
	struct asked *asked = ctx;
	if (finding->level != CHECK_SOFT || (asked->found && (asked->finding.cure[0] != '\0' || finding->cure[0] == '\0')))
		return ERR_OK;
	asked->finding = *finding;
	asked->found = true;
	return ERR_OK;
}

static enum err say_finding(const struct check_finding *finding, void *ctx)
{
	plain_say(ctx, "%s", finding->text);
	return ERR_OK;
}

void plain_cell_say_findings(struct plain *p, const struct plain_cell *cell)
{
	if (cell->now.change != 0 && cell->now.kind == ENTRY_VALUE)
		plain_failed(p, plain_cell_check(p, &cell->now, say_finding, p));
}

static bool save_text(struct plain *p, struct plain_cell *cell, const char *text)
{
	struct intake_cell ask = {.text = text, .kind = ENTRY_VALUE};
	return plain_cell_save(p, cell, &ask);
}

enum { KEEP_AND_EXPLAIN, KEEP, RETYPE, TAKE_CURE, FINDING_CHOICES };

static enum err say_hard(const struct check_finding *finding, void *ctx)
{
	return finding->level == CHECK_HARD ? say_finding(finding, ctx) : ERR_OK;
}

static bool ask_finding(struct plain *p, struct plain_cell *cell, const char *typed, const struct check_finding *finding)
{
	char cure[CHECK_WORDS];
	const char *const choices[FINDING_CHOICES] = {[KEEP_AND_EXPLAIN] = _("keep the figure and explain it"),
		[KEEP] = _("keep the figure, to be explained later"), [RETYPE] = _("type it again"),
		[TAKE_CURE] = text_format(cure, sizeof cure, _("take %s instead"), finding->cure)};
	int choice = plain_ask_back(p, finding->text, choices, finding->cure[0] != '\0' ? FINDING_CHOICES : TAKE_CURE);
	if (choice == PLAN_NONE || choice == RETYPE || !save_text(p, cell, choice == TAKE_CURE ? finding->cure : typed))
		return false;
	plain_failed(p, plain_cell_check(p, &cell->now, say_hard, p));       // what is strange has just been asked about
	if (choice == KEEP_AND_EXPLAIN)
		plain_cell_explain(p, cell);
	return true;
}

static bool is_new_figure(const struct entry *before, const struct entry *after)
{
	return after->kind == ENTRY_VALUE && (before->change == 0 || before->kind != ENTRY_VALUE || before->figure != after->figure);
}

// ------------------------------------------------------------ what is typed

static bool take_figure(struct plain *p, struct plain_cell *cell, const char *typed)
{
	struct intake_cell ask = {.text = typed, .kind = ENTRY_VALUE};
	struct intake_result read;
	struct asked asked = {.found = false};
	aim(cell, &ask);
	p->desk->read_cell(p->desk->ctx, &ask, &cell->now, &read);
	bool is_new = read.verdict == INTAKE_WRITE && is_new_figure(&cell->now, &read.after);
	if (is_new && is_accepted(p, cell))
		return propose(p, cell, read.after.figure);
	if (is_new && plain_failed(p, plain_cell_check(p, &read.after, take_soft, &asked)))
		return false;
	if (asked.found)
		return ask_finding(p, cell, typed, &asked.finding);
	if (!save_text(p, cell, typed))
		return false;
	plain_cell_say_findings(p, cell);
	return true;
}

bool plain_cell_take(struct plain *p, struct plain_cell *cell, const char *typed)
{
	const struct plan_element *element = &p->plan->elements[cell->element];
	int64_t change = cell->now.change;
	struct num_typed read;
	num_parse(typed, element->measure, element->decimals, &read);
	if (read.kind == NUM_NOT_APPLICABLE || strcmp(typed, _("not applicable")) == 0)
		plain_cell_ask_reason(p, cell);
	else if (strcmp(typed, _("not reported")) == 0)
		plain_cell_ask_day(p, cell);
	else
		return take_figure(p, cell, typed);
	return cell->now.change != change;
}
