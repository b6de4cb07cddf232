// SPDX-License-Identifier: MIT
// Which keys a section of each kind may hold, and into which field each is read.
#include "config/planread.h"
#include "config/planfile_values.h"
#include "core/i18n.h"

// What the same key expects wherever it stands.
#define EXPECTS_TEXT N_("a text")
#define EXPECTS_YES N_("yes or no")
#define EXPECTS_UNIT N_("the id of a unit in this file")
#define EXPECTS_PERIOD N_("a period as yyyymm, 202312")
#define EXPECTS_DEPT N_("the id of a department in this file")
#define EXPECTS_OUTLINE N_("the id of a chapter, section or item in this file")
#define EXPECTS_FIGURE N_("a number with at most 4 decimals")
#define EXPECTS_EVERY N_("month, quarter, half or year")
#define EXPECTS_UNITS N_("each, root or ids of units in this file")
#define EXPECTS_DUE N_("a term like 15天后 or 次年9月底")
#define EXPECTS_TARGET N_("a number, >n, >=n, ~n, +n, low..high or the word text")
#define EXPECTS_BASELINE N_("a number")
#define EXPECTS_WORDS N_("the words of the target of that year")
#define EXPECTS_CELLS N_("a short text")

static const struct planread_word every[] = { { "month", 1 }, { "quarter", 3 }, { "half", 6 }, { "year", 12 }, { 0 } };
static const struct planread_word kinds[] = { { "stock", PLAN_STOCK }, { "flow", PLAN_FLOW }, { 0 } };
static const struct planread_word rollups[] = {
	{ "sum", PLAN_ROLLUP_SUM }, { "mean", PLAN_ROLLUP_MEAN }, { "none", PLAN_ROLLUP_NONE }, { 0 }
};
static const struct planread_word paths[] = {
	{ "none", PLAN_PATH_NONE }, { "linear", PLAN_LINEAR }, { "compound", PLAN_COMPOUND }, { "yearly", PLAN_YEARLY }, { 0 }
};
static const struct planread_word directions[] = { { "up", 0 }, { "down", 1 }, { 0 } };
static const struct planread_word levels[] = { { "soft", 0 }, { "hard", 1 }, { 0 } };
static const struct planread_word answers[] = { { "no", 0 }, { "yes", 1 }, { 0 } };

static const struct planread_range one = { 1, 1 }, years = { 1949, 2100 }, sections = { 1, 9999 }, decimals = { 0, 4 },
	times = { 1, 20 };
static const int cells_short = 14, cells_brief = 8, cells_element = 18;

static const struct planread_ref to_unit = { KIND_BIT(KIND_UNIT), PART_UNIT };
static const struct planread_ref to_dept = { KIND_BIT(KIND_DEPT), PART_DEPT };
static const struct planread_ref to_part = { KIND_BIT(KIND_PART), PART_OUTLINE };
static const struct planread_ref to_chapter = { KIND_BIT(KIND_CHAPTER), PART_OUTLINE };
static const struct planread_ref above_item = { KIND_BIT(KIND_CHAPTER) | KIND_BIT(KIND_SECTION), PART_OUTLINE };
static const struct planread_ref to_outline = {
	KIND_BIT(KIND_CHAPTER) | KIND_BIT(KIND_SECTION) | KIND_BIT(KIND_ITEM), PART_OUTLINE
};
static const struct planread_ref to_indicator = { KIND_BIT(KIND_INDICATOR), PART_INDICATOR };

#define PLAN_FIELD(field) PART_PLAN, offsetof(struct plan, field)
#define DEPT_FIELD(field) PART_DEPT, offsetof(struct plan_dept, field)
#define UNIT_FIELD(field) PART_UNIT, offsetof(struct plan_unit, field)
#define OUTLINE_FIELD(field) PART_OUTLINE, offsetof(struct plan_outline, field)
#define ELEMENT_FIELD(field) PART_ELEMENT, offsetof(struct plan_element, field)
#define INDICATOR_FIELD(field) PART_INDICATOR, offsetof(struct plan_indicator, field)
#define PLACE_FIELD(field) PART_PLACE, offsetof(struct plan_place, field)
#define RULE_FIELD(field) PART_RULE, offsetof(struct plan_rule, field)
#define GOAL_FIELD(field) PART_GOAL, offsetof(struct planread_goal, field)

