// SPDX-License-Identifier: MIT
// Each rule of core/check.def on a cell and its past: where it speaks and what it says, and where it is silent.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/check.h"
#include "tests/unit/planbytes.h"

#define ENTRIES 256
#define FOUND 16
#define NOW 202406

static const char plan_text[] =
	"[plan]\nformat = 1\nid = t\ntitle = T\nbase_year = 2020\ntarget_year = 2025\nroot = city\n"
	"[unit.city]\nname = 许昌市\n[unit.wd]\nname = 魏都区\nparent = city\n[unit.cg]\nname = 长葛市\nparent = city\n"
	"[unit.ja]\nname = 建安区\nparent = city\nto = 202312\n[unit.yz]\nname = 禹州市\nparent = city\nto = 202312\n"
	"[chapter.1]\ntitle = A\n"
	"[element.firms]\nname = 企业\nmeasure = 家\nkind = stock\nevery = quarter\nlow = 0\n"
	"[element.big]\nname = 大企业\nmeasure = 家\nkind = stock\nevery = quarter\n"
	"[element.deals]\nname = 成交额\nmeasure = 亿元\ndecimals = 2\nkind = flow\nevery = quarter\nlow = 0\n"
	"[element.people]\nname = 人口\nmeasure = 万人\ndecimals = 1\nkind = stock\nevery = year\nhigh = 1000\nlow = 1\n"
	"[indicator.share]\nchapter = 1\nwords = 比重\nmeasure = %\ndecimals = 1\nformula = ratio(big, firms, 100)\ntarget.2025 = 50\n"
	"[indicator.goal]\nchapter = 1\nwords = 企业目标\nmeasure = 家\nformula = value(firms)\nbaseline.2020 = 260\ntarget.2025 = 600\n"
	"[indicator.turnover]\nchapter = 1\nwords = 成交目标\nmeasure = 亿元\ndecimals = 2\nformula = value(deals)\ntarget.2025 = 20\n"
	"[target.tcg]\nindicator = turnover\nunit = cg\ntarget.2025 = 3\ndoc = 许科〔2022〕31号\n"
	"[milestone.m1]\nchapter = 1\nwords = 事\n"
	"[rule.part]\nif = big <= firms\nlevel = hard\ntext = 大企业不多于企业\n"
	"[rule.paper]\nif = deals = document\nlevel = hard\ntext = 成交额须有依据文号\n"
	"[rule.plenty]\nif = deals < 500\nlevel = soft\ntext = 成交额小于500\n";

static struct plan *plan;
static struct entry entries[ENTRIES];
static int entries_len;
static struct check_finding found[FOUND];
static int found_len;

static enum err read_entry(void *ctx, int element, int unit, int period, struct entry *out)
{
	(void)ctx;
	*out = (struct entry){ .note = "", .doc = "" };
	for (int i = 0; i < entries_len; i++)
		if (entries[i].element == element && entries[i].unit == unit && entries[i].period == period)
			*out = entries[i];
	return ERR_OK;
}
static const struct check_source source = { NULL, read_entry, 20240708 };

static enum err keep(const struct check_finding *finding, void *ctx)
{
	(void)ctx;
	assert_true(found_len < FOUND);
	found[found_len++] = *finding;
	return ERR_OK;
}

static int64_t figure_of(const char *text)
{
	int64_t figure;
	assert_int_equal(num_parse_plain(text, &figure), ERR_OK);
	return figure;
}

static struct entry entry_of(const char *element, const char *unit, int period, const char *figure)
{
	struct entry entry = { .element = plan_element_by_code(plan, element), .unit = plan_unit_by_code(plan, unit), .period = period,
		.kind = ENTRY_VALUE, .figure = figure_of(figure), .note = "", .doc = "", .change = entries_len + 1 };
	return entry;
}

static void put(const char *element, const char *unit, int period, const char *figure)
{
	assert_true(entries_len < ENTRIES);
	entries[entries_len] = entry_of(element, unit, period, figure);
	entries_len++;
}

// FIGURES separated by blanks, the last one step before PERIOD; "-" leaves one out.
static void put_past(const char *element, const char *unit, int period, int months, const char *figures)
{
	char text[512], *at = text;
	snprintf(text, sizeof text, "%s", figures);
	int len = 1, year = period / 100, month = period % 100;
	for (const char *c = text; *c != '\0'; c++)
		len += *c == ' ';
	for (int back = len; back >= 1; back--) {
		int then = year * 12 + month - 1 - back * months;
		char *figure = strtok_r(at, " ", &at);
		if (figure[0] != '-')
			put(element, unit, then / 12 * 100 + then % 12 + 1, figure);
	}
}

