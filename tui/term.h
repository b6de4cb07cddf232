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
#define TERM_PASTED 0x4000   // CODE of a paste, a function key beyond all others: its text is the next of term_take_paste()
struct term_paste;
struct term_key {
	bool function;       // CODE is a KEY_* of curses, else a character (27 is Esc)
	wint_t code;
};

// How bars and rules are drawn, by what the terminal can; each is safe where the one behind it is not.
enum term_tier {
	TERM_ASCII,          // # and |
	TERM_LINES,          // reversed blanks, lines of the terminal's own line set
	TERM_BLOCKS          // eighth blocks
};
struct term_widths {         // cells as the terminal draws them; 0: not measured
	int quote, blocks;   // of one “; of TERM_BLOCKS_MEASURED together
};
#define TERM_BLOCKS_MEASURED L"\u2588\u258a\u258f\u2503"
#define TERM_BLOCKS_CELLS 4

// Before opening: the widths as they were found the last time. They are measured again after the first picture, and what
// differs draws it once more.
void term_assume(struct term_widths widths);
struct term_widths term_widths(void);        // also after closing
// Standard input and output must be one terminal. SETTINGS may be NULL. ERR_IO with a sentence: no terminal, or one that cannot
// move its cursor.
must_check enum err term_open(const struct settings *settings);
void term_close(void);                      // also when it is not open
bool term_is_open(void);
void term_size(int *rows, int *cols);
enum term_tier term_tier(void);
const char *term_tier_words(enum term_tier tier);
bool term_has_lines(void);                  // its line set is one cell wide
// Wait at most TIMEOUT milliseconds (-1: for ever, 0: only what is there). ESCAPED: Esc and a digit that came together are an
// F key.
enum term_event term_wait(int timeout, bool escaped, struct term_key *key);
bool term_key_waits(bool escaped, struct term_key *key);      // without waiting: the next key that is there
struct term_paste *term_take_paste(void);   // the oldest that was not taken, owned; NULL: there was no memory for it
// Hear of everything: a sequence that is no key we know comes as a function key TERM_UNKNOWN, each answer of the terminal as
// TERM_RESIZED. And what the last unknown one was, without its Esc.
#define TERM_UNKNOWN 0x3fff
void term_tell_all(bool tell);
const char *term_unknown(void);
void term_be_patient(int seconds);          // with a terminal that takes nothing, before it counts as gone; 0: for ever
void term_repaint(void);                    // the next update sends everything
// Hand TEXT (UTF-8) to the terminal's clipboard with the next update; false: too much for it. Whether it takes it shows only
// when somebody pastes: takes_copies() tells whether terminals of its type do.
#define TERM_COPY_MOST 56200u               // of text: with its sequence 74,994 bytes, the least that terminals are known to cut at
bool term_copy(const char *text, size_t len);
bool term_takes_copies(void);
void term_update(void);                     // show what was drawn

#endif
