// SPDX-License-Identifier: MIT
// Readers at their screens while desks save and publish: nobody fails, every key is answered, every later snapshot is taken up. How
// long keys and saves took, and what memory a reader has, is told, not judged. Ten for five seconds; READERS=100 (make readers).
#define _GNU_SOURCE
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "tests/fault/savers.h"
#include "tests/screen/harness.h"
#include "tests/storage/program.h"

#define MOST 200
#define DESKS 4
#define SECONDS 5
#define ANSWER_MS 20000
#define THINK_MS 300

struct reader {
	pid_t pid;
	int fd, key;
	int64_t pressed, next;              // ms; PRESSED 0: no answer is awaited
};
// Each changes the picture, from wherever the one before has led.
static const char *const keys[] = {"\033OP", "\033OR", "\033OS", "\033OR", "\033[21~", "\033OR"};
#define KEYS (int)(sizeof keys / sizeof keys[0])

static char *folder;
static char file[600], readers_folder[600], snapshot[700];
static struct reader readers[MOST];
static int readers_len, answered;
static int64_t slowest, all_answers, first_slowest;

static int64_t now_ms(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static int number_of(const char *variable, int otherwise)
{
	const char *text = getenv(variable);
	return text != NULL ? atoi(text) : otherwise;
}

static void come(struct reader *reader)
{
	char view[400];
	snprintf(view, sizeof view, "%s-view", program_path());
	reader->pid = forkpty(&reader->fd, NULL, NULL, &(struct winsize){24, 80, 0, 0});
	if (reader->pid == 0) {
		setenv("TERM", "xterm-256color", 1);
		setenv("LC_ALL", "C.UTF-8", 1);
		execl(view, view, snapshot, (char *)NULL);
		_exit(127);
	}
	assert_true(reader->pid > 0);
	assert_int_equal(fcntl(reader->fd, F_SETFL, O_NONBLOCK), 0);
	reader->pressed = now_ms();
}

static void press(struct reader *reader)
{
	const char *key = keys[reader->key++ % KEYS];
	reader->pressed = now_ms();
	assert_int_equal(write(reader->fd, key, strlen(key)), strlen(key));
}

static void take_answer(struct reader *reader)
{
	char bytes[65536];
	while (read(reader->fd, bytes, sizeof bytes) > 0)
		continue;
	if (reader->pressed == 0)
		return;
	int64_t took = now_ms() - reader->pressed;
	if (reader->key == 0) {
		first_slowest = took > first_slowest ? took : first_slowest;
	} else {
		slowest = took > slowest ? took : slowest;
		all_answers += took;
		answered++;
	}
	reader->pressed = 0;
	reader->next = now_ms() + rand() % (2 * THINK_MS);
}

static void look_on(int64_t end)
{
	struct pollfd fds[MOST];
	while (now_ms() < end) {
		for (int i = 0; i < readers_len; i++)
			fds[i] = (struct pollfd){readers[i].fd, POLLIN, 0};
		poll(fds, (nfds_t)readers_len, 5);
		for (int i = 0; i < readers_len; i++) {
			struct reader *reader = &readers[i];
			if ((fds[i].revents & POLLHUP) != 0)
				fail_msg("reader %d has ended", i);
			if ((fds[i].revents & POLLIN) != 0)
				take_answer(reader);
			else if (reader->pressed == 0 && now_ms() >= reader->next)
				press(reader);
			else if (reader->pressed != 0 && now_ms() - reader->pressed > ANSWER_MS)
				fail_msg("reader %d waits for the answer to key %d", i, reader->key);
		}
	}
}

// Kilobytes of the process alone, shared ones by their share; 0: not told.
static long memory_of(pid_t pid)
{
	char name[64], line[200];
	long pss = 0;
	snprintf(name, sizeof name, "/proc/%d/smaps_rollup", (int)pid);
	FILE *in = fopen(name, "r");
	while (in != NULL && pss == 0 && fgets(line, sizeof line, in) != NULL)
		(void)sscanf(line, "Pss: %ld", &pss);
	if (in != NULL)
		fclose(in);
	return pss;
}

static void leave(struct reader *reader)
{
	static const char bytes[] = "\033OR\033OR\033ORqqq";
	int status = 0;
	char swallowed[65536];
	assert_int_equal(write(reader->fd, bytes, sizeof bytes - 1), sizeof bytes - 1);
	for (int64_t end = now_ms() + ANSWER_MS; waitpid(reader->pid, &status, WNOHANG) == 0;) {
		poll(&(struct pollfd){reader->fd, POLLIN, 0}, 1, 10);
		if (read(reader->fd, swallowed, sizeof swallowed) < 0 && now_ms() > end)
			fail_msg("a reader does not leave");
	}
	close(reader->fd);
	assert_int_equal(status, 0);
}

static pid_t publish_all_the_time(void)
{
	pid_t pid = fork();
	for (; pid == 0;) {
		struct program_result result = program_run("publish", readers_folder, "--file", file);
		if (result.status != 0)
			_exit(1);
		usleep(300000);                                  // a pace; nothing is waited for
	}
	return pid;
}

static void test_readers_beside_desks(void **state)
{
	(void)state;
	struct savers_told told;
	struct stat before, after;
	long memory = 0;
	int status, seconds = number_of("SOAK", SECONDS);
	readers_len = number_of("READERS", 10);
	assert_true(readers_len > 0 && readers_len <= MOST);
	assert_int_equal(stat(snapshot, &before), 0);
	for (int i = 0; i < readers_len; i++)
		come(&readers[i]);
	look_on(now_ms() + 1000 + readers_len * 100);
	struct savers *savers = savers_start(file, DESKS, THINK_MS);
	pid_t publisher = publish_all_the_time();
	look_on(now_ms() + 1000 * seconds);
	for (int i = 0; i < readers_len; i++)
		memory += memory_of(readers[i].pid);
	kill(publisher, SIGTERM);
	assert_int_equal(waitpid(publisher, &status, 0), publisher);
	assert_true(WIFSIGNALED(status));                    // no publishing failed
	savers_stop(savers, &told);
	assert_int_equal(told.failed, 0);
	for (int i = 0; i < readers_len; i++)
		leave(&readers[i]);
	assert_int_equal(stat(snapshot, &after), 0);
	assert_int_not_equal(before.st_ino, after.st_ino);
	print_message("%d readers: %d keys, mean %lld ms, slowest %lld ms, slowest first picture %lld ms, %ld KB each; %d desks: %d saves, "
		"p50 %.1f ms, p99 %.1f ms, longest %.1f ms\n", readers_len, answered, (long long)(all_answers / (answered > 0 ? answered : 1)),
		(long long)slowest, (long long)first_slowest, memory / readers_len, DESKS, told.saves, told.p50_ms, told.p99_ms, told.longest_ms);
	assert_true(answered > readers_len);
}

static int setup(void **state)
{
	(void)state;
	program_reset();
	folder = harness_folder_new();
	snprintf(file, sizeof file, "%s/x.db", folder);
	snprintf(readers_folder, sizeof readers_folder, "%s/readers", folder);
	snprintf(snapshot, sizeof snapshot, "%s/x.db", readers_folder);
	mkdir(readers_folder, 0755);
	const char *given = getenv("READERS_FILE");          // a larger one
	char command[1400];
	snprintf(command, sizeof command, "cp '%s' '%s'", given != NULL ? given : "", file);
	int made = given != NULL ? system(command) : program_run("init", file).status;
	return made != 0 ? made : program_run("publish", readers_folder, "--file", file).status;
}

static int teardown(void **state)
{
	(void)state;
	harness_folder_remove(folder);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_readers_beside_desks)};
	return cmocka_run_group_tests(tests, setup, teardown);
}
