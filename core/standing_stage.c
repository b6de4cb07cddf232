// SPDX-License-Identifier: MIT
// Stages: milestones, projects and tasks (arithmetic.md, "Stages"). Judged by their nodes, else by a percent on the straight
// line from 0 to 100, else told and not judged.
#include "core/standing_part.h"

#include "core/period.h"
#include "core/text.h"

#define CRITICAL_DAYS 180

// ------------------------------------------------------------ nodes

// Days since the end of the planned month; 0: not overdue.
static int days_late(const struct node *node, int asked, int today)
{
	int until = period_last_day(asked);
	if (node->planned == 0)
		return 0;
	int days = period_days_between(period_last_day(node->planned), today < until ? today : until);
	return days > 0 ? days : 0;
}

void standing_take_node(struct standing_slip *slip, const struct node *node, int asked, int today)
{
	slip->nodes++;
	if (node->done != 0 && node->done <= asked) {
		slip->done++;
		return;
	}
	int days = days_late(node, asked, today);
	slip->overdue += days > 0;
	if (days > slip->days) {
		slip->days = days;
		text_format(slip->name, sizeof slip->name, "%s", node->name);
	}
	if (days == 0 && node->planned != 0 && (slip->next == 0 || node->planned < slip->next))
		slip->next = node->planned;
}

static void join_nodes(struct standing_slip *total, const struct standing_slip *part)
{
	total->nodes += part->nodes;
	total->done += part->done;
	total->overdue += part->overdue;
	if (part->days > total->days) {
		total->days = part->days;
		text_format(total->name, sizeof total->name, "%s", part->name);
	}
	if (part->next != 0 && (total->next == 0 || part->next < total->next))
		total->next = part->next;
}

void standing_join_slip(struct standing_slip *total, const struct standing_slip *part)
{
	bool first = total->units == 0;
	join_nodes(total, part);
	total->all_done = (first || total->all_done) && part->has_word && part->stage == STAGE_DONE;
	total->final = (first || total->final) && part->final;
	total->accepted = (first || total->accepted) && part->accepted;
	total->units++;
	if (!part->has_word)
		return;
	total->words++;
	total->counts[part->stage]++;
	total->has_word = true;
	if (part->period > total->period)
		total->period = part->period;
}

// ------------------------------------------------------------ judging

static void put_slip(const struct standing_slip *slip, bool several, struct standing *out)
{
	bool known = slip->has_word || slip->nodes > 0;
	out->is_stage = true;
	out->has_stage = slip->has_word && !several;
	out->stage = slip->stage;
	out->nodes = slip->nodes;
	out->nodes_done = slip->done;
	out->nodes_overdue = slip->overdue;
	out->overdue_days = slip->days;
	out->next_planned = slip->next;
	text_format(out->overdue_name, sizeof out->overdue_name, "%s", slip->name);
	out->value_period = slip->period;
	out->final = slip->final;
	out->accepted = slip->accepted;
	out->source = !known ? STANDING_SOURCE_NONE : several ? STANDING_SUM : STANDING_OWN;
	if (several) {
		out->due = slip->units;
		out->reported = slip->words;
		for (int i = 0; i < 3; i++)
			out->stage_counts[i] = slip->counts[i];
	} else {
		out->value = slip->percent;
	}
}

// What stands without nodes or percent: done, the end, nothing said.
static bool judge_words(const struct standing_facts *facts, const struct standing_slip *slip, bool several, struct standing *out)
{
	bool done = several ? slip->all_done && slip->units > 0 : slip->has_word && slip->stage == STAGE_DONE;
	int end = facts->goal.end;
	out->status = STANDING_NO_DATA;
	out->reason = STANDING_NONE;
	if (!slip->has_word && slip->nodes == 0)
		return true;
	out->reason = STANDING_NO_REASON;
	out->status = STANDING_MET;
	out->ended = slip->has_word && slip->period >= end;
	if (done)
		return true;
	if (facts->asked < end)
		return false;
	out->status = out->ended ? STANDING_MISSED : STANDING_NO_DATA;
	out->reason = out->ended ? STANDING_NO_REASON : STANDING_FINAL_MISSING;
	return true;
}

static enum err judge_percent(struct standing_facts *facts, const struct standing_slip *slip, struct standing *out)
{
	struct standing_goal *goal = &facts->goal;
	goal->baseline = calc_some(rat_of_int(0));
	goal->target = calc_some(rat_of_int(100));
	goal->positive = true;
	goal->points = 1;
	goal->point[0] = (struct standing_point){ goal->end, rat_of_int(100) };
	facts->path = PLAN_LINEAR;
	facts->figure = (struct figure){ .value = slip->percent, .period = slip->period };
	facts->before = slip->before;
	return standing_judge(facts, out);
}

enum err standing_judge_stage(struct standing_facts *facts, const struct standing_slip *slip, bool several, struct standing *out)
{
	if (facts->goal.end == 0)
		facts->goal.end = period_make(facts->plan->target_year, 12);
	put_slip(slip, several, out);
	standing_put_goal(facts, out);
	if (judge_words(facts, slip, several, out))
		return ERR_OK;
	if (slip->overdue > 0)
		out->status = slip->days > CRITICAL_DAYS ? STANDING_CRITICAL : STANDING_BEHIND;
	else if (slip->nodes > 0)
		out->status = STANDING_ON_TRACK;
	else if (out->value.has)
		return judge_percent(facts, slip, out);
	else
		out->status = STANDING_NO_TARGET;
	return ERR_OK;
}