static void clear(void)
{
	entries_len = found_len = 0;
}

static void check_entry(const struct entry *entry)
{
	found_len = 0;
	assert_int_equal(check_cell(plan, &source, entry, keep, NULL), ERR_OK);
}

static const struct check_finding *only(const char *rule)
{
	if (found_len != 1 || strcmp(found[0].rule, rule) != 0)
		fail_msg("%d findings, the first %s, not %s", found_len, found_len > 0 ? found[0].rule : "none", rule);
	return &found[0];
}

// ------------------------------------------------------------ a past and a figure

static const struct {
	const char *element, *past;          // oldest first, up to the period before NOW
	const char *figure, *rule, *cure;    // rule NULL: silence
} cells[] = {
	// a level
	{ "firms", "60 62 63 65 66 68", "70", NULL, "" },
	{ "firms", "60 62 63 65 66 68", "700", "slip", "70" },
	{ "firms", "60 62 63 65 66 68", "7", "slip", "70" },
	{ "firms", "60 62 63 65 66 68", "7000", "slip", "70" },
	{ "firms", "60 62 63 65 66 68", "700000", "slip", "70" },
	{ "firms", "60 62 63 65 66 68", "702", "spread", "" },
	{ "firms", "70 71 71 72 73 74", "95", "spread", "" },
	{ "firms", "70 71 71 72 73 76", "97", "swapped", "79" },
	{ "firms", "1 1 2 2 2 3", "15", NULL, "" },                        // under 20
	{ "firms", "1 1 2 2 2 3", "30", "slip", "3" },
	{ "firms", "30 55 32 60 31 58", "33", NULL, "" },                  // goes up and down anyway
	{ "firms", "- - - - - 60", "90", NULL, "" },                       // nothing is known of its spread
	{ "firms", "- - - - - 60", "599", "spread", "" },
	{ "firms", "60 62 63 65 66 68", "64", "drop", "" },
	{ "firms", "60 62 63 61 66 68", "66", NULL, "" },                  // has fallen as much before
	{ "firms", "60 62 63 65 66 200", "199", NULL, "" },                // half a percent
	{ "firms", "", "70", NULL, "" },
	{ "firms", "50 52 53 55 56 56 58 58 58 58", "58", "unchanged", "" },
	{ "firms", "50 50 50 55 55 55 58 58 58 58", "58", NULL, "" },      // stands still now and then
	{ "firms", "5 6 7 8 9 9 9 9 9 9", "9", NULL, "" },
	// year to date: 2021Q2 ... 2024Q1
	{ "deals", "0.45 0.70 1.00 0.25 0.52 0.80 1.20 0.30 0.60 0.95 1.40 0.35", "0.70", NULL, "" },
	{ "deals", "0.45 0.70 1.00 0.25 0.52 0.80 1.20 0.30 0.60 0.95 1.40 0.35", "7.00", "slip", "0.70" },
	{ "deals", "0.45 0.70 1.00 0.25 0.52 0.80 1.20 0.30 0.60 0.95 1.40 0.35", "70", "slip", "0.70" },
	{ "deals", "4.5 7.0 10 2.5 5.2 8.0 12 3.0 6.0 9.5 14 3.5", "70000", "slip", "7.00" },
	{ "deals", "0.45 0.70 1.00 0.25 0.52 0.80 1.20 0.30 0.60 0.95 1.40 0.35", "0.36", "single", "0.71" },
	{ "deals", "0.45 0.70 1.00 0.25 0.52 0.80 1.20 0.30 0.60 0.95 1.40 0.35", "0.34", "falls", "" },
	{ "deals", "0.45 0.70 1.00 0.25 0.52 0.80 1.20 0.30 0.60 0.95 1.40 0.35", "1.10", "spread", "" },
	{ "deals", "0.45 0.70 1.00 0.25 0.52 0.80 1.20 0.30 0.60 0.95 1.40 0.35", "0.35", "unchanged", "" },
	{ "deals", "", "501", "plenty", "" },
	// by itself
	{ "firms", "", "1.5", "decimals", "2" },
	{ "firms", "", "-1", "range", "" },
	{ "big", "", "-1", "sign", "" },
	{ "people", "", "400", "asked", "" },
};

