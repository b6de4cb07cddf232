// SPDX-License-Identifier: MIT
// See desk.h.
#include "cli/desk.h"

#include <stdlib.h>

#include "cli/busy.h"
#include "cli/conflict.h"
#include "cli/desk_report.h"
#include "cli/draft.h"
#include "cli/issue.h"
#include "cli/op.h"
#include "cli/undo.h"
#include "core/i18n.h"
#include "core/intake_stage.h"
#include "core/intake_target.h"
#include "core/text.h"

struct desk_session {
	struct desk desk;
	struct context *context;
	struct undo *undo;
	struct drafts *drafts;     // NULL where no folder can hold them
	struct draft offered;
};

static enum err note(struct desk_session *session, enum err err, int64_t seq)
{
	if (err == ERR_BUSY)
		return busy_explain(session->context);
	return err == ERR_OK && seq != 0 ? undo_note(session->undo, seq) : err;
}

static enum err save(void *ctx, const struct intake_cell *cell, const struct entry *present, struct intake_result *out)
{
	struct desk_session *session = ctx;
	struct context *context = session->context;
	struct ledger_op op = op_make(context, "edit", "");
	int64_t seq = 0;
	intake_read(context->plan, cell, present, context_day(context), out);
	if (out->verdict != INTAKE_WRITE)
		return ERR_OK;
	enum err err = intake_save(context->store, context->plan, &op, out, 1, &seq);
	if (err == ERR_CONFLICT)
		return conflict_explain(context, &out->after);
	return note(session, err, seq);
}

static void read_cell(void *ctx, const struct intake_cell *cell, const struct entry *present, struct intake_result *out)
{
	const struct context *context = ((struct desk_session *)ctx)->context;
	intake_read(context->plan, cell, present, context_day(context), out);
}

static enum err save_cells(void *ctx, const struct intake_result *results, int len)
{
	struct desk_session *session = ctx;
	struct context *context = session->context;
	struct ledger_op op = op_make(context, "edit", "");
	int64_t seq = 0;
	enum err err = intake_save(context->store, context->plan, &op, results, len, &seq);
	if (err == ERR_CONFLICT)
		return err_set(ERR_CONFLICT,
			_("Nothing is saved: another desk has changed one of these cells meanwhile. Look and try again."));
	return note(session, err, seq);
}

static enum err save_stage(void *ctx, const struct intake_stage *ask, const struct entry *entry, const struct stage *stage,
	struct intake_stage_result *out)
{
	struct desk_session *session = ctx;
	struct context *context = session->context;
	struct ledger_op op = op_make(context, "edit", "");
	int64_t seq = 0;
	intake_stage_read(context->plan, ask, entry, stage, context_day(context), out);
	if (out->verdict != INTAKE_WRITE)
		return ERR_OK;
	enum err err = intake_stage_save(context->store, context->plan, &op, out, &seq);
	if (err == ERR_CONFLICT)
		return conflict_explain_stage(context, &out->stage);
	return note(session, err, seq);
}

static enum err save_node(void *ctx, const struct intake_node *ask, const struct node *node, struct intake_node_result *out)
{
	struct desk_session *session = ctx;
	struct context *context = session->context;
	struct ledger_op op = op_make(context, "edit", "");
	int64_t seq = 0;
	intake_node_read(context->plan, ask, node, context_day(context), out);
	if (out->verdict != INTAKE_WRITE)
		return ERR_OK;
	enum err err = intake_node_save(context->store, context->plan, &op, out, &seq);
	if (err == ERR_CONFLICT)
		return conflict_explain_node(context, &out->node);
	return note(session, err, seq);
}

static void read_target(void *ctx, const struct intake_target *ask, const struct plan_target *present,
	struct intake_target_result *out)
{
	intake_target_read(((struct desk_session *)ctx)->context->plan, ask, present, out);
}

static enum err save_target(void *ctx, const struct intake_target *ask, const struct plan_target *present,
	struct intake_target_result *out)
{
	struct desk_session *session = ctx;
	struct context *context = session->context;
	struct ledger_op op = op_make(context, "target", "");
	int64_t seq = 0;
	intake_target_read(context->plan, ask, present, out);
	enum err err = intake_target_save(context->store, context->plan, &op, out, &seq);
	if (err == ERR_CONFLICT)
		err = conflict_explain_target(context, &out->after);
	err = note(session, err, seq);
	if (err == ERR_OK && seq != 0)
		err = store_read_targets(context->store, context->plan);
	return err;
}

static struct context *context_of(void *ctx)
{
	return ((struct desk_session *)ctx)->context;
}

