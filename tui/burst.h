// SPDX-License-Identifier: MIT
// A block that comes as keys: terminals that mark no pastes hand it over as if it were typed.
//
// The rule: behind a character that begins or goes on in a cell, what is there at once is looked at, up to the first key that is
// no text. It is a block when the screen says so of what parts its characters: a tab or a line feed, which no Enter sends. A
// column parted by carriage returns alone is what typing sends as well, and stays keys: each figure goes into its cell by its
// own Enter, asked about like any other. Once tab or line feed has been seen, more is waited for as long as for a torn sequence.
#ifndef TUI_BURST_H
#define TUI_BURST_H

#include "tui/ahead.h"

struct term_paste;
struct burst_marks { bool tabs, feeds, returns; };       // that stand between characters
typedef bool burst_fn(const void *state, const struct burst_marks *marks);

// FIRST has come. A block: owned, of FIRST and all that came with it. NULL: none, and what came with FIRST waits in AHEAD, which
// was empty. *RESIZED: the terminal has got another size meanwhile.
struct term_paste *burst_take(const struct term_key *first, struct ahead *ahead, burst_fn *is_block, const void *state, bool *resized);

#endif
