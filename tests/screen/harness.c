// SPDX-License-Identifier: MIT
// See harness.h. The process, its terminal and waiting; harness_screen.c looks at the screen, harness_keys.c presses keys.
#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <cmocka.h>

#include "tests/screen/harness_state.h"

#define ENVIRONMENT_MAX 40
struct environment {
	char text[ENVIRONMENT_MAX][512];
	char *list[ENVIRONMENT_MAX + 1];
	int len;
};

static void environment_set(struct environment *e, const char *setting)
{
	size_t name = strcspn(setting, "=");
	int at = 0;
	while (at < e->len && (strncmp(e->text[at], setting, name) != 0 || e->text[at][name] != '='))
		at++;
	if (setting[name] == '\0') {
		if (at < e->len)
			memcpy(e->text[at], e->text[--e->len], sizeof e->text[at]);
		return;
	}
	assert_in_range(at, 0, ENVIRONMENT_MAX - 1);
	assert_true(snprintf(e->text[at], sizeof e->text[at], "%s", setting) < (int)sizeof e->text[at]);
	if (at == e->len)
		e->len++;
}

static void environment_init(struct environment *e, const char *folder, const char *const *extra)
{
	static const char *const fixed[] = {"TERM=xterm-256color", "LC_ALL=C.UTF-8", "LANGUAGE=zh_CN", "TZ=Asia/Shanghai", NULL};
	static const char *const folders[][2] = {{"HOME", ""}, {"XDG_DATA_HOME", "/data"}, {"XDG_CONFIG_HOME", "/config"},
		{"XDG_STATE_HOME", "/state"}, {"XDG_CACHE_HOME", "/cache"}, {"XDG_RUNTIME_DIR", "/run"}};
	char setting[512];
	e->len = 0;
	for (int i = 0; fixed[i] != NULL; i++)
		environment_set(e, fixed[i]);
	for (size_t i = 0; i < sizeof folders / sizeof folders[0]; i++) {
		snprintf(setting, sizeof setting, "%s=%s%s", folders[i][0], folder, folders[i][1]);
		environment_set(e, setting);
	}
	for (int i = 0; extra != NULL && extra[i] != NULL; i++)
		environment_set(e, extra[i]);
	for (int i = 0; i < e->len; i++)
		e->list[i] = e->text[i];
	e->list[e->len] = NULL;
}

static int on_property(VTermProp property, VTermValue *value, void *user)
{
	struct harness *h = user;
	if (property == VTERM_PROP_CURSORVISIBLE)
		h->cursor_visible = value->boolean != 0;
	return 1;
}

// What the terminal itself says (keys, answers to questions) goes to the program.
static void on_terminal_output(const char *bytes, size_t len, void *user)
{
	harness_send_bytes(user, bytes, len);
}

static void open_terminal(struct harness *h, int rows, int cols)
{
	static const VTermScreenCallbacks callbacks = {.settermprop = on_property};
	h->rows = rows;
	h->cols = cols;
	h->cursor_visible = true;
	h->vt = vterm_new(rows, cols);
	assert_non_null(h->vt);
	vterm_set_utf8(h->vt, 1);
	vterm_output_set_callback(h->vt, on_terminal_output, h);
	h->screen = vterm_obtain_screen(h->vt);
	vterm_screen_enable_altscreen(h->screen, 1);
	vterm_screen_set_callbacks(h->screen, &callbacks, h);
	vterm_screen_reset(h->screen, 1);
}

struct harness *harness_of_terminal(int fd, int rows, int cols)
{
	struct harness *h = calloc(1, sizeof *h);
	assert_non_null(h);
	open_terminal(h, rows, cols);
	h->fd = fd;
	return h;
}

