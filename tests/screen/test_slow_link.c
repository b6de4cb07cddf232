// SPDX-License-Identifier: MIT
// A link of 9,600 bit/s, ten bits a byte: how long each reading screen is on the way, when it is opened, when the cursor goes on and
// when it is left. Bytes are counted and the seconds reckoned from them; nothing is waited for. Inside the test's process, so that
// each picture is known to be whole.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <libintl.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
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

const char *const command_program = "slow";
const struct command commands[1];
const int commands_len = 0;

#define COUNT(a) (sizeof(a) / sizeof(a)[0])
#define REST 200                     // ms between keys: longer than what waits for the cursor to rest (tui/events.c)
#define PER_SECOND 960               // bytes
#define F(n) "\033[" n "~"
#define BACK F("13")
#define DOWN "\033[B"

static const struct { int rows, cols; } sizes[] = {{24, 80}, {50, 160}};
// Keys to each screen from the overview, what row 1 says there, and the way back.
static const struct { const char *keys, *title, *back; } screens[] = {
	{"", "总览", ""}, {F("11"), "帮助", BACK}, {F("12"), "选报告期", BACK}, {F("14"), "选单位", BACK}, {F("21"), "命令表", BACK},
	{"1", "指标", BACK}, {"2", "指标", BACK}, {"3", "矩阵", BACK}, {"5", "规划", BACK}, {"6", "催报", BACK}, {"7", "节点逾期", BACK},
	{"8", "通报", BACK}, {F("19"), "指标定义", BACK}, {"s", "排名", BACK}, {"c", "走势", BACK}, {"\r", "各单位", BACK},
};
#define SCREENS COUNT(screens)

// What is done on each screen, and the bytes of the worst, by size, with a little room.
enum step { FIRST, OPEN, MARK, SECOND_MARK, UP, LEAVE, STEPS };
static const struct { const char *what; size_t most[COUNT(sizes)]; } limits[STEPS] = {
	[FIRST] = {"the first picture", {3360, 4320}}, [OPEN] = {"opened", {4800, 8400}}, [MARK] = {"the cursor one on", {960, 3360}},
	[SECOND_MARK] = {"and again", {1440, 2880}}, [UP] = {"and back", {960, 2640}}, [LEAVE] = {"left", {3120, 4480}},
};

static struct context context;
struct link {
	struct harness *h;
	size_t size, screen, worst[STEPS];
	int step;                        // whose bytes are coming; -1 before the first picture
	size_t bytes;
};

// In the place of the C library's: the rests have passed by it.
int clock_gettime(clockid_t clock, struct timespec *now)
{
	int result = (int)syscall(SYS_clock_gettime, clock, now);
	int64_t ns = now->tv_nsec + inside_passed() % 1000 * 1000000;
	now->tv_sec += (time_t)(inside_passed() / 1000 + ns / 1000000000);
	now->tv_nsec = (long)(ns % 1000000000);
	return result;
}

static void show(void *ctx, const char *bytes, size_t len)
{
	struct link *link = ctx;
	link->bytes += len;
	harness_charset_show(link->h, bytes, len);
	vterm_screen_flush_damage(link->h->screen);
}

static void bad(struct link *link, const char *what)
{
	harness_dump(link->h, stderr);
	fprintf(stderr, "%dx%d, screen %zu (%s): %s\n", sizes[link->size].cols, sizes[link->size].rows, link->screen,
		screens[link->screen].title, what);
	_exit(1);
}

// The picture of the step before is whole.
static void weigh(struct link *link)
{
	char what[120];
	size_t most = limits[link->step].most[link->size];
	if (strstr(harness_row(link->h, 0), screens[link->step == LEAVE ? 0 : link->screen].title) == NULL)
		bad(link, "another screen");
	if (link->bytes > link->worst[link->step])
		link->worst[link->step] = link->bytes;
	snprintf(what, sizeof what, "%s: %zu bytes, %.2f s; at most %zu", limits[link->step].what, link->bytes,
		(double)link->bytes / PER_SECOND, most);
	if (link->bytes > most)
		bad(link, what);
}

static size_t put(const char *keys, char *bytes)
{
	memcpy(bytes, keys, strlen(keys));
	return strlen(keys);
}

static size_t next_keys(void *ctx, char *bytes)
{
	static const char *const moves[STEPS] = {[FIRST] = "", [MARK] = DOWN, [SECOND_MARK] = DOWN, [UP] = "\033[A"};
	struct link *link = ctx;
	const char *keys = "";
	while (keys[0] == '\0') {
		if (link->step >= 0)
			weigh(link);
		if (++link->step == STEPS) {
			link->step = OPEN;
			link->screen++;
		}
		if (link->screen == SCREENS)
			return 0;
		keys = link->step == OPEN ? screens[link->screen].keys : link->step == LEAVE ? screens[link->screen].back : moves[link->step];
		if (link->step != FIRST)
			link->bytes = 0;
	}
	return put(keys, bytes);
}

static void take_chinese(void)
{
	char path[500];
	snprintf(path, sizeof path, "%.*s/share/locale", (int)(strlen(program_path()) - strlen("/bin/duibiao")), program_path());
	setenv("LANGUAGE", "zh_CN", 1);
	setlocale(LC_ALL, "C.UTF-8");
	bindtextdomain(I18N_DOMAIN, path);
	bind_textdomain_codeset(I18N_DOMAIN, "UTF-8");
	textdomain(I18N_DOMAIN);
}

static void run(size_t size)
{
	static struct link link = {.step = -1};
	struct show reading = {.idle = 0};
	link.size = size;
	take_chinese();
	int fd = inside_open(&(struct inside){.keys = next_keys, .show = show, .ctx = &link, .rests = REST});
	link.h = harness_of_terminal(fd, sizes[size].rows, sizes[size].cols);
	setenv("TERM", "xterm-256color", 1);
	const struct winsize window = {.ws_row = (unsigned short)sizes[size].rows, .ws_col = (unsigned short)sizes[size].cols};
	assert_int_equal(ioctl(fd, TIOCSWINSZ, &window), 0);
	if (context_open(&context, DB_READ) != ERR_OK || show_run(&context, &reading) != ERR_OK || link.screen != SCREENS)
		bad(&link, "it has left");
	for (int step = 0; step < STEPS; step++)
		fprintf(stderr, "%dx%d %s: %zu bytes at most, %.2f s\n", sizes[size].cols, sizes[size].rows, limits[step].what, link.worst[step],
			(double)link.worst[step] / PER_SECOND);
	_exit(0);
}

static void expect_good(size_t size)
{
	int status;
	pid_t pid = fork();
	if (pid == 0)
		run(size);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
}

static void test_small(void **state)
{
	(void)state;
	expect_good(0);
}

static void test_large(void **state)
{
	(void)state;
	expect_good(1);
}

static int setup(void **state)
{
	(void)state;
	program_reset();
	return context_init(&context) != ERR_OK || demo_make(&context) != ERR_OK;
}

static int teardown(void **state)
{
	(void)state;
	demo_done(&context);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_small), cmocka_unit_test(test_large)};
	return cmocka_run_group_tests(tests, setup, teardown);
}
