// SPDX-License-Identifier: MIT
// See fixture.h.
#include "tests/storage/fixture.h"

#include <ftw.h>
#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

// ------------------------------------------------------------ the plan

static char *own(const char *text)
{
	char *copy = strdup(text);
	assert_non_null(copy);
	return copy;
}

static void *list(int len, size_t size)
{
	void *array = calloc((size_t)len, size);
	assert_non_null(array);
	return array;
}

static void fill_units(struct plan *plan, int counties)
{
	static const char *const names[][3] = {
		{ "city", "许昌市", "许昌" }, { "province", "河南省", "全省" }, { "wd", "魏都区", "魏都" },
		{ "ja", "建安区", "建安" }, { "old", "旧区", "旧区" },
	};
	plan->units_len = FIX_WD + counties;
	plan->units = list(plan->units_len, sizeof *plan->units);
	for (int i = 0; i < plan->units_len; i++) {
		char code[16];
		snprintf(code, sizeof code, "u%d", i);
		struct plan_unit *u = &plan->units[i];
		*u = (struct plan_unit){ .parent = i < FIX_WD ? PLAN_NONE : FIX_CITY, .successor = PLAN_NONE,
			.from = PLAN_ALWAYS_FROM, .to = PLAN_ALWAYS_TO };
		u->code = own(i <= FIX_OLD ? names[i][0] : code);
		u->name = own(i <= FIX_OLD ? names[i][1] : code);
		u->short_name = own(i <= FIX_OLD ? names[i][2] : code);
	}
	plan->units[FIX_PROVINCE].compare = true;
	if (counties > FIX_OLD - FIX_WD) {
		plan->units[FIX_OLD].to = 202212;
		plan->units[FIX_OLD].successor = FIX_WD;
	}
	plan->root = FIX_CITY;
}

static void fill_people(struct plan *plan, int counties)
{
	plan->depts_len = 2;
	plan->depts = list(2, sizeof *plan->depts);
	plan->depts[0] = (struct plan_dept){ .code = own("unit"), .name = own("") };
	plan->depts[1] = (struct plan_dept){ .code = own("tjj"), .name = own("市统计局") };
	fill_units(plan, counties);
}

static void fill_outline(struct plan *plan)
{
	plan->outlines_len = 3;
	plan->outlines = list(3, sizeof *plan->outlines);
	plan->outlines[0] = (struct plan_outline){ .code = own("1"), .level = PLAN_PART, .number = own(""),
		.title = own("总体部署"), .body = own(""), .parent = PLAN_NONE };
	plan->outlines[1] = (struct plan_outline){ .code = own("1"), .level = PLAN_CHAPTER, .number = own("一"),
		.title = own("构建产业创新体系"), .body = own("推动\n融合"), .parent = 0 };
	plan->outlines[2] = (struct plan_outline){ .code = own("1_1"), .level = PLAN_SECTION, .number = own(""),
		.title = NULL, .body = own(""), .parent = 1 };
}

static void fill_elements(struct plan *plan)
{
	static const struct { const char *code, *name, *measure; enum plan_element_kind kind; int owner, decimals; } rows[] = {
		{ "hitech_firms", "高新技术企业", "家", PLAN_STOCK, 0, 0 },
		{ "hitech_va", "高新技术产业增加值", "亿元", PLAN_FLOW, 1, 2 },
		{ "industry_va", "规模以上工业增加值", "亿元", PLAN_FLOW, 1, 2 },
		{ "g1", "高新技术产业增加值占比", "%", PLAN_PUBLISHED, 0, 1 },
		{ "p1", "融合工程", "%", PLAN_STAGE, 0, 1 },
	};
	plan->elements_len = 5;
	plan->elements = list(5, sizeof *plan->elements);
	for (int i = 0; i < plan->elements_len; i++) {
		struct plan_element *e = &plan->elements[i];
		*e = (struct plan_element){ .decimals = rows[i].decimals, .kind = rows[i].kind, .months = 3, .owner = rows[i].owner,
			.rollup = PLAN_ROLLUP_SUM, .retired = PLAN_ALWAYS_TO };
		e->code = own(rows[i].code);
		e->name = own(rows[i].name);
		e->short_name = own(rows[i].name);
		e->scope = own("");
		e->measure = own(rows[i].measure);
		e->due = own("15天后");
	}
	struct plan_element *stage = &plan->elements[FIX_STAGE];
	stage->applies = PLAN_LISTED;
	stage->units = list(2, sizeof *stage->units);
	stage->units_len = 2;
	stage->units[0] = FIX_CITY;
	stage->units[1] = FIX_WD;
	plan->elements[FIX_FIRMS].has_low = true;
	plan->elements[FIX_FIRMS].has_high = true;
	plan->elements[FIX_FIRMS].high = 100000000;
}

