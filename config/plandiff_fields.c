// SPDX-License-Identifier: MIT
// See plandiff.h: the kinds of rows, their fields, and how a field is written for comparison.
#include "config/plandiff.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "core/i18n.h"
#include "core/num.h"

// ------------------------------------------------------------ fields

static void write_text(const struct plan *plan, const void *field, char *out, size_t cap)
{
	const char *text = *(char *const *)field;
	(void)plan;
	snprintf(out, cap, "%s", text != NULL ? text : "");
}

static void write_int(const struct plan *plan, const void *field, char *out, size_t cap)
{
	(void)plan;
	snprintf(out, cap, "%d", *(const int *)field);
}

static void write_bool(const struct plan *plan, const void *field, char *out, size_t cap)
{
	(void)plan;
	snprintf(out, cap, "%s", *(const bool *)field ? "yes" : "no");
}

static void write_number(const struct plan *plan, const void *field, char *out, size_t cap)
{
	char text[NUM_TEXT];
	(void)plan;
	rat_format_short(rat_of_figure(*(const int64_t *)field), 4, NUM_HALF_AWAY, text);
	snprintf(out, cap, "%s", text);
}

static void write_whole(const struct plan *plan, const void *field, char *out, size_t cap)
{
	(void)plan;
	snprintf(out, cap, "%lld", (long long)*(const int64_t *)field);
}

static void write_word(int value, const char *const *words, int len, char *out, size_t cap)
{
	snprintf(out, cap, "%s", value >= 0 && value < len ? words[value] : "");
}
#define WORD_WRITER(name, ...) \
	static void name(const struct plan *plan, const void *field, char *out, size_t cap) \
	{ \
		static const char *const words[] = { __VA_ARGS__ }; \
		(void)plan; \
		write_word(*(const int *)field, words, (int)(sizeof words / sizeof words[0]), out, cap); \
	}
WORD_WRITER(write_kind, "", "stock", "flow", "stage", "published")
WORD_WRITER(write_rollup, "none", "sum", "mean")
WORD_WRITER(write_applies, "each", "root", "listed")
WORD_WRITER(write_formula, "", "value", "ratio", "growth", "above", "faster")
WORD_WRITER(write_path, "none", "linear", "compound", "yearly")
WORD_WRITER(write_form, "", "value", "range", "increment", "text")
WORD_WRITER(write_qualifier, "", ">", ">=", "~")

// The code of the row that an index points to.
#define CODE_WRITER(name, array) \
	static void name(const struct plan *plan, const void *field, char *out, size_t cap) \
	{ \
		int at = *(const int *)field; \
		snprintf(out, cap, "%s", at != PLAN_NONE ? plan->array[at].code : ""); \
	}
CODE_WRITER(write_unit, units)
CODE_WRITER(write_dept, depts)
CODE_WRITER(write_outline, outlines)
CODE_WRITER(write_element, elements)
CODE_WRITER(write_indicator, indicators)
CODE_WRITER(write_place, places)

static size_t append(char *out, size_t cap, size_t len, const char *code)
{
	return len < cap ? len + (size_t)snprintf(out + len, cap - len, "%s%s", len > 0 ? " " : "", code) : len;
}

// The field is the list of a whole element or indicator.
static void write_listed(const struct plan *plan, const void *field, char *out, size_t cap)
{
	const struct plan_element *element = field;
	size_t len = 0;
	out[0] = '\0';
	for (int i = 0; i < element->units_len; i++)
		len = append(out, cap, len, plan->units[element->units[i]].code);
}

static void write_compared(const struct plan *plan, const void *field, char *out, size_t cap)
{
	const struct plan_indicator *indicator = field;
	size_t len = 0;
	out[0] = '\0';
	for (int i = 0; i < indicator->compared_len; i++)
		len = append(out, cap, len, plan->indicators[indicator->compared[i]].code);
}

static void write_limits(const struct plan *plan, const void *field, char *out, size_t cap)
{
	const struct plan_element *element = field;
	char low[NUM_TEXT] = "", high[NUM_TEXT] = "";
	if (element->has_low)
		write_number(plan, &element->low, low, sizeof low);
	if (element->has_high)
		write_number(plan, &element->high, high, sizeof high);
	snprintf(out, cap, element->has_low || element->has_high ? "%s..%s" : "%s%s", low, high);
}

