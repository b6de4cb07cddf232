// SPDX-License-Identifier: MIT
// See csv_columns.h.
#include "exchange/csv_columns.h"

#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"
#include "core/period.h"
#include "core/text.h"

#define QUOTED 160
#define HEADING 512                      // bytes of one that is looked up; none is longer

// Words of headings; the first of each role is the one that forms use, the codes are those of the format.
static const struct { int role; const char *words; } headings[] = {
	{CSV_FIELD_ELEMENT, "指标"}, {CSV_FIELD_ELEMENT, "element"}, {CSV_FIELD_ELEMENT, "填报指标"}, {CSV_FIELD_ELEMENT, "指标名称"},
	{CSV_FIELD_UNIT, "填报单位"}, {CSV_FIELD_UNIT, "unit"}, {CSV_FIELD_UNIT, "单位"}, {CSV_FIELD_UNIT, "单位名称"},
	{CSV_FIELD_UNIT, "县(市、区)"}, {CSV_FIELD_UNIT, "县市区"}, {CSV_FIELD_UNIT, "地区"},
	{CSV_FIELD_PERIOD, "报告期"}, {CSV_FIELD_PERIOD, "period"}, {CSV_FIELD_PERIOD, "期别"}, {CSV_FIELD_PERIOD, "时期"},
	{CSV_FIELD_VALUE, "本期录入"}, {CSV_FIELD_VALUE, "value"}, {CSV_FIELD_VALUE, "填报数"}, {CSV_FIELD_VALUE, "本期数"},
	{CSV_FIELD_VALUE, "本期"}, {CSV_FIELD_VALUE, "数值"}, {CSV_FIELD_VALUE, "现值"},
	{CSV_FIELD_QUALIFIER, "约数"}, {CSV_FIELD_QUALIFIER, "qualifier"},
	{CSV_FIELD_FINAL, "初步数/核定数"}, {CSV_FIELD_FINAL, "final"},
	{CSV_FIELD_PROMISED, "补报日"}, {CSV_FIELD_PROMISED, "promised"}, {CSV_FIELD_PROMISED, "补报日期"},
	{CSV_FIELD_NOTE, "备注"}, {CSV_FIELD_NOTE, "note"},
	{CSV_FIELD_DOC, "依据文号"}, {CSV_FIELD_DOC, "doc"}, {CSV_FIELD_DOC, "依据"}, {CSV_FIELD_DOC, "文号"}, {CSV_FIELD_DOC, "数据来源"},
	{CSV_ROLE_CODE, "代码"}, {CSV_ROLE_CODE, "code"},
	{CSV_ROLE_COPIED, "同上期"}, {CSV_ROLE_COPIED, "copied"},
	{CSV_ROLE_EXPLANATION, "核实说明"}, {CSV_ROLE_EXPLANATION, "explanation"},
	{CSV_ROLE_PASSED, ""}, {CSV_ROLE_PASSED, "state"}, {CSV_ROLE_PASSED, "状态"}, {CSV_ROLE_PASSED, "序号"},
	{CSV_ROLE_PASSED, "计量单位"}, {CSV_ROLE_PASSED, "计量"}, {CSV_ROLE_PASSED, "口径"}, {CSV_ROLE_PASSED, "上期"},
	{CSV_ROLE_PASSED, "上年同期"}, {CSV_ROLE_PASSED, "较上期"}, {CSV_ROLE_PASSED, "提示"}, {CSV_ROLE_PASSED, "合计"},
	{CSV_ROLE_PASSED, "未导入原因"},
};
static const char format_words[] = "format ";

const char *csv_heading(int role)
{
	for (size_t i = 0; i < sizeof headings / sizeof headings[0]; i++)
		if (headings[i].role == role)
			return headings[i].words;
	return "";
}

// Blanks around it gone, and a colon behind it.
static void trim(const char *text, char out[HEADING])
{
	text_format(out, HEADING, "%s", text + strspn(text, " "));
	for (size_t len = strlen(out); len > 0; len = strlen(out)) {
		size_t last = len >= 3 && strcmp(out + len - 3, "：") == 0 ? 3 : strchr(" :", out[len - 1]) != NULL ? 1 : 0;
		if (last == 0)
			return;
		out[len - last] = '\0';
	}
}

static int role_of(const char *heading)
{
	char half[HEADING];
	text_format(half, sizeof half, "%s", heading);
	text_halve(half);
	for (size_t i = 0; i < sizeof headings / sizeof headings[0]; i++)
		if (strcmp(headings[i].words, half) == 0)
			return headings[i].role;
	return PLAN_NONE;
}

void csv_columns_init(struct csv_columns *columns, const struct plan *plan, const char *name, const struct csv_asked *asked)
{
	*columns = (struct csv_columns){.plan = plan, .name = name, .unit = PLAN_NONE, .asked = {PLAN_NONE, 0}, .wide = CSV_ROLE_PASSED};
	if (asked != NULL)
		columns->asked = *asked;
	columns->unit = columns->asked.unit;
	columns->period = columns->asked.period;
	for (int i = 0; i < CSV_ROLES; i++)
		columns->at[i] = PLAN_NONE;
}

