// SPDX-License-Identifier: MIT
// Plan files: Xuchang's plan against the list of what the document commits the city to, the two samples, every kind of
// mistake with its line, and that nothing of one city is in the code.
#include <dirent.h>
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "config/planread.h"
#include "tests/unit/planbytes.h"

// ------------------------------------------------------------ Xuchang's plan against tests/data/facts.md

static struct plan *xuchang;
static char *facts;

static int open_xuchang(void **state)
{
	size_t len;
	(void)state;
	setlocale(LC_ALL, "C.UTF-8");
	facts = planbytes_read("tests/data/facts.md", &len);
	xuchang = planbytes_plan("config/xuchang.ini");
	return 0;
}

static int close_xuchang(void **state)
{
	(void)state;
	plan_free(xuchang);
	free(facts);
	return 0;
}

static const struct plan_place *place(const char *code)
{
	int at = plan_place_by_code(xuchang, code);
	if (at == PLAN_NONE)
		fail_msg("%s is not in the plan", code);
	return &xuchang->places[at];
}

static const char *chapter_code(const struct plan_place *p)
{
	return xuchang->outlines[plan_chapter_of(xuchang, p->outline)].code;
}

// One row of a table of facts.md: "| g1 | words | ... | 3 (ours) |".
static void table_row(char *line, int *rows)
{
	char *cells[8] = { 0 };
	int len = 0;
	char *rest = NULL;
	for (char *cell = strtok_r(line, "|", &rest); cell != NULL && len < 8; cell = strtok_r(NULL, "|", &rest)) {
		cell += strspn(cell, " ");
		for (size_t n = strlen(cell); n > 0 && cell[n - 1] == ' '; n--)
			cell[n - 1] = '\0';
		cells[len++] = cell;
	}
	if (len < 3 || strchr("gcm", cells[0][0]) == NULL || cells[0][1] < '0' || cells[0][1] > '9')
		return;
	const struct plan_place *p = place(cells[0]);
	const char *chapter = cells[len - 1];
	char number[16] = "";
	snprintf(number, sizeof number, "%d", atoi(chapter));
	assert_string_equal(chapter_code(p), number);
	assert_int_equal(p->ours, strstr(chapter, "(ours") != NULL);
	char *mark = strstr(cells[1], " (");
	bool county = mark != NULL && strcmp(mark, " (by county)") == 0;
	bool position = mark != NULL && strcmp(mark, " (position)") == 0;
	const struct plan_indicator *indicator = &xuchang->indicators[p->indicator];
	if (cells[0][0] == 'm') {
		if (county || position)
			*mark = '\0';
		assert_string_equal(p->words, cells[1]);
		assert_int_equal(xuchang->elements[indicator->x].applies, county ? PLAN_EACH : PLAN_ROOT);
		int first, end;
		plan_targets_of(xuchang, p->indicator, xuchang->root, &first, &end);
		assert_int_equal(end - first, position);
	}
	++*rows;
}

static void every_row_of_the_tables_is_there(void **state)
{
	(void)state;
	int rows = 0;
	char *copy = strdup(facts), *rest = NULL;
	for (char *line = strtok_r(copy, "\n", &rest); line != NULL; line = strtok_r(NULL, "\n", &rest))
		if (line[0] == '|')
			table_row(line, &rows);
	free(copy);
	assert_int_equal(rows, 10 + 3 + 27);
}

// "t2_3 高能级创新载体提质工程 = p2" in a chapter's line.
static void task_item(const char *item, int chapter, int *tasks, int *doubles)
{
	char id[16], words[256], same[16] = "";
	const char *equals = strstr(item, " = ");
	const char *blank = strchr(item, ' ');
	snprintf(id, sizeof id, "%.*s", (int)(blank - item), item);
	snprintf(words, sizeof words, "%.*s", (int)(equals != NULL ? equals - blank - 1 : (long)strlen(blank + 1)), blank + 1);
	if (equals != NULL)
		snprintf(same, sizeof same, "%s", equals + 3);
	const struct plan_place *p = place(id);
	char number[16];
	snprintf(number, sizeof number, "%d", chapter);
	assert_string_equal(chapter_code(p), number);
	assert_string_equal(p->words, words);
	assert_int_equal(p->kind, PLAN_ROW_TASK);
	assert_int_equal(p->same_as, same[0] != '\0' ? plan_place_by_code(xuchang, same) : PLAN_NONE);
	assert_string_equal(xuchang->indicators[p->indicator].code, same[0] != '\0' ? same : id);
	bool inferred = strcmp(id, "t5_2") == 0 || strcmp(id, "t6_1") == 0 || strcmp(id, "t3_1") == 0;
	assert_int_equal(p->same_inferred, inferred);
	++*tasks;
	*doubles += same[0] != '\0';
}