static const struct planread_key plan_keys[] = {
	{ "format", KEY_NEEDED, PART_PLAN, 0, planread_check_range, N_("1, the only format there is"), &one },
	{ "id", KEY_NEEDED, PLAN_FIELD(code), planread_id_text, N_("an id of a-z, 0-9 and _"), NULL },
	{ "title", KEY_NEEDED | KEY_LONG, PLAN_FIELD(title), planread_text, EXPECTS_TEXT, NULL },
	{ "base_year", KEY_NEEDED, PLAN_FIELD(base_year), planread_int, N_("a year from 1949 to 2100"), &years },
	{ "target_year", KEY_NEEDED, PLAN_FIELD(target_year), planread_int, N_("a year from 1949 to 2100"), &years },
	{ "root", KEY_NEEDED, PLAN_FIELD(root), planread_refer, EXPECTS_UNIT, &to_unit },
	{ "inferred", 0, PLAN_FIELD(inferred), planread_inferred, N_("names of keys of this section"), NULL },
	{ "sections", 0, PLAN_FIELD(sections), planread_int, N_("how many sections the document has"), &sections },
	{ "source", KEY_LONG, PLAN_FIELD(source), planread_text, EXPECTS_TEXT, NULL },
	{ "basis", KEY_NUMBERED, PART_PLAN, 0, planread_basis, EXPECTS_TEXT, NULL },
	{ "demo", 0, PLAN_FIELD(demo), planread_bool, EXPECTS_YES, answers },
	{ "ahead", 0, PLAN_FIELD(threshold.ahead), planread_figure, EXPECTS_FIGURE, NULL },
	{ "behind", 0, PLAN_FIELD(threshold.behind), planread_figure, EXPECTS_FIGURE, NULL },
	{ "critical", 0, PLAN_FIELD(threshold.critical), planread_figure, EXPECTS_FIGURE, NULL },
	{ "stale_after", 0, PLAN_FIELD(threshold.stale_after), planread_int, N_("a whole number of intervals, 1 to 20"), &times },
};
static const struct planread_key dept_keys[] = {
	{ "name", KEY_NEEDED, DEPT_FIELD(name), planread_text, EXPECTS_TEXT, NULL },
};
static const struct planread_key unit_keys[] = {
	{ "name", KEY_NEEDED, UNIT_FIELD(name), planread_text, EXPECTS_TEXT, NULL },
	{ "short", 0, UNIT_FIELD(short_name), planread_cells, EXPECTS_CELLS, &cells_brief },
	{ "parent", 0, UNIT_FIELD(parent), planread_refer, EXPECTS_UNIT, &to_unit },
	{ "compare", 0, UNIT_FIELD(compare), planread_bool, EXPECTS_YES, answers },
	{ "from", 0, UNIT_FIELD(from), planread_period, EXPECTS_PERIOD, NULL },
	{ "to", 0, UNIT_FIELD(to), planread_period, EXPECTS_PERIOD, NULL },
	{ "successor", 0, UNIT_FIELD(successor), planread_refer, EXPECTS_UNIT, &to_unit },
};

#define OUTLINE_KEYS \
	{ "number", 0, OUTLINE_FIELD(number), planread_text, EXPECTS_TEXT, NULL }, \
	{ "body", KEY_LONG, OUTLINE_FIELD(body), planread_text, EXPECTS_TEXT, NULL }
#define OUTLINE_TITLE(flags) { "title", flags, OUTLINE_FIELD(title), planread_text, EXPECTS_TEXT, NULL }
static const struct planread_key part_keys[] = { OUTLINE_TITLE(0), OUTLINE_KEYS };
static const struct planread_key chapter_keys[] = {
	OUTLINE_TITLE(KEY_NEEDED), OUTLINE_KEYS,
	{ "part", 0, OUTLINE_FIELD(parent), planread_refer, N_("the id of a part in this file"), &to_part },
};
static const struct planread_key section_keys[] = {
	OUTLINE_TITLE(0), OUTLINE_KEYS,
	{ "parent", KEY_NEEDED, OUTLINE_FIELD(parent), planread_refer, N_("the id of a chapter in this file"), &to_chapter },
};
static const struct planread_key item_keys[] = {
	OUTLINE_TITLE(0), OUTLINE_KEYS,
	{ "parent", KEY_NEEDED, OUTLINE_FIELD(parent), planread_refer,
		N_("the id of a chapter or section in this file"), &above_item },
};

