// SPDX-License-Identifier: MIT
// See desk_report.h. Each is one op: everything of it or nothing. Whether it may be done is asked inside the transaction.
#include "cli/desk_report.h"

#include <stdlib.h>
#include <string.h>

#include "cli/desk_said.h"
#include "cli/op.h"
#include "cli/publishing.h"
#include "core/entry_words.h"
#include "core/i18n.h"
#include "core/op_words.h"
#include "core/said.h"
#include "core/text.h"

struct work {
	struct context *context;
	struct operator who;
	struct desk_answer *out;
	struct ledger_op op;
};
typedef enum err work_fn(struct work *work, const void *ask);

// A refusal is an answer.
static enum err answer(struct desk_answer *out, enum err err)
{
	out->done = err == ERR_OK;
	if (err != ERR_REFUSED && err != ERR_CONFLICT)
		return err;
	text_format(out->text, sizeof out->text, "%s", err_message());
	return ERR_OK;
}

enum err desk_report_get_operator(struct context *context, struct operator *out)
{
	enum err err = op_know_operator(context);
	out->account = context->who;
	return err == ERR_OK ? store_get_operator(context->store, context->plan, out) : err;
}

static enum err run(struct context *context, const char *action, const char *why, work_fn *fn, const void *ask,
	struct desk_answer *out)
{
	struct work work = {.context = context, .out = out};
	int64_t seq = 0;
	*out = (struct desk_answer){.done = false};
	enum err err = desk_report_get_operator(context, &work.who);
	work.op = op_make(context, action, why);
	if (err == ERR_OK)
		err = ledger_begin(context->store, &work.op);
	if (err != ERR_OK)
		return answer(out, err);
	err = fn(&work, ask);
	if (err == ERR_OK)
		err = ledger_commit(context->store, &seq);
	if (err != ERR_OK)
		ledger_rollback(context->store);
	return answer(out, err);
}

// ------------------------------------------------------------ findings in the way of a submission

struct in_the_way {
	struct said said;
	struct desk_answer *out;
	char first[CHECK_SENTENCE];
};

static enum err count_finding(const struct check_finding *finding, void *ctx)
{
	struct in_the_way *way = ctx;
	if (finding->level == CHECK_SOFT && said_of(&way->said, finding)[0] != '\0')
		return ERR_OK;
	if (way->out->hard + way->out->soft == 0)
		text_format(way->first, sizeof way->first, "%s", finding->text);
	way->out->hard += finding->level == CHECK_HARD;
	way->out->soft += finding->level == CHECK_SOFT;
	return ERR_OK;
}

static enum err look_for_findings(struct work *work, const struct report *report, struct in_the_way *way)
{
	struct context *context = work->context;
	struct check_store at = {context->store, context->plan, context_day(context)};
	const struct check_source source = check_source_of_store(&at);
	const struct report_key *key = &report->key;
	enum err err = said_load(&way->said, context->store, context->plan, key->period,
		key->dept == 0 ? key->unit : PLAN_NONE);
	if (err == ERR_OK)
		err = check_report(context->plan, &source, key, report_due(context->plan, report, context_day(context)), count_finding, way);
	if (err == ERR_OK && work->out->hard + work->out->soft > 0)
		err = err_set(ERR_REFUSED, _("%s: not submitted, hard findings %d, unexplained soft ones %d. The first: %s"),
			report_owner_name(context->plan, key), work->out->hard, work->out->soft, way->first);
	return err;
}

static enum err refuse_with_findings(struct work *work, const struct report *report)
{
	struct in_the_way way = {.out = work->out};
	enum err err = look_for_findings(work, report, &way);
	said_done(&way.said);
	return err;
}

// ------------------------------------------------------------ steps

static const struct { const char *action; bool wants_why; } steps[REPORT_STEPS] = {
	[REPORT_SUBMIT] = {"submit", false}, [REPORT_WITHDRAW] = {"withdraw", false}, [REPORT_RETURN] = {"return", true},
	[REPORT_ACCEPT] = {"accept", false}, [REPORT_LOCK] = {"lock", false}, [REPORT_UNLOCK] = {"unlock", true},
	[REPORT_EXTEND] = {"extend", true},
};

