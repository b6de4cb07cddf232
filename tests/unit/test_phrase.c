// SPDX-License-Identifier: MIT
// A standing in words: every NAME_printed column of the worked examples, in Chinese; and the sentences of glossary.md.
#include <libintl.h>
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "cli/language.h"
#include "core/entry_words.h"
#include "core/i18n.h"
#include "core/phrase.h"
#include "core/text.h"
#include "tests/unit/examples.h"
#include "tests/unit/expect.h"

static char catalogue[4096];

// ------------------------------------------------------------ the worked examples

static const struct {
	const char *column;
	enum phrase_field field;
} printed[] = {
	{"value_printed", PHRASE_VALUE}, {"elapsed_printed", PHRASE_ELAPSED}, {"expected_printed", PHRASE_EXPECTED},
	{"done_printed", PHRASE_DONE}, {"attainment_printed", PHRASE_ATTAINMENT}, {"gap_printed", PHRASE_GAP},
	{"lag_printed", PHRASE_LAG}, {"needed_printed", PHRASE_NEEDED}, {"recent_printed", PHRASE_RECENT},
	{"projected_printed", PHRASE_PROJECTED}, {"year_done_printed", PHRASE_YEAR_DONE}, {"year_lag_printed", PHRASE_YEAR_LAG},
};

static void check_printed(const struct example *example, void *ctx)
{
	static const char *const pace[] = {[PACE_UNKNOWN] = "", [PACE_REACHED] = "达到序时进度", [PACE_NOT_REACHED] = "未达序时进度"};
	const struct standing *s = example->standing;
	char text[PHRASE_LONG];
	(void)ctx;
	for (size_t i = 0; i < sizeof printed / sizeof printed[0]; i++)
		expect_text(example, printed[i].column, phrase_write(example->plan, s, printed[i].field, text, sizeof text));
	assert_string_equal(phrase_write(example->plan, s, PHRASE_PACE, text, sizeof text), pace[s->pace]);
}

static void test_every_printed_column(void **state)
{
	(void)state;
	assert_true(examples_each("tests/data/standing_examples.tsv", check_printed, NULL) == 76);
	expect_done(76 * 12);
}

// The plan's reading is the survey's; of the year's, only the sum's figures are known here.
static void check_rolled_up(const struct example *example, void *ctx)
{
	struct standing s = *example->standing;
	char text[PHRASE_LONG];
	const char *sum = example_cell(example, "sum_printed");
	(void)ctx;
	if (strcmp(example_cell(example, "reading"), "year") == 0)
		return;
	expect_text(example, "value_printed", phrase_write(example->plan, &s, PHRASE_VALUE, text, sizeof text));
	s.value.has = false;
	phrase_write(example->plan, &s, PHRASE_SUM, text, sizeof text);
	if (strlen(text) < strlen(sum) || strcmp(text + strlen(text) - strlen(sum), sum) != 0)
		fail_msg("%s: \"%s\" does not end in \"%s\"", example_cell(example, "case"), text, sum);
}

static void test_rolled_up_figures(void **state)
{
	(void)state;
	assert_true(examples_each("tests/data/rollup_examples.tsv", check_rolled_up, NULL) == 24);
	expect_done(22);      // two are of the year's reading
}

// ------------------------------------------------------------ sentences and rows

static char text_x[] = "x", text_unit[] = "许昌市", text_empty[] = "", text_child[] = "禹州市";
static struct plan_unit units[] = {
	{.code = text_x, .name = text_unit, .short_name = text_unit, .parent = PLAN_NONE},
	{.code = text_x, .name = text_child, .short_name = text_child, .parent = 0},
};
static struct plan_element element;
static struct plan_indicator indicator;
static struct plan plan = {.base_year = 2020, .target_year = 2025, .units = units, .units_len = 2, .elements = &element,
	.elements_len = 1, .indicators = &indicator, .indicators_len = 1};

static struct maybe some(int n, int d)
{
	struct maybe out = {.has = true};
	assert_int_equal(rat_make(n, d, &out.v), ERR_OK);
	return out;
}

