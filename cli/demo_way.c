// SPDX-License-Identifier: MIT
// See demo_way.h. In the order of time, since no op may be older than the one before it; steps go through the desk, so that what
// is refused to anybody is refused here.
#include "cli/demo_way.h"

#include <string.h>

#include "cli/demo_figures.h"
#include "cli/demo_stages.h"
#include "cli/desk_report.h"
#include "cli/op.h"
#include "cli/published.h"
#include "core/demo_rule.h"
#include "core/i18n.h"
#include "core/period.h"
#include "core/report.h"
#include "core/said.h"
#include "core/text.h"

#define NOTE "演示数据"
#define FIRST 202012
#define NOW 202406
#define ALONE 202309                // from here on each owner keys and submits by itself; before, the bureau for all
#define OFFICE 0                    // of people: the bureau's own
#define CHINA (8 * 60 * 60)

static const struct person { const char *name, *owner; enum report_role role; int late; int missed; } people[] = {
	{DEMO_PERSON, "kjj", REPORT_PLANNER, 0, 0}, {"钱一", "tjj", REPORT_CLERK, 0, FIRST}, {"赵六", "wd", REPORT_CLERK, 0, 0},
	{"孙七", "ja", REPORT_CLERK, 202309, 0}, {"李四", "yz", REPORT_CLERK, 202403, 0}, {"王五", "cg", REPORT_CLERK, 0, 0},
	{"周八", "yl", REPORT_CLERK, 0, 0}, {"吴九", "xc", REPORT_CLERK, 0, 0}, {"郑十", "sfq", REPORT_CLERK, 0, 0},
	{"冯一", "jkq", REPORT_CLERK, 0, 0}, {"陈二", "dcq", REPORT_CLERK, 0, 202303}, {"何三", "sbj", REPORT_CLERK, 0, 0},
};
#define PEOPLE ((int)(sizeof people / sizeof people[0]))

void demo_way_at(struct context *context, int day, int time)
{
	context->today = day;
	context->fixed_now = (int64_t)period_days_between(19700101, day) * 86400 + (time / 100 * 60 + time % 100) * 60 - CHINA;
}

// The day of the month after PERIOD.
static int window_day(int period, int day)
{
	return period_add(period, 1) * 100 + day;
}

static enum err sit(struct context *context, const struct person *person)
{
	text_format(context->who, sizeof context->who, "%s", person->name);
	return op_know_operator(context);
}

static struct report_key key_of(const struct plan *plan, const struct person *person, int period)
{
	int unit = plan_unit_by_code(plan, person->owner);
	if (unit != PLAN_NONE)
		return (struct report_key){period, 0, unit};
	struct report_key key = {period, 0, plan->root};
	for (int dept = 1; dept < plan->depts_len; dept++)
		if (strcmp(plan->depts[dept].code, person->owner) == 0)
			key.dept = dept;
	return key;
}

static enum err know_people(struct context *context)
{
	enum err err = ERR_OK;
	for (int i = 0; i < PEOPLE && err == ERR_OK; i++) {
		struct report_key key = key_of(context->plan, &people[i], FIRST);
		const struct operator who = {.name = people[i].name, .dept = key.dept, .unit = key.unit, .role = people[i].role};
		struct desk_answer answer;
		text_format(context->who, sizeof context->who, "%s", people[i].name);
		err = desk_report_put_operator(context, &who, &answer);
		if (err == ERR_OK && !answer.done)
			err = err_set(ERR_INPUT, "%s", answer.text);
	}
	return err;
}

// ------------------------------------------------------------ steps

static enum err take(struct context *context, enum report_step step, const struct report_key *keys, int len)
{
	const struct desk_step ask = {.step = (int)step, .reports = keys, .reports_len = len, .why = ""};
	struct desk_answer answer;
	if (len == 0)
		return ERR_OK;
	enum err err = desk_report_step(context, &ask, &answer);
	return err == ERR_OK && !answer.done ? err_set(ERR_INPUT, "%s", answer.text) : err;
}