static void every_task_is_there_and_doubles_are_one(void **state)
{
	(void)state;
	int tasks = 0, doubles = 0, chapter = 0;
	char *copy = strdup(strstr(facts, "## Chapters and their tasks")), *rest = NULL;
	for (char *line = strtok_r(copy, "\n", &rest); line != NULL; line = strtok_r(NULL, "\n", &rest)) {
		if (line[0] >= '1' && line[0] <= '9')
			chapter = atoi(line);
		char *item = strncmp(line, ": t", 3) == 0 ? line + 2 : NULL;
		while (item != NULL) {
			char *next = strstr(item, " · t");
			if (next != NULL)
				*next = '\0';
			task_item(item, chapter, &tasks, &doubles);
			item = next != NULL ? next + strlen(" · ") : NULL;
		}
	}
	free(copy);
	assert_int_equal(tasks, 54);
	assert_int_equal(doubles, 13);
}

static void the_nine_projects_stand_in_chapter_1_too(void **state)
{
	(void)state;
	for (int n = 1; n <= 9; n++) {
		char id[16], entry[32];
		snprintf(id, sizeof id, "p%d", n);
		const struct plan_place *p = place(id);
		assert_int_equal(p->kind, PLAN_ROW_PROJECT);
		assert_int_equal(p->also, plan_outline_by_code(xuchang, "1"));
		snprintf(entry, sizeof entry, "%s ", id);
		const char *fact = strstr(strstr(facts, "## The nine key projects"), entry);
		assert_non_null(fact);
		assert_memory_equal(fact + strlen(entry), p->words, strlen(p->words));
		const char *bracket = strchr(fact, '(');
		assert_int_equal(atoi(bracket + 1), atoi(chapter_code(p)));
		assert_int_equal(p->ours, strncmp(strchr(bracket, ')') - 4, "ours", 4) == 0);
	}
}

static void the_outline_is_the_document(void **state)
{
	static const char *const numbers[] = { "一", "二", "三", "四", "五", "六", "七", "八", "九", "十" };
	static const char *const part_of[] = { "part.1", "part.2", "part.3", "part.3", "part.3", "part.3", "part.3", "part.3",
		"part.4", "part.5" };
	int counts[PLAN_ITEM + 1] = { 0 };
	(void)state;
	for (int i = 0; i < xuchang->outlines_len; i++)
		counts[xuchang->outlines[i].level]++;
	assert_int_equal(counts[PLAN_PART], 5);
	assert_int_equal(counts[PLAN_CHAPTER], 10);
	assert_int_equal(counts[PLAN_SECTION], 0);       // known by number only, none invented
	assert_int_equal(xuchang->sections, 39);
	for (int n = 1; n <= 10; n++) {
		char code[16], heading[128];
		snprintf(code, sizeof code, "%d", n);
		const struct plan_outline *o = &xuchang->outlines[plan_outline_by_code(xuchang, code)];
		assert_string_equal(o->number, numbers[n - 1]);
		assert_string_equal(xuchang->outlines[o->parent].code, part_of[n - 1]);
		assert_true(strlen(o->body) > 100);
		snprintf(heading, sizeof heading, "\n%d %s", n, o->title);
		assert_non_null(strstr(facts, heading));
	}
}

