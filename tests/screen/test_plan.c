// SPDX-License-Identifier: MIT
// S8 on the real program: the ten chapters walked through, every row of tests/data/facts.md met under its chapter by its own
// words, and what is inferred or missing said where it would stand. Finding rows, here and in the other lists.
#include <ctype.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "tests/screen/harness.h"
#include "tests/storage/fixture.h"
#include "tests/storage/program.h"

#define CHAPTERS 10
#define READ 65536
#define TALL 90                  // rows that a whole chapter has room in
#define LETTER_AT 1
#define CLASS_AT 3
#define NAMES_AT 12              // cells of the column at 80 columns
#define NAMES_END 46

static struct harness *start(int rows, int cols)
{
	const char *const argv[] = {program_path(), NULL};
	struct harness *h = harness_start(argv, rows, cols);
	harness_wait(h, "登记操作员");                          // of a new file; later
	harness_send(h, "Esc");
	harness_wait(h, "一 开启创新强市建设新征程");
	return h;
}

// ------------------------------------------------------------ what the screen says of a chapter

static void append(char *out, const char *text)
{
	for (size_t len = strlen(out); *text != '\0' && len + 1 < READ; text++)
		if (*text != ' ') {
			out[len++] = *text;
			out[len] = '\0';
		}
}


// A row's cells from FROM to END, without blanks: a wording that goes on in the next line reads as one.
static void read_cells(struct harness *h, int row, int from, int end, char *out)
{
	for (int col = from; col < end; col++)
		append(out, harness_cell(h, row, col).text);
}

// Beneath the heading, above what explains the focused row.
static void find_table(struct harness *h, int *top, int *end)
{
	*top = *end = 2;
	while (*end < harness_rows(h) - 2 && strncmp(harness_row(h, *end), "──", strlen("──")) != 0)
		if (strstr(harness_row(h, (*end)++), "类别") != NULL)
			*top = *end;
}

// The names of the rows that can be seen.
static void read_page(struct harness *h, char *out)
{
	int top, end;
	find_table(h, &top, &end);
	out[0] = '\0';
	for (int row = top; row < end; row++)
		read_cells(h, row, NAMES_AT, NAMES_END, out);
}

static bool is_blank(struct harness *h, int row, int col)
{
	char text = harness_cell(h, row, col).text[0];
	return text == '\0' || text == ' ';
}

// By a letter, and by words or figures in their column. What has no room there, a reason, is on a line of its own.
static bool stands(struct harness *h, int row, int end)
{
	static char words[READ];
	words[0] = '\0';
	read_cells(h, row, NAMES_END, harness_cols(h), words);
	if (is_blank(h, row, LETTER_AT) || words[0] != '\0')
		return !is_blank(h, row, LETTER_AT);
	while (++row < end && is_blank(h, row, CLASS_AT))
		read_cells(h, row, NAMES_AT, harness_cols(h), words);
	return strstr(words, "暂不判定:") != NULL;
}

// Does every row that can be seen say how it stands?
static bool all_stand(struct harness *h)
{
	int top, end;
	find_table(h, &top, &end);
	for (int row = top; row < end; row++)
		if (!is_blank(h, row, CLASS_AT) && !stands(h, row, end))       // else a line that a name goes on in
			return false;
	return top < end;
}

// ------------------------------------------------------------ what the facts say

struct fact {
	char id[16], words[512];
	int chapter;
};

static void take(const char *from, const char *end, char *out, size_t cap)
{
	while (from < end && (*from == ' ' || *from == '='))
		from++;
	size_t len = 0;
	for (; from < end && len + 1 < cap; from++)
		if (*from != ' ')
			out[len++] = *from;
	out[len] = '\0';
	char *note = strstr(out, "(position)");
	note = note == NULL ? strstr(out, "(bycounty)") : note;
	note = note == NULL ? strstr(out, "(推进") : note;
	if (note != NULL)
		*note = '\0';
}

static const char *const separators[] = {" · ", " = ", "\n"};

static const char *end_of(const char *text)
{
	const char *end = text + strlen(text);
	for (size_t i = 0; i < sizeof separators / sizeof separators[0]; i++) {
		const char *found = strstr(text, separators[i]);
		end = found != NULL && found < end ? found : end;
	}
	return end;
}