static void fill_indicators(struct plan *plan)
{
	static const struct { const char *code, *name; enum plan_indicator_kind kind; enum plan_formula formula; int x, y, published; }
		rows[] = {
		{ "g1", "高新技术产业增加值占比", PLAN_NUMBER, PLAN_RATIO, FIX_VA, FIX_ALL, FIX_PUBLISHED },
		{ "g4", "高新技术企业", PLAN_NUMBER, PLAN_VALUE, FIX_FIRMS, PLAN_NONE, PLAN_NONE },
		{ "g13", "高于全省平均的指标", PLAN_COMPARISON, PLAN_HIGHER, PLAN_NONE, PLAN_NONE, PLAN_NONE },
		{ "p1", "融合工程", PLAN_STAGES, PLAN_VALUE, FIX_STAGE, PLAN_NONE, PLAN_NONE },
	};
	plan->indicators_len = 4;
	plan->indicators = list(4, sizeof *plan->indicators);
	for (int i = 0; i < plan->indicators_len; i++) {
		struct plan_indicator *n = &plan->indicators[i];
		*n = (struct plan_indicator){ .kind = rows[i].kind, .formula = rows[i].formula, .x = rows[i].x, .y = rows[i].y,
			.scale = i == FIX_SHARE ? 100 : 1, .published = rows[i].published, .path = PLAN_LINEAR,
			.level_element = i == FIX_SHARE ? FIX_PUBLISHED : PLAN_NONE, .growth_element = PLAN_NONE };
		n->code = own(rows[i].code);
		n->name = own(rows[i].name);
		n->short_name = own(rows[i].name);
		n->brief = own("短");
		n->measure = own(i == FIX_SHARE ? "%" : "家");
		n->scope = own("");
		n->inferred = own(i == FIX_COUNT ? "path" : "");
	}
	struct plan_indicator *above = &plan->indicators[FIX_ABOVE];
	above->compared = list(2, sizeof *above->compared);
	above->compared_len = 2;
	above->compared[0] = FIX_COUNT;
	above->compared[1] = FIX_SHARE;
}

static void fill_places(struct plan *plan)
{
	plan->places_len = 5;
	plan->places = list(5, sizeof *plan->places);
	for (int i = 0; i < plan->places_len; i++) {
		plan->places[i] = (struct plan_place){ .kind = i < 3 ? PLAN_ROW_INDICATOR : PLAN_ROW_PROJECT, .outline = 1,
			.also = i == FIX_PROJECT ? 0 : PLAN_NONE, .indicator = i < 4 ? i : FIX_PROJECT,
			.same_as = i < 4 ? PLAN_NONE : FIX_PROJECT, .same_inferred = i == 4, .ours = i == 2 };
		plan->places[i].code = own(i < 4 ? plan->indicators[i].code : "t1_1");
		plan->places[i].words = own("50%以上");
	}
}

static void fill_targets(struct plan *plan)
{
	static const struct plan_target rows[] = {
		{ .indicator = FIX_SHARE, .unit = FIX_CITY, .kind = PLAN_TARGET, .year = 2025, .form = PLAN_FORM_VALUE, .figure = 500000,
			.qualifier = NUM_AT_LEAST },
		{ .indicator = FIX_COUNT, .unit = FIX_CITY, .kind = PLAN_BASELINE, .year = 2020, .form = PLAN_FORM_VALUE, .figure = 1230000 },
		{ .indicator = FIX_COUNT, .unit = FIX_CITY, .kind = PLAN_TARGET, .year = 2025, .form = PLAN_FORM_RANGE, .figure = 2000000,
			.high = 3000000 },
		{ .indicator = FIX_ABOVE, .unit = FIX_CITY, .kind = PLAN_TARGET, .year = 2025, .form = PLAN_FORM_TEXT },
	};
	plan->targets_len = 4;
	plan->targets = list(4, sizeof *plan->targets);
	for (int i = 0; i < plan->targets_len; i++) {
		plan->targets[i] = rows[i];
		plan->targets[i].text = own(rows[i].form == PLAN_FORM_TEXT ? "达到全省平均水平" : "");
		plan->targets[i].doc = own("");
	}
	plan->rules_len = 1;
	plan->rules = list(1, sizeof *plan->rules);
	plan->rules[0] = (struct plan_rule){ .code = own("part"), .lhs = own("hitech_va"), .op = own("<="), .rhs = own("industry_va"),
		.text = own("不能大于"), .hard = true };
}

struct plan *fixture_plan_of(int units)
{
	struct plan *plan;
	fixture_ok(plan_new(&plan));
	plan->code = own("fixture");
	plan->title = own("示例规划");
	plan->inferred = own("base_year");
	plan->source = own("无");
	plan->text = own("[plan]\nid = fixture\n");
	plan->base_year = 2020;
	plan->target_year = 2025;
	plan->sections = 39;
	plan->threshold = (struct plan_threshold){ -50000, 100000, 300000, 2 };
	plan->basis_len = 2;
	plan->basis = list(2, sizeof *plan->basis);
	plan->basis[0] = own("党代会");
	plan->basis[1] = own("省规划");
	fill_people(plan, units);
	fill_outline(plan);
	fill_elements(plan);
	fill_indicators(plan);
	fill_places(plan);
	fill_targets(plan);
	fixture_ok(plan_seal(plan));
	return plan;
}

struct plan *fixture_plan(void)
{
	return fixture_plan_of(3);
}