static void the_units_and_elements_are_those_scripts_rely_on(void **state)
{
	static const char *const units[] = { "city", "province", "wd", "ja", "yz", "cg", "yl", "xc", "sfq", "jkq", "dcq", "sbj" };
	static const char *const elements[] = { "hitech_va", "industry_va", "leading_firms", "hitech_firms", "sme_firms",
		"platforms", "incubators", "contracts", "patents", "population", "rd_spending", "rd_active_firms",
		"industry_firms", "city_rank" };
	(void)state;
	assert_int_equal(xuchang->units_len, 12);
	for (int i = 0; i < 12; i++)
		assert_int_equal(plan_unit_by_code(xuchang, units[i]), i);
	assert_true(xuchang->units[1].compare);
	int children, declared = 0;
	plan_unit_children(xuchang, xuchang->root, &children);
	assert_int_equal(children, 10);
	for (int i = 0; i < xuchang->elements_len; i++)
		declared += xuchang->elements[i].kind == PLAN_STOCK || xuchang->elements[i].kind == PLAN_FLOW;
	assert_int_equal(declared, 14);
	for (int i = 0; i < 14; i++)
		assert_int_equal(plan_element_by_code(xuchang, elements[i]), i);
	int wd = plan_unit_by_code(xuchang, "wd"), asked[2] = { 0 };
	for (int i = 0; i < 14; i++) {
		asked[0] += plan_element_asked(xuchang, i, wd, 202406);
		asked[1] += plan_element_asked(xuchang, i, wd, 202312);
	}
	assert_int_equal(asked[0], 9);
	assert_int_equal(asked[1], 13);
}

struct goal {
	const char *code;
	int64_t figure;
	enum num_qualifier qualifier;
	const char *words;
};

static void the_targets_are_the_document_s(void **state)
{
	static const struct goal goals[] = {
		{ "g1", 50 * NUM_SCALE, NUM_AT_LEAST, "50%以上" }, { "g2", 20 * NUM_SCALE, NUM_EXACT, "20家" },
		{ "g3", 600 * NUM_SCALE, NUM_EXACT, "600家" }, { "g4", 1000 * NUM_SCALE, NUM_EXACT, "1000家" },
		{ "g5", 300 * NUM_SCALE, NUM_EXACT, "300个" }, { "g6", 40 * NUM_SCALE, NUM_EXACT, "40个" },
		{ "g7", 20 * NUM_SCALE, NUM_EXACT, "20亿元" }, { "g8", 25000, NUM_EXACT, "2.5件" },
		{ "g9", 21 * NUM_SCALE, NUM_AT_LEAST, "21%以上" }, { "g10", 100 * NUM_SCALE, NUM_EXACT, "全覆盖" },
	};
	(void)state;
	for (size_t i = 0; i < sizeof goals / sizeof goals[0]; i++) {
		int indicator = plan_indicator_by_code(xuchang, goals[i].code), first, end;
		plan_targets_of(xuchang, indicator, xuchang->root, &first, &end);
		assert_int_equal(end - first, 1);
		const struct plan_target *target = &xuchang->targets[first];
		assert_int_equal(target->kind, PLAN_TARGET);
		assert_int_equal(target->year, 2025);
		assert_int_equal(target->figure, goals[i].figure);
		assert_int_equal(target->qualifier, goals[i].qualifier);
		assert_string_equal(target->text, goals[i].words);
		assert_non_null(strstr(xuchang->indicators[indicator].inferred, "target.2025"));
	}
	for (int i = 0; i < xuchang->targets_len; i++) {         // no baseline and no county target is published
		assert_int_equal(xuchang->targets[i].kind, PLAN_TARGET);
		assert_int_equal(xuchang->targets[i].unit, xuchang->root);
	}
	assert_string_equal(xuchang->inferred, "base_year target_year");
	assert_int_equal(xuchang->basis_len, 3);
}

static void what_the_file_leaves_unsaid_is_made(void **state)
{
	(void)state;
	assert_int_equal(xuchang->indicators_len, 13 + 77);
	assert_int_equal(xuchang->places_len, 13 + 27 + 9 + 54);
	const struct plan_indicator *g1 = &xuchang->indicators[plan_indicator_by_code(xuchang, "g1")];
	const struct plan_indicator *g3 = &xuchang->indicators[plan_indicator_by_code(xuchang, "g3")];
	const struct plan_indicator *c1 = &xuchang->indicators[plan_indicator_by_code(xuchang, "c1")];
	assert_string_equal(xuchang->elements[g1->published].code, "g1");
	assert_int_equal(g3->published, PLAN_NONE);
	assert_string_equal(xuchang->elements[g3->level_element].code, "g3_level");
	assert_string_equal(xuchang->elements[g3->growth_element].code, "g3_growth");
	assert_string_equal(xuchang->elements[g3->growth_element].measure, "%");
	int province = plan_unit_by_code(xuchang, "province");
	assert_true(plan_element_applies(xuchang, g3->level_element, province));
	assert_false(plan_element_applies(xuchang, g3->level_element, xuchang->root));
	assert_false(plan_element_asked(xuchang, g3->level_element, province, 202312));
	assert_int_equal(c1->kind, PLAN_COMPARISON);
	assert_int_equal(c1->compared_len, 9);
	assert_int_equal(xuchang->indicators[plan_indicator_by_code(xuchang, "c3")].kind, PLAN_POSITION);
}