struct harness *harness_start_with(const char *const *argv, int rows, int cols, const char *folder, const char *const *extra)
{
	struct harness *h = calloc(1, sizeof *h);
	struct environment *environment = calloc(1, sizeof *environment);
	struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols};
	assert_true(h != NULL && environment != NULL);
	h->own_folder = folder == NULL;
	h->folder = folder == NULL ? harness_folder_new() : strdup(folder);
	open_terminal(h, rows, cols);
	environment_init(environment, h->folder, extra);
	h->pid = forkpty(&h->fd, NULL, NULL, &size);
	assert_true(h->pid >= 0);
	if (h->pid == 0) {
		execve(argv[0], (char *const *)(uintptr_t)argv, environment->list);
		fprintf(stderr, "%s: %s\n", argv[0], strerror(errno));
		_exit(127);
	}
	free(environment);
	return h;
}

struct harness *harness_start(const char *const *argv, int rows, int cols)
{
	return harness_start_with(argv, rows, cols, NULL, NULL);
}

static void close_terminal(struct harness *h)
{
	if (h->fd >= 0)
		close(h->fd);
	h->fd = -1;
}

void harness_stop(struct harness *h)
{
	if (h == NULL)
		return;
	close_terminal(h);
	if (!h->ended) {
		kill(h->pid, SIGKILL);
		waitpid(h->pid, &h->status, 0);
	}
	vterm_free(h->vt);
	harness_charset_free(h->charset);
	if (h->own_folder)
		harness_folder_remove(h->folder);
	else
		free(h->folder);
	free(h->output);
	free(h);
}

static void keep_output(struct harness *h, const char *bytes, size_t len)
{
	if (h->output_len + len > h->output_cap) {
		h->output_cap = (h->output_len + len) * 2;
		h->output = realloc(h->output, h->output_cap);
		assert_non_null(h->output);
	}
	memcpy(h->output + h->output_len, bytes, len);
	h->output_len += len;
}

static int64_t now_ms(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

// One piece of output, waited for at most MS. False: none came, or the terminal is gone.
static bool read_piece(struct harness *h, int ms)
{
	struct pollfd p = {h->fd, POLLIN, 0};
	char bytes[65536];
	if (h->fd < 0 || poll(&p, 1, ms) <= 0)
		return false;
	ssize_t got = read(h->fd, bytes, sizeof bytes);
	if (got <= 0) {
		close_terminal(h);
		return false;
	}
	keep_output(h, bytes, (size_t)got);
	harness_charset_show(h, bytes, (size_t)got);
	return true;
}

// All that lies ready goes in before anybody looks: an update may come in pieces.
bool harness_read(struct harness *h, int ms)
{
	if (!read_piece(h, ms))
		return false;
	while (read_piece(h, 0))
		;
	vterm_screen_flush_damage(h->screen);
	return true;
}

void harness_send_bytes(struct harness *h, const char *bytes, size_t len)
{
	while (len > 0 && h->fd >= 0) {
		ssize_t put = write(h->fd, bytes, len);
		if (put < 0 && errno != EINTR)
			return;      // the program is gone; the next wait says so
		if (put > 0) {
			bytes += put;
			len -= (size_t)put;
		}
	}
}

void harness_resize(struct harness *h, int rows, int cols)
{
	struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols};
	h->rows = rows;
	h->cols = cols;
	vterm_set_size(h->vt, rows, cols);
	assert_int_equal(ioctl(h->fd, TIOCSWINSZ, &size), 0);
}

void harness_signal(struct harness *h, int signal)
{
	assert_int_equal(kill(h->pid, signal), 0);
}

static void give_up(struct harness *h, const char *what, const char *file, int line)
{
	print_error("%s:%d: %s did not come%s. The screen:\n", file, line, what, h->fd < 0 ? ", the program has ended" : " in time");
	harness_dump(h, stderr);
	_fail(file, line);
}

// Does the program wait (state S), or has it ended? Not its silence, its state.
static bool is_waiting(const struct harness *h)
{
	char path[40], line[512] = "";
	snprintf(path, sizeof path, "/proc/%ld/stat", (long)h->pid);
	FILE *in = fopen(path, "r");
	size_t len = in != NULL ? fread(line, 1, sizeof line - 1, in) : 0;
	if (in != NULL)
		fclose(in);
	line[len] = '\0';
	const char *name_end = strrchr(line, ')');
	return name_end == NULL || strchr("SZXt", name_end[2]) != NULL;
}