#define FORM_KEYS(every_flag) \
	{ "every", every_flag, ELEMENT_FIELD(months), planread_word, EXPECTS_EVERY, every }, \
	{ "due", 0, ELEMENT_FIELD(due), planread_due, EXPECTS_DUE, NULL }, \
	{ "owner", 0, ELEMENT_FIELD(owner), planread_refer, EXPECTS_DEPT, &to_dept }, \
	{ "units", 0, PART_ELEMENT, 0, planread_units, EXPECTS_UNITS, NULL }, \
	{ "retired", 0, ELEMENT_FIELD(retired), planread_period, EXPECTS_PERIOD, NULL }, \
	{ "scope", KEY_LONG, ELEMENT_FIELD(scope), planread_text, EXPECTS_TEXT, NULL }
static const struct planread_key element_keys[] = {
	{ "name", KEY_NEEDED, ELEMENT_FIELD(name), planread_text, EXPECTS_TEXT, NULL },
	{ "short", 0, ELEMENT_FIELD(short_name), planread_cells, EXPECTS_CELLS, &cells_element },
	{ "measure", KEY_NEEDED, ELEMENT_FIELD(measure), planread_text, EXPECTS_TEXT, NULL },
	{ "decimals", 0, ELEMENT_FIELD(decimals), planread_int, N_("a whole number from 0 to 4"), &decimals },
	{ "kind", KEY_NEEDED, ELEMENT_FIELD(kind), planread_word, N_("stock or flow"), kinds },
	{ "rollup", 0, ELEMENT_FIELD(rollup), planread_word, N_("sum, mean or none"), rollups },
	{ "low", 0, ELEMENT_FIELD(low), planread_low, EXPECTS_FIGURE, NULL },
	{ "high", 0, ELEMENT_FIELD(high), planread_high, EXPECTS_FIGURE, NULL },
	FORM_KEYS(KEY_NEEDED),
};

#define TARGET_KEYS \
	{ "target", KEY_YEARS, PART_GOAL, PLAN_TARGET, planread_target, EXPECTS_TARGET, NULL }, \
	{ "words", KEY_YEARS, PART_GOAL, 0, planread_target_words, EXPECTS_WORDS, NULL }
#define PLACE_KEYS \
	{ "chapter", KEY_NEEDED, PLACE_FIELD(outline), planread_refer, EXPECTS_OUTLINE, &to_outline }, \
	{ "words", KEY_NEEDED | KEY_LONG, PLACE_FIELD(words), planread_text, N_("the document's words"), NULL }, \
	{ "also", 0, PLACE_FIELD(also), planread_refer, EXPECTS_OUTLINE, &to_outline }, \
	{ "ours", 0, PLACE_FIELD(ours), planread_bool, EXPECTS_YES, answers }
#define NAME_KEYS \
	{ "name", 0, INDICATOR_FIELD(name), planread_text, EXPECTS_TEXT, NULL }, \
	{ "short", 0, INDICATOR_FIELD(short_name), planread_cells, EXPECTS_CELLS, &cells_short }, \
	{ "brief", 0, INDICATOR_FIELD(brief), planread_cells, EXPECTS_CELLS, &cells_brief }