static void make_indicator(char *name, char *measure, int decimals, enum plan_formula formula, enum plan_element_kind kind)
{
	element = (struct plan_element){.code = text_x, .name = name, .short_name = name, .measure = measure, .scope = text_empty,
		.kind = kind, .rollup = PLAN_ROLLUP_SUM};
	indicator = (struct plan_indicator){.code = text_x,
		.name = name,
		.short_name = name,
		.measure = measure,
		.kind = PLAN_NUMBER,
		.decimals = decimals,
		.x = 0,
		.y = PLAN_NONE,
		.formula = formula};
}

static void assert_phrase(const struct standing *s, enum phrase_field field, const char *expected)
{
	char text[PHRASE_LONG];
	assert_string_equal(phrase_write(&plan, s, field, text, sizeof text), expected);
}

static char platforms[] = "国家级、省级研发平台", firms[] = "高新技术企业", contracts[] = "技术合同成交额", growth[] = "研发经费投入年均增长",
	a[] = "个", home[] = "家", money[] = "亿元", percent[] = "%", items[] = "项", coverage[] = "研发活动覆盖率";

static void test_judged(void **state)
{
	(void)state;
	make_indicator(platforms, a, 0, PLAN_VALUE, PLAN_STOCK);
	struct standing s = {.target_text = "",
		.period = 202406,
		.value = some(208, 1),
		.accepted = true,
		.value_period = 202406,
		.baseline = some(150, 1),
		.target = some(300, 1),
		.done = some(58, 150),
		.attainment = some(208, 300),
		.gap = some(92, 1),
		.lag = some(470, 15),
		.needed = some(184, 3),
		.recent = some(18, 1),
		.projected = some(235, 1),
		.status = STANDING_CRITICAL,
		.path = STANDING_LINEAR,
		.target_year = 2025,
		.base_year = 2020};
	assert_phrase(&s, PHRASE_SENTENCE, "国家级、省级研发平台截至2024年6月末208个，目标300个，完成率69.3%；目标进度38.7%，"
		"落后序时31.3个百分点，严重滞后。");
	assert_phrase(&s, PHRASE_GAP_SENTENCE, "国家级、省级研发平台截至2024年6月末208个，还差92个，今后年均需增加61.3个；"
		"近一年增加18个，按近一年增量推算2025年235个（推算，非预测）。");
	assert_phrase(&s, PHRASE_VALUE_TARGET, "208/300个");
	assert_phrase(&s, PHRASE_LAG_SHORT, "落后31.3");
	assert_phrase(&s, PHRASE_NEEDED_SHORT, "61.3");
	assert_phrase(&s, PHRASE_RECENT_SHORT, "增18");
	assert_phrase(&s, PHRASE_ROW, "");
	make_indicator(coverage, percent, 1, PLAN_VALUE, PLAN_STOCK);
	assert_phrase(&s, PHRASE_RECENT, "提高18.0个百分点");
	assert_phrase(&s, PHRASE_RECENT_SHORT, "增18.0");             // a column has no room for 个百分点
	make_indicator(platforms, a, 0, PLAN_VALUE, PLAN_STOCK);
	s.unit = 1;
	s.carried = true;
	s.value_period = 202403;
	assert_phrase(&s, PHRASE_SENTENCE, "禹州市国家级、省级研发平台本期未报，沿用截至2024年3月末的208个，目标300个，完成率69.3%；"
		"目标进度38.7%，落后序时31.3个百分点，严重滞后。");
	assert_phrase(&s, PHRASE_DATA_PERIOD, "3月");
}

static void test_without_baseline(void **state)
{
	(void)state;
	make_indicator(firms, home, 0, PLAN_VALUE, PLAN_STOCK);
	struct standing s = {.target_text = "",
		.period = 202312,
		.value = some(470, 1),
		.value_period = 202312,
		.target = some(600, 1),
		.attainment = some(47, 60),
		.gap = some(130, 1),
		.needed = some(65, 1),
		.status = STANDING_NO_BASE,
		.path = STANDING_YEARLY,
		.base_year = 2020,
		.qualifier = NUM_ABOVE,
		.elapsed = some(3, 5)};
	assert_phrase(&s, PHRASE_SENTENCE, "高新技术企业截至2023年末突破470家，还差130家，完成率78.3%；缺基期（2020年数未公布），暂不判定。");
	assert_phrase(&s, PHRASE_LAG_SHORT, "完成率78.3%");
	assert_phrase(&s, PHRASE_VALUE_TARGET, "~突破470/600家");      // readers do not see it yet
	s.accepted = true;
	assert_phrase(&s, PHRASE_VALUE_TARGET, "突破470/600家");
	make_indicator(coverage, percent, 1, PLAN_VALUE, PLAN_STOCK);
	s = (struct standing){.target_text = "",
		.period = 202312,
		.value = some(49, 1),
		.value_period = 202312,
		.target = some(100, 1),
		.elapsed = some(3, 5),
		.lag = some(11, 1),
		.proven_lag = true,
		.status = STANDING_BEHIND,
		.path = STANDING_LINEAR};
	assert_phrase(&s, PHRASE_SENTENCE, "研发活动覆盖率截至2023年末49.0%，时间进度60.0%，至少落后11.0个百分点，滞后。");
}

