// SPDX-License-Identifier: MIT
// What the parts of S9's table share (targets.c, targets_save.c); nobody else includes this.
#ifndef TUI_TARGETS_PART_H
#define TUI_TARGETS_PART_H

#include "tui/targets.h"

struct plan_target targets_present(const struct targets *t);         // what a save of the focused cell rests on
void targets_typed_text(const struct targets *t, char *out, size_t cap);    // what is being typed, else what stands
void targets_start_editing(struct targets *t, const char *text, bool fresh);
void targets_stop_editing(struct targets *t);
unsigned targets_typed(struct targets *t);                           // what is typed has changed: kept, and tried out
// True when what is typed has been saved, or there was nothing to save.
bool targets_accept(struct targets *t);
void targets_ask_document(struct targets *t);                        // and save with it
void targets_go_on(struct targets *t);                               // to the next cell

#endif
