// SPDX-License-Identifier: MIT
// The terminal, the loop and the widgets under a screen of our own: this program starts itself in a pty as that screen. Its
// write() counts what goes to the terminal, which only the process itself can see.
#define _GNU_SOURCE
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <fcntl.h>
#include <locale.h>
#include <pty.h>
#include <termios.h>
#include <unistd.h>
#include <cmocka.h>

#include "core/i18n.h"
#include "core/text.h"
#include "tests/screen/harness.h"
#include "tui/list.h"
#include "tui/prompt.h"
#include "tui/screen.h"
#include "tui/term.h"

// ------------------------------------------------------------ the screen that is driven

static int draws, writes;

ssize_t write(int fd, const void *bytes, size_t len)
{
	writes += fd > STDERR_FILENO && isatty(fd);
	return (ssize_t)syscall(SYS_write, fd, bytes, len);
}

struct rows {
	struct app *app;
	struct list list;
	struct edit edit;
	bool editing;
	char answer[256];
};

static enum err rows_open(void *state, struct app *app, const void *arg)
{
	struct rows *r = state;
	(void)arg;
	r->app = app;
	list_resize(&r->list, 100, app->rows - 6);
	return ERR_OK;
}

static void rows_draw(const void *state, struct paint *p)
{
	const struct rows *r = state;
	char text[320];
	draws++;
	for (int i = r->list.top; i < r->list.len && i < r->list.top + r->list.height; i++) {
		int y = 2 + i - r->list.top;
		paint_text(p, y, 0, 1, ROLE_MARK, i == r->list.focus ? ">" : " ");
		paint_text(p, y, 1, 50, ROLE_CRITICAL, text_format(text, sizeof text, "row %03d 国家级、省级研发平台", i));
		if (i == r->list.focus)
			paint_cursor(p, y, 0);
	}
	paint_text(p, 1, 0, 80, ROLE_TEXT, text_format(text, sizeof text, "answer %s.", r->answer));
	paint_bar(p, 1, 66, 12, &(struct bar){.shape = BAR_SOLID, .eighths = 30, .mark = 7}, ROLE_MET);
	int cursor = paint_edit(p, 1, 40, 20, &r->edit);
	if (r->editing)
		paint_cursor(p, 1, cursor);
}

static unsigned chosen(void *ctx, int choice)
{
	struct rows *r = ctx;
	text_format(r->answer, sizeof r->answer, "choice %d", choice);
	return SCREEN_HANDLED;
}

static unsigned given(void *ctx, const char *const *texts)
{
	struct rows *r = ctx;
	text_format(
		r->answer, sizeof r->answer, "text %s|%s", texts == NULL ? "none" : texts[0], texts == NULL ? "none" : texts[1]);
	return SCREEN_HANDLED;
}

static unsigned ask(struct rows *r, enum action action)
{
	static const struct prompt_choice choices[] = {{"first"}, {"second"}, {"third"}};
	static const char *const labels[] = {"note", "document"}, *const texts[] = {"", "old"};
	if (action == ACTION_CHOOSE)
		prompt_choose(r->app, "Which?", choices, 3, 1, chosen, r);
	else if (action == ACTION_TURN)
		prompt_text(r->app, "Words?", labels, texts, 2, given, r);
	else
		prompt_read(r->app, "Reading", "one\ntwo\n\nfour\033[31m");
	return SCREEN_HANDLED;
}

static unsigned type(struct rows *r, enum action action, const struct key *key)
{
	r->editing = true;
	if (action == ACTION_TYPE)
		edit_insert(&r->edit, key->code);
	else
		edit_do(&r->edit, key->edit);
	return SCREEN_HANDLED;
}

static unsigned rows_act(void *state, enum action action, const struct key *key)
{
	struct rows *r = state;
	list_resize(&r->list, 100, r->app->rows - 6);
	if (action == ACTION_TYPE || action == ACTION_LINE)
		return type(r, action, key);
	if (action == ACTION_CHOOSE || action == ACTION_TURN || action == ACTION_WORDS)
		return ask(r, action);
	if (action == ACTION_BACK && r->editing) {
		r->editing = false;
		return SCREEN_HANDLED;
	}
	if (action == ACTION_CHECK)
		screen_message(r->app, true, "%s",
			"a sentence that is far too long for one row of this terminal, so that it needs another one");
	return list_act(&r->list, action) || action == ACTION_CHECK ? SCREEN_HANDLED : 0;
}

static bool rows_offers(const void *state, enum action action)
{
	(void)state;
	return action == ACTION_CHOOSE || action == ACTION_TURN || action == ACTION_WORDS || action == ACTION_SAME;
}

