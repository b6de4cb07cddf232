// SPDX-License-Identifier: MIT
// Signals as flags, let in only while we wait. Part of tui/term; its only caller.
//
// They stay blocked otherwise: one that comes just before a poll would be lost to it.
#ifndef TUI_TERM_SIGNALS_H
#define TUI_TERM_SIGNALS_H

#include <poll.h>
#include <stdbool.h>

enum { TERM_RESIZE = 1, TERM_END = 2, TERM_STOP = 4, TERM_CONTINUE = 8 };

void term_signals_take_over(void);
void term_signals_give_back(void);
// Wait at most TIMEOUT milliseconds (-1 for ever): poll()'s result, -1 also for a signal.
int term_signals_poll(struct pollfd *fd, int timeout);
int term_signals_wait(int fd, short events, int timeout);    // the same for one: its revents, 0 for a signal or the end of the time
bool term_signals_seen(unsigned flags);     // any of them
unsigned term_signals_take(void);           // all that were seen, and forget them
void term_signals_stop(void);               // stop as SIGTSTP usually does; returns when we continue

#endif