static void test_growth_and_end(void **state)
{
	(void)state;
	make_indicator(growth, percent, 1, PLAN_GROWTH, PLAN_FLOW);
	struct standing s = {.target_text = "",
		.period = 202312,
		.value = some(1413, 100),
		.value_period = 202312,
		.target = some(21, 1),
		.gap = some(687, 100),
		.lag = some(18, 1),
		.needed = some(3208, 100),
		.status = STANDING_BEHIND,
		.path = STANDING_GROWTH,
		.base_year = 2020};
	assert_phrase(&s, PHRASE_SENTENCE, "2021—2023年研发经费投入年均增长14.1%，低于目标6.9个百分点，今后年均需增长32.1%，滞后。");
	assert_phrase(&s, PHRASE_LAG_SHORT, "低于目标6.9");
	assert_phrase(&s, PHRASE_NEEDED_SHORT, "32.1%");
	make_indicator(firms, home, 0, PLAN_VALUE, PLAN_STOCK);
	s = (struct standing){.target_text = "",
		.period = 202512,
		.value = some(576, 1),
		.value_period = 202512,
		.target = some(600, 1),
		.attainment = some(96, 100),
		.gap = some(24, 1),
		.lag = some(4, 1),
		.done = some(9, 10),
		.status = STANDING_MISSED,
		.ended = true,
		.path = STANDING_LINEAR};
	assert_phrase(&s, PHRASE_SENTENCE, "高新技术企业截至2025年末576家，完成率96.0%，还差24家，未完成。");
}

static void test_not_judged(void **state)
{
	(void)state;
	make_indicator(contracts, money, 2, PLAN_VALUE, PLAN_FLOW);
	struct standing s = {.target_text = "",
		.period = 202406,
		.target = some(20, 1),
		.sum = some(676, 100),
		.sum_period = 202406,
		.reported = 9,
		.due = 10,
		.missing_len = 1,
		.missing = {{1, PLAN_NONE, PLAN_NONE, 0}},
		.status = STANDING_NO_DATA,
		.reason = STANDING_PARTIAL};
	assert_phrase(&s, PHRASE_SENTENCE, "技术合同成交额2024年1—6月已报9家合计6.76亿元，缺禹州市，暂不判定。");
	assert_phrase(&s, PHRASE_ROW, "已报9家合计6.76亿元 暂不判定:已报9/10家");
	assert_phrase(&s, PHRASE_STATUS, "暂不判定");
	s.missing_len = 10;
	for (int i = 1; i < STANDING_MISSING_MAX; i++)
		s.missing[i] = (struct standing_missing){PLAN_NONE, 0, PLAN_NONE, 0};
	s.reported = s.due = 0;
	assert_phrase(&s, PHRASE_REASON, "缺禹州市、技术合同成交额等10个");
	s = (struct standing){
		.target_text = "", .period = 202412, .target = some(20, 1), .status = STANDING_NO_DATA, .reason = STANDING_NONE};
	assert_phrase(&s, PHRASE_SENTENCE, "技术合同成交额：未报。");
	assert_phrase(&s, PHRASE_ROW, "未报;目标20亿元");
	assert_phrase(&s, PHRASE_STATUS, "未报");
	s = (struct standing){.target_text = "",
		.period = 202412,
		.target = some(20, 1),
		.value = some(3, 1),
		.accepted = true,
		.value_period = 202112,
		.status = STANDING_NO_DATA,
		.reason = STANDING_STALE};
	assert_phrase(&s, PHRASE_SENTENCE, "技术合同成交额2021年3.00亿元：数据过旧，暂不判定。");
	assert_phrase(&s, PHRASE_ROW, "3.00/20亿元(2021年) 暂不判定:数据过旧");
	assert_phrase(&s, PHRASE_LAG_SHORT, "数据过旧");
	s = (struct standing){.target_text = "",
		.period = 202312,
		.status = STANDING_NO_DATA,
		.reason = STANDING_NO_BASE_YEAR_FIGURE,
		.base_year = 2020};
	assert_phrase(&s, PHRASE_REASON, "缺2020年数");
}