static void write_basis(const struct plan *plan, const void *field, char *out, size_t cap)
{
	size_t len = 0;
	(void)field;
	out[0] = '\0';
	for (int i = 0; i < plan->basis_len; i++)
		len = append(out, cap, len, plan->basis[i]);
}

#define FIELD(key, write, type, member) { key, write, offsetof(struct type, member) }
static const struct plandiff_field plan_fields[] = {
	FIELD("title", write_text, plan, title), FIELD("base_year", write_int, plan, base_year),
	FIELD("target_year", write_int, plan, target_year), FIELD("root", write_unit, plan, root),
	FIELD("inferred", write_text, plan, inferred), FIELD("sections", write_int, plan, sections),
	FIELD("source", write_text, plan, source), { "basis", write_basis, 0 }, FIELD("demo", write_bool, plan, demo),
	FIELD("ahead", write_number, plan, threshold.ahead), FIELD("behind", write_number, plan, threshold.behind),
	FIELD("critical", write_number, plan, threshold.critical), FIELD("stale_after", write_int, plan, threshold.stale_after),
};
static const struct plandiff_field dept_fields[] = { FIELD("name", write_text, plan_dept, name) };
static const struct plandiff_field unit_fields[] = {
	FIELD("name", write_text, plan_unit, name), FIELD("short", write_text, plan_unit, short_name),
	FIELD("parent", write_unit, plan_unit, parent), FIELD("compare", write_bool, plan_unit, compare),
	FIELD("from", write_int, plan_unit, from), FIELD("to", write_int, plan_unit, to),
	FIELD("successor", write_unit, plan_unit, successor),
};
static const struct plandiff_field outline_fields[] = {
	FIELD("number", write_text, plan_outline, number), FIELD("title", write_text, plan_outline, title),
	FIELD("parent", write_outline, plan_outline, parent), FIELD("body", write_text, plan_outline, body),
};
static const struct plandiff_field element_fields[] = {
	FIELD("name", write_text, plan_element, name), FIELD("short", write_text, plan_element, short_name),
	FIELD("scope", write_text, plan_element, scope), FIELD("measure", write_text, plan_element, measure),
	FIELD("decimals", write_int, plan_element, decimals), FIELD("kind", write_kind, plan_element, kind),
	FIELD("every", write_int, plan_element, months), FIELD("owner", write_dept, plan_element, owner),
	FIELD("due", write_text, plan_element, due), FIELD("rollup", write_rollup, plan_element, rollup),
	FIELD("applies", write_applies, plan_element, applies), { "units", write_listed, 0 }, { "low..high", write_limits, 0 },
	FIELD("retired", write_int, plan_element, retired),
};
static const struct plandiff_field indicator_fields[] = {
	FIELD("name", write_text, plan_indicator, name), FIELD("short", write_text, plan_indicator, short_name),
	FIELD("brief", write_text, plan_indicator, brief), FIELD("measure", write_text, plan_indicator, measure),
	FIELD("scope", write_text, plan_indicator, scope), FIELD("inferred", write_text, plan_indicator, inferred),
	FIELD("formula", write_formula, plan_indicator, formula), FIELD("formula x", write_element, plan_indicator, x),
	FIELD("formula y", write_element, plan_indicator, y), FIELD("formula scale", write_whole, plan_indicator, scale),
	{ "formula list", write_compared, 0 }, FIELD("decimals", write_int, plan_indicator, decimals),
	FIELD("down", write_bool, plan_indicator, down), FIELD("path", write_path, plan_indicator, path),
};
static const struct plandiff_field place_fields[] = {
	FIELD("words", write_text, plan_place, words), FIELD("chapter", write_outline, plan_place, outline),
	FIELD("also", write_outline, plan_place, also), FIELD("ours", write_bool, plan_place, ours),
	FIELD("indicator", write_indicator, plan_place, indicator), FIELD("same_as", write_place, plan_place, same_as),
	FIELD("same_inferred", write_bool, plan_place, same_inferred),
};
static const struct plandiff_field target_fields[] = {
	FIELD("form", write_form, plan_target, form), FIELD("figure", write_number, plan_target, figure),
	FIELD("high", write_number, plan_target, high), FIELD("qualifier", write_qualifier, plan_target, qualifier),
	FIELD("words", write_text, plan_target, text), FIELD("doc", write_text, plan_target, doc),
};
static const struct plandiff_field rule_fields[] = {
	FIELD("if", write_text, plan_rule, lhs), FIELD("if", write_text, plan_rule, op), FIELD("if", write_text, plan_rule, rhs),
	FIELD("level hard", write_bool, plan_rule, hard), FIELD("text", write_text, plan_rule, text),
};

