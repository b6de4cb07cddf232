// SPDX-License-Identifier: MIT
// TERMs x sizes x locales x the screens that only read: no line is too wide, no character cut, columns stand as on the first TERM, and
// what was drawn piece by piece is what a repaint draws. Inside the test's process, so that each picture is known to be whole. A
// sample by itself; all of it with MATRIX=whole (make matrix).
#define _GNU_SOURCE
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <libintl.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "cli/context.h"
#include "cli/demo.h"
#include "cli/show.h"
#include "core/i18n.h"
#include "tests/fault/inside.h"
#include "tests/screen/harness.h"
#include "tests/screen/harness_state.h"
#include "tests/storage/program.h"

const char *const command_program = "matrix";
const struct command commands[1];
const int commands_len = 0;

#define COUNT(a) (sizeof(a) / sizeof(a)[0])
#define F(n) "\033[" n "~"
#define HELP F("11")
#define PERIOD F("12")
#define BACK F("13")
#define UNITS F("14")
#define MENU F("21")
static const char *const terms[] = {
	"xterm-256color", "xterm", "putty", "putty-256color", "linux", "screen-256color", "tmux-256color", "vt100",
};
static const struct { int rows, cols; } sizes[] = {{24, 80}, {5, 20}, {10, 40}, {18, 60}, {20, 79}, {24, 100}, {30, 100}, {40, 120}, {50, 160}, {70, 240}};
static const struct { const char *name, *codeset; } locales[] = {
	{"zh_CN.UTF-8", "UTF-8"}, {"zh_CN.GB18030", "GB18030"}, {"zh_CN.GBK", "GBK"}, {"zh_CN.GB2312", "GB2312"}, {"C.UTF-8", "UTF-8"},
};
// Keys to each screen from the first one, what row 1 says there (of 80 columns and more), and the way back.
static const struct { const char *keys, *title, *back; } screens[] = {
	{"\f", "总览", ""},
	{HELP, "帮助", BACK}, {PERIOD, "选报告期", BACK}, {UNITS, "选单位", BACK}, {MENU, "命令表", BACK},
	{"1", "指标", BACK}, {"2", "指标", BACK}, {"3", "矩阵", BACK}, {"4", "总览", "4"}, {"5", "规划", BACK}, {"6", "催报", BACK},
	{"7", "节点逾期", BACK}, {"8", "通报", BACK}, {F("19"), "指标定义", BACK}, {"s", "排名", BACK}, {"c", "走势", BACK},
	{"\r", "各单位", BACK}, {"\r\r", "", BACK BACK}, {"1\r", "", BACK BACK}, {"5\r", "", BACK BACK}, {UNITS "4", "总览", UNITS "1"},
};
#define SCREENS COUNT(screens)
#define PICTURE 200000               // bytes

struct shared { char first[SCREENS][PICTURE]; int pictures; };       // as on the first TERM of a locale and size
static struct shared *shared;
static struct { const char *locale, *codeset, *term; int rows, cols; } now;
static struct context context;

// ------------------------------------------------------------ what holds of every picture

struct walk {
	struct harness *h;
	size_t screen;                  // at hand
	enum { TO_COME, IS_THERE, REPAINTED } at;
	char picture[PICTURE];          // before it was repainted
};

static void broken(struct walk *walk, const char *what, int row)
{
	harness_dump(walk->h, stderr);
	fprintf(stderr, "%s, TERM=%s, %dx%d, screen %zu: %s in row %d\n", now.locale, now.term, now.cols, now.rows, walk->screen, what, row);
	_exit(1);
}

static void nothing_is_cut(struct walk *walk)
{
	for (int row = 0; row < now.rows; row++) {
		const char *text = harness_row(walk->h, row);
		if (harness_cell(walk->h, row, now.cols - 1).width != 1)
			broken(walk, "a wide character is cut", row);
		if (strstr(text, "<U+") != NULL || strstr(text, "\xef\xbf\xbd") != NULL)
			broken(walk, "a character that the terminal lacks", row);
	}
}

