// SPDX-License-Identifier: MIT
// Keys typed ahead of a question that came up meanwhile: they must neither answer it nor be lost. What was read before the
// question had been drawn waits here, and flows on when the one who asked lets it.
#ifndef TUI_AHEAD_H
#define TUI_AHEAD_H

#include <stdbool.h>

#include "tui/term.h"

struct ahead {
	struct term_key *keys;       // at .. len wait
	int at, len, cap;
	bool asked, held;            // asked: a question came up and is not drawn yet; held: it stands
};
// The question is about to be shown: what has come by now was typed without having seen it. ESCAPED as of term_wait.
void ahead_gather(struct ahead *ahead, bool escaped);
bool ahead_add(struct ahead *ahead, const struct term_key *key);     // false: no memory, and the key is dropped
// The next key that may act; false: none, or they are held.
bool ahead_next(struct ahead *ahead, struct term_key *key);
int ahead_forget(struct ahead *ahead);       // how many there were

#endif