static const struct planread_key indicator_keys[] = {
	PLACE_KEYS, NAME_KEYS, TARGET_KEYS,
	{ "measure", 0, INDICATOR_FIELD(measure), planread_text, EXPECTS_TEXT, NULL },
	{ "decimals", 0, INDICATOR_FIELD(decimals), planread_int, N_("a whole number from 0 to 4"), &decimals },
	{ "scope", KEY_LONG, INDICATOR_FIELD(scope), planread_text, EXPECTS_TEXT, NULL },
	{ "formula", KEY_NEEDED, PART_INDICATOR, 0, planread_formula,
		N_("value(x), ratio(x, y, 100), growth(x), above(list) or faster(list)"), NULL },
	{ "direction", 0, INDICATOR_FIELD(down), planread_bool, N_("up or down"), directions },
	{ "path", 0, INDICATOR_FIELD(path), planread_word, N_("linear, compound, yearly or none"), paths },
	{ "inferred", 0, INDICATOR_FIELD(inferred), planread_inferred, N_("names of keys of this section"), NULL },
	{ "baseline", KEY_YEARS, PART_GOAL, PLAN_BASELINE, planread_target, EXPECTS_BASELINE, NULL },
};
static const struct planread_key stage_keys[] = {
	PLACE_KEYS, NAME_KEYS, TARGET_KEYS, FORM_KEYS(0),
	{ "same_as", 0, PLACE_FIELD(same_as), planread_same_as, N_("the id of a row in this file"), NULL },
	{ "same_inferred", 0, PLACE_FIELD(same_inferred), planread_bool, EXPECTS_YES, answers },
};
static const struct planread_key rule_keys[] = {
	{ "if", KEY_NEEDED, PART_RULE, 0, planread_rule,
		N_("a comparison like x <= y, of elements in this file or a number on its right"), NULL },
	{ "level", KEY_NEEDED, RULE_FIELD(hard), planread_bool, N_("hard or soft"), levels },
	{ "text", KEY_NEEDED | KEY_LONG, RULE_FIELD(text), planread_text, EXPECTS_TEXT, NULL },
};
static const struct planread_key target_keys[] = {
	{ "indicator", KEY_NEEDED, GOAL_FIELD(indicator), planread_refer,
		N_("the id of an indicator in this file"), &to_indicator },
	{ "unit", KEY_NEEDED, GOAL_FIELD(unit), planread_refer, EXPECTS_UNIT, &to_unit },
	{ "doc", 0, GOAL_FIELD(doc), planread_text, EXPECTS_TEXT, NULL },
	TARGET_KEYS,
	{ "baseline", KEY_YEARS, PART_GOAL, PLAN_BASELINE, planread_target, EXPECTS_BASELINE, NULL },
	{ "annual", KEY_YEARS, PART_GOAL, PLAN_ANNUAL, planread_target, EXPECTS_BASELINE, NULL },
};

#define KEYS(array) array, (int)(sizeof array / sizeof array[0])
#define NUMBER_PARTS (PART_BIT(PART_PLACE) | PART_BIT(PART_INDICATOR) | PART_BIT(PART_GOAL))
#define STAGE_PARTS (NUMBER_PARTS | PART_BIT(PART_ELEMENT))
const struct planread_kind planread_kinds[KINDS] = {
	[KIND_PLAN] = { "plan", PART_BIT(PART_PLAN), KEYS(plan_keys) },
	[KIND_DEPT] = { "dept", PART_BIT(PART_DEPT), KEYS(dept_keys) },
	[KIND_UNIT] = { "unit", PART_BIT(PART_UNIT), KEYS(unit_keys) },
	[KIND_PART] = { "part", PART_BIT(PART_OUTLINE), KEYS(part_keys) },
	[KIND_CHAPTER] = { "chapter", PART_BIT(PART_OUTLINE), KEYS(chapter_keys) },
	[KIND_SECTION] = { "section", PART_BIT(PART_OUTLINE), KEYS(section_keys) },
	[KIND_ITEM] = { "item", PART_BIT(PART_OUTLINE), KEYS(item_keys) },
	[KIND_ELEMENT] = { "element", PART_BIT(PART_ELEMENT), KEYS(element_keys) },
	[KIND_INDICATOR] = { "indicator", NUMBER_PARTS, KEYS(indicator_keys) },
	[KIND_MILESTONE] = { "milestone", STAGE_PARTS, KEYS(stage_keys) },
	[KIND_PROJECT] = { "project", STAGE_PARTS, KEYS(stage_keys) },
	[KIND_TASK] = { "task", STAGE_PARTS, KEYS(stage_keys) },
	[KIND_RULE] = { "rule", PART_BIT(PART_RULE), KEYS(rule_keys) },
	[KIND_TARGET] = { "target", PART_BIT(PART_GOAL), KEYS(target_keys) },
};