void csv_columns_done(struct csv_columns *columns)
{
	for (int i = 0; i < columns->len; i++)
		free(columns->columns[i].heading);
	free(columns->columns);
	columns->columns = NULL;
	columns->len = 0;
}

// ------------------------------------------------------------ above the heading

typedef enum err about_fn(struct csv_columns *columns, int line, const char *text);

static enum err about_plan(struct csv_columns *columns, int line, const char *text)
{
	char quoted[QUOTED];
	if (strcmp(text, columns->plan->code) == 0 || strcmp(text, columns->plan->title) == 0)
		return ERR_OK;
	return err_set(ERR_INPUT, _("%s line %d: this is a form of another plan (%s); here the plan is %s; open its file and import it there"),
		columns->name, line, text_quote(text, 40, quoted, sizeof quoted), columns->plan->code);
}

static enum err about_unit(struct csv_columns *columns, int line, const char *text)
{
	const struct plan *plan = columns->plan;
	char quoted[QUOTED];
	columns->unit = plan_unit_by_name(plan, text);
	if (columns->unit == PLAN_NONE)
		return err_set(ERR_INPUT, _("%s line %d: there is no unit \"%s\"; give the code or name of one that the plan has"),
			columns->name, line, text_quote(text, 40, quoted, sizeof quoted));
	if (columns->asked.unit == PLAN_NONE || columns->asked.unit == columns->unit)
		return ERR_OK;
	return err_set(ERR_INPUT, _("%s line %d: this is a form of %s, not of %s; choose that unit to import it"), columns->name, line,
		plan->units[columns->unit].name, plan->units[columns->asked.unit].name);
}

static enum err about_period(struct csv_columns *columns, int line, const char *text)
{
	char said[PERIOD_TEXT], asked[PERIOD_TEXT];
	if (period_parse(text, &columns->period) != ERR_OK) {
		text_format(said, sizeof said, "%s", text);
		return err_set(ERR_INPUT, _("%s line %d: \"%s\" is not a period; write 2023Q4, 2023H2, 2023 or 202312"), columns->name, line, said);
	}
	if (columns->asked.period == 0 || columns->asked.period == columns->period)
		return ERR_OK;
	period_format(columns->period, PERIOD_REPORT, said);
	period_format(columns->asked.period, PERIOD_REPORT, asked);
	return err_set(ERR_INPUT, _("%s line %d: this is a form of %s, not of %s; choose that period to import it"), columns->name, line, said, asked);
}

static about_fn *about_of(const char *heading)
{
	int role = role_of(heading);
	if (strcmp(heading, "规划") == 0 || strcmp(heading, "plan") == 0)
		return about_plan;
	return role == CSV_FIELD_UNIT ? about_unit : role == CSV_FIELD_PERIOD ? about_period : NULL;
}

// ------------------------------------------------------------ the heading

static enum err bad_heading(const struct csv_columns *columns, int line, int column, const char *heading)
{
	char quoted[QUOTED];
	return err_set(ERR_INPUT,
		_("%s line %d column %d: \"%s\" is no element, unit or period of this plan and no heading that is known; mend it or take the column out"),
		columns->name, line, column + 1, text_quote(heading, 40, quoted, sizeof quoted));
}

static enum err newer(const struct csv_columns *columns, const char *version)
{
	char quoted[QUOTED];
	return err_set(ERR_INPUT, _("%s was written by a newer program (format %s, here %d); import it with that one"), columns->name,
		text_quote(version, 10, quoted, sizeof quoted), CSV_FORMAT);
}

// The name without its measure: 研发平台(个) is 研发平台.
static void take_off_measure(char heading[HEADING])
{
	char *half = strrchr(heading, '('), *full = strstr(heading, "（");
	char *from = half != NULL ? half : full;
	if (from != NULL && from != heading)
		*from = '\0';
}

static bool find_wide(const struct plan *plan, const char *heading, struct csv_column *out)
{
	int element = plan_element_by_name(plan, heading), unit = plan_unit_by_name(plan, heading);
	*out = (struct csv_column){.role = element != PLAN_NONE ? CSV_WIDE_ELEMENT : CSV_WIDE_UNIT,
		.index = element != PLAN_NONE ? element : unit};
	if (out->index != PLAN_NONE)
		return true;
	out->role = CSV_WIDE_PERIOD;
	return period_parse(heading, &out->index) == ERR_OK;
}

static enum err find_column(struct csv_columns *columns, int line, int at, const char *text)
{
	struct csv_column *column = &columns->columns[at];
	char heading[HEADING];
	trim(text, heading);
	int role = role_of(heading);
	if (strncmp(heading, format_words, sizeof format_words - 1) == 0) {
		const char *version = heading + sizeof format_words - 1;
		if (strlen(version) != 1 || version[0] < '1' || version[0] > '0' + CSV_FORMAT)
			return newer(columns, version);
		role = CSV_ROLE_PASSED;
	}
	if (role != PLAN_NONE) {
		column->role = (enum csv_role)role;
		return ERR_OK;
	}
	if (find_wide(columns->plan, heading, column))
		return ERR_OK;
	take_off_measure(heading);
	return find_wide(columns->plan, heading, column) ? ERR_OK : bad_heading(columns, line, at, text);
}