// "| g1 | words | ... | chapter |"
static bool table_row(const char *line, struct fact *fact)
{
	char cells[8][512];
	int len = 0;
	for (const char *at = line + 1, *bar; len < 8 && (bar = strchr(at, '|')) != NULL; at = bar + 1)
		take(at, bar, cells[len++], sizeof cells[0]);
	if (line[0] != '|' || len < 3 || !isdigit((unsigned char)cells[0][1]))
		return false;
	snprintf(fact->id, sizeof fact->id, "%.8s", cells[0]);
	snprintf(fact->words, sizeof fact->words, "%s", cells[1]);
	fact->chapter = atoi(cells[len - 1]);
	return true;
}

static struct fact facts[128];
static int facts_len;

static void add(const char *id, size_t id_len, const char *from, int chapter)
{
	struct fact *fact = &facts[facts_len++];
	assert_in_range(facts_len, 1, 127);
	snprintf(fact->id, sizeof fact->id, "%.*s", (int)id_len, id);
	take(from, end_of(from), fact->words, sizeof fact->words);
	fact->chapter = chapter;
}

// ": t1_1 words = m6 · t1_2 words ..."
static void task_line(const char *line)
{
	for (const char *at = line; (at = strstr(at, " t")) != NULL; at++)
		if (isdigit((unsigned char)at[2]) && strchr(at + 1, ' ') != NULL)
			add(at + 1, strcspn(at + 1, " "), strchr(at + 1, ' '), atoi(at + 2));
}

static void project_line(const char *line)
{
	for (const char *at = line; (at = strchr(at, 'p')) != NULL; at++) {
		const char *bracket = strchr(at, '(');
		if (!isdigit((unsigned char)at[1]) || at[2] != ' ' || bracket == NULL)
			continue;
		add(at, 2, at + 2, atoi(bracket + 1));
		*strchr(facts[facts_len - 1].words, '(') = '\0';
	}
}

static int read_facts(void **state)
{
	(void)state;
	char line[4096];
	bool projects = false;
	FILE *file = fopen("tests/data/facts.md", "r");
	assert_non_null(file);
	while (fgets(line, sizeof line, file) != NULL) {
		struct fact fact;
		if (line[0] == '#')
			projects = strstr(line, "九大重点工程") != NULL;
		if (table_row(line, &fact))
			facts[facts_len++] = fact;
		else if (line[0] == ':')
			task_line(line);
		else if (projects && line[0] == 'p')
			project_line(line);
	}
	fclose(file);
	assert_int_equal(facts_len, 10 + 3 + 27 + 9 + 54);
	return 0;
}

// ------------------------------------------------------------ walking

struct walk {
	int chapter;
	bool projects;               // which the first chapter lists beside its own rows
};

static bool asked_for(const struct walk *walk, const struct fact *fact)
{
	return fact->chapter == walk->chapter || (walk->projects && fact->id[0] == 'p');
}

// Is every row of the chapter on the screen, with how it stands?
static bool all_seen(struct harness *h, void *ctx)
{
	static char page[READ];
	const struct walk *walk = ctx;
	read_page(h, page);
	for (int i = 0; i < facts_len; i++)
		if (asked_for(walk, &facts[i]) && strstr(page, facts[i].words) == NULL)
			return false;
	return all_stand(h);
}

// Does the marked row, with the lines it goes on in, hold the fact's words?
static bool focused_on(struct harness *h, void *ctx)
{
	const struct fact *fact = ctx;
	char words[READ] = "";
	bool ours = false;
	for (int row = 2; row < harness_rows(h) - 2; row++) {
		const char *line = harness_row(h, row);
		ours = line[0] == '>' || (ours && strncmp(line, "      ", 6) == 0);
		if (ours)
			read_cells(h, row, NAMES_AT, line[0] == '>' ? NAMES_END : harness_cols(h), words);
	}
	return strstr(words, fact->words) != NULL;
}

static void look_for(struct harness *h, const char *key, const char *asked, const char *wanted)
{
	harness_type(h, key);
	harness_wait(h, asked);
	harness_type(h, wanted);
	harness_send(h, "Enter");
}

// In a text, where it leads on; in a list, where it hides the other rows.
static void find(struct harness *h, const char *key, const char *wanted)
{
	look_for(h, key, "文字、编号或序号", wanted);
}

static void filter(struct harness *h, const char *key, const char *wanted)
{
	look_for(h, key, "筛选 [", wanted);
}

static void test_every_row_under_its_chapter(void **state)
{
	(void)state;
	static const char *const titles[CHAPTERS] = {"一 开启创新强市建设新征程", "二 优化区域创新布局", "三 构建产业创新体系",
		"四 构建企业创新体系", "五 构建科技创新能力支撑体系", "六 构建人力资源支撑体系", "七 构建资本资金支撑体系",
		"八 构建体制机制支撑体系", "九 开展关键核心技术攻关", "十 强化规划实施保障"};
	struct harness *h = start(TALL, 80);
	harness_send(h, "F8");
	for (int i = 0; i < CHAPTERS; i++) {
		struct walk walk = {.chapter = i + 1, .projects = i == 0};
		harness_wait_row(h, 1, titles[i]);
		harness_wait_row(h, 1, "39节的标题未见公布,从缺");
		harness_wait_until(h, all_seen, &walk);
		harness_send(h, "Right");
	}
	harness_stop(h);
}