#define MOST_SAID 16
struct told { struct explanation said[MOST_SAID]; char rules[MOST_SAID][CHECK_RULE]; int len; };

static enum err tell(const struct check_finding *finding, void *ctx)
{
	struct told *told = ctx;
	if (finding->level != CHECK_SOFT || told->len == MOST_SAID)
		return ERR_OK;
	const char *rule = text_format(told->rules[told->len], CHECK_RULE, "%s", finding->rule);
	told->said[told->len++] = (struct explanation){.period = finding->period, .unit = finding->unit, .element = finding->element,
		.rule = rule, .text = "演示数据:经核实属实。", .about = finding->about};
	return ERR_OK;
}

// What is strange in former years has been explained.
static enum err explain_all(struct context *context, const struct report_key *key)
{
	struct check_store at = {context->store, context->plan, 0};
	const struct check_source source = check_source_of_store(&at);
	const struct report report = {.key = *key};
	struct told told = {.len = 0};
	struct desk_answer answer;
	enum err err = store_begin(context->store);
	if (err != ERR_OK)
		return err;
	err = check_report(context->plan, &source, key, report_due(context->plan, &report, context->today), tell, &told);
	store_end(context->store);
	if (err != ERR_OK || told.len == 0)
		return err;
	err = desk_report_explain(context, told.said, told.len, &answer);
	return err == ERR_OK && !answer.done ? err_set(ERR_INPUT, "%s", answer.text) : err;
}

// What stands in the way is explained, and then it goes.
static enum err submit(struct context *context, const struct report_key *keys, int len)
{
	const struct desk_step ask = {.step = REPORT_SUBMIT, .reports = keys, .reports_len = len, .why = ""};
	struct desk_answer answer;
	enum err err = desk_report_step(context, &ask, &answer);
	if (err != ERR_OK || answer.done || answer.soft == 0)
		return err == ERR_OK && !answer.done ? err_set(ERR_INPUT, "%s", answer.text) : err;
	for (int i = 0; i < len && err == ERR_OK; i++)
		err = explain_all(context, &keys[i]);
	return err == ERR_OK ? take(context, REPORT_SUBMIT, keys, len) : err;
}

// Everybody of whom something was asked and who has not missed it.
static int owners(const struct context *context, int period, struct report_key *out)
{
	int len = 0;
	for (int i = OFFICE + 1; i < PEOPLE; i++) {
		out[len] = key_of(context->plan, &people[i], period);
		if (people[i].missed != period && report_asked(context->plan, &out[len]))
			len++;
	}
	return len;
}

static enum err key_in_alone(struct context *context, int period)
{
	enum err err = ERR_OK;
	for (int i = OFFICE + 1; i < PEOPLE && err == ERR_OK; i++) {
		struct report_key key = key_of(context->plan, &people[i], period);
		demo_way_at(context, window_day(period, 1 + i / 4), 830 + i * 5);
		err = sit(context, &people[i]);
		if (err == ERR_OK)
			err = demo_figures_put(context, &(struct demo_asked){.period = period, .owner = &key});
	}
	return err;
}

// Those in time first.
static enum err submit_alone(struct context *context, int period)
{
	enum err err = ERR_OK;
	for (int turn = 0; turn < 2; turn++)
		for (int i = OFFICE + 1; i < PEOPLE && err == ERR_OK; i++) {
			struct report_key key = key_of(context->plan, &people[i], period);
			bool late = people[i].late == period;
			if (late != (turn == 1) || people[i].missed == period || !report_asked(context->plan, &key))
				continue;
			demo_way_at(context, window_day(period, late ? 12 : 5 + i / 4), 900 + i * 4);
			err = sit(context, &people[i]);
			if (err == ERR_OK)
				err = submit(context, &key, 1);
		}
	return err;
}