// ------------------------------------------------------------ other plans

static void the_sample_loads(void **state)
{
	(void)state;
	struct plan *plan = planbytes_plan("tests/plans/sample.ini");
	const struct plan_place *task = &plan->places[plan_place_by_code(plan, "t3_1")];
	assert_string_equal(plan->indicators[task->indicator].code, "p1");
	assert_string_equal(plan->outlines[plan_outline_by_code(plan, "3")].body + strlen("推动创新链产业链融合,"),
		"积极争取国家、省重大产业创新平台布局,加速建设产业链技术研发平台,塑造产业发展新优势。"
		"加快发展高新技术产业和科技服务业,以国家城乡融合发展试验区建设为牵引,完善科技成果入乡转化体制机制。");
	assert_int_equal(plan->rules_len, 1);
	assert_string_equal(plan->rules[0].lhs, "hitech_va");
	assert_string_equal(plan->rules[0].op, "<=");
	assert_true(plan->rules[0].hard);
	plan_free(plan);
}

static const struct plan_target *target_of(const struct plan *plan, const char *code, enum plan_target_kind kind, int year)
{
	int first, end;
	plan_targets_of(plan, plan_indicator_by_code(plan, code), plan->root, &first, &end);
	for (int i = first; i < end; i++)
		if (plan->targets[i].kind == kind && plan->targets[i].year == year)
			return &plan->targets[i];
	fail_msg("no target of %s in %d", code, year);
	return NULL;
}

static void another_city_needs_no_code(void **state)
{
	(void)state;
	struct plan *plan = planbytes_plan("tests/plans/other.ini");
	assert_string_equal(plan->units[plan->root].code, "shi");
	assert_int_equal(plan->units[plan_unit_by_name(plan, "西区")].to, 202312);
	assert_int_equal(plan->units[plan_unit_by_code(plan, "xq")].successor, plan_unit_by_code(plan, "dq"));
	assert_int_equal(plan->outlines[plan_outline_by_code(plan, "b1a")].level, PLAN_ITEM);
	assert_null(plan->outlines[plan_outline_by_code(plan, "b1")].title);
	assert_int_equal(plan_chapter_of(plan, plan_outline_by_code(plan, "b1a")), plan_outline_by_code(plan, "b"));
	assert_int_equal(target_of(plan, "k1", PLAN_BASELINE, 2021)->figure, 412 * NUM_SCALE);
	assert_int_equal(target_of(plan, "k1", PLAN_TARGET, 2025)->qualifier, NUM_ABOVE);
	assert_int_equal(target_of(plan, "k1", PLAN_TARGET, 2035)->form, PLAN_FORM_INCREMENT);
	assert_int_equal(target_of(plan, "k2", PLAN_TARGET, 2035)->form, PLAN_FORM_RANGE);
	assert_int_equal(target_of(plan, "k2", PLAN_TARGET, 2035)->high, 15 * NUM_SCALE);
	assert_int_equal(target_of(plan, "k3", PLAN_TARGET, 2035)->form, PLAN_FORM_TEXT);
	assert_string_equal(target_of(plan, "k3", PLAN_TARGET, 2035)->text, "达到全国平均水平");
	const struct plan_indicator *rank = &plan->indicators[plan_indicator_by_code(plan, "k4")];
	assert_int_equal(rank->kind, PLAN_POSITION);
	assert_true(rank->down);
	assert_string_equal(rank->name, "综合创新能力排名");
	int jobless = plan_element_by_code(plan, "jobless"), dq = plan_unit_by_code(plan, "dq");
	assert_false(plan_element_asked(plan, jobless, dq, 202406));
	assert_true(plan_element_asked(plan, jobless, plan->root, 202406));
	assert_false(plan_element_asked(plan, plan_element_by_code(plan, "firms"), dq, 202403));
	plan_free(plan);
}