// On a small terminal each row is reached by its id, scrolled to where it stands.
static void test_every_row_by_its_id(void **state)
{
	(void)state;
	struct harness *h = start(24, 80);
	harness_send(h, "F8");
	harness_wait_row(h, 0, "规划");
	for (int i = 0; i < facts_len; i++) {
		find(h, "/", facts[i].id);
		harness_wait_until(h, focused_on, &facts[i]);
	}
	harness_stop(h);
}

static void test_both_wordings_and_what_is_inferred(void **state)
{
	(void)state;
	struct harness *h = start(24, 80);
	harness_send(h, "Down*4 F8");
	harness_wait_row(h, 1, "五 构建科技创新能力支撑体系");
	harness_wait_row(h, 2, "强化科技创新核心力量集聚");
	find(h, "/", "t5_2");
	harness_wait(h, ">. 工程     高能级创新平台锻造工程");
	harness_wait(h, "= 一流创新平台建设(推定)");
	harness_send(h, "Tab");
	harness_wait(h, "目录");
	harness_wait(h, "> 五 构建科技创新能力支撑体系");
	harness_wait(h, "第五个的名称未见公布,从缺");
	harness_send(h, "End");
	harness_wait(h, "2020年基期值未见公布,从缺");
	harness_wait(h, "基期年2020(推定,原文未写明)");
	harness_send(h, "Enter");
	harness_wait_row(h, 1, "十 强化规划实施保障");
	harness_stop(h);
}

// What another desk has said of the project, and its nodes.
static void give_stage(struct harness *h)
{
	struct plan *plan;
	char *path = harness_path(h, "data/duibiao/plan.db");
	struct store *store = fixture_open(path, DB_WRITE);
	fixture_ok(store_read_plan(store, &plan));
	const struct ledger_op op = fixture_op("set");
	int element = plan->indicators[plan_indicator_by_code(plan, "p4")].x, unit = plan->root;
	const struct entry entry = {.element = element, .unit = unit, .period = 202406, .note = "", .doc = ""};
	const struct stage stage = {.element = element, .unit = unit, .period = 202406, .stage = STAGE_UNDER_WAY,
		.progress = "新认定省级平台21个", .problem = "申报条件调整", .next = "9月底前完成上报"};
	const struct node nodes[] = {
		{.element = element, .unit = unit, .no = 1, .name = "编制实施方案", .doc = "", .planned = 202212, .done = 202211},
		{.element = element, .unit = unit, .no = 2, .name = "申报材料上报", .doc = "", .planned = 202403},
	};
	int64_t seq;
	fixture_ok(ledger_begin(store, &op));
	fixture_ok(ledger_put_stage(store, plan, &entry, &stage, 0, 0));
	fixture_ok(ledger_put_node(store, plan, &nodes[0], 0));
	fixture_ok(ledger_put_node(store, plan, &nodes[1], 0));
	fixture_ok(ledger_commit(store, &seq));
	plan_free(plan);
	db_close(store);
	free(path);
}

static void test_stage_texts_and_nodes(void **state)
{
	(void)state;
	struct harness *h = start(40, 100);
	harness_send(h, "F2");
	harness_wait_row(h, 0, "选报告期");
	harness_send(h, "202406 Enter");
	harness_wait_row(h, 0, "2024年上半年");
	harness_send(h, "Down*4 F8");
	harness_wait_row(h, 1, "五 构建科技创新能力支撑体系");
	find(h, "/", "t5_2");
	harness_wait(h, ">. 工程     高能级创新平台锻造工程");
	give_stage(h);
	harness_wait(h, ">! 工程     高能级创新平台锻造工程");
	harness_wait(h, "推进中 1/2 逾期91天");
	harness_wait(h, "进展   新认定省级平台21个");
	harness_wait(h, "问题   申报条件调整");
	harness_wait(h, "下一步 9月底前完成上报");
	harness_wait(h, "编制实施方案 2022-12(2022-11)  申报材料上报 2024-03(未");
	harness_wait(h, "同 一流创新平台建设(推定;只填一次)");
	harness_send(h, "Enter");
	harness_wait_row(h, 0, "任务填报");
	harness_send(h, "Esc");
	harness_wait_row(h, 0, "规划       第五章");
	harness_wait(h, ">! 工程     高能级创新平台锻造工程");
	harness_send(h, "Left*4");                            // the first chapter lists the same project
	harness_wait(h, "! 工程     一流创新平台建设");
	find(h, "/", "一流创新平台建设");
	harness_wait(h, "同 高能级创新平台锻造工程(推定;只填一次)");
	harness_stop(h);
}

