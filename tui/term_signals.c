// SPDX-License-Identifier: MIT
// See term_signals.h. Handlers only set a flag: curses' own would exit inside any function.
#define _GNU_SOURCE
#include "tui/term_signals.h"

#include <signal.h>
#include <stddef.h>
#include <time.h>

static const struct {
	int number;
	unsigned flag;
} signals[] = {
	{SIGWINCH, TERM_RESIZE},
	{SIGHUP, TERM_END},
	{SIGTERM, TERM_END},
	{SIGINT, TERM_END},
	{SIGQUIT, TERM_END},
	{SIGTSTP, TERM_STOP},
	{SIGCONT, TERM_CONTINUE},
};
#define SIGNALS (sizeof signals / sizeof signals[0])

static volatile sig_atomic_t caught;             // flags; every signal of the table is blocked while a handler runs
static struct sigaction actions_before[SIGNALS];
static sigset_t mask_before, mask_waiting;

static void catch_signal(int number)
{
	for (size_t i = 0; i < SIGNALS; i++)
		if (signals[i].number == number)
			caught |= (sig_atomic_t)signals[i].flag;
}

static void all_signals(sigset_t *set)
{
	sigemptyset(set);
	for (size_t i = 0; i < SIGNALS; i++)
		sigaddset(set, signals[i].number);
}

// What was ignored before (nohup) stays ignored.
void term_signals_take_over(void)
{
	struct sigaction action = {.sa_handler = catch_signal};
	all_signals(&action.sa_mask);
	caught = 0;
	for (size_t i = 0; i < SIGNALS; i++) {
		sigaction(signals[i].number, NULL, &actions_before[i]);
		if (actions_before[i].sa_handler != SIG_IGN)
			sigaction(signals[i].number, &action, NULL);
	}
	sigprocmask(SIG_BLOCK, &action.sa_mask, &mask_before);
	mask_waiting = mask_before;
	for (size_t i = 0; i < SIGNALS; i++)
		sigdelset(&mask_waiting, signals[i].number);
}

// What is pending comes in first, to our handler: at a hang-up the poll may see it before the signal does, and then the
// signal's usual action would kill us on our way out.
void term_signals_give_back(void)
{
	sigset_t set;
	all_signals(&set);
	sigprocmask(SIG_UNBLOCK, &set, NULL);
	for (size_t i = 0; i < SIGNALS; i++)
		sigaction(signals[i].number, &actions_before[i], NULL);
	sigprocmask(SIG_SETMASK, &mask_before, NULL);
}

int term_signals_poll(struct pollfd *fd, int timeout)
{
	struct timespec span = {timeout / 1000, (long)(timeout % 1000) * 1000000};
	return ppoll(fd, 1, timeout < 0 ? NULL : &span, &mask_waiting);
}

int term_signals_wait(int fd, short events, int timeout)
{
	struct pollfd one = {.fd = fd, .events = events};
	return term_signals_poll(&one, timeout) > 0 ? one.revents : 0;
}

bool term_signals_seen(unsigned flags)
{
	return ((unsigned)caught & flags) != 0;
}

unsigned term_signals_take(void)
{
	unsigned seen = (unsigned)caught;
	caught = 0;
	return seen;
}

void term_signals_stop(void)
{
	struct sigaction standard = {.sa_handler = SIG_DFL}, ours;
	sigset_t set;
	sigaction(SIGTSTP, &standard, &ours);
	sigemptyset(&set);
	sigaddset(&set, SIGTSTP);
	raise(SIGTSTP);
	sigprocmask(SIG_UNBLOCK, &set, NULL);    // here it stops, and here it goes on
	sigprocmask(SIG_BLOCK, &set, NULL);
	sigaction(SIGTSTP, &ours, NULL);
}
