// SPDX-License-Identifier: MIT
// Taking back this session's actions, newest first, and doing them again. An action of which another desk has since changed
// a cell stays: what was seen last by somebody else is not undone behind his back.
#ifndef CLI_UNDO_H
#define CLI_UNDO_H

#include <stdint.h>

#include "cli/context.h"

struct undo;
must_check enum err undo_new(struct context *context, struct undo **out);
void undo_free(struct undo *undo);
// An action has been saved as op SEQ: what was taken back cannot be done again any more.
must_check enum err undo_note(struct undo *undo, int64_t seq);
// ERR_REFUSED with a sentence when there is nothing; ERR_CONFLICT. *WHAT a sentence, owned by UNDO.
must_check enum err undo_back(struct undo *undo, const char **what);
must_check enum err undo_again(struct undo *undo, const char **what);

#endif