// Bars and rules are drawn by what the terminal can.
static const char *alike(const char *text)
{
	static const char *const drawn[] = {"█", "▉", "▊", "▋", "▌", "▍", "▎", "▏", "┃", "│", "─", "|", "#", "-"};
	for (size_t i = 0; i < COUNT(drawn); i++)
		if (strcmp(text, drawn[i]) == 0)
			return " ";
	return text[0] != '\0' ? text : " ";
}

// MESSAGE: with the row of messages, which a key clears.
static void take_picture(struct walk *walk, bool message, char out[PICTURE])
{
	size_t used = 0;
	for (int row = 0; row < now.rows; row++)
		for (int col = 0; col <= now.cols && (message || row != now.rows - 2); col++) {
			struct harness_cell cell = col < now.cols ? harness_cell(walk->h, row, col) : (struct harness_cell){.text = "\n", .width = 1};
			used += (size_t)snprintf(out + used, PICTURE - used, "%s", alike(cell.text));
			col += cell.width > 1 ? cell.width - 1 : 0;
		}
	assert_true(used < PICTURE);
}

static void is_as(struct walk *walk, const char *what, const char *one, const char *other)
{
	int row = 0;
	if (strcmp(one, other) == 0)
		return;
	const char *line[2] = {one, other};
	for (; *one != '\0' && *one == *other; one++, other++)
		if (*one == '\n') {
			row++;
			line[0] = one + 1;
			line[1] = other + 1;
		}
	fprintf(stderr, "%.*s\n%.*s\n", (int)strcspn(line[0], "\n"), line[0], (int)strcspn(line[1], "\n"), line[1]);
	broken(walk, what, row);
}

static void look(struct walk *walk)
{
	const char *title = screens[walk->screen].title;
	nothing_is_cut(walk);
	take_picture(walk, false, walk->picture);
	if (now.rows >= 24 && now.cols >= 80 && strncmp(now.locale, "zh", 2) == 0 && strstr(harness_row(walk->h, 0), title) == NULL)
		broken(walk, "another screen", 0);
	if (walk->screen == 1)
		return;                         // help names TERM and how bars are drawn
	static char picture[PICTURE];
	take_picture(walk, true, picture);
	char *first = shared->first[walk->screen];
	if (first[0] == '\0')
		memcpy(first, picture, PICTURE);
	is_as(walk, "other than on the first TERM", first, picture);
}

static void look_again(struct walk *walk)
{
	static char repainted[PICTURE];
	take_picture(walk, false, repainted);
	is_as(walk, "other than after a repaint", repainted, walk->picture);
	shared->pictures++;
}

// ------------------------------------------------------------ walking

// ESC [ N b, which not every terminal takes that says it is xterm.
static bool repeats(const char *bytes, size_t len)
{
	const char *end = bytes + len, *at = bytes;
	while ((at = memmem(at, (size_t)(end - at), "\033[", 2)) != NULL) {
		for (at += 2; at < end && *at >= '0' && *at <= '9';)
			at++;
		if (at < end && *at == 'b')
			return true;
	}
	return false;
}

static void show(void *ctx, const char *bytes, size_t len)
{
	struct walk *walk = ctx;
	if (repeats(bytes, len))
		broken(walk, "a repeated character", 0);
	harness_charset_show(walk->h, bytes, len);
	vterm_screen_flush_damage(walk->h->screen);
}

static size_t put(const char *keys, char *bytes)
{
	size_t len = strlen(keys);
	memcpy(bytes, keys, len);
	return len;
}

static size_t next_keys(void *ctx, char *bytes)
{
	struct walk *walk = ctx;
	const char *keys = "\f";
	if (walk->at == REPAINTED) {
		look_again(walk);
		keys = screens[walk->screen].back;
		walk->at = TO_COME;
		walk->screen++;
		if (keys[0] != '\0')
			return put(keys, bytes);
	}
	if (walk->screen == SCREENS)
		return 0;
	if (walk->at == TO_COME) {
		keys = screens[walk->screen].keys;
		walk->at = IS_THERE;
	} else {
		look(walk);
		walk->at = REPAINTED;
	}
	return put(keys, bytes);
}

