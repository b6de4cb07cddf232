// SPDX-License-Identifier: MIT
// See demo_stages.h. Through the gate of core/intake_stage, as what is typed; but in one op, since each is a write to the disk.
#include "cli/demo_stages.h"

#include "cli/op.h"
#include "core/demo_stage.h"
#include "core/intake_stage.h"
#include "core/text.h"

// What stands in the file is Chinese, as the plan is.
static const char *const progress[] = {
	[STAGE_NOT_STARTED] = "",
	[STAGE_UNDER_WAY] = "演示数据:方案已印发,正按节点推进。",
	[STAGE_DONE] = "演示数据:已通过验收。",
};
static const char *const next_step[] = {
	[STAGE_NOT_STARTED] = "演示数据:四季度启动。",
	[STAGE_UNDER_WAY] = "演示数据:抓紧完成下一个节点。",
	[STAGE_DONE] = "演示数据:转入日常管理。",
};
static const char problem_late[] = "演示数据:材料未齐,需市级协调。";
static const char *const node_names[DEMO_STAGE_NODES] = {"方案印发", "申报材料上报", "验收"};
static const char node_document[] = "演示文号〔2023〕3号";

struct putting {
	const struct context *context;
	struct store *store;
	const struct plan *plan;
	int period;
};

static bool is_late(const struct demo_stage *stage, int period)
{
	for (int i = 0; stage->nodes != NULL && i < DEMO_STAGE_NODES && stage->nodes[i].planned != 0; i++)
		if (stage->nodes[i].done == 0 && stage->nodes[i].planned < period)
			return true;
	return false;
}

static enum err put_node(const struct putting *putting, const struct demo_stage *stage, int i)
{
	char planned[16], done[16];
	const struct demo_node *from = &stage->nodes[i];
	const struct intake_node ask = {
		.element = stage->element, .unit = stage->unit, .no = i + 1, .name = node_names[i],
		.planned = text_format(planned, sizeof planned, "%d", from->planned),
		.done = from->done != 0 ? text_format(done, sizeof done, "%d", from->done) : "",
		.doc = from->done != 0 ? node_document : "",
	};
	const struct node none = {.element = stage->element, .unit = stage->unit, .no = i + 1, .name = "", .doc = ""};
	struct intake_node_result result;
	intake_node_read(putting->plan, &ask, &none, putting->context->today, &result);
	if (result.verdict != INTAKE_WRITE)
		return err_set(ERR_INPUT, "%s", result.why);
	return ledger_put_node(putting->store, putting->plan, &result.node, result.saw);
}

static enum err put_stage(const struct demo_stage *stage, void *ctx)
{
	const struct putting *putting = ctx;
	if (stage->period != putting->period)
		return ERR_OK;
	char percent[16] = "";
	const struct intake_stage ask = {
		.element = stage->element, .unit = stage->unit, .period = stage->period, .stage = stage->stage,
		.percent = stage->percent >= 0 ? text_format(percent, sizeof percent, "%d", stage->percent) : "",
		.progress = progress[stage->stage], .next = next_step[stage->stage],
		.problem = is_late(stage, stage->period) ? problem_late : "",
	};
	const struct entry no_entry = {.element = stage->element, .unit = stage->unit, .period = stage->period, .note = "", .doc = ""};
	const struct stage no_stage = {.element = stage->element, .unit = stage->unit, .period = stage->period,
		.progress = "", .problem = "", .next = ""};
	struct intake_stage_result result;
	intake_stage_read(putting->plan, &ask, &no_entry, &no_stage, putting->context->today, &result);
	if (result.verdict != INTAKE_WRITE)
		return err_set(ERR_INPUT, "%s", result.why);
	enum err err = ledger_put_stage(putting->store, putting->plan, &result.entry, &result.stage, 0, 0);
	for (int i = 0; err == ERR_OK && stage->nodes != NULL && i < DEMO_STAGE_NODES && stage->nodes[i].planned != 0; i++)
		err = put_node(putting, stage, i);
	return err;
}

enum err demo_stages_put(const struct context *context, struct store *store, const struct plan *plan, const char *why,
	int period)
{
	struct putting putting = {context, store, plan, period};
	struct ledger_op op = op_make(context, "edit", why);
	int64_t seq = 0;
	enum err err = ledger_begin(store, &op);
	if (err != ERR_OK)
		return err;
	err = demo_stage_each(plan, put_stage, &putting);
	if (err == ERR_OK)
		err = ledger_commit(store, &seq);
	if (err != ERR_OK)
		ledger_rollback(store);
	return err;
}