static void a_unit_s_targets_stand_in_their_own_sections(void **state)
{
	(void)state;
	size_t len;
	char *bytes = planbytes_read("tests/plans/other.ini", &len);
	strcat(bytes, "[target.k1_dq]\nindicator = k1\nunit = dq\ndoc = 示科〔2022〕3号\nbaseline.2021 = 200\ntarget.2035 = 700\n"
		"annual.2024 = 350\n");
	struct plan *plan = planbytes_parse(bytes);
	int first, end;
	plan_targets_of(plan, plan_indicator_by_code(plan, "k1"), plan_unit_by_code(plan, "dq"), &first, &end);
	assert_int_equal(end - first, 3);
	assert_int_equal(plan->targets[first].kind, PLAN_BASELINE);
	assert_int_equal(plan->targets[first + 1].figure, 700 * NUM_SCALE);
	assert_int_equal(plan->targets[first + 2].kind, PLAN_ANNUAL);
	assert_string_equal(plan->targets[first + 2].doc, "示科〔2022〕3号");
	plan_free(plan);
	free(bytes);
}

static void assert_same_units(const struct plan *one, const struct plan *other)
{
	assert_int_equal(one->units_len, other->units_len);
	for (int i = 0; i < one->units_len; i++) {
		const struct plan_unit *x = &one->units[i], *y = &other->units[i];
		assert_string_equal(x->code, y->code);
		assert_string_equal(x->name, y->name);
		assert_string_equal(x->short_name, y->short_name);
		assert_int_equal(x->parent, y->parent);
	}
}

// [units.dq] before [unit.xq], children of children, quotes and both commas; the order on screen is that of the file.
static void a_line_a_unit_is_the_same_as_a_section_a_unit(void **state)
{
	(void)state;
	size_t len;
	char *bytes = planbytes_read("tests/plans/other.ini", &len), *at = strstr(bytes, "[unit.xq]"), *rest = strdup(at);
	assert_non_null(rest);
	strcpy(at, "[units.dq]\nd1 = 东一镇, 东一\nd2=\"东二镇，东二\"\n[units.d1]\nd11 = 东一一村\n");
	strcat(bytes, rest);
	struct plan *lines = planbytes_parse(bytes);
	strcpy(at, "[unit.d1]\nname = 东一镇\nshort = 东一\nparent = dq\n[unit.d2]\nname = 东二镇\nshort = 东二\nparent = dq\n"
		"[unit.d11]\nname = 东一一村\nparent = d1\n");
	strcat(bytes, rest);
	struct plan *sections = planbytes_parse(bytes);
	assert_int_equal(lines->units_len, 8);
	assert_same_units(lines, sections);
	plan_free(lines);
	plan_free(sections);
	free(rest);
	free(bytes);
}

// 150 counties of 18 towns each, three levels, in 3,000 lines.
static void a_province_fits(void **state)
{
	(void)state;
	size_t len;
	char *base = planbytes_read("tests/plans/other.ini", &len), *text = calloc(1, len + (1 << 18)), *at = text;
	at += sprintf(at, "%s\n[units.shi]\n", base);
	for (int county = 1; county <= 150; county++)
		at += sprintf(at, "c%d = 第%d县\n", county, county);
	for (int county = 1; county <= 150; county++) {
		at += sprintf(at, "[units.c%d]\n", county);
		for (int town = 1; town <= 18; town++)
			at += sprintf(at, "c%d_%d = 第%d县第%d镇, 镇%d\n", county, town, county, town, town);
	}
	struct plan *plan = planbytes_parse(text);
	int last = plan_unit_by_code(plan, "c150_18");
	assert_int_equal(plan->units_len, 5 + 150 + 2700);
	assert_string_equal(plan->units[last].name, "第150县第18镇");
	assert_string_equal(plan->units[plan->units[last].parent].code, "c150");
	plan_free(plan);
	free(text);
	free(base);
}

// ------------------------------------------------------------ mistakes

static char *mistakes_of(const char *name, const char *bytes, size_t len)
{
	struct plan *plan = NULL;
	struct planfile_report report;
	assert_int_equal(planfile_parse(name, bytes, len, &plan, &report), ERR_INPUT);
	assert_null(plan);
	size_t cap = 1 << 16, at = 0;
	char *text = calloc(1, cap);
	for (int i = 0; i < report.len; i++) {
		char line[1024];
		planfile_mistake_write(name, &report.mistakes[i], line, sizeof line);
		at += (size_t)snprintf(text + at, cap - at, "%s\n", line);
	}
	planfile_report_free(&report);
	return text;
}