static void test_to_an_indicator_and_back(void **state)
{
	(void)state;
	struct harness *h = start(24, 80);
	harness_send(h, "Down*4 F8");
	harness_wait(h, ">. 指标     国家级、省级研发平台");
	harness_send(h, "Down*2");
	harness_wait(h, ">. 指标     技术合同成交额");
	harness_send(h, "Enter");
	harness_wait_row(h, 0, "各单位");
	harness_wait(h, "魏都区");
	harness_send(h, "F3");
	harness_wait(h, ">. 指标     技术合同成交额");
	harness_send(h, "F8");
	harness_wait_row(h, 0, "说明");
	harness_send(h, "Esc");
	harness_wait(h, ">. 指标     技术合同成交额");
	harness_send(h, "F3");
	harness_wait(h, ">五");
	harness_stop(h);
}

static void test_from_the_indicators(void **state)
{
	(void)state;
	struct harness *h = start(24, 80);
	harness_send(h, "F10 2");
	harness_wait_row(h, 0, "指标");
	filter(h, "/", "g9");
	harness_send(h, "F8");
	harness_wait_row(h, 0, "规划");
	harness_wait(h, ">. 指标     研发经费投入年均增长");
	harness_send(h, "F3");
	harness_wait(h, ">. 研发经费增长");
	harness_stop(h);
}

static void test_wide(void **state)
{
	(void)state;
	struct harness *h = start(50, 160);
	harness_send(h, "F10");
	harness_wait(h, "5 规划");
	harness_send(h, "5");
	harness_wait_row(h, 1, "目录");
	harness_wait_row(h, 1, "一 开启创新强市建设新征程");
	harness_send(h, "Down*2");
	harness_wait_row(h, 1, "三 构建产业创新体系");
	harness_wait(h, "规模以上高新技术产业增加值占规模以上工业增加值比重");
	harness_send(h, "Enter Down");
	harness_wait(h, ">. 定性目标 围绕产业链布局创新链");
	harness_resize(h, 24, 80);
	harness_wait_gone(h, "目录  ");
	harness_wait(h, ">. 定性目标 围绕产业链布局创新链");
	for (int i = 1; i < 60; i++)
		harness_resize(h, i % 11 + 1, i);
	harness_resize(h, 30, 120);
	harness_wait(h, ">. 定性目标 围绕产业链布局创新链");
	harness_stop(h);
}

static void test_finding(void **state)
{
	(void)state;
	struct harness *h = start(24, 80);
	filter(h, "、", "资本");                              // the IME is on
	harness_wait(h, ">七");
	filter(h, "/", "10");
	harness_wait(h, ">十");
	harness_send(h, "F8");
	harness_wait_row(h, 1, "十 强化规划实施保障");
	find(h, "/", "瞪羚");
	harness_wait_row(h, 1, "四 构建企业创新体系");
	harness_wait(h, ">. 任务     龙头企业和“瞪羚”企业引领");
	find(h, "/", "Ｔ６＿２");
	harness_wait(h, ">. 任务     引进培育创新型人才团队");
	find(h, "/", "制造业");
	harness_wait_row(h, 1, "九 开展关键核心技术攻关");
	harness_wait_row(h, 22, "第3处，共3处");
	harness_send(h, "n");
	harness_wait_row(h, 22, "第1处，共3处");
	harness_wait(h, ">. 任务     国家级制造业创新中心");
	harness_send(h, "N");
	harness_wait_row(h, 22, "第3处，共3处");
	find(h, "/", "没有这样的话");
	harness_wait_row(h, 22, "这里没有“没有这样的话”");
	harness_stop(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_row_under_its_chapter),
		cmocka_unit_test(test_every_row_by_its_id),
		cmocka_unit_test(test_both_wordings_and_what_is_inferred),
		cmocka_unit_test(test_stage_texts_and_nodes),
		cmocka_unit_test(test_to_an_indicator_and_back),
		cmocka_unit_test(test_from_the_indicators),
		cmocka_unit_test(test_wide),
		cmocka_unit_test(test_finding),
	};
	return cmocka_run_group_tests(tests, read_facts, NULL);
}