static bool rows_editing(const void *state)
{
	const struct rows *r = state;
	return r->editing;
}

static const struct screen_ops rows_ops = {
	.name = "Rows",
	.context = "entry",
	.size = sizeof(struct rows),
	.open = rows_open,
	.draw = rows_draw,
	.act = rows_act,
	.offers = rows_offers,
	.editing = rows_editing,
};

static int drive(bool quiet)
{
	const char *idle = getenv("IDLE");
	struct app app = {.unit = PLAN_NONE, .account = "Li Si", .state = "read-only", .idle = idle != NULL ? atoi(idle) : 0};
	setlocale(LC_ALL, "");
	enum err err = screen_run(&app, &rows_ops, NULL);
	if (err != ERR_OK)
		printf("%s\n", err_message());
	else if (app.idled)
		printf("idled\n");
	else if (!quiet)
		printf("ended draws=%d writes=%d\n", draws, writes);
	return err_exit_status(err);
}

// ------------------------------------------------------------ tests

static struct harness *start(int rows, int cols, const char *const *extra)
{
	static const char *const argv[] = {"/proc/self/exe", "drive", NULL};
	return harness_start_with(argv, rows, cols, NULL, extra);
}

static struct harness *start_plain(int rows, int cols)
{
	struct harness *h = start(rows, cols, NULL);
	harness_wait(h, "row 000");
	return h;
}

static size_t bytes(struct harness *h)
{
	size_t len;
	harness_output(h, &len);
	return len;
}

static void test_frame(void **state)
{
	(void)state;
	struct harness *h = start_plain(24, 80);
	assert_true(strncmp(harness_row(h, 0), " Rows", 5) == 0);
	assert_non_null(strstr(harness_row(h, 0), "read-only  Li Si"));
	assert_true(harness_cell(h, 0, 79).reverse);
	assert_non_null(strstr(harness_row(h, 23), "F4"));
	assert_null(strstr(harness_row(h, 23), "F5"));       // writes, and there is no desk
	assert_null(strstr(harness_row(h, 23), "F7"));       // not offered
	harness_wait_cursor(h, 2, 0);
	assert_int_equal(harness_cell(h, 2, 1).fg, 160);
	harness_send(h, "F5");
	harness_wait_row(h, 22, "read-only");
	harness_stop(h);
}

static void test_down_key_moves_the_marker_only(void **state)
{
	(void)state;
	struct harness *h = start_plain(24, 80);
	harness_wait_row(h, 23, "F10");                      // the rest of the first picture is not the key's
	harness_wait_row(h, 1, "┃");                         // drawn again, once its width is known
	harness_wait_cursor(h, 2, 0);
	for (int i = 1; i < 18; i++) {
		size_t before = bytes(h);
		harness_send(h, "Down");
		harness_wait_cursor(h, 2 + i, 0);
		assert_true(bytes(h) - before <= 120);
	}
	harness_send(h, "Down");
	harness_wait_row(h, 2, "row 009");                   // by half a page
	harness_wait_row(h, 11, ">row 018");
	harness_stop(h);
}

static void test_a_burst_is_one_update_and_one_write(void **state)
{
	(void)state;
	struct harness *h = start_plain(24, 80);
	int drawn = -1, written = -1;
	char keys[91] = "";
	for (int i = 0; i < 30; i++)
		memcpy(keys + 3 * i, "\033OB", 3);
	harness_send_bytes(h, keys, 90);
	harness_wait(h, ">row 030");
	harness_send(h, "Esc");
	harness_wait(h, "ended");
	int row, col;
	assert_true(harness_find(h, "ended", &row, &col));
	sscanf(harness_row(h, row), "ended draws=%d writes=%d", &drawn, &written);
	assert_in_range(drawn, 2, 4);
	assert_in_range(written, drawn, drawn + 2);          // opening and closing write too
	assert_int_equal(harness_wait_exit(h), 0);
	harness_stop(h);
}

static void test_idle_writes_nothing(void **state)
{
	(void)state;
	struct harness *h = start_plain(24, 80);
	harness_read(h, 100);
	assert_false(harness_read(h, 1500));
	harness_stop(h);
}

