// SPDX-License-Identifier: MIT
// One line of the log in words (life.h): what it did, what stood before and after, and what was said with it.
#include "core/life.h"

#include <stdlib.h>
#include <string.h>

#include "core/bulletin.h"
#include "core/change.h"
#include "core/change_words.h"
#include "core/check.h"
#include "core/entry_words.h"
#include "core/i18n.h"
#include "core/op_words.h"
#include "core/report.h"
#include "core/said.h"
#include "core/text.h"

struct telling {
	struct store *store;
	const struct plan *plan;
	const struct store_op *op;
	const struct store_change *change;
	const char *before;              // the row's text before; "" there was none
	struct life_line *out;
};
typedef enum err tell_fn(const struct telling *t);

// ------------------------------------------------------------ who

static const char *org_name(const struct plan *plan, const char *code)
{
	int unit = plan_unit_by_code(plan, code);
	for (int dept = 1; dept < plan->depts_len; dept++)
		if (strcmp(plan->depts[dept].code, code) == 0)
			return plan->depts[dept].name;
	return unit != PLAN_NONE ? plan->units[unit].short_name : code;
}

static void tell_who(const struct telling *t)
{
	const char *org = t->op->org[0] == '\0' ? "" : org_name(t->plan, t->op->org);
	text_format(t->out->name, sizeof t->out->name, "%s", t->op->who);
	text_format(t->out->who, sizeof t->out->who, "%s%s%s", org, org[0] == '\0' ? "" : " ", t->op->who);
}

// ------------------------------------------------------------ entries

static enum err read_entry(const struct telling *t, const char *text, struct entry *out, char **buffer)
{
	*out = (struct entry){.element = t->out->element, .unit = t->out->unit, .period = t->out->period, .note = "", .doc = ""};
	if (text[0] == '\0')
		return ERR_OK;
	out->change = t->change->seq;
	return change_entry_parse(text, out, buffer);
}

static const char *entry_act(const struct telling *t, const struct entry *before, const struct entry *after)
{
	static const char *const themselves[] = {"undo", "redo", "import"};
	for (size_t i = 0; i < sizeof themselves / sizeof themselves[0]; i++)
		if (strcmp(themselves[i], t->op->action) == 0)
			return op_done(t->op->action);
	if (strcmp(t->op->action, "accept_correction") == 0)
		return N_("corrected");
	if (after->change == 0 || after->kind == ENTRY_CLEARED)
		return N_("emptied");
	return before->change == 0 || before->kind == ENTRY_CLEARED ? N_("keyed in") : N_("changed");
}

// Why the figure was corrected: the accepted correction of the line before.
static enum err add_reason(const struct correction *correction, void *ctx)
{
	const struct telling *t = ctx;
	struct life_line *out = t->out;
	if (correction->state != CORRECTION_ACCEPTED || correction->about != t->change->prev)
		return ERR_OK;
	text_join(out->text, sizeof out->text, "  ", "%s", correction->reason);
	if (t->op->why[0] != '\0')
		text_add(out->text, sizeof out->text, " -- %s", t->op->why);
	return ERR_OK;
}

static bool is_correction(const struct store_op *op)
{
	return strcmp(op->action, "accept_correction") == 0;
}

static enum err tell_entry(const struct telling *t)
{
	struct life_line *out = t->out;
	struct entry before;
	char *buffers[2] = {NULL, NULL};
	enum err err = read_entry(t, t->before, &before, &buffers[0]);
	if (err == ERR_OK)
		err = read_entry(t, t->change->text, &out->after, &buffers[1]);
	if (err == ERR_OK) {
		out->is_entry = true;
		out->act = entry_act(t, &before, &out->after);
		entry_words(t->plan, &before, out->old, sizeof out->old);
		entry_words(t->plan, &out->after, out->new, sizeof out->new);
		text_format(out->text, sizeof out->text, "%s", out->after.doc);
		if (out->after.note[0] != '\0')
			text_join(out->text, sizeof out->text, "  ", "%s", out->after.note);
	}
	out->after.note = out->after.doc = "";
	struct telling telling = *t;
	if (err == ERR_OK && is_correction(t->op))
		err = store_each_correction(t->store, t->plan, STORE_OF_CELL, &out->after, add_reason, &telling);
	free(buffers[0]);
	free(buffers[1]);
	return err;
}

// ------------------------------------------------------------ what was said

// What is kept until the return goes with it, or with the acceptance: a part of that act.
static const char *said_act(const struct telling *t, const struct explanation *said)
{
	bool kept = strcmp(said->rule, SAID_REVIEW) == 0, returned = strcmp(said->rule, SAID_RETURN) == 0;
	if (t->change->text[0] == '\0')
		return kept && strcmp(t->op->action, "explain") != 0 ? "" : N_("words taken away");
	return kept ? N_("reviewer's words, not returned yet") : returned ? N_("reviewer's words") : N_("explained");
}