// Figures of everybody who does not key in alone, and the tasks.
static enum err put_for_all(struct context *context, int period)
{
	struct report_key alone[PEOPLE];
	for (int i = OFFICE + 1; i < PEOPLE; i++)
		alone[i - OFFICE - 1] = key_of(context->plan, &people[i], period);
	const struct demo_asked asked = {.period = period, .others = alone, .others_len = period < ALONE ? 0 : PEOPLE - OFFICE - 1};
	enum err err = demo_figures_put(context, &asked);
	return err == ERR_OK ? demo_stages_put(context, context->store, context->plan, NOTE, period) : err;
}

static enum err pass(struct context *context, int period)
{
	struct report_key keys[PEOPLE];
	int len = owners(context, period, keys);
	enum err err = sit(context, &people[OFFICE]);
	if (err == ERR_OK && period < ALONE) {
		demo_way_at(context, window_day(period, 9), 1500);
		err = submit(context, keys, len);
	}
	demo_way_at(context, window_day(period, 14), 1010);
	if (err == ERR_OK)
		err = take(context, REPORT_ACCEPT, keys, len);
	demo_way_at(context, window_day(period, 25), 1630);
	return err == ERR_OK ? take(context, REPORT_LOCK, keys, len) : err;
}

static enum err put_period(struct context *context, int period)
{
	demo_way_at(context, window_day(period, 1), 830);
	enum err err = sit(context, &people[OFFICE]);
	if (err == ERR_OK)
		err = put_for_all(context, period);
	if (err == ERR_OK && period >= ALONE)
		err = key_in_alone(context, period);
	if (err == ERR_OK && period >= ALONE && period != NOW)
		err = submit_alone(context, period);
	return err == ERR_OK && period >= FIRST && period != NOW ? pass(context, period) : err;
}

// ------------------------------------------------------------ the half-year that is being reported

enum doing { EXPLAIN, SUBMIT, RETURN, ACCEPT };
static const struct event { int day, time; const char *who, *owner; enum doing what; const char *element, *rule, *text; } events[] = {
	{20240704, 910, "wd", "wd", SUBMIT, NULL, NULL, NULL},
	{20240704, 935, "yl", "yl", SUBMIT, NULL, NULL, NULL},
	{20240704, 1020, "ja", "ja", SUBMIT, NULL, NULL, NULL},
	{20240704, 1115, "jkq", "jkq", SUBMIT, NULL, NULL, NULL},
	{20240704, 1440, "sbj", "sbj", SUBMIT, NULL, NULL, NULL},
	{20240704, 1620, "cg", "cg", EXPLAIN, "contracts", "spread", "演示数据:1家企业6月集中登记1.10亿元。"},
	{20240704, 1625, "cg", "cg", SUBMIT, NULL, NULL, NULL},
	{20240705, 840, "xc", "xc", EXPLAIN, "incubators", "drop", "演示数据:1家孵化器6月被取消备案。"},
	{20240705, 845, "xc", "xc", SUBMIT, NULL, NULL, NULL},
	{20240705, 930, "dcq", "dcq", SUBMIT, NULL, NULL, NULL},
	{20240705, 1510, "kjj", "wd", ACCEPT, NULL, NULL, NULL},
	{20240705, 1512, "kjj", "yl", ACCEPT, NULL, NULL, NULL},
	{20240705, 1514, "kjj", "jkq", ACCEPT, NULL, NULL, NULL},
	{20240705, 1516, "kjj", "sbj", ACCEPT, NULL, NULL, NULL},
	{20240705, 1530, "kjj", "ja", RETURN, "sme_firms", SAID_REVIEW, "演示数据:疑按单季填报,请核对后重报。"},
};

static const struct person *person_of(const char *owner)
{
	for (int i = 0; i < PEOPLE; i++)
		if (strcmp(people[i].owner, owner) == 0)
			return &people[i];
	return &people[OFFICE];
}

static enum err about_cell(const struct context *context, const struct event *event, const struct report_key *key,
	struct explanation *out)
{
	struct entry entry;
	int element = plan_element_by_code(context->plan, event->element);
	enum err err = store_get_entry(context->store, context->plan, element, key->unit, key->period, &entry);
	*out = (struct explanation){.period = key->period, .unit = key->unit, .element = element, .rule = event->rule,
		.text = event->text, .about = entry.change};
	return err;
}