static enum err twice(const struct csv_columns *columns, int line, int first, int second)
{
	return err_set(ERR_INPUT, _("%s line %d: columns %d and %d say the same thing; keep one of them"), columns->name, line, first + 1, second + 1);
}

static bool same_wide(const struct csv_column *a, const struct csv_column *b)
{
	return a->role == b->role && a->role > CSV_ROLES && a->index == b->index;
}

// Wide columns are of one sort, and no two columns say the same thing.
static enum err place_column(struct csv_columns *columns, int line, int at)
{
	const struct csv_column *column = &columns->columns[at];
	if (column->role == CSV_ROLE_PASSED)
		return ERR_OK;
	if (column->role < CSV_ROLES) {
		int first = columns->at[column->role];
		columns->at[column->role] = at;
		return first == PLAN_NONE ? ERR_OK : twice(columns, line, first, at);
	}
	if (columns->wide != CSV_ROLE_PASSED && columns->wide != column->role)
		return err_set(ERR_INPUT,
			_("%s line %d column %d: columns of elements, of units and of periods cannot stand in one table; make a table of each"),
			columns->name, line, at + 1);
	columns->wide = column->role;
	for (int i = 0; i < at; i++)
		if (same_wide(&columns->columns[i], column))
			return twice(columns, line, i, at);
	return ERR_OK;
}

// The first column of a wide table often has no heading, or one that says both ways.
static void guess_first(struct csv_columns *columns)
{
	static const enum csv_field rows[] = {[CSV_WIDE_ELEMENT - CSV_WIDE_ELEMENT] = CSV_FIELD_UNIT,
		[CSV_WIDE_UNIT - CSV_WIDE_ELEMENT] = CSV_FIELD_ELEMENT, [CSV_WIDE_PERIOD - CSV_WIDE_ELEMENT] = CSV_FIELD_UNIT};
	if (columns->wide <= CSV_ROLES || columns->columns[0].role != CSV_ROLE_PASSED)
		return;
	enum csv_field field = rows[columns->wide - CSV_WIDE_ELEMENT];
	if (columns->at[field] == PLAN_NONE && (field != CSV_FIELD_ELEMENT || columns->at[CSV_ROLE_CODE] == PLAN_NONE))
		columns->at[field] = 0;
}

// What a cell needs comes from a column, from the headings, or was said above.
static enum err check_whole(const struct csv_columns *columns, int line)
{
	const int *at = columns->at;
	const char *missing = NULL;
	if (columns->wide != CSV_WIDE_ELEMENT && at[CSV_FIELD_ELEMENT] == PLAN_NONE && at[CSV_ROLE_CODE] == PLAN_NONE)
		missing = csv_heading(CSV_FIELD_ELEMENT);
	else if (columns->wide != CSV_WIDE_UNIT && at[CSV_FIELD_UNIT] == PLAN_NONE && columns->unit == PLAN_NONE)
		missing = csv_heading(CSV_FIELD_UNIT);
	else if (columns->wide != CSV_WIDE_PERIOD && at[CSV_FIELD_PERIOD] == PLAN_NONE && columns->period == 0)
		missing = csv_heading(CSV_FIELD_PERIOD);
	else if (columns->wide == CSV_ROLE_PASSED && at[CSV_FIELD_VALUE] == PLAN_NONE)
		missing = csv_heading(CSV_FIELD_VALUE);
	if (missing == NULL)
		return ERR_OK;
	return err_set(ERR_INPUT, _("%s line %d: no column says %s; duibiao form and duibiao export write files to begin with"),
		columns->name, line, missing);
}

static enum err take_heading(struct csv_columns *columns, int line, char **fields, int len)
{
	columns->columns = calloc((size_t)len, sizeof *columns->columns);
	if (columns->columns == NULL)
		return err_set(ERR_MEMORY, "%s", _("no memory"));
	for (int i = 0; i < len; i++) {
		enum err err = find_column(columns, line, i, fields[i]);
		if (err == ERR_OK)
			err = text_dup(fields[i], &columns->columns[i].heading);
		columns->len = i + 1;
		if (err == ERR_OK)
			err = place_column(columns, line, i);
		if (err != ERR_OK)
			return err;
	}
	guess_first(columns);
	return check_whole(columns, line);
}

enum err csv_columns_take(struct csv_columns *columns, int line, char **fields, int len)
{
	char heading[HEADING], said[HEADING];
	int filled = 0;
	for (int i = 0; i < len; i++)
		filled += fields[i][0] != '\0';
	trim(fields[0], heading);
	about_fn *about = filled == 2 && len >= 2 && fields[1][0] != '\0' ? about_of(heading) : NULL;
	if (about != NULL) {
		trim(fields[1], said);
		return about(columns, line, said);
	}
	return filled < 2 ? ERR_OK : take_heading(columns, line, fields, len);
}
