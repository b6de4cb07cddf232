// SPDX-License-Identifier: MIT
// Canonical text there and back, and the hash: both are a contract with every file, so the bytes themselves are held here.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/change.h"

static struct entry back(const char *text, char **buffer)
{
	struct entry entry = { .note = "", .doc = "" };
	assert_int_equal(change_entry_parse(text, &entry, buffer), ERR_OK);
	return entry;
}

static void check(const struct entry *entry, const char *want)
{
	char *text, *again, *buffer;
	assert_int_equal(change_entry_text(entry, &text), ERR_OK);
	assert_string_equal(text, want);
	struct entry read = back(text, &buffer);
	assert_int_equal(change_entry_text(&read, &again), ERR_OK);
	assert_string_equal(again, want);
	assert_string_equal(read.note, entry->note);
	assert_string_equal(read.doc, entry->doc);
	assert_int_equal(read.figure, entry->kind == ENTRY_VALUE ? entry->figure : 0);
	free(buffer);
	free(text);
	free(again);
}

static void test_text(void **state)
{
	(void)state;
	const struct entry plain = { .kind = ENTRY_VALUE, .figure = -125000, .note = "", .doc = "" };
	const struct entry full = { .kind = ENTRY_VALUE, .figure = NUM_LIMIT - 1, .qualifier = NUM_ABOUT, .final = true,
		.note = "一\t二\n三\\n\\", .doc = "许统〔2023〕5号=x" };
	const struct entry silent = { .kind = ENTRY_NOT_REPORTED, .figure = 7, .promised = 20230720, .note = "", .doc = "" };
	const struct entry copied = { .kind = ENTRY_VALUE, .figure = 310000, .copied = true, .note = "", .doc = "" };
	check(&plain, "kind=1\tfigure=-125000");
	check(&copied, "kind=1\tfigure=310000\tcopied=1");
	check(&full, "kind=1\tfigure=999999999999999\tqualifier=3\tfinal=1\tnote=一\\t二\\n三\\\\n\\\\\tdoc=许统〔2023〕5号=x");
	check(&silent, "kind=2\tpromised=20230720");
}

static void test_stages_and_nodes(void **state)
{
	(void)state;
	const struct stage under_way = { .stage = STAGE_UNDER_WAY, .progress = "一\t二", .problem = "", .next = "name=三" };
	const struct node planned = { .name = "申报=上报", .planned = 202403, .doc = "豫科〔2023〕90号" };
	struct change_text text = { 0 };
	struct stage stage = { .unit = 7 };
	struct node node = { .no = 3 };
	char *buffer;
	change_text_stage(&text, &under_way);
	assert_string_equal(text.s, "stage=1\tprogress=一\\t二\tnext=name=三");
	assert_int_equal(change_stage_parse(text.s, &stage, &buffer), ERR_OK);
	assert_int_equal(stage.unit, 7);
	assert_string_equal(stage.progress, under_way.progress);
	assert_string_equal(stage.problem, "");
	assert_string_equal(stage.next, under_way.next);
	free(buffer);
	change_text_start(&text);
	change_text_node(&text, &planned);
	assert_string_equal(text.s, "name=申报=上报\tplanned=202403\tdoc=豫科〔2023〕90号");
	assert_int_equal(change_node_parse(text.s, &node, &buffer), ERR_OK);
	assert_int_equal(node.no, 3);
	assert_string_equal(node.name, planned.name);
	assert_int_equal(node.planned, 202403);
	assert_int_equal(node.done, 0);
	free(buffer);
	change_text_done(&text);
	assert_int_equal(change_stage_parse("progress=x", &stage, &buffer), ERR_DAMAGED);
	assert_int_equal(change_stage_parse("stage=3", &stage, &buffer), ERR_DAMAGED);
	assert_int_equal(change_node_parse("planned=202403", &node, &buffer), ERR_DAMAGED);
}

static void test_unreadable(void **state)
{
	(void)state;
	static const char *const texts[] = {
		"", "figure=1", "kind=4", "kind=1\tfigure=1000000000000000", "kind=1\tfigure=1x", "kind", "kind=1\tother=2",
		"kind=1\tnote=\\q", "kind=1\tnote=\\", "kind=\tfigure=1", "kind=1\t", "kind=1\tfinal=2",
	};
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		struct entry entry = { .figure = 42, .note = "", .doc = "" };
		char *buffer = NULL;
		assert_int_equal(change_entry_parse(texts[i], &entry, &buffer), ERR_DAMAGED);
		assert_int_equal(entry.figure, 42);
		assert_null(buffer);
	}
}

static void hash_of(const char *who, const char *org, const char *line, uint8_t out[CHANGE_HASH])
{
	static const uint8_t zero[CHANGE_HASH], uid[16] = { 1 };
	struct change_hash *hash;
	assert_int_equal(change_hash_new(zero, &hash), ERR_OK);
	change_hash_line(hash, 1, CHANGE_ENTRY, 1, 202306, 3, 0, line);
	change_hash_op(hash, 1, uid, 1700000000, who, org, "set", "", 0, 1, 1);
	change_hash_free(hash, out);
}

static void test_hash(void **state)
{
	(void)state;
	uint8_t one[CHANGE_HASH], other[CHANGE_HASH];
	char code[10];
	hash_of("张三", "wd", "kind=1\tfigure=1", one);
	change_check_code(one, code);
	assert_string_equal(code, "3AD0-7EDD");          // by another SHA-256
	hash_of("张三w", "d", "kind=1\tfigure=1", other);     // the same letters, cut elsewhere
	assert_memory_not_equal(one, other, CHANGE_HASH);
	hash_of("张三", "wd", "kind=1\tfigure=2", other);
	assert_memory_not_equal(one, other, CHANGE_HASH);
	change_hash_free(NULL, one);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text), cmocka_unit_test(test_stages_and_nodes), cmocka_unit_test(test_unreadable), cmocka_unit_test(test_hash),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
