// SPDX-License-Identifier: MIT
// Anything that is typed or stands in a file goes through these: figures, periods, text for the screen. Beyond not
// crashing, what is accepted must mean one thing: its own print reads back as the same.
#include <assert.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "core/edit.h"
#include "core/num.h"
#include "core/period.h"
#include "core/text.h"

#define LENGTH(array) (sizeof (array) / sizeof *(array))

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerInitialize(int *argc, char ***argv);

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	return setlocale(LC_ALL, "C.UTF-8") ? 0 : 1;
}

// ------------------------------------------------------------ figures

static void check_value(const struct num_typed *typed, const char *measure, int decimals)
{
	char text[NUM_TEXT];
	struct num_typed again;
	int64_t plain;
	assert(typed->figure > -NUM_LIMIT && typed->figure < NUM_LIMIT && !typed->why[0]);
	num_format(typed->figure, decimals, text);
	num_parse(text, measure, decimals, &again);
	assert(again.kind == NUM_VALUE && again.figure == typed->figure && !again.qualified);
	assert(num_parse_plain(text, &plain) == ERR_OK && plain == typed->figure);
	rat_format_json(rat_of_figure(typed->figure), text);
	assert(num_parse_plain(text, &plain) == ERR_OK && plain == typed->figure);
}

static void check_refusal(const struct num_typed *typed)
{
	assert(typed->why[0] && typed->figure == 0 && !typed->qualified);
	assert(!typed->reading[0][0] == !typed->reading[1][0]);
	assert(text_valid_utf8(typed->why, strlen(typed->why)) == strlen(typed->why));
	assert(!text_has_controls(typed->why) && !text_has_controls(typed->reading[0]));
}

static void check_figure(const char *text, unsigned choice)
{
	static const char *const measures[] = { "家", "亿元", "万元", "%", "件/万人", "万人", "", "元" };
	const char *measure = measures[choice % LENGTH(measures)];
	int decimals = (int)(choice / LENGTH(measures) % 5);
	struct num_typed typed;
	int64_t plain = 0;
	num_parse(text, measure, decimals, &typed);
	if (typed.kind == NUM_VALUE)
		check_value(&typed, measure, decimals);
	else if (typed.kind == NUM_REFUSED)
		check_refusal(&typed);
	if (num_parse_plain(text, &plain) == ERR_OK) {
		num_parse(text, measure, 4, &typed);
		assert(typed.kind == NUM_VALUE && typed.figure == plain);
	}
}

// ------------------------------------------------------------ periods

static void check_period(const char *text)
{
	int period = 0, back = 0;
	char name[PERIOD_TEXT];
	if (period_parse(text, &period) != ERR_OK) {
		assert(period == 0 && *err_message() && !text_has_controls(err_message()));
		return;
	}
	assert(period_valid(period));
	period_format(period, PERIOD_ASCII, name);
	assert(period_parse(name, &back) == ERR_OK && back == period);
}

// ------------------------------------------------------------ text

static void check_line(const char *line, size_t len, void *ctx)
{
	const char **expected = (const char **)ctx;
	assert(line >= *expected);
	for (; *expected < line; ++*expected)
		assert(**expected == ' ' || **expected == '\n');   // only what parts lines is left out
	*expected = line + len;
}

static void check_text(const char *text, int cells)
{
	static wchar_t wide[1 << 16];
	char fitted[600];
	int used = text_clean_wide(text, -1, wide, LENGTH(wide));
	size_t len = wcslen(wide);
	for (size_t i = 0; i < len; i++)
		assert(text_is_shown((uint32_t)wide[i]));
	assert(text_cells(text) == used && text_wide_cells(wide, len) == used);
	assert(text_clean_wide(text, cells, wide, LENGTH(wide)) <= cells);
	assert(text_fit(text, cells, true, used & 1, fitted, sizeof fitted) <= cells);
	assert(text_valid_utf8(fitted, strlen(fitted)) == strlen(fitted) && !text_has_controls(fitted));
	const char *at = text;
	text_wrap(text, cells, check_line, &at);
}

static void check_edit(const char *text)
{
	static struct edit edit;
	edit_set(&edit, "", false);
	for (; *text; text++) {
		int cell;
		if (*text < 9 && *text >= 0)
			edit_do(&edit, (enum edit_op)*text);
		else
			edit_insert(&edit, *text < 0 ? (wchar_t)(0x4E00 - *text) : *text);
		assert(edit.cursor <= edit.len && edit.len <= EDIT_MAX && edit.text[edit.len] == 0);
		assert(edit_window(&edit, 20, &cell) <= edit.cursor && cell >= 0 && cell < 20);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size < 1 || size > 4096)
		return 0;
	char *text = (char *)malloc(size);
	assert(text);
	memcpy(text, data + 1, size - 1);
	text[size - 1] = '\0';
	check_figure(text, data[0]);
	check_period(text);
	check_text(text, 1 + data[0] % 120);
	check_edit(text);
	text_halve(text);
	free(text);
	return 0;
}