static enum err step_one(struct work *work, const struct desk_step *ask, const struct report_key *key)
{
	struct context *context = work->context;
	struct report report = {.key = *key};
	char why[512], sentence[4001] = "";
	enum err err = store_get_report(context->store, context->plan, &report);
	if (err != ERR_OK)
		return err;
	text_format(sentence, sizeof sentence, "%s", report.sentence);      // the store keeps its text for one read only
	report.sentence = sentence;
	if (!report_may(context->plan, &report, (enum report_step)ask->step, &work->who, why, sizeof why))
		return err_set(ERR_REFUSED, "%s", why);
	if (ask->step == REPORT_EXTEND && ask->due <= report_due(context->plan, &report, context_day(context)))
		return err_set(ERR_REFUSED, _("%s: that is no later than it is due already"), report_owner_name(context->plan, &report.key));
	if (ask->step == REPORT_SUBMIT)
		err = refuse_with_findings(work, &report);
	if (err != ERR_OK)
		return err;
	const struct report_taken how = {work->op.now, ledger_next_change(context->store), ask->why, ask->due};
	report_take(&report, (enum report_step)ask->step, &how);
	return ledger_put_report(context->store, context->plan, &report, report.change);
}

static bool is_said(const char *why)
{
	return why[strspn(why, " ")] != '\0';
}

// A return that says something of cells needs no sentence of its own.
static enum err step_with_remarks(struct work *work, const struct desk_step *ask, const struct report_key *key)
{
	struct desk_step step = *ask;
	char why[256];
	int told = 0;
	enum err err = ERR_OK;
	if (ask->step == REPORT_RETURN || ask->step == REPORT_ACCEPT)
		err = desk_said_tell(work->context, key, ask->step == REPORT_RETURN, &told);
	if (err == ERR_OK && steps[ask->step].wants_why && !is_said(ask->why)) {
		if (told == 0)
			return err_set(ERR_REFUSED, _("say why in one sentence"));
		step.why = text_format(why, sizeof why,
			P_("see what is said of %d figure", "see what is said of %d figures", (unsigned long)told), told);
	}
	return err == ERR_OK ? step_one(work, &step, key) : err;
}

static enum err take_steps(struct work *work, const void *ctx)
{
	const struct desk_step *ask = ctx;
	enum err err = ERR_OK;
	for (int i = 0; i < ask->reports_len && err == ERR_OK; i++)
		err = step_with_remarks(work, ask, &ask->reports[i]);
	const char *first = report_owner_name(work->context->plan, &ask->reports[0]), *done = _(op_done(steps[ask->step].action));
	if (err == ERR_OK && ask->reports_len > 1)
		text_format(work->out->text, sizeof work->out->text, _("%d reports, from %s on: %s"), ask->reports_len, first, done);
	else if (err == ERR_OK)
		text_format(work->out->text, sizeof work->out->text, _("%s: %s"), first, done);
	return err;
}

enum err desk_report_step(struct context *context, const struct desk_step *ask, struct desk_answer *out)
{
	enum err err = run(context, steps[ask->step].action, ask->why, take_steps, ask, out);
	if (err == ERR_OK && out->done)
		publishing_after(context, ask->step == REPORT_ACCEPT ? SETTINGS_PUBLISH_AFTER_ACCEPTED : SETTINGS_PUBLISH_AFTER_SUBMITTED,
			out->text, sizeof out->text);
	return err;
}

// ------------------------------------------------------------ explanations

struct explained { const struct explanation *of; int len; };

static enum err explain_all(struct work *work, const void *ctx)
{
	const struct explained *said = ctx;
	enum err err = desk_said_put(work->context, said->of, said->len);
	text_format(work->out->text, sizeof work->out->text, _("the explanation is saved"));
	return err;
}