static void test_sizes(void **state)
{
	(void)state;
	struct harness *h = start_plain(24, 80);
	harness_send(h, "Down*10 3");
	harness_wait_cursor(h, 1, 42);
	harness_resize(h, 50, 160);
	harness_wait_row(h, 49, "F1");
	harness_wait_cursor(h, 1, 42);                       // text being typed and its cursor stay
	assert_non_null(strstr(harness_row(h, 1), "[3"));
	harness_send(h, "Esc");
	harness_wait_cursor(h, 12, 0);
	harness_resize(h, 5, 20);
	harness_wait_row(h, 4, "F1");
	harness_wait(h, ">row 010");
	harness_send(h, "End");
	harness_wait(h, ">row 099");
	harness_send(h, "3");                                // the field is far to the right
	harness_wait(h, "[33");
	harness_send(h, "Esc");
	for (int i = 0; i < 200; i++)
		harness_resize(h, 1 + i * 7 % 40, 1 + i * 13 % 100);
	harness_resize(h, 24, 80);
	harness_wait(h, ">row 099");
	harness_wait_row(h, 23, "F1");
	harness_stop(h);
}

static void test_questions(void **state)
{
	(void)state;
	struct harness *h = start_plain(24, 80);
	harness_send(h, "F4");
	harness_wait(h, "Which?");
	harness_wait_row(h, 20, ">");
	harness_wait(h, "row 000");                          // what the question is about stays in sight
	harness_send(h, "3");
	harness_wait_row(h, 1, "answer choice 2.");
	harness_send(h, "F4");
	harness_wait(h, "Which?");
	harness_send(h, "Esc");
	harness_wait_row(h, 1, "answer choice -1.");
	harness_send(h, "F6");
	harness_wait(h, "Words?");
	harness_type(h, "许科〔2024〕");
	harness_send(h, "Enter");
	harness_wait_row(h, 21, ">");
	harness_send(h, "^U x Enter");
	harness_wait_row(h, 1, "answer text 许科〔2024〕|x.");
	harness_send(h, "F8");
	harness_wait_row(h, 5, "four<U+001B>[31m");
	harness_send(h, "Enter");
	harness_wait(h, ">row 000");
	harness_stop(h);
}

static void test_typed_behind_its_key_answers(void **state)
{
	(void)state;
	struct harness *h = start_plain(24, 80);
	harness_send_bytes(h, "\033OS3", 4);                 // F4 and a 3 at once: whoever asks for a question means to answer it
	harness_wait_row(h, 1, "answer choice 2.");
	harness_stop(h);
}

static void test_keys(void **state)
{
	(void)state;
	struct harness *h = start_plain(24, 80);
	harness_send_bytes(h, "\033[4~", 4);                 // PuTTY's End
	harness_wait(h, ">row 099");
	harness_send_bytes(h, "\033[1~", 4);
	harness_wait(h, ">row 000");
	harness_send_bytes(h, "\0334", 2);                   // Esc and 4 in one read
	harness_wait(h, "Which?");
	harness_send(h, "Esc");
	harness_wait(h, "answer choice -1.");
	harness_send_bytes(h, "\033[99;5u\033[210~", 13);    // keys that nobody knows do nothing
	harness_type(h, "？");
	harness_wait(h, "PgUp");
	harness_send(h, "Esc");
	harness_wait_gone(h, "PgUp");
	harness_send_bytes(h, "\033Op\033On\033Oq", 9);      // a number pad in application mode
	harness_wait(h, "[0.1");
	harness_send_bytes(h, "\344\272", 2);                // 亿 in two packets
	assert_false(harness_read(h, 100));
	harness_send_bytes(h, "\277", 1);
	harness_wait(h, "[0.1亿");
	harness_send_bytes(h, "\0334", 2);                   // while typing: Esc, then a 4
	harness_wait(h, "[0.1亿4");
	assert_false(harness_find(h, "Which?", &(int){0}, &(int){0}));
	harness_stop(h);
}

static void test_long_message_is_readable(void **state)
{
	(void)state;
	struct harness *h = start_plain(24, 80);
	harness_send(h, "F7");
	harness_wait_row(h, 22, "another one");
	harness_wait_row(h, 21, "a sentence that is far");
	harness_send(h, "Down");
	harness_wait_gone(h, "a sentence");
	harness_stop(h);
}

static void ends_on(int number)
{
	struct harness *h = start_plain(24, 80);
	harness_signal(h, number);
	harness_wait(h, "ended");
	assert_int_equal(harness_wait_exit(h), 0);
	harness_stop(h);
}

static void test_signals_end_it(void **state)
{
	(void)state;
	ends_on(SIGTERM);
	ends_on(SIGINT);
	ends_on(SIGHUP);
}

