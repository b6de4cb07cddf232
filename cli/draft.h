// SPDX-License-Identifier: MIT
// What is being typed, outside the database: one file a process in $XDG_STATE_HOME/duibiao/, written at each key.
//
// The process holds a lock on its file as long as it lives, so a file that can be locked belongs to one that is gone: no
// process numbers, which are used again. A record is one write(), so a kill leaves the old text or the new one.
#ifndef CLI_DRAFT_H
#define CLI_DRAFT_H

#include <stdbool.h>
#include <stddef.h>

#include "core/desk.h"
#include "core/err.h"

#define DRAFT_TEXT 32768             // three texts of a task and a node being typed
struct draft {                       // one cell or target being typed; text "" none
	enum desk_draft_kind kind;
	char row[64], unit[64];      // codes
	int when;                    // as desk_draft has it
	char text[DRAFT_TEXT];
};

struct drafts;
// PATH: the database file that the drafts belong to.
must_check enum err drafts_new(const char *path, struct drafts **out);
// Removes this process's file when nothing is being typed; else it stays, to be offered.
void drafts_free(struct drafts *drafts);
// Keep DRAFT, NULL: nothing is being typed any more. Trouble with the folder costs the draft, never the work.
void drafts_keep(struct drafts *drafts, const struct draft *draft);
// A draft of the same database file whose process is gone. It stays on disk until drafts_drop.
bool drafts_offer(struct drafts *drafts, struct draft *out);
void drafts_drop(struct drafts *drafts);

#endif
