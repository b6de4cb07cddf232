// SPDX-License-Identifier: MIT
// Any bytes as keys to the screens that only read, all in one process: no terminal program, no waiting, so that there can be very
// many. Each run of keys follows from its number. Nothing falls over, nothing hangs, the file stays as it is. Under VARIANT=asan
// (make fuzz) nothing is read or written beside what it should be, either.
#define _GNU_SOURCE
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "cli/context.h"
#include "cli/show.h"
#include "tests/fault/inside.h"
#include "tests/screen/harness.h"
#include "tests/storage/program.h"

#define SECONDS 5
#define BATCH 100                   // runs of one process
#define PIECES 40                   // of one run, at most
#define HANGS 60                    // seconds for one run

const char *const command_program = "keys";
const struct command commands[1];
const int commands_len = 0;

static uint64_t state;
static unsigned random_below(unsigned n)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (unsigned)(state >> 33) % n;
}

// ------------------------------------------------------------ keys

static const char *const known[] = {
	"\033OP", "\033OQ", "\033OR", "\033OS", "\033[15~", "\033[17~", "\033[18~", "\033[19~", "\033[20~", "\033[21~", "\033[23~",
	"\033[24~", "\033[A", "\033[B", "\033[C", "\033[D", "\033OA", "\033OB", "\033[5~", "\033[6~", "\033[H", "\033[F", "\033[1~", "\033[4~",
	"\033[2~", "\033[3~", "\033[1;5C", "\033[Z", "\r", "\r", "\r", "\n", "\t", "\b", "\177", "\033", "\033\033", "\0331", "\0330", "\f", "\003",
	"\032", "\034", "\021", "\022", "\024", "\001", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "c", "e", "s", "t", "u", "v", "x", "y", "n",
	"/", "@", "~", "[", "]", "?", ".", "-", "+", "禹", "州", "高新", "１２", "。", "\xe4\xbd", "\xff", "\xf0\x9f\x98\x80", "\033[200~",
	"\033[201~", "\033[200~1\t2\n3\t4\033[201~", "\033[5;3R", "\033[1;2R", "\033[?1;2c", "\033[<0;1;1M", "\033[M !!", "\033]52;c;AAAA\a", "20240601",
	"2023Q4", "jz", "zs", "pm", "F",
};
static char keys[PIECES * 40];
static size_t keys_len, keys_at;

static void make_keys(uint64_t number)
{
	state = number * 0x9e3779b97f4a7c15U + 1;
	int pieces = 1 + (int)random_below(PIECES);
	keys_len = keys_at = 0;
	for (int i = 0; i < pieces; i++) {
		const char *piece = known[random_below(sizeof known / sizeof known[0])];
		char bytes[8];
		size_t len = strlen(piece);
		if (random_below(6) == 0) {
			len = 1 + random_below(sizeof bytes);
			for (size_t b = 0; b < len; b++)
				bytes[b] = (char)random_below(256);
			piece = bytes;
		}
		memcpy(keys + keys_len, piece, len);
		keys_len += len;
	}
}

static void resize(void)
{
	static const struct { int rows, cols; } sizes[] = {{24, 80}, {5, 20}, {50, 160}, {70, 240}, {1, 1}, {24, 79}};
	unsigned i = random_below(sizeof sizes / sizeof sizes[0]);
	inside_resize(sizes[i].rows, sizes[i].cols);
}

static size_t press(void *ctx, char *bytes)
{
	size_t len = 1 + random_below(12), left = keys_len - keys_at;
	(void)ctx;
	len = len < left ? len : left;
	memcpy(bytes, keys + keys_at, len);
	keys_at += len;
	if (len > 0 && random_below(40) == 0)
		resize();
	return len;
}

// ------------------------------------------------------------ one process

static char *folder;
static char files[2][600];                  // a small plan, and the demonstration's
struct shared { uint64_t number, runs, bytes; };
static struct shared *shared;

static void run_batch(uint64_t first)
{
	struct context context = {.today = 20240715, .terminal = true, .out = stderr, .path = files[first / BATCH % 2], .who = "x"};
	inside_open(&(struct inside){.keys = press});
	setenv("TERM", "xterm-256color", 1);
	if (context_open(&context, DB_READ) != ERR_OK)
		_exit(2);
	for (uint64_t number = first; number < first + BATCH; number++) {
		struct show show = {.idle = 3600};
		shared->number = number;
		alarm(HANGS);
		make_keys(number);
		resize();
		tcflush(STDIN_FILENO, TCIFLUSH);
		if (show_run(&context, &show) != ERR_OK)
			_exit(3);
		shared->runs++;
		shared->bytes += keys_at;
	}
	context_close(&context);
	_exit(0);
}

static void expect_good_batch(uint64_t first)
{
	int status;
	pid_t pid = fork();
	if (pid == 0)
		run_batch(first);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	if (status != 0)
		fail_msg("run %llu: status %x", (unsigned long long)shared->number, (unsigned)status);
}

static uint64_t number_of(const char *variable, uint64_t otherwise)
{
	const char *text = getenv(variable);
	return text != NULL ? strtoull(text, NULL, 10) : otherwise;
}

// KEYS_FIRST: the number of the run to begin with, for one that failed.
static void test_any_keys(void **ctx)
{
	(void)ctx;
	time_t end = time(NULL) + (time_t)number_of("SOAK", SECONDS);
	uint64_t first = number_of("KEYS_FIRST", 1);
	size_t len[2][2];
	char *before[2], *after[2];
	for (int i = 0; i < 2; i++)
		before[i] = program_bytes(files[i], &len[0][i]);
	for (; time(NULL) < end; first += BATCH)
		expect_good_batch(first);
	print_message("%llu runs of keys, %llu bytes\n", (unsigned long long)shared->runs, (unsigned long long)shared->bytes);
	assert_true(shared->runs >= BATCH);
	for (int i = 0; i < 2; i++) {
		after[i] = program_bytes(files[i], &len[1][i]);
		assert_true(len[0][i] == len[1][i] && memcmp(before[i], after[i], len[0][i]) == 0);
		free(before[i]);
		free(after[i]);
	}
}

static void make_file(int i, const char *plan)
{
	char own[500], readers[500];
	snprintf(own, sizeof own, "%s/%d.db", folder, i);
	snprintf(readers, sizeof readers, "%s/readers", folder);
	snprintf(files[i], sizeof files[i], "%s/%d.db", readers, i);
	struct program_result made = plan != NULL ? program_run("init", "--plan", plan, own) : program_run("init", own);
	if (made.status != 0)
		fail_msg("%s", made.err);
	made = program_run("publish", readers, "--file", own);
	if (made.status != 0)
		fail_msg("%s", made.err);
}

static int setup(void **ctx)
{
	char readers[600];
	(void)ctx;
	program_reset();
	folder = harness_folder_new();
	snprintf(readers, sizeof readers, "%s/readers", folder);
	mkdir(readers, 0755);
	make_file(0, "tests/plans/sample.ini");
	make_file(1, NULL);
	shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	setlocale(LC_ALL, "C.UTF-8");
	return 0;
}

static int teardown(void **ctx)
{
	(void)ctx;
	harness_folder_remove(folder);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_any_keys)};
	return cmocka_run_group_tests(tests, setup, teardown);
}