enum err desk_report_explain(struct context *context, const struct explanation *of, int len, struct desk_answer *out)
{
	const struct explained said = {of, len};
	return run(context, "explain", "", explain_all, &said, out);
}

// ------------------------------------------------------------ corrections

static enum err propose(struct work *work, const void *ctx)
{
	struct correction after = *(const struct correction *)ctx;
	struct context *context = work->context;
	struct entry present;
	enum err err = store_get_entry(context->store, context->plan, after.element, after.unit, after.period, &present);
	if (err == ERR_OK && !present.accepted)
		err = err_set(ERR_REFUSED, _("this figure is not accepted yet; it can be changed where it is keyed in"));
	if (err == ERR_OK && !is_said(after.reason))
		err = err_set(ERR_REFUSED, _("say why in one sentence"));
	after.id = 0;
	after.about = present.change;
	after.state = CORRECTION_PROPOSED;
	text_format(work->out->text, sizeof work->out->text, _("the correction is proposed; readers see the old figure until it is accepted"));
	return err == ERR_OK ? ledger_put_correction(context->store, context->plan, &after, 0, NULL) : err;
}

enum err desk_report_propose(struct context *context, const struct correction *ask, struct desk_answer *out)
{
	return run(context, "correct", ask->reason, propose, ask, out);
}

struct decision { int64_t id; bool accept; const char *why; };
struct proposal { int64_t id; bool found; struct correction correction; char reason[4001], doc[1001]; };

static enum err find_proposal(const struct correction *correction, void *ctx)
{
	struct proposal *proposal = ctx;
	if (correction->id != proposal->id)
		return ERR_OK;
	proposal->found = true;
	proposal->correction = *correction;
	proposal->correction.reason = text_format(proposal->reason, sizeof proposal->reason, "%s", correction->reason);
	proposal->correction.doc = text_format(proposal->doc, sizeof proposal->doc, "%s", correction->doc);
	return ERR_OK;
}

// The figure takes the place of the old one, and the report accepts up to here: in an accepted report nothing else waits.
static enum err put_corrected(struct work *work, const struct correction *c)
{
	struct context *context = work->context;
	struct report report = {.key = report_of_cell(context->plan, c->element, c->unit, c->period)};
	struct entry after;
	char note[4001];
	enum err err = store_get_entry(context->store, context->plan, c->element, c->unit, c->period, &after);
	if (err != ERR_OK)
		return err;
	text_format(note, sizeof note, "%s", after.note);
	after.kind = ENTRY_VALUE;
	after.figure = c->figure;
	after.doc = c->doc;
	after.note = note;
	err = ledger_put_entry(context->store, context->plan, &after, c->about);
	if (err == ERR_OK)
		err = store_get_report(context->store, context->plan, &report);
	if (err == ERR_OK && report.change != 0 && report.state != REPORT_ACCEPTED && report.state != REPORT_LOCKED)
		return err_set(ERR_REFUSED, _("figures supplied to this report wait for review; accept them first"));
	report.sentence = "";
	report.upto = ledger_next_change(context->store);
	return err == ERR_OK && report.change != 0 ? ledger_put_report(context->store, context->plan, &report, report.change) : err;
}

static enum err decide(struct work *work, const void *ctx)
{
	const struct decision *decision = ctx;
	struct context *context = work->context;
	struct proposal proposal = {.id = decision->id};
	enum err err = store_each_correction(context->store, context->plan, STORE_PENDING, NULL, find_proposal, &proposal);
	if (err == ERR_OK && !proposal.found)
		err = err_set(ERR_REFUSED, _("there is no correction %lld that waits for a decision"), (long long)decision->id);
	if (err == ERR_OK && work->who.role != REPORT_REVIEWER && work->who.role != REPORT_PLANNER)
		err = err_set(ERR_REFUSED, _("a correction is decided by a reviewer"));
	if (err == ERR_OK && !decision->accept && !is_said(decision->why))
		err = err_set(ERR_REFUSED, _("say why in one sentence"));
	if (err != ERR_OK)
		return err;
	int64_t saw = proposal.correction.change;
	proposal.correction.state = decision->accept ? CORRECTION_ACCEPTED : CORRECTION_REFUSED;
	err = ledger_put_correction(context->store, context->plan, &proposal.correction, saw, NULL);
	text_format(work->out->text, sizeof work->out->text, decision->accept ? _("the correction is accepted") : _("the correction is refused"));
	return err == ERR_OK && decision->accept ? put_corrected(work, &proposal.correction) : err;
}