// tests/plans/bad/NAME.ini has exactly the mistakes in NAME.txt.
static void every_mistake_is_told_with_its_line(void **state)
{
	DIR *folder = opendir("tests/plans/bad");
	int files = 0;
	(void)state;
	assert_non_null(folder);
	for (struct dirent *entry = readdir(folder); entry != NULL; entry = readdir(folder)) {
		char *dot = strrchr(entry->d_name, '.');
		char path[512];
		size_t len, text_len;
		if (dot == NULL || strcmp(dot, ".ini") != 0)
			continue;
		snprintf(path, sizeof path, "tests/plans/bad/%s", entry->d_name);
		char *bytes = planbytes_read(path, &len);
		char *told = mistakes_of(entry->d_name, bytes, len);
		snprintf(strrchr(path, '.'), 8, ".txt");
		char *expected = planbytes_read(path, &text_len);
		assert_string_equal(told, expected);
		free(bytes);
		free(told);
		free(expected);
		files++;
	}
	closedir(folder);
	assert_true(files >= 16);
}

static void mistakes_end_at_two_hundred(void **state)
{
	(void)state;
	char *text = calloc(1, 1 << 16);
	strcpy(text, "[plan]\n");
	for (int i = 0; i < 300; i++)
		snprintf(text + strlen(text), 32, "key%d = 1\n", i);
	struct plan *plan;
	struct planfile_report report;
	assert_int_equal(planfile_parse("x", text, strlen(text), &plan, &report), ERR_INPUT);
	assert_int_equal(report.len, 200);
	planfile_report_free(&report);
	free(text);
}

static void what_was_found_cannot_steer_a_terminal(void **state)
{
	(void)state;
	const char *bytes = "[plan]\n[a\x1b[31m]\n";
	char *told = mistakes_of("x.ini", bytes, strlen(bytes));
	assert_null(strchr(told, '\x1b'));
	free(told);
}

// Every key of every kind stands in the manual of the plan file, under the heading of its kind.
static void assert_documented(const char *path)
{
	size_t len;
	char *manual = planbytes_read(path, &len);
	for (int kind = 0; kind < KINDS; kind++) {
		char heading[32], key[48], with_year[48];
		snprintf(heading, sizeof heading, "[%s%s", planread_kinds[kind].name, kind == KIND_PLAN ? "]" : ".");
		char *at = strstr(manual, heading);
		if (at == NULL)
			fail_msg("%s: no heading %s", path, heading);
		char *end = strstr(at, "\n## ");
		char *chapter = strndup(at, end != NULL ? (size_t)(end - at) : strlen(at));
		for (int i = 0; i < planread_kinds[kind].keys_len; i++) {
			snprintf(key, sizeof key, "`%s`", planread_kinds[kind].keys[i].name);
			snprintf(with_year, sizeof with_year, "`%s.", planread_kinds[kind].keys[i].name);
			if (strstr(chapter, key) == NULL && strstr(chapter, with_year) == NULL)
				fail_msg("%s: %s has no %s", path, heading, key);
		}
		free(chapter);
	}
	free(manual);
}

static void every_key_is_in_the_manual(void **state)
{
	(void)state;
	assert_documented("docs/plan-file.md");
	assert_documented("docs/plan-file.zh_CN.md");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_row_of_the_tables_is_there),
		cmocka_unit_test(every_task_is_there_and_doubles_are_one),
		cmocka_unit_test(the_nine_projects_stand_in_chapter_1_too),
		cmocka_unit_test(the_outline_is_the_document),
		cmocka_unit_test(the_units_and_elements_are_those_scripts_rely_on),
		cmocka_unit_test(the_targets_are_the_document_s),
		cmocka_unit_test(what_the_file_leaves_unsaid_is_made),
		cmocka_unit_test(the_sample_loads),
		cmocka_unit_test(another_city_needs_no_code),
		cmocka_unit_test(a_unit_s_targets_stand_in_their_own_sections),
		cmocka_unit_test(a_line_a_unit_is_the_same_as_a_section_a_unit),
		cmocka_unit_test(a_province_fits),
		cmocka_unit_test(every_key_is_in_the_manual),
		cmocka_unit_test(every_mistake_is_told_with_its_line),
		cmocka_unit_test(mistakes_end_at_two_hundred),
		cmocka_unit_test(what_was_found_cannot_steer_a_terminal),
	};
	return cmocka_run_group_tests(tests, open_xuchang, close_xuchang);
}