// ------------------------------------------------------------ rows

static const void *plan_rows(const struct plan *plan, int *len)
{
	*len = 1;
	return plan;
}
static const void *dept_rows(const struct plan *plan, int *len)
{
	*len = plan->depts_len - 1;          // the reporting unit itself is in no plan file
	return plan->depts + 1;
}
#define ROWS(name, array) \
	static const void *name(const struct plan *plan, int *len) \
	{ \
		*len = plan->array##_len; \
		return plan->array; \
	}
ROWS(unit_rows, units)
ROWS(outline_rows, outlines)
ROWS(element_rows, elements)
ROWS(indicator_rows, indicators)
ROWS(place_rows, places)
ROWS(target_rows, targets)
ROWS(rule_rows, rules)

#define LABEL(name, type) \
	static void name(const struct plan *plan, const void *row, char *out, size_t cap) \
	{ \
		(void)plan; \
		snprintf(out, cap, "%s", ((const struct type *)row)->code); \
	}
LABEL(plan_label, plan)
LABEL(dept_label, plan_dept)
LABEL(unit_label, plan_unit)
LABEL(outline_label, plan_outline)
LABEL(element_label, plan_element)
LABEL(indicator_label, plan_indicator)
LABEL(place_label, plan_place)
LABEL(rule_label, plan_rule)

static void target_label(const struct plan *plan, const void *row, char *out, size_t cap)
{
	static const char *const kinds[] = { "baseline", "target", "annual" };
	const struct plan_target *target = row;
	snprintf(out, cap, "%s %s %s.%d", plan->indicators[target->indicator].code, plan->units[target->unit].code,
		kinds[target->kind], target->year);
}

#define TITLE(name, type, member) \
	static const char *name(const void *row) \
	{ \
		const char *text = ((const struct type *)row)->member; \
		return text != NULL ? text : ""; \
	}
TITLE(plan_title, plan, title)
TITLE(dept_title, plan_dept, name)
TITLE(unit_title, plan_unit, name)
TITLE(outline_title, plan_outline, title)
TITLE(element_title, plan_element, name)
TITLE(indicator_title, plan_indicator, name)
TITLE(place_title, plan_place, words)
TITLE(target_title, plan_target, text)
TITLE(rule_title, plan_rule, text)

static bool never_keyed(const void *row)
{
	(void)row;
	return false;
}

static bool target_keyed(const void *row)
{
	return ((const struct plan_target *)row)->keyed;
}

#define KIND_KEYED(name, rows, type, label, title, fields, keyed) \
	{ name, rows, sizeof(struct type), label, title, fields, (int)(sizeof fields / sizeof fields[0]), keyed }
#define KIND(name, rows, type, label, title, fields) KIND_KEYED(name, rows, type, label, title, fields, never_keyed)
const struct plandiff_kind plandiff_kinds[] = {
	KIND(N_("plan"), plan_rows, plan, plan_label, plan_title, plan_fields),
	KIND(N_("department"), dept_rows, plan_dept, dept_label, dept_title, dept_fields),
	KIND(N_("unit"), unit_rows, plan_unit, unit_label, unit_title, unit_fields),
	KIND(N_("part, chapter or section"), outline_rows, plan_outline, outline_label, outline_title, outline_fields),
	KIND(N_("element"), element_rows, plan_element, element_label, element_title, element_fields),
	KIND(N_("indicator"), indicator_rows, plan_indicator, indicator_label, indicator_title, indicator_fields),
	KIND(N_("row of the document"), place_rows, plan_place, place_label, place_title, place_fields),
	KIND_KEYED(N_("target"), target_rows, plan_target, target_label, target_title, target_fields, target_keyed),
	KIND(N_("rule"), rule_rows, plan_rule, rule_label, rule_title, rule_fields),
};
const int plandiff_kinds_len = (int)(sizeof plandiff_kinds / sizeof plandiff_kinds[0]);