static enum err step(void *ctx, const struct desk_step *ask, struct desk_answer *out)
{
	return desk_report_step(context_of(ctx), ask, out);
}

static enum err explain(void *ctx, const struct explanation *of, int len, struct desk_answer *out)
{
	return desk_report_explain(context_of(ctx), of, len, out);
}

static enum err propose(void *ctx, const struct correction *ask, struct desk_answer *out)
{
	return desk_report_propose(context_of(ctx), ask, out);
}

static enum err decide(void *ctx, int64_t id, bool accept, const char *why, struct desk_answer *out)
{
	return desk_report_decide(context_of(ctx), id, accept, why, out);
}

static enum err issue(void *ctx, struct bulletin *bulletin, struct desk_answer *out)
{
	return issue_answer(context_of(ctx), bulletin, out);
}

static enum err get_operator(void *ctx, struct operator *out)
{
	return desk_report_get_operator(context_of(ctx), out);
}

static enum err put_operator(void *ctx, const struct operator *who, struct desk_answer *out)
{
	return desk_report_put_operator(context_of(ctx), who, out);
}

static enum err undo(void *ctx, const char **what)
{
	return undo_back(((struct desk_session *)ctx)->undo, what);
}

static enum err redo(void *ctx, const char **what)
{
	return undo_again(((struct desk_session *)ctx)->undo, what);
}

static void keep_draft(void *ctx, const struct desk_draft *typed)
{
	struct desk_session *session = ctx;
	const struct plan *plan = session->context->plan;
	struct draft draft;
	if (session->drafts == NULL)
		return;
	if (typed == NULL || typed->text[0] == '\0') {
		drafts_keep(session->drafts, NULL);
		return;
	}
	draft.kind = typed->kind;
	draft.when = typed->when;
	text_format(draft.row, sizeof draft.row, "%s",
		typed->kind == DRAFT_TARGET ? plan->indicators[typed->row].code : plan->elements[typed->row].code);
	text_format(draft.unit, sizeof draft.unit, "%s", plan->units[typed->unit].code);
	text_format(draft.text, sizeof draft.text, "%s", typed->text);
	drafts_keep(session->drafts, &draft);
}

static bool offer_draft(void *ctx, struct desk_draft *out)
{
	struct desk_session *session = ctx;
	const struct plan *plan = session->context->plan;
	const struct draft *offered = &session->offered;
	if (session->drafts == NULL || !drafts_offer(session->drafts, &session->offered))
		return false;
	*out = (struct desk_draft){.kind = offered->kind, .unit = plan_unit_by_code(plan, offered->unit), .when = offered->when,
		.text = offered->text};
	out->row = offered->kind == DRAFT_TARGET ? plan_indicator_by_code(plan, offered->row) : plan_element_by_code(plan, offered->row);
	return out->row != PLAN_NONE && out->unit != PLAN_NONE;
}

static void drop_draft(void *ctx)
{
	struct desk_session *session = ctx;
	if (session->drafts != NULL)
		drafts_drop(session->drafts);
}

enum err desk_new(struct context *context, struct desk_session **out)
{
	struct desk_session *session = calloc(1, sizeof *session);
	if (session == NULL)
		return err_set(ERR_MEMORY, _("out of memory"));
	session->context = context;
	session->desk = (struct desk){.ctx = session, .save = save,
		.read_cell = read_cell, .save_cells = save_cells, .save_stage = save_stage, .save_node = save_node, .undo = undo,
		.redo = redo, .keep_draft = keep_draft, .offer_draft = offer_draft, .drop_draft = drop_draft,
		.read_target = read_target, .save_target = save_target,
		.step = step, .explain = explain, .propose = propose, .decide = decide, .issue = issue, .get_operator = get_operator,
		.put_operator = put_operator};
	enum err err = undo_new(context, &session->undo);
	if (err == ERR_OK && context->scratch == NULL &&
		drafts_new(context->path, &session->drafts) == ERR_MEMORY)
		err = ERR_MEMORY;
	if (err != ERR_OK) {
		desk_free(session);
		return err;
	}
	*out = session;
	return ERR_OK;
}

void desk_free(struct desk_session *session)
{
	if (session == NULL)
		return;
	drafts_free(session->drafts);
	undo_free(session->undo);
	free(session);
}

enum err desk_note(struct desk_session *session, int64_t seq)
{
	return seq != 0 ? undo_note(session->undo, seq) : ERR_OK;
}

const struct desk *desk_of(struct desk_session *session)
{
	return &session->desk;
}
