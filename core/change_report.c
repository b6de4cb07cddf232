// SPDX-License-Identifier: MIT
// Canonical text of what is kept about the work: reports, explanations, corrections, operators, bulletins (change.h). The fields are the
// columns of the row in this order, what is empty or 0 left out: db/verify reads them so.
#include "core/change_part.h"
#include "core/change.h"

#include "core/check.h"
#include "core/report.h"

#define LENGTH(array) ((int)(sizeof(array) / sizeof(array)[0]))
#define DAY_LAST 99999999

static void number_unless_0(struct change_text *text, const char *name, int64_t value)
{
	if (value != 0)
		change_text_number(text, name, value);
}

static void string_unless_empty(struct change_text *text, const char *name, const char *value)
{
	if (value[0] != '\0')
		change_text_string(text, name, value);
}

void change_text_report(struct change_text *text, const struct report *report)
{
	const struct { const char *name; int64_t value; } numbers[] = {
		{ "due", report->due }, { "first_submitted", report->first_submitted }, { "submitted", report->submitted },
		{ "returned", report->returned }, { "accepted", report->accepted }, { "locked", report->locked },
		{ "upto", report->upto },
	};
	change_text_number(text, "state", report->state);
	for (int i = 0; i < LENGTH(numbers); i++)
		number_unless_0(text, numbers[i].name, numbers[i].value);
	string_unless_empty(text, "sentence", report->sentence);
}

enum err change_report_parse(const char *text, struct report *out, char **buffer)
{
	struct report report = *out;
	int64_t state, due;
	const struct change_field fields[] = {
		{ "state", REPORT_FILLING, REPORT_LOCKED, &state, NULL },
		{ "due", 0, DAY_LAST, &due, NULL },
		{ "first_submitted", 0, INT64_MAX, &report.first_submitted, NULL },
		{ "submitted", 0, INT64_MAX, &report.submitted, NULL },
		{ "returned", 0, INT64_MAX, &report.returned, NULL },
		{ "accepted", 0, INT64_MAX, &report.accepted, NULL },
		{ "locked", 0, INT64_MAX, &report.locked, NULL },
		{ "upto", 0, INT64_MAX, &report.upto, NULL },
		{ "sentence", 0, 0, NULL, &report.sentence },
	};
	enum err err = change_fields_parse(text, fields, LENGTH(fields), buffer);
	if (err != ERR_OK)
		return err;
	report.state = (enum report_state)state;
	report.due = (int)due;
	*out = report;
	return ERR_OK;
}

void change_text_explanation(struct change_text *text, const struct explanation *explanation)
{
	change_text_string(text, "rule", explanation->rule);
	change_text_number(text, "period", explanation->period);
	change_text_number(text, "about", explanation->about);
	change_text_string(text, "text", explanation->text);
}

enum err change_explanation_parse(const char *text, struct explanation *out, char **buffer)
{
	struct explanation explanation = *out;
	int64_t period;
	const struct change_field fields[] = {
		{ "rule", 0, 0, NULL, &explanation.rule },
		{ "period", 0, 999912, &period, NULL },
		{ "about", 0, INT64_MAX, &explanation.about, NULL },
		{ "text", 0, 0, NULL, &explanation.text },
	};
	enum err err = change_fields_parse(text, fields, LENGTH(fields), buffer);
	if (err != ERR_OK)
		return err;
	explanation.period = (int)period;
	*out = explanation;
	return ERR_OK;
}

void change_text_correction(struct change_text *text, const struct correction *correction)
{
	change_text_number(text, "state", correction->state);
	change_text_number(text, "period", correction->period);
	change_text_number(text, "about", correction->about);
	change_text_number(text, "figure", correction->figure);
	change_text_string(text, "reason", correction->reason);
	string_unless_empty(text, "doc", correction->doc);
}

enum err change_correction_parse(const char *text, struct correction *out, char **buffer)
{
	struct correction correction = *out;
	int64_t state, period;
	const struct change_field fields[] = {
		{ "state", CORRECTION_PROPOSED, CORRECTION_REFUSED, &state, NULL },
		{ "period", 0, 999912, &period, NULL },
		{ "about", 0, INT64_MAX, &correction.about, NULL },
		{ "figure", -NUM_LIMIT + 1, NUM_LIMIT - 1, &correction.figure, NULL },
		{ "reason", 0, 0, NULL, &correction.reason },
		{ "doc", 0, 0, NULL, &correction.doc },
	};
	enum err err = change_fields_parse(text, fields, LENGTH(fields), buffer);
	if (err != ERR_OK)
		return err;
	correction.state = (enum correction_state)state;
	correction.period = (int)period;
	*out = correction;
	return ERR_OK;
}

void change_text_operator(struct change_text *text, const struct operator *who, const struct change_ids *ids)
{
	change_text_string(text, "account", who->account);
	change_text_string(text, "name", who->name);
	change_text_number(text, "dept", ids->dept);
	change_text_number(text, "unit", ids->unit);
	change_text_number(text, "role", who->role);
}

enum err change_operator_parse(const char *text, struct operator *out, struct change_ids *ids, char **buffer)
{
	struct operator who = *out;
	int64_t role;
	const struct change_field fields[] = {
		{ "account", 0, 0, NULL, &who.account },
		{ "name", 0, 0, NULL, &who.name },
		{ "dept", 0, INT64_MAX, &ids->dept, NULL },
		{ "unit", 0, INT64_MAX, &ids->unit, NULL },
		{ "role", REPORT_CLERK, REPORT_READER, &role, NULL },
	};
	enum err err = change_fields_parse(text, fields, LENGTH(fields), buffer);
	if (err != ERR_OK)
		return err;
	who.role = (enum report_role)role;
	*out = who;
	return ERR_OK;
}

void change_text_bulletin(struct change_text *text, const struct change_bulletin *row)
{
	change_text_number(text, "year", row->year);
	change_text_number(text, "no", row->no);
	change_text_number(text, "period", row->period);
	change_text_number(text, "unit", row->unit);
	change_text_number(text, "at", row->at);
	change_text_string(text, "title", row->title);
	change_text_string(text, "code", row->code);
	change_text_string(text, "body", row->body);
}

enum err change_bulletin_parse(const char *text, struct change_bulletin *out, char **buffer)
{
	const struct change_field fields[] = {
		{ "year", 1, 9999, &out->year, NULL },
		{ "no", 1, INT32_MAX, &out->no, NULL },
		{ "period", 1, 999912, &out->period, NULL },
		{ "unit", 0, INT64_MAX, &out->unit, NULL },
		{ "at", 0, INT64_MAX, &out->at, NULL },
		{ "title", 0, 0, NULL, &out->title },
		{ "code", 0, 0, NULL, &out->code },
		{ "body", 0, 0, NULL, &out->body },
	};
	return change_fields_parse(text, fields, LENGTH(fields), buffer);
}