static enum err tell_explanation(const struct telling *t)
{
	const char *text = t->change->text[0] != '\0' ? t->change->text : t->before;
	struct explanation said = {.rule = "", .text = ""};
	char *buffer = NULL;
	enum err err = change_explanation_parse(text, &said, &buffer);
	if (err == ERR_OK) {
		t->out->act = said_act(t, &said);
		t->out->period = said.period;
		text_format(t->out->text, sizeof t->out->text, "%s", said.text);
	}
	free(buffer);
	return err;
}

static const char *const correction_acts[] = {
	[CORRECTION_PROPOSED] = N_("correction proposed"),
	[CORRECTION_ACCEPTED] = N_("correction accepted"),
	[CORRECTION_REFUSED] = N_("correction refused"),
};

static enum err old_figure(const struct store_op *op, const struct store_change *change, void *ctx)
{
	const struct telling *t = ctx;
	struct entry old;
	char *buffer = NULL;
	(void)op;
	enum err err = read_entry(t, change->text, &old, &buffer);
	if (err == ERR_OK)
		entry_words(t->plan, &old, t->out->old, sizeof t->out->old);
	free(buffer);
	return err == ERR_OK ? ERR_FINDINGS : err;      // one is enough: ends the walk
}

static enum err tell_correction(const struct telling *t)
{
	struct correction correction = {.reason = "", .doc = ""};
	char *buffer = NULL;
	struct telling about = *t;
	if (t->change->text[0] == '\0')
		return ERR_OK;
	enum err err = change_correction_parse(t->change->text, &correction, &buffer);
	if (err == ERR_OK) {
		struct entry new = {.element = t->out->element, .unit = t->out->unit, .kind = ENTRY_VALUE,
			.figure = correction.figure, .change = t->change->seq, .note = "", .doc = ""};
		t->out->act = correction_acts[correction.state];
		t->out->period = new.period = correction.period;
		entry_words(t->plan, &new, t->out->new, sizeof t->out->new);
		bool decided = correction.state != CORRECTION_PROPOSED && t->op->why[0] != '\0';
		text_format(t->out->text, sizeof t->out->text, "%s%s%s%s%s", correction.doc, correction.doc[0] != '\0' ? "  " : "",
			correction.reason, decided ? " -- " : "", decided ? t->op->why : "");
		err = store_cell_life(t->store, correction.about, old_figure, &about);
	}
	free(buffer);
	return err == ERR_FINDINGS ? ERR_OK : err;
}

// ------------------------------------------------------------ reports

static enum err read_report(const char *text, struct report *out, char **buffer)
{
	*out = (struct report){.sentence = ""};
	return text[0] == '\0' ? ERR_OK : change_report_parse(text, out, buffer);
}

static const char *report_act(const struct report *before, const struct report *after)
{
	if (before->due != after->due)
		return N_("extended");
	if (before->state == after->state && before->upto != after->upto)
		return N_("correction taken in");
	if (before->state == REPORT_LOCKED)
		return N_("unlocked");
	if (after->state == REPORT_FILLING)
		return before->state == REPORT_SUBMITTED ? N_("withdrawn") : N_("opened again");
	return report_state_name(after->state);
}

static enum err tell_report(const struct telling *t)
{
	struct report before, after;
	char *buffers[2] = {NULL, NULL};
	enum err err = read_report(t->before, &before, &buffers[0]);
	if (err == ERR_OK)
		err = read_report(t->change->text, &after, &buffers[1]);
	if (err == ERR_OK) {
		t->out->act = report_act(&before, &after);
		text_format(t->out->text, sizeof t->out->text, "%s",
			after.state == REPORT_RETURNED && before.state != REPORT_RETURNED ? after.sentence : t->op->why);
	}
	free(buffers[0]);
	free(buffers[1]);
	return err;
}

// ------------------------------------------------------------ operators

static enum err read_operator(const struct telling *t, const char *text, struct operator *out, char **buffer)
{
	struct change_ids ids = {0, 0};
	*out = (struct operator){.account = "", .name = ""};
	enum err err = text[0] == '\0' ? ERR_OK : change_operator_parse(text, out, &ids, buffer);
	out->unit = plan_unit_by_id(t->plan, ids.unit);
	for (int dept = 1; dept < t->plan->depts_len; dept++)
		if (t->plan->depts[dept].id == ids.dept)
			out->dept = dept;
	return err;
}