static void test_cells(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof cells / sizeof cells[0]; i++) {
		clear();
		if (cells[i].past[0] != '\0')
			put_past(cells[i].element, "cg", NOW, 3, cells[i].past);
		struct entry entry = entry_of(cells[i].element, "cg", NOW, cells[i].figure);
		check_entry(&entry);
		const char *rule = found_len > 0 ? found[0].rule : "", *cure = found_len > 0 ? found[0].cure : "";
		const char *wanted = cells[i].rule != NULL ? cells[i].rule : "";
		if (strcmp(rule, wanted) != 0 || strcmp(cure, cells[i].cure) != 0)
			fail_msg("%s %s after %s: %s (%s), not %s (%s)", cells[i].element, cells[i].figure, cells[i].past, rule, cure, wanted,
				cells[i].cure);
	}
}

static void test_part_of_whole(void **state)
{
	(void)state;
	clear();
	put("firms", "cg", NOW, "30");
	struct entry entry = entry_of("big", "cg", NOW, "31");
	check_entry(&entry);
	const struct check_finding *finding = only("part");
	assert_int_equal(finding->level, CHECK_HARD);
	assert_int_equal(finding->other, plan_element_by_code(plan, "firms"));
	assert_string_equal(finding->left, "31");
	assert_string_equal(finding->right, "30");
	assert_string_equal(finding->name, "大企业不多于企业");
	put("big", "cg", NOW, "31");                 // from the other side
	entry = entry_of("firms", "cg", NOW, "30");
	check_entry(&entry);
	assert_string_equal(only("part")->left, "30");
	entry = entry_of("firms", "wd", NOW, "30");
	check_entry(&entry);
	assert_int_equal(found_len, 0);
}

static void test_later_month(void **state)
{
	(void)state;
	clear();
	put("deals", "cg", NOW, "0.60");
	struct entry entry = entry_of("deals", "cg", 202403, "0.61");
	check_entry(&entry);
	assert_int_equal(only("falls")->other_period, NOW);
}

// ------------------------------------------------------------ a figure without last year's

static const struct {
	const char *element, *unit;
	struct { const char *unit; int period; const char *figure; } beside[4];
	int period;
	const char *figure, *cure, *why;     // why "": silence
} alone[] = {
	// what the year has brought so far
	{ "deals", "cg", { { "cg", 202403, "0.55" } }, NOW, "11.20", "1.12",
		"it is 10.2 times the 1.10 to be expected after the 0.55 of M1-3; is the point or the measure (亿元 or 万元) wrong?" },
	{ "deals", "cg", { { "cg", 202403, "0.55" } }, NOW, "112", "1.12",
		"it is 101.8 times the 1.10 to be expected after the 0.55 of M1-3; is the point or the measure (亿元 or 万元) wrong?" },
	{ "deals", "cg", { { "cg", 202403, "0.55" } }, NOW, "5.00", "", "" },        // a year that speeds up
	{ "deals", "cg", { { "cg", 202403, "0.03" } }, NOW, "0.60", "", "" },        // too little to go by
	// other years, later ones too
	{ "firms", "cg", { { "cg", 202206, "55" } }, NOW, "700", "70", "it is 12.7 times the 55 of M6 of 2022; is there a digit too many or too few?" },
	{ "firms", "cg", { { "cg", 202506, "80" } }, NOW, "7", "70", "the 80 of M6 of 2025 is 11.4 times as much; is there a digit too many or too few?" },
	{ "firms", "cg", { { "cg", 202206, "55" } }, NOW, "130", "", "" },
	{ "people", "cg", { { "cg", 202112, "70.0" } }, 202312, "700.0", "70.0",
		"it is 10.0 times the 70.0 of M12 of 2021; is the point or the measure (万人 or 人) wrong?" },
	// the unit's own target
	{ "deals", "cg", { { NULL } }, NOW, "11.20", "1.12", "it is 7.5 times the target of 2025, 3.00; is the point or the measure (亿元 or 万元) wrong?" },
	{ "deals", "cg", { { NULL } }, NOW, "1.12", "", "" },
	{ "deals", "cg", { { NULL } }, NOW, "0.01", "", "" },                        // it says nothing of what is little
	// other units
	{ "big", "cg", { { "wd", NOW, "20" } }, NOW, "700", "", "" },               // one is too few
	{ "people", "cg", { { "wd", 202312, "40" }, { "ja", 202312, "80" }, { "yz", 202312, "100" } }, 202312, "970.0", "97.0",
		"it is 9.7 times the 100.0 of 禹州市; is the point or the measure (万人 or 人) wrong?" },
	{ "people", "cg", { { "wd", 202312, "40" }, { "ja", 202312, "80" }, { "yz", 202312, "100" } }, 202312, "5.5", "55.0",
		"the 40.0 of 魏都区 is 7.3 times as much; is the point or the measure (万人 or 人) wrong?" },
	{ "people", "cg", { { "wd", 202312, "40" }, { "ja", 202312, "80" }, { "yz", 202312, "100" } }, 202312, "300", "", "" },
	// what all units are to reach
	{ "firms", "cg", { { NULL } }, NOW, "680", "68",
		"it is 1.1 times the target of 2025, 600 for all units together; is there a digit too many or too few?" },
	{ "firms", "cg", { { NULL } }, NOW, "599", "", "" },
	{ "firms", "city", { { NULL } }, NOW, "5500", "550", "it is 9.2 times the target of 2025, 600; is there a digit too many or too few?" },
	{ "firms", "city", { { NULL } }, NOW, "30", "300", "the baseline of 2020, 260 is 8.7 times as much; is there a digit too many or too few?" },
};