static void test_stop_and_continue(void **state)
{
	(void)state;
	struct harness *h = start_plain(24, 80);
	harness_send(h, "Down");
	harness_wait(h, ">row 001");
	harness_signal(h, SIGSTOP);
	harness_resize(h, 30, 100);
	harness_signal(h, SIGCONT);
	harness_wait_row(h, 29, "F1");
	harness_wait(h, ">row 001");
	harness_send(h, "^C");
	harness_wait_row(h, 28, "Ctrl-C");
	harness_stop(h);
}

static void refuses(const char *type, const char *words)
{
	char setting[64];
	const char *const extra[] = {text_format(setting, sizeof setting, "TERM=%s", type), NULL};
	struct harness *h = start(24, 80, extra);
	harness_wait(h, words);
	assert_int_equal(harness_wait_exit(h), 3);
	harness_stop(h);
}

static void test_terminals_that_cannot(void **state)
{
	(void)state;
	refuses("dumb", "TERM");
	refuses("nonesuch", "nonesuch");
	refuses("", "TERM");
}

static void test_colours(void **state)
{
	(void)state;
	const char *const mono[] = {"NO_COLOR=1", NULL}, *const eight[] = {"TERM=linux", NULL};
	struct harness *h = start(24, 80, mono);
	harness_wait(h, "row 000");
	assert_int_equal(harness_cell(h, 2, 1).fg, -1);
	assert_true(harness_cell(h, 2, 1).bold);
	harness_stop(h);
	h = start(24, 80, eight);
	harness_wait(h, "row 000");
	assert_int_equal(harness_cell(h, 2, 1).fg, 1);
	harness_stop(h);
}

// The tier of lines: the three filled cells of the bar are reversed blanks.
static void has_reversed_bar(struct harness *h)
{
	harness_wait_row(h, 1, "[       │  ]");
	for (int col = 67; col < 77; col++)
		assert_int_equal(harness_cell(h, 1, col).reverse, col < 70);
}

static void test_bars(void **state)
{
	(void)state;
	const char *const console[] = {"TERM=linux", NULL}, *const plain[] = {"LC_ALL=C", NULL};
	struct harness *h = start_plain(24, 80);
	harness_wait_row(h, 1, "[███▊   ┃  ]");
	harness_stop(h);
	h = start(24, 80, console);
	has_reversed_bar(h);
	harness_stop(h);
	h = start(24, 80, plain);
	harness_wait_row(h, 1, "[###    |  ]");
	harness_stop(h);
}

// Neither blocks nor the lines that curses draws in UTF-8 are one cell there; blanks are.
static void test_a_terminal_of_wide_signs(void **state)
{
	(void)state;
	struct harness *h = start(24, 80, NULL);
	harness_terminal(h, "UTF-8", true);
	harness_wait_row(h, 1, "[       |  ]");
	assert_true(harness_cell(h, 1, 67).reverse);
	harness_send(h, "F6");
	harness_wait(h, "Words?");
	harness_type(h, "“十四五”×");
	harness_wait(h, "[“ 十四五” × ");
	harness_wait_cursor(h, 20, 23);
	harness_stop(h);
}

static void test_answers_are_no_keys(void **state)
{
	(void)state;
	const char *const silent[] = {"ESCDELAY=300", NULL};
	struct harness *h = start(24, 80, silent);
	harness_wait_row(h, 1, "[███▊   ┃  ]");
	harness_send_bytes(h, "\033[2;2R\033[3;5R\033[9;9R\033[3;", 22);     // late ones, one that nobody asked for, a torn one
	assert_false(harness_read(h, 100));
	harness_send_bytes(h, "9R", 2);                                       // now wide
	harness_wait_row(h, 1, "[       |  ]");
	harness_send_bytes(h, "\033", 1);                                     // one that nobody asked for, torn behind its Esc
	assert_false(harness_read(h, 100));
	harness_send_bytes(h, "[9;9R", 5);
	harness_send(h, "End");
	harness_wait(h, ">row 099");
	harness_stop(h);
}

static void test_a_gbk_terminal(void **state)
{
	(void)state;
	char *folder = harness_locale_new("zh_CN.GBK"), where[512];
	text_format(where, sizeof where, "LOCPATH=%s", folder);
	const char *const extra[] = {where, "LC_ALL=zh_CN.GBK", NULL};
	struct harness *h = start(24, 80, extra);
	harness_terminal(h, "GBK", false);
	harness_wait(h, ">row 000 国家级、省级研发平台");
	has_reversed_bar(h);
	harness_send(h, "F6");
	harness_wait(h, "Words?");
	harness_type(h, "国家级");
	harness_send(h, "Enter*2");
	harness_wait(h, "answer text 国家级|old.");
	harness_stop(h);
	harness_folder_remove(folder);
}

// ------------------------------------------------------------ terminals that go away

