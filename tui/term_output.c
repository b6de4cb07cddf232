// SPDX-License-Identifier: MIT
// See term_output.h. fd 1 is turned to memory while curses writes, for its own write() would wait for a slow terminal for ever.
#define _GNU_SOURCE
#include "tui/term_output.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

#include "tui/term.h"
#include "tui/term_repeat.h"
#include "tui/term_signals.h"

static struct {
	int tty, out, memory;    // TTY is not ours to close; OUT: fd 1 as it was; where curses writes to
	char *buffer;
	size_t buffer_cap;
	int64_t patience;        // ms; 0: for ever
} output = {.tty = -1, .out = -1, .memory = -1};

bool term_output_open(int tty)
{
	output.tty = tty;
	output.out = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 0);
	output.memory = memfd_create("screen", MFD_CLOEXEC);
	return output.out >= 0 && output.memory >= 0;
}

void term_output_close(void)
{
	if (output.out >= 0)
		close(output.out);
	if (output.memory >= 0)
		close(output.memory);
	free(output.buffer);
	output.buffer = NULL;
	output.buffer_cap = 0;
	output.tty = output.out = output.memory = -1;
}

void term_output_begin(void)
{
	lseek(output.memory, 0, SEEK_SET);
	dup2(output.memory, STDOUT_FILENO);
}

void term_output_put(const char *bytes, size_t len)
{
	while (len > 0) {
		ssize_t put = write(STDOUT_FILENO, bytes, len);
		if (put <= 0)
			return;
		bytes += put;
		len -= (size_t)put;
	}
}

static int64_t now_ms(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void term_be_patient(int seconds)
{
	output.patience = (int64_t)seconds * 1000;
}

// The terminal takes nothing, since the time given. It is gone when it says so, or when nobody waits for it any longer.
static bool has_gone(int64_t since)
{
	bool ending = term_signals_seen(TERM_END);
	int64_t left = since + output.patience - now_ms();
	int ready = term_signals_wait(output.tty, POLLOUT, ending ? TERM_LAST_WORDS : output.patience == 0 ? -1 : left > 0 ? (int)left : 0);
	if ((ready & (POLLHUP | POLLERR | POLLNVAL)) != 0)
		return true;
	return ready == 0 && (ending || (output.patience > 0 && left <= 0));
}

static void send_all(const char *bytes, size_t len, bool *gone)
{
	int64_t since = now_ms();
	while (len > 0 && !*gone) {
		ssize_t sent = write(output.tty, bytes, len);
		if (sent > 0) {
			bytes += sent;
			len -= (size_t)sent;
			since = now_ms();
		} else if (errno == EAGAIN) {
			*gone = has_gone(since);
		} else if (errno != EINTR) {
			*gone = true;
		}
	}
}

static void send_spelt(const char *bytes, size_t len, bool *gone)
{
	char *spelt = term_repeat_spell(bytes, &len);
	send_all(spelt != NULL ? spelt : bytes, len, gone);
	free(spelt);
}

void term_output_end(bool *gone)
{
	dup2(output.out, STDOUT_FILENO);
	off_t end = lseek(output.memory, 0, SEEK_CUR);
	if (end <= 0)
		return;
	if ((size_t)end > output.buffer_cap) {
		char *larger = realloc(output.buffer, (size_t)end);
		if (larger == NULL)
			return;
		output.buffer = larger;
		output.buffer_cap = (size_t)end;
	}
	ssize_t got = pread(output.memory, output.buffer, (size_t)end, 0);
	if (got > 0)
		send_spelt(output.buffer, (size_t)got, gone);
}