static void test_alone(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof alone / sizeof alone[0]; i++) {
		clear();
		for (int k = 0; k < 4 && alone[i].beside[k].unit != NULL; k++)
			put(alone[i].element, alone[i].beside[k].unit, alone[i].beside[k].period, alone[i].beside[k].figure);
		struct entry entry = entry_of(alone[i].element, alone[i].unit, alone[i].period, alone[i].figure);
		check_entry(&entry);
		if (alone[i].why[0] == '\0') {
			if (found_len > 0)
				fail_msg("%s %s: %s", alone[i].element, alone[i].figure, found[0].why);
			continue;
		}
		const struct check_finding *finding = only("scale");
		assert_string_equal(finding->why, alone[i].why);
		assert_string_equal(finding->cure, alone[i].cure);
	}
}

static void test_words_without_figure(void **state)
{
	(void)state;
	clear();
	struct entry entry = entry_of("firms", "cg", NOW, "0");
	entry.kind = ENTRY_NOT_APPLICABLE;
	check_entry(&entry);
	only("reason");
	entry.note = "无";
	check_entry(&entry);
	assert_int_equal(found_len, 0);
	entry.kind = ENTRY_NOT_REPORTED;
	check_entry(&entry);
	only("promise");
	entry.promised = 20240709;
	check_entry(&entry);
	assert_int_equal(found_len, 0);
}

static void test_sentence(void **state)
{
	(void)state;
	clear();
	put_past("firms", "cg", NOW, 3, "60 62 63 65 66 68");
	struct entry entry = entry_of("firms", "cg", NOW, "700");
	check_entry(&entry);
	const struct check_finding *finding = only("slip");
	assert_string_equal(finding->left, "700");
	assert_string_equal(finding->right, "68");
	assert_int_equal(finding->other_period, 202403);
	assert_string_equal(finding->why, "it is 10.3 times the 68 of last period; is there a digit too many or too few?");
	assert_string_equal(finding->text, "To be explained: 长葛市, 企业, at the end of 2024-06 700家: it is 10.3 times the 68 of last "
		"period; is there a digit too many or too few? If it is true, write an explanation; if not, correct the figure.");
}

// ------------------------------------------------------------ explanations

static void test_explained(void **state)
{
	(void)state;
	struct check_finding finding = { .rule = "slip", .element = 1, .unit = 2, .period = NOW, .about = 7 };
	struct explanation said[] = { { NOW, 2, 1, "spread", "x", 7, 1 }, { NOW, 2, 1, "slip", "x", 6, 2 } };
	assert_false(check_explained(&finding, said, 2));
	said[1].about = 7;
	assert_true(check_explained(&finding, said, 2));
	finding.period = 202403;
	assert_false(check_explained(&finding, said, 2));
}