// ------------------------------------------------------------ files

static char folder[64];

// In memory where there is such a place: the fault tests sync thousands of times, and lose the power only in play.
const char *fixture_folder(void)
{
	if (folder[0] == '\0') {
		bool memory = access("/dev/shm", W_OK | X_OK) == 0;
		snprintf(folder, sizeof folder, "%s/duibiao-storage-XXXXXX", memory ? "/dev/shm" : "/tmp");
		assert_non_null(mkdtemp(folder));
	}
	return folder;
}

const char *fixture_path(const char *name)
{
	static char paths[4][256];
	static int at;
	at = (at + 1) % 4;
	snprintf(paths[at], sizeof paths[at], "%s/%s", fixture_folder(), name);
	return paths[at];
}

static int remove_one(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
	(void)st; (void)type; (void)ftw;
	return remove(path);
}

void fixture_folder_done(void)
{
	if (folder[0] != '\0')
		nftw(folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
	folder[0] = '\0';
}

void fixture_copy(const char *from, const char *to)
{
	char bytes[4096];
	size_t len;
	FILE *in = fopen(from, "rb"), *out = fopen(to, "wb");
	assert_non_null(in);
	assert_non_null(out);
	while ((len = fread(bytes, 1, sizeof bytes, in)) > 0)
		assert_int_equal(fwrite(bytes, 1, len, out), len);
	fclose(in);
	assert_int_equal(fclose(out), 0);
}

// ------------------------------------------------------------ saving

void fixture_check(enum err err, const char *call, const char *file, int line)
{
	if (err == ERR_OK)
		return;
	print_error("%s: error %d: %s\n", call, (int)err, err_message());
	_fail(file, line);
}

struct ledger_op fixture_op(const char *action)
{
	static uint32_t times;
	struct ledger_op op = { .now = 1700000000 + ++times, .who = "张三", .org = "wd", .action = action, .why = "" };
	pid_t pid = getpid();
	memcpy(op.uid, &times, sizeof times);
	memcpy(op.uid + 4, &pid, sizeof pid);
	return op;
}

struct store *fixture_store_new(struct plan **plan)
{
	static int times;
	char name[32];
	snprintf(name, sizeof name, "new%d.db", times++);
	return fixture_store(name, plan);
}

struct store *fixture_store_of_years(struct plan **plan)
{
	static const struct { int unit, period, firms; } years[] = {{FIX_WD, 202112, 50}, {FIX_JA, 202112, 40}, {FIX_OLD, 202112, 30},
		{FIX_WD, 202212, 70}, {FIX_WD, 202312, 100}, {FIX_JA, 202312, 60}};
	struct store *store = fixture_store_new(plan);
	for (size_t i = 0; i < sizeof years / sizeof years[0]; i++) {
		struct entry entry = fixture_entry(FIX_FIRMS, years[i].unit, years[i].period, (int64_t)years[i].firms * NUM_SCALE);
		fixture_ok(fixture_save(store, *plan, &entry, 0, NULL));
	}
	return store;
}

void fixture_store_done(struct store *store, struct plan *plan)
{
	int64_t lines;
	fixture_ok(db_verify(store, &lines));
	plan_free(plan);
	db_close(store);
}

int64_t fixture_lines(struct store *store)
{
	struct store_op op;
	fixture_ok(store_last_op(store, &op));
	return op.last;
}

struct store *fixture_open(const char *path, enum db_mode mode)
{
	const struct db_options options = { .mode = mode, .upgrade = db_upgrade };
	struct store *store;
	fixture_ok(db_open(path, &options, &store));
	return store;
}

struct store *fixture_store(const char *name, struct plan **plan)
{
	const char *path = fixture_path(name);
	struct plan *made = fixture_plan();
	const struct ledger_op op = fixture_op("plan_apply");
	int64_t seq;
	fixture_ok(db_create(path, false));
	struct store *store = fixture_open(path, DB_WRITE);
	fixture_ok(ledger_begin(store, &op));
	fixture_ok(ledger_put_plan(store, made));
	fixture_ok(ledger_commit(store, &seq));
	assert_int_equal(seq, 1);
	plan_free(made);
	fixture_ok(store_read_plan(store, plan));
	return store;
}

struct entry fixture_entry(int element, int unit, int period, int64_t figure)
{
	return (struct entry){ .element = element, .unit = unit, .period = period, .kind = ENTRY_VALUE, .figure = figure,
		.note = "", .doc = "" };
}

enum err fixture_save(struct store *store, const struct plan *plan, const struct entry *entry, int64_t saw, int64_t *change)
{
	const struct ledger_op op = fixture_op("set");
	int64_t seq;
	struct store_op last;
	enum err err = ledger_begin(store, &op);
	if (err != ERR_OK)
		return err;
	err = ledger_put_entry(store, plan, entry, saw);
	if (err == ERR_OK)
		err = ledger_commit(store, &seq);
	else
		ledger_rollback(store);
	if (err == ERR_OK && change != NULL) {
		fixture_ok(store_last_op(store, &last));
		*change = seq == 0 ? 0 : last.last;
	}
	return err;
}