static void test_comparisons(void **state)
{
	(void)state;
	make_indicator(firms, items, 0, PLAN_FASTER, PLAN_STOCK);
	indicator.kind = PLAN_COMPARISON;
	struct standing s = {.target_text = "", .value = some(7, 1), .reported = 7, .due = 9, .status = STANDING_NO_DATA,
		.reason = STANDING_NOT_COMPARABLE};
	assert_phrase(&s, PHRASE_ROW, "暂不判定:9项中7项可比,均快于全省");
	assert_phrase(&s, PHRASE_SENTENCE, "高新技术企业：9项中7项可比，均快于全省；2项全省数未公布，暂不判定。");
	indicator.formula = PLAN_HIGHER;
	s.value = some(4, 1);
	s.status = STANDING_BEHIND;
	assert_phrase(&s, PHRASE_ROW, "9项中7项可比,3项不高于全省");
	s.status = STANDING_MET;
	assert_phrase(&s, PHRASE_STATUS, "高于全省平均");
	indicator.kind = PLAN_POSITION;
	s = (struct standing){.target_text = "前列",
		.value = some(5, 1),
		.value_period = 202312,
		.period = 202312,
		.status = STANDING_NO_TARGET};
	assert_phrase(&s, PHRASE_ROW, "2023年居第5位;目标“前列”无数字");
	units[1].compare = true;                 // only a plan that compares with the province says among whom
	assert_phrase(&s, PHRASE_ROW, "2023年居全省第5位;目标“前列”无数字");
	units[1].compare = false;
}

static void test_stages(void **state)
{
	(void)state;
	make_indicator(firms, percent, 0, PLAN_VALUE, PLAN_STAGE);
	indicator.kind = PLAN_STAGES;
	struct standing s = {.target_text = "",
		.is_stage = true,
		.has_stage = true,
		.stage = STAGE_UNDER_WAY,
		.nodes = 4,
		.nodes_done = 2,
		.next_planned = 202412,
		.status = STANDING_ON_TRACK};
	assert_phrase(&s, PHRASE_ROW, "推进中 2/4 2024-12");
	s.nodes_overdue = 1;
	s.overdue_days = 99;
	s.status = STANDING_BEHIND;
	strcpy(s.overdue_name, "申报");
	assert_phrase(&s, PHRASE_ROW, "推进中 2/4 逾期99天");
	assert_phrase(&s, PHRASE_SENTENCE, "高新技术企业：“申报”逾期99天，滞后。");
	s = (struct standing){.target_text = "", .is_stage = true, .status = STANDING_NO_DATA, .reason = STANDING_NONE};
	assert_phrase(&s, PHRASE_ROW, "未报");
	s = (struct standing){.target_text = "", .is_stage = true, .stage_counts = {1, 0, 4}, .status = STANDING_ON_TRACK};
	assert_phrase(&s, PHRASE_ROW, "未启动1 已完成4");
	s = (struct standing){.target_text = "",
		.is_stage = true,
		.has_stage = true,
		.stage = STAGE_DONE,
		.status = STANDING_MET,
		.ended = true};
	assert_phrase(&s, PHRASE_STATUS, "已完成");
}

static void test_year(void **state)
{
	(void)state;
	make_indicator(contracts, money, 2, PLAN_VALUE, PLAN_FLOW);
	struct standing s = {.target_text = "",
		.unit = 1,
		.period = 202406,
		.year = {.has = true,
			.period = 202406,
			.ytd = some(21, 100),
			.target = some(101, 100),
			.done = some(21, 101),
			.lag = some(292, 10),
			.last_share = some(45, 100)}};
	assert_phrase(&s, PHRASE_YEAR_SENTENCE, "2024年1—6月禹州市技术合同成交额0.21亿元，完成年度目标1.01亿元的20.8%，"
		"落后序时29.2个百分点；上年同期完成全年的45.0%。");
}

