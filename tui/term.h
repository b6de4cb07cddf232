// SPDX-License-Identifier: MIT
// The terminal: curses set up without its traps, the size, one key at a time, one write() an update.
//
// curses' own handling of signals, of the environment's LINES and COLUMNS and of writing is replaced: signals only set flags
// and are let in while we wait, a screen is gathered in memory and leaves by one write() that never blocks for good.
// One terminal a process, so there is no handle.
#ifndef TUI_TERM_H
#define TUI_TERM_H

#include <stdbool.h>
#include <wchar.h>

#include "core/err.h"
#include "core/settings.h"

enum term_event {
	TERM_NOTHING,        // the time is over
	TERM_KEY,
	TERM_RESIZED,        // or continued after a stop: draw afresh
	TERM_GONE            // hang-up, or asked to end: leave now
};
struct term_key {
	bool function;       // CODE is a KEY_* of curses, else a character (27 is Esc)
	wint_t code;
};

// Standard input and output must be one terminal. SETTINGS may be NULL. ERR_IO with a sentence: no terminal, or one that cannot
// move its cursor.
must_check enum err term_open(const struct settings *settings);
void term_close(void);                      // also when it is not open
bool term_is_open(void);
void term_size(int *rows, int *cols);
bool term_has_blocks(void);                 // eighth blocks are one cell wide and shown; else ASCII bars
// Wait at most TIMEOUT milliseconds (-1: for ever, 0: only what is there). ESCAPED: Esc and a digit that came together are an
// F key.
enum term_event term_wait(int timeout, bool escaped, struct term_key *key);
void term_drop_keys(void);                  // forget what was typed ahead
void term_repaint(void);                    // the next update sends everything
void term_update(void);                     // show what was drawn

#endif