static enum err tell_operator(const struct telling *t)
{
	struct operator before, after;
	char *buffers[2] = {NULL, NULL};
	enum err err = read_operator(t, t->before, &before, &buffers[0]);
	if (err == ERR_OK)
		err = read_operator(t, t->change->text, &after, &buffers[1]);
	t->out->unit = after.unit;
	if (err == ERR_OK && after.unit != PLAN_NONE) {
		const struct report_key own = {0, after.dept, after.unit};
		t->out->act = N_("operator named");
		text_format(t->out->old, sizeof t->out->old, "%s", before.name);
		text_format(t->out->new, sizeof t->out->new, "%s", after.name);
		text_format(t->out->text, sizeof t->out->text, _("%s, %s, account %s"), report_owner_name(t->plan, &own),
			_(report_role_name(after.role)), after.account);
	}
	free(buffers[0]);
	free(buffers[1]);
	return err;
}

static enum err tell_bulletin(const struct telling *t)
{
	struct change_bulletin row;
	char number[64], *buffer = NULL;
	enum err err = change_bulletin_parse(t->change->text, &row, &buffer);
	if (err == ERR_OK) {
		t->out->unit = t->plan->root;
		t->out->act = N_("bulletin issued");
		text_format(t->out->text, sizeof t->out->text, "%s  %s", bulletin_number_words((int)row.year, (int)row.no, number, sizeof number),
			row.title);
	}
	free(buffer);
	return err;
}

// ------------------------------------------------------------

// Stages, nodes and targets have a sentence of their own.
static enum err tell_in_words(const struct telling *t)
{
	char words[CHANGE_WORDS];
	enum err err = change_words(t->store, t->plan, t->change, words, sizeof words);
	t->out->act = t->change->what == CHANGE_TARGET ? N_("target set") : N_("keyed in");
	text_format(t->out->text, sizeof t->out->text, "%s", words);
	return err;
}

// ------------------------------------------------------------ keys

// What each kind of line is about, by the place of its keys (0: none).
static const struct kind {
	int what, element, unit, period;
	tell_fn *tell;
} kinds[] = {
	{CHANGE_ENTRY, 1, 3, 2, tell_entry},
	{CHANGE_EXPLANATION, 2, 3, 0, tell_explanation},
	{CHANGE_CORRECTION, 2, 3, 0, tell_correction},
	{CHANGE_REPORT, 0, 3, 1, tell_report},
	{CHANGE_OPERATOR, 0, 0, 0, tell_operator},
	{CHANGE_BULLETIN, 0, 0, 0, tell_bulletin},
	{CHANGE_STAGE, 1, 3, 2, tell_in_words},
	{CHANGE_NODE, 1, 2, 0, tell_in_words},
	{CHANGE_TARGET, 0, 2, 0, tell_in_words},
};

static int64_t key_at(const struct store_change *change, int place)
{
	const int64_t keys[] = {0, change->k1, change->k2, change->k3};
	return keys[place];
}

static const struct kind *kind_of(const struct store_change *change)
{
	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		if (kinds[i].what == change->what)
			return &kinds[i];
	return NULL;
}

struct previous { char **text; };

static enum err keep_text(const struct store_op *op, const struct store_change *change, void *ctx)
{
	struct previous *previous = ctx;
	(void)op;
	enum err err = text_dup(change->text, previous->text);
	return err == ERR_OK ? ERR_FINDINGS : err;      // one is enough: ends the walk
}

static enum err text_before(struct store *store, const struct store_change *change, char **out)
{
	struct previous previous = {out};
	*out = NULL;
	if (change->prev == 0)
		return ERR_OK;
	enum err err = store_cell_life(store, change->prev, keep_text, &previous);
	return err == ERR_FINDINGS ? ERR_OK : err;
}

bool life_line_is_part(const struct store_op *op, const struct store_change *change)
{
	return is_correction(op) && (change->what == CHANGE_CORRECTION || change->what == CHANGE_REPORT);
}

enum err life_line_of(struct store *store, const struct plan *plan, const struct store_op *op, const struct store_change *change,
	struct life_line *out, bool *told)
{
	const struct kind *kind = kind_of(change);
	char *before = NULL;
	*told = false;
	if (kind == NULL)
		return ERR_OK;
	*out = (struct life_line){.seq = change->seq, .at = op->at, .act = "", .element = PLAN_NONE,
		.period = (int)key_at(change, kind->period), .unit = plan_unit_by_id(plan, key_at(change, kind->unit))};
	if (kind->element != 0)
		out->element = plan_element_by_id(plan, key_at(change, kind->element));
	if ((kind->unit != 0 && out->unit == PLAN_NONE) || (kind->element != 0 && out->element == PLAN_NONE))
		return ERR_OK;
	enum err err = text_before(store, change, &before);
	struct telling telling = {store, plan, op, change, before != NULL ? before : "", out};
	tell_who(&telling);
	if (err == ERR_OK)
		err = kind->tell(&telling);
	free(before);
	*told = err == ERR_OK && out->act[0] != '\0';
	return err;
}