static void test_table(void **state)
{
	(void)state;
	int len;
	const struct check_rule *rules = check_rules(&len);
	assert_true(len > 10);
	for (int i = 0; i < len; i++) {
		assert_true(rules[i].name[0] != '\0' && rules[i].help[0] != '\0' && strlen(rules[i].id) < CHECK_RULE);
		if (i > 0 && rules[i].level == CHECK_HARD)
			assert_int_equal(rules[i - 1].level, CHECK_HARD);
	}
}

// ------------------------------------------------------------ a report

static void check_owner(const char *unit, int due)
{
	const struct report_key key = { NOW, 0, plan_unit_by_code(plan, unit) };
	found_len = 0;
	assert_int_equal(check_report(plan, &source, &key, due, keep, NULL), ERR_OK);
}

// The day named for a figure that is still to come: past when today is after it.
static void test_late(void **state)
{
	(void)state;
	clear();
	put("firms", "cg", NOW, "0");
	entries[0].kind = ENTRY_NOT_REPORTED;
	entries[0].promised = 20240708;
	check_owner("cg", 20240714);
	assert_int_equal(found_len, 0);
	entries[0].promised = 20240707;
	check_owner("cg", 20240714);
	assert_non_null(strstr(only("late")->text, "2024-07-07, 1 days ago"));
}

static void test_report(void **state)
{
	(void)state;
	clear();
	check_owner("cg", 20240714);
	assert_int_equal(found_len, 0);              // due on the 15th
	check_owner("cg", 20240715);
	assert_int_equal(found_len, 3);              // firms, big, deals; people are asked in December
	for (int i = 0; i < found_len; i++)
		assert_string_equal(found[i].rule, "empty");
	put("firms", "cg", NOW, "30");
	put("big", "cg", NOW, "31");
	put("deals", "cg", NOW, "501");
	entries[0].copied = true;
	entries[2].doc = " ";
	check_owner("cg", 20240715);
	assert_int_equal(found_len, 4);
	assert_string_equal(found[2].rule, "paper");
	entries[2].doc = "许科〔2024〕8号";
	check_owner("cg", 20240715);
	assert_int_equal(found_len, 3);
	assert_string_equal(found[0].rule, "copied");
	assert_string_equal(found[1].rule, "part");
	assert_string_equal(found[2].rule, "plenty");
	assert_int_equal(found[2].level, CHECK_SOFT);
	assert_int_equal(found[2].about, 3);
}

static void test_sums(void **state)
{
	(void)state;
	clear();
	put("firms", "cg", NOW, "30");
	put("firms", "city", NOW, "71");
	put("deals", "cg", NOW, "1.20");
	put("deals", "wd", NOW, "1.30");
	put("deals", "city", NOW, "2.51");           // within rounding
	entries[4].doc = "许统〔2024〕3号";
	check_owner("city", 0);
	assert_int_equal(found_len, 0);              // not all units have reported
	put("firms", "wd", NOW, "40");
	check_owner("city", 0);
	const struct check_finding *finding = only("sum");
	assert_string_equal(finding->left, "71");
	assert_string_equal(finding->right, "70");
	entries[4].figure = figure_of("2.52");
	check_owner("city", 0);
	assert_int_equal(found_len, 2);
}

static void test_published(void **state)
{
	(void)state;
	clear();
	put("big", "city", NOW, "100");
	put("firms", "city", NOW, "300");
	put("share", "city", NOW, "33.4");
	check_owner("city", 0);
	assert_string_equal(only("published")->right, "33.3");
	entries[2].figure = figure_of("33.3");
	check_owner("city", 0);
	assert_int_equal(found_len, 0);
}

static int make_plan(void **state)
{
	(void)state;
	plan = planbytes_parse(plan_text);
	return 0;
}

static int free_plan(void **state)
{
	(void)state;
	plan_free(plan);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_cells), cmocka_unit_test(test_part_of_whole), cmocka_unit_test(test_later_month), cmocka_unit_test(test_alone),
		cmocka_unit_test(test_words_without_figure), cmocka_unit_test(test_sentence), cmocka_unit_test(test_explained),
		cmocka_unit_test(test_table), cmocka_unit_test(test_late), cmocka_unit_test(test_report), cmocka_unit_test(test_sums),
		cmocka_unit_test(test_published),
	};
	return cmocka_run_group_tests(tests, make_plan, free_plan);
}