static void take_languages(void)
{
	char path[500];
	snprintf(path, sizeof path, "%.*s/share/locale", (int)(strlen(program_path()) - strlen("/bin/duibiao")), program_path());
	setenv("LANGUAGE", "zh_CN", 1);
	if (setlocale(LC_CTYPE, now.locale) == NULL) {
		fprintf(stderr, "%s is not here\n", now.locale);
		_exit(2);
	}
	setlocale(LC_MESSAGES, "C.UTF-8");
	bindtextdomain(I18N_DOMAIN, path);
	bind_textdomain_codeset(I18N_DOMAIN, "UTF-8");
	textdomain(I18N_DOMAIN);
}

static void run(void)
{
	static struct walk walk;
	struct show screen = {.idle = 3600};
	take_languages();
	int fd = inside_open(&(struct inside){.keys = next_keys, .show = show, .ctx = &walk});
	walk.h = harness_of_terminal(fd, now.rows, now.cols);
	harness_terminal(walk.h, now.codeset, false);
	setenv("TERM", now.term, 1);
	inside_resize(now.rows, now.cols);
	if (context_open(&context, DB_READ) != ERR_OK || show_run(&context, &screen) != ERR_OK)
		broken(&walk, err_message(), 0);
	if (walk.screen != SCREENS)
		broken(&walk, "it has left", 0);
	_exit(0);
}

static void expect_good(void)
{
	int status;
	pid_t pid = fork();
	if (pid == 0)
		run();
	assert_int_equal(waitpid(pid, &status, 0), pid);
	if (status != 0)
		fail_msg("%s, TERM=%s, %dx%d: status %x", now.locale, now.term, now.cols, now.rows, (unsigned)status);
}

static void run_locale(size_t which)
{
	const char *asked = getenv("MATRIX");
	bool whole = asked != NULL && strcmp(asked, "whole") == 0;
	char *folder = harness_locale_new(strncmp(locales[which].name, "zh", 2) == 0 ? locales[which].name : "zh_CN.UTF-8");
	now.locale = locales[which].name;
	now.codeset = locales[which].codeset;
	if (strncmp(now.locale, "zh", 2) == 0)
		setenv("LOCPATH", folder, 1);
	for (size_t size = 0; size < COUNT(sizes); size++) {
		now.rows = sizes[size].rows;
		now.cols = sizes[size].cols;
		memset(shared->first, 0, sizeof shared->first);
		for (size_t term = 0; term < COUNT(terms); term++) {
			now.term = terms[term];
			bool sampled = (size + which) % 5 == 0 && (term == 0 || term == (size + which + 3) % COUNT(terms));
			if (whole || sampled)
				expect_good();
		}
	}
	unsetenv("LOCPATH");
	harness_folder_remove(folder);
	print_message("%s: %d pictures so far\n", now.locale, shared->pictures);
}

#define LOCALE(index, name) \
	static void test_##name(void **state) \
	{ \
		(void)state; \
		run_locale(index); \
	}
LOCALE(0, utf8)
LOCALE(1, gb18030)
LOCALE(2, gbk)
LOCALE(3, gb2312)
LOCALE(4, c_utf8)

static int setup(void **state)
{
	(void)state;
	program_reset();
	shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	return shared == MAP_FAILED || context_init(&context) != ERR_OK || demo_make(&context) != ERR_OK;
}

static int teardown(void **state)
{
	(void)state;
	demo_done(&context);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_utf8), cmocka_unit_test(test_gb18030), cmocka_unit_test(test_gbk), cmocka_unit_test(test_gb2312),
		cmocka_unit_test(test_c_utf8),
	};
	return cmocka_run_group_tests(tests, setup, teardown);
}
