// SPDX-License-Identifier: MIT
// See inside.h. The functions of tui/term_signals.h stand here in the place of its own.
#define _GNU_SOURCE
#include "tests/fault/inside.h"

#include <curses.h>
#include <fcntl.h>
#include <pty.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cmocka.h>

#include "tui/term_signals.h"

static struct inside inside;
static int master = -1;
static unsigned pending;
static int64_t ahead;                       // ms by which the clock that is played has gone on
static int left_to_rest;                    // of inside.rests, since the last key

void term_signals_take_over(void) {}
void term_signals_give_back(void) {}
void term_signals_stop(void) {}

bool term_signals_seen(unsigned flags)
{
	return (pending & flags) != 0;
}

unsigned term_signals_take(void)
{
	unsigned seen = pending;
	pending = 0;
	return seen;
}

// In the place of curses': the rest of a sequence is there at once or not at all.
int set_escdelay(int ms)
{
	(void)ms;
	return 0;
}

static void take_output(void)
{
	char bytes[65536];
	for (ssize_t len; (len = read(master, bytes, sizeof bytes)) > 0;)
		if (inside.show != NULL)
			inside.show(inside.ctx, bytes, (size_t)len);
}

static bool press(void)
{
	char bytes[4000];
	size_t len = inside.keys(inside.ctx, bytes);
	left_to_rest = inside.rests;
	assert_int_equal(write(master, bytes, len), len);
	return len > 0;
}

int term_signals_poll(struct pollfd *fd, int timeout)
{
	(void)timeout;
	take_output();
	if ((fd->events & POLLIN) != 0 && poll(fd, 1, 0) == 0)
		press();
	return poll(fd, 1, 0);
}

int term_signals_wait(int fd, short events, int timeout)
{
	struct pollfd waiting = {fd, events, 0};
	take_output();
	if (poll(&waiting, 1, 0) > 0)
		return waiting.revents;
	if (timeout == 0 || pending != 0)
		return 0;
	if (timeout > 0 && timeout <= left_to_rest) {
		ahead += timeout;
		left_to_rest -= timeout;
		return 0;
	}
	if (!press() && pending == 0)
		return POLLHUP;
	return poll(&waiting, 1, 0) > 0 ? waiting.revents : 0;
}

int64_t inside_passed(void)
{
	return ahead;
}

int inside_open(const struct inside *user)
{
	int slave;
	inside = *user;
	assert_int_equal(openpty(&master, &slave, NULL, NULL, NULL), 0);
	assert_int_equal(fcntl(master, F_SETFL, O_NONBLOCK), 0);
	dup2(slave, STDIN_FILENO);
	dup2(slave, STDOUT_FILENO);
	close(slave);
	setenv("ESCDELAY", "0", 1);
	return master;
}

void inside_resize(int rows, int cols)
{
	const struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols};
	assert_int_equal(ioctl(master, TIOCSWINSZ, &size), 0);
	pending |= TERM_RESIZE;
}