struct proposer { const struct context *context; int64_t id; int64_t change; bool same; };

static enum err find_proposed(const struct correction *correction, void *ctx)
{
	struct proposer *proposer = ctx;
	if (correction->id == proposer->id)
		proposer->change = correction->change;
	return ERR_OK;
}

static enum err compare_proposer(const struct store_op *op, const struct store_change *change, void *ctx)
{
	struct proposer *proposer = ctx;
	const struct ledger_op now = op_make(proposer->context, "", "");
	(void)change;
	proposer->same = strcmp(op->who, now.who) == 0 && strcmp(op->org, now.org) == 0;
	return ERR_FINDINGS;             // enough: ends the walk
}

// Whoever accepts what he proposed himself may do so among colleagues, but it shall be seen.
static enum err is_own(const struct context *context, int64_t id, bool *own)
{
	struct proposer proposer = {context, id, 0, false};
	enum err err = store_each_correction(context->store, context->plan, STORE_PENDING, NULL, find_proposed, &proposer);
	if (err == ERR_OK && proposer.change != 0)
		err = store_cell_life(context->store, proposer.change, compare_proposer, &proposer);
	*own = proposer.same;
	return err == ERR_FINDINGS ? ERR_OK : err;
}

enum err desk_report_decide(struct context *context, int64_t id, bool accept, const char *why, struct desk_answer *out)
{
	bool own;
	enum err err = is_own(context, id, &own);
	if (err != ERR_OK)
		return err;
	if (accept && own && !is_said(why))
		why = _("accepted by the one who proposed it");
	const struct decision decision = {id, accept, why};
	err = run(context, accept ? "accept_correction" : "refuse_correction", why, decide, &decision, out);
	if (err == ERR_OK && out->done && accept)
		publishing_after(context, SETTINGS_PUBLISH_AFTER_ACCEPTED, out->text, sizeof out->text);
	return err;
}

// ------------------------------------------------------------ who sits here

// The log tells people apart by their names.
static enum err refuse_namesake(const struct operator *who, void *ctx)
{
	const struct operator *after = ctx;
	if (strcmp(who->account, after->account) == 0 || strcmp(who->name, after->name) != 0)
		return ERR_OK;
	return err_set(ERR_REFUSED, _("%s is the name of account %s already; add what tells the two apart, such as the unit"), who->name, who->account);
}

static enum err put_operator(struct work *work, const void *ctx)
{
	struct operator after = *(const struct operator *)ctx;
	after.account = work->context->who;
	if (after.name[strspn(after.name, " ")] == '\0')
		return err_set(ERR_REFUSED, _("the name is missing"));
	enum err err = store_each_operator(work->context->store, work->context->plan, refuse_namesake, &after);
	if (err != ERR_OK)
		return err;
	const struct report_key own = {0, after.dept, after.unit};
	text_format(work->out->text, sizeof work->out->text, _("%s works here from now on: %s, %s"), after.name,
		report_owner_name(work->context->plan, &own), _(report_role_name(after.role)));
	return ledger_put_operator(work->context->store, work->context->plan, &after, work->who.change);
}

enum err desk_report_put_operator(struct context *context, const struct operator *who, struct desk_answer *out)
{
	enum err err = run(context, "operator", "", put_operator, who, out);
	return err == ERR_OK && out->done ? op_know_operator(context) : err;
}