static enum err happen(struct context *context, const struct event *event)
{
	static const enum report_step steps[] = {[SUBMIT] = REPORT_SUBMIT, [RETURN] = REPORT_RETURN, [ACCEPT] = REPORT_ACCEPT};
	struct report_key key = key_of(context->plan, person_of(event->owner), NOW);
	struct explanation cell = {0};
	struct desk_answer answer;
	demo_way_at(context, event->day, event->time);
	enum err err = sit(context, person_of(event->who));
	if (err == ERR_OK && event->element != NULL)
		err = about_cell(context, event, &key, &cell);
	if (err != ERR_OK)
		return err;
	const struct desk_step ask = {.step = (int)steps[event->what], .reports = &key, .reports_len = 1,
		.why = event->what == RETURN ? event->text : ""};
	if (event->element != NULL)
		err = desk_report_explain(context, &cell, 1, &answer);
	if (err == ERR_OK && event->what != EXPLAIN)
		err = desk_report_step(context, &ask, &answer);
	return err == ERR_OK && !answer.done ? err_set(ERR_INPUT, "%s", answer.text) : err;
}

// ------------------------------------------------------------ corrections

static enum err propose(struct context *context, const char *element, const char *owner, int period, int64_t more)
{
	struct report_key key = key_of(context->plan, person_of(owner), period);
	struct correction c = {.element = plan_element_by_code(context->plan, element), .unit = key.unit, .period = period,
		.reason = "演示数据:1项漏登记", .doc = "演示文号〔2024〕5号"};
	struct desk_answer answer;
	struct entry entry;
	enum err err = sit(context, person_of(owner));
	if (err == ERR_OK)
		err = store_get_entry(context->store, context->plan, c.element, c.unit, period, &entry);
	if (err != ERR_OK)
		return err;
	c.old_kind = entry.kind;
	c.old = entry.figure;
	c.figure = entry.figure + more;
	err = desk_report_propose(context, &c, &answer);
	return err == ERR_OK && !answer.done ? err_set(ERR_INPUT, "%s", answer.text) : err;
}

static enum err accept_first(struct context *context)
{
	struct desk_answer answer;
	enum err err = sit(context, &people[OFFICE]);
	if (err == ERR_OK)
		err = desk_report_decide(context, 1, true, "", &answer);
	return err == ERR_OK && !answer.done ? err_set(ERR_INPUT, "%s", answer.text) : err;
}

static enum err correct(struct context *context)
{
	demo_way_at(context, 20240627, 1000);
	enum err err = propose(context, "patents", "wd", 202309, 10000);
	demo_way_at(context, 20240628, 920);
	if (err == ERR_OK)
		err = accept_first(context);
	demo_way_at(context, 20240629, 1640);
	return err == ERR_OK ? propose(context, "contracts", "yl", 202312, 200) : err;
}

// What has been published, in one op.
static enum err put_published(struct context *context)
{
	const struct embed published = embed_published();
	demo_way_at(context, 20240626, 1500);
	enum err err = sit(context, &people[OFFICE]);
	return err == ERR_OK ? published_put_file(context, context->store, context->plan, &published, "公布数") : err;
}

enum err demo_way_put(struct context *context)
{
	enum err err = know_people(context);
	for (int period = 202009; period <= NOW && err == ERR_OK; period = period_add(period, 3)) {
		if (period == NOW)
			err = put_published(context);
		if (err == ERR_OK && period == NOW)
			err = correct(context);
		if (err == ERR_OK)
			err = put_period(context, period);
	}
	for (size_t i = 0; i < sizeof events / sizeof events[0] && err == ERR_OK; i++)
		err = happen(context, &events[i]);
	if (err == ERR_OK)
		err = sit(context, &people[OFFICE]);
	context->today = DEMO_TODAY;
	context->fixed_now = DEMO_NOW;
	return err;
}