static void test_short_words_are_short(void **state)
{
	(void)state;
	for (int i = 0; i < STANDING_STATUSES; i++)
		assert_true(text_cells(phrase_status((enum standing_status)i, true)) <= 8);
}

// Of 8 cells, as the form has on 80: never more than there is room for, never more than it is.
static void test_differences_fit(void **state)
{
	static const struct { const char *now, *before; int cells; const char *words; } cases[] = {
		{ "58.00", "26.80", 8, "增31.20" }, { "1.12", "1.12", 8, "持平" }, { "2150.00", "0.55", 0, "增2149.45" },
		{ "2150.00", "0.55", 8, "增2149余" }, { "11200.00", "0.55", 8, "增1万余" }, { "10000.55", "0.55", 8, "增10000" },
		{ "0.55", "2150.00", 8, "减2149余" }, { "199999", "0.01", 8, "增19万余" }, { "340000.55", "0.55", 8, "增340000" },
		{ "12000000.5", "0.5", 8, "增1200万" }, { "12345000000", "1", 12, "增123亿余" }, { "99900000000", "-99900000000", 6, "增幅过大" },
	};
	struct plan_element priced = { .decimals = 2, .measure = (char *)"亿元" };
	const struct plan small = { .elements = &priced, .elements_len = 1 };
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct entry now = { .kind = ENTRY_VALUE, .change = 1 }, before = now;
		char out[ENTRY_WORDS];
		assert_int_equal(num_parse_plain(cases[i].now, &now.figure), ERR_OK);
		assert_int_equal(num_parse_plain(cases[i].before, &before.figure), ERR_OK);
		assert_string_equal(entry_words_difference(&small, &now, &before, cases[i].cells, out, sizeof out), cases[i].words);
	}
}

// A total restarts in January: the first quarter is no fall from the whole year before it.
static void test_totals_that_begin_anew_have_no_difference(void **state)
{
	static const struct { int now, before; const char *words; } cases[] = {
		{ 202403, 202312, "" }, { 202406, 202403, "增1" }, { 202312, 202309, "增1" }, { 202312, 202212, "增1" },
	};
	struct plan_element total = { .kind = PLAN_FLOW, .measure = (char *)"件" };
	const struct plan small = { .elements = &total, .elements_len = 1 };
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		const struct entry now = { .kind = ENTRY_VALUE, .change = 1, .period = cases[i].now, .figure = 20000 },
			before = { .kind = ENTRY_VALUE, .change = 1, .period = cases[i].before, .figure = 10000 };
		char out[ENTRY_WORDS];
		assert_string_equal(entry_words_difference(&small, &now, &before, 0, out, sizeof out), cases[i].words);
	}
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_printed_column),
		cmocka_unit_test(test_rolled_up_figures),
		cmocka_unit_test(test_judged),
		cmocka_unit_test(test_without_baseline),
		cmocka_unit_test(test_growth_and_end),
		cmocka_unit_test(test_not_judged),
		cmocka_unit_test(test_comparisons),
		cmocka_unit_test(test_stages),
		cmocka_unit_test(test_year),
		cmocka_unit_test(test_short_words_are_short),
		cmocka_unit_test(test_differences_fit),
		cmocka_unit_test(test_totals_that_begin_anew_have_no_difference),
	};
	(void)argc;
	setlocale(LC_ALL, "C.UTF-8");
	setenv("LANGUAGE", "zh_CN", 1);
	snprintf(catalogue, sizeof catalogue, "%.*s/../../share/locale", (int)(strrchr(argv[0], '/') - argv[0]), argv[0]);
	bindtextdomain(I18N_DOMAIN, catalogue);
	snprintf(catalogue, sizeof catalogue, "%.*s/../../share/duibiao/locale", (int)(strrchr(argv[0], '/') - argv[0]), argv[0]);
	language_leave_c(catalogue);
	bind_textdomain_codeset(I18N_DOMAIN, "UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