static pid_t start_bare(int *master, bool ignore_hangup)
{
	pid_t pid = forkpty(master, NULL, NULL, &(struct winsize){.ws_row = 24, .ws_col = 80});
	assert_true(pid >= 0);
	if (pid > 0)
		return pid;
	if (ignore_hangup)
		signal(SIGHUP, SIG_IGN);
	setenv("TERM", "xterm-256color", 1);
	execl("/proc/self/exe", "test_term", "drive", "quiet", (char *)NULL);
	_exit(127);
}

static void read_until(int fd, const char *text)
{
	char got[65536];
	size_t len = 0;
	while (memmem(got, len, text, strlen(text)) == NULL) {
		ssize_t more = read(fd, got + len, sizeof got - len);
		assert_true(more > 0);
		len += (size_t)more;
	}
}

// The alarm ends a test that would hang; a program that spins or hangs never gets here in time.
static void ends_by_itself(pid_t pid)
{
	int status = 0;
	alarm(20);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	alarm(0);
	assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

static void test_hang_up(void **state)
{
	(void)state;
	for (int ignored = 0; ignored < 2; ignored++) {
		int master;
		pid_t pid = start_bare(&master, ignored != 0);
		read_until(master, "row 017");
		close(master);
		ends_by_itself(pid);
	}
}

static void test_a_terminal_that_does_not_read(void **state)
{
	(void)state;
	int master;
	pid_t pid = start_bare(&master, false);
	read_until(master, "row 017");
	int slave = open(ptsname(master), O_RDWR | O_NOCTTY);
	assert_int_equal(tcflow(slave, TCOOFF), 0);
	assert_int_equal(write(master, "\033[6~\014", 5), 5);
	kill(pid, SIGTERM);
	ends_by_itself(pid);
	close(slave);
	close(master);
}

// Nobody presses a key; and nobody reads.
static void test_idling_ends(void **state)
{
	(void)state;
	static const char *const extra[] = {"IDLE=1", NULL};
	struct harness *h = start(24, 80, extra);
	harness_wait(h, "row 017");
	assert_int_equal(harness_wait_exit(h), 0);
	harness_wait(h, "idled");
	harness_stop(h);
}

static void test_idling_without_reading_ends(void **state)
{
	(void)state;
	int master;
	setenv("IDLE", "1", 1);
	pid_t pid = start_bare(&master, false);
	unsetenv("IDLE");
	read_until(master, "row 017");
	int slave = open(ptsname(master), O_RDWR | O_NOCTTY);
	assert_int_equal(tcflow(slave, TCOOFF), 0);
	assert_int_equal(write(master, "\033[6~\014", 5), 5);
	ends_by_itself(pid);
	close(slave);
	close(master);
}

static void test_storms(void **state)
{
	(void)state;
	for (int i = 0; i < 20; i++) {
		struct harness *h = start_plain(24, 80);
		for (int n = 0; n < 50; n++) {
			harness_resize(h, 5 + (i + n) % 40, 20 + (i * n) % 140);
			harness_signal(h, n % 3 == 0 ? SIGCONT : SIGWINCH);
		}
		harness_signal(h, SIGTERM);
		assert_int_equal(harness_wait_exit(h), 0);
		harness_stop(h);
	}
}

int main(int argc, char **argv)
{
	if (argc > 1 && strcmp(argv[1], "drive") == 0)
		return drive(argc > 2);
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_frame),
		cmocka_unit_test(test_down_key_moves_the_marker_only),
		cmocka_unit_test(test_a_burst_is_one_update_and_one_write),
		cmocka_unit_test(test_idle_writes_nothing),
		cmocka_unit_test(test_sizes),
		cmocka_unit_test(test_questions),
		cmocka_unit_test(test_typed_behind_its_key_answers),
		cmocka_unit_test(test_keys),
		cmocka_unit_test(test_long_message_is_readable),
		cmocka_unit_test(test_signals_end_it),
		cmocka_unit_test(test_stop_and_continue),
		cmocka_unit_test(test_terminals_that_cannot),
		cmocka_unit_test(test_colours),
		cmocka_unit_test(test_bars),
		cmocka_unit_test(test_a_terminal_of_wide_signs),
		cmocka_unit_test(test_answers_are_no_keys),
		cmocka_unit_test(test_a_gbk_terminal),
		cmocka_unit_test(test_hang_up),
		cmocka_unit_test(test_a_terminal_that_does_not_read),
		cmocka_unit_test(test_idling_ends),
		cmocka_unit_test(test_idling_without_reading_ends),
		cmocka_unit_test(test_storms),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