// The kernel cuts a large update into pieces: what was waited for may stand in the first, so the rest is read before the test
// looks any further.
static void read_rest(struct harness *h)
{
	for (int ms = 0; ms < 1000 && (harness_read(h, 0) || !is_waiting(h)); ms++)
		(void)read_piece(h, 1);
}

static void wait_until(struct harness *h, harness_holds *holds, void *ctx, const char *what, const char *file, int line)
{
	int64_t end = now_ms() + HARNESS_LIMIT_MS;
	while (!holds(h, ctx)) {
		int64_t left = end - now_ms();
		if (left <= 0 || (!harness_read(h, (int)left) && !holds(h, ctx)))
			give_up(h, what, file, line);
	}
	read_rest(h);
}

void harness_wait_until_at(struct harness *h, harness_holds *holds, void *ctx, const char *what, const char *file, int line)
{
	wait_until(h, holds, ctx, what, file, line);
}

struct wanted {
	const char *text;
	bool there;
	int row, col;
};

static bool text_stands(struct harness *h, void *ctx)
{
	const struct wanted *wanted = ctx;
	int row, col;
	return harness_find(h, wanted->text, &row, &col) == wanted->there;
}

void harness_wait_at(struct harness *h, const char *text, bool there, const char *file, int line)
{
	struct wanted wanted = {.text = text, .there = there};
	char what[300];
	snprintf(what, sizeof what, there ? "\"%s\"" : "an end of \"%s\"", text);
	wait_until(h, text_stands, &wanted, what, file, line);
}

static bool row_holds(struct harness *h, void *ctx)
{
	const struct wanted *wanted = ctx;
	return wanted->row < h->rows && strstr(harness_row(h, wanted->row), wanted->text) != NULL;
}

void harness_wait_row_at(struct harness *h, int row, const char *text, const char *file, int line)
{
	struct wanted wanted = {.text = text, .row = row};
	char what[300];
	snprintf(what, sizeof what, "\"%s\" in row %d", text, row);
	wait_until(h, row_holds, &wanted, what, file, line);
}

static bool cursor_is(struct harness *h, void *ctx)
{
	const struct wanted *wanted = ctx;
	int row, col;
	bool visible;
	harness_cursor(h, &row, &col, &visible);
	return row == wanted->row && col == wanted->col;
}

void harness_wait_cursor_at(struct harness *h, int row, int col, const char *file, int line)
{
	struct wanted wanted = {.row = row, .col = col};
	char what[300];
	snprintf(what, sizeof what, "the cursor at row %d, column %d", row, col);
	wait_until(h, cursor_is, &wanted, what, file, line);
}

static bool has_ended(struct harness *h, void *ctx)
{
	(void)ctx;
	if (!h->ended && waitpid(h->pid, &h->status, WNOHANG) == h->pid)
		h->ended = true;
	return h->ended;
}

// The terminal closes a moment before the process is gone: then there is nothing to read, and waitpid waits.
int harness_wait_exit_at(struct harness *h, const char *file, int line)
{
	int64_t end = now_ms() + HARNESS_LIMIT_MS;
	while (h->fd >= 0 && !has_ended(h, NULL)) {
		int64_t left = end - now_ms();
		if (left <= 0)
			give_up(h, "the end of the program", file, line);
		harness_read(h, left < 100 ? (int)left : 100);
	}
	while (harness_read(h, 0))
		;
	if (!h->ended && waitpid(h->pid, &h->status, 0) == h->pid)
		h->ended = true;
	return WIFEXITED(h->status) ? WEXITSTATUS(h->status) : 128 + WTERMSIG(h->status);
}

pid_t harness_pid(const struct harness *h)
{
	return h->pid;
}

const char *harness_folder(const struct harness *h)
{
	return h->folder;
}

const char *harness_output(const struct harness *h, size_t *len)
{
	*len = h->output_len;
	return h->output != NULL ? h->output : "";
}
