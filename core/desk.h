// SPDX-License-Identifier: MIT
// What a screen may do to the file: filled in by the roof (cli/), NULL in duibiao-view and --browse, and then nothing that
// writes is drawn. Screens know this table, never the ledger.
#ifndef CORE_DESK_H
#define CORE_DESK_H

#include <stdbool.h>
#include <stdint.h>

#include "core/entry.h"
#include "core/err.h"
#include "core/plan.h"

struct intake_cell;
struct intake_result;
struct intake_node;
struct intake_node_result;
struct intake_stage;
struct intake_stage_result;
struct intake_target;
struct intake_target_result;

struct bulletin;
struct correction;
struct explanation;
struct operator;
struct report_key;

// A step of one report or of many (accept all clean ones at once): all or none, in one op.
struct desk_step {
	int step;                            // enum report_step
	const struct report_key *reports;
	int reports_len;
	const char *why;                     // of a return (the sentence; "" where something is said of its cells), an extension, a lock; "" none
	int due;                             // of an extension: yyyymmdd
};
struct desk_answer {
	bool done;
	char text[640];                      // what was done, or why it was not and what to do
	int hard, soft;                      // findings that stand in the way of a submission
};

enum desk_draft_kind { DRAFT_CELL, DRAFT_TARGET };
struct desk_draft {                // what is being typed, and where
	enum desk_draft_kind kind;
	int row, unit;             // an element, of a target the indicator
	int when;                  // a period, of a target kind * 10000 + year
	const char *text;
};

struct desk {
	void *ctx;
	// Read and save one cell as typed. *OUT tells the verdict; an error is a failure of the file (its sentence: err_message()).
	enum err (*save)(void *ctx, const struct intake_cell *cell, const struct entry *present, struct intake_result *out);
	// Read without saving; then all that was read as one action, to be taken back as one.
	void (*read_cell)(void *ctx, const struct intake_cell *cell, const struct entry *present, struct intake_result *out);
	enum err (*save_cells)(void *ctx, const struct intake_result *results, int len);
	// The same for what is said about a task, and for one of its nodes. ENTRY, STAGE, NODE: as they stood when typing began.
	enum err (*save_stage)(void *ctx, const struct intake_stage *ask, const struct entry *entry, const struct stage *stage,
		struct intake_stage_result *out);
	enum err (*save_node)(void *ctx, const struct intake_node *ask, const struct node *node, struct intake_node_result *out);
	// Take back the last action of this session, redo it; *WHAT a sentence of what came back (owned by ctx).
	enum err (*undo)(void *ctx, const char **what);
	enum err (*redo)(void *ctx, const char **what);
	// What is being typed, kept outside the database at each key; NULL: nothing is being typed any more.
	void (*keep_draft)(void *ctx, const struct desk_draft *draft);
	// A draft that an earlier process left (its text owned by ctx); false: none. drop_draft forgets it.
	bool (*offer_draft)(void *ctx, struct desk_draft *out);
	void (*drop_draft)(void *ctx);
	// What typing a baseline or target would do, and doing it; PRESENT as it stood when typing began (change 0: none). A save
	// (undo and redo of one, too) leaves the plan with its targets read again.
	void (*read_target)(void *ctx, const struct intake_target *ask, const struct plan_target *present,
		struct intake_target_result *out);
	enum err (*save_target)(void *ctx, const struct intake_target *ask, const struct plan_target *present,
		struct intake_target_result *out);
	enum err (*step)(void *ctx, const struct desk_step *ask, struct desk_answer *out);
	// Say what findings are (rule, about the present figure), or as a reviewer what is wrong with a cell (core/said.h); a text may
	// answer several of a unit. "" takes one away. One op; nothing is written where it says what stands there already.
	enum err (*explain)(void *ctx, const struct explanation *of, int len, struct desk_answer *out);
	// A correction of an accepted figure: proposed; accepted (the entry becomes the new figure, accepted) or refused (WHY).
	enum err (*propose)(void *ctx, const struct correction *ask, struct desk_answer *out);
	enum err (*decide)(void *ctx, int64_t id, bool accept, const char *why, struct desk_answer *out);
	// A bulletin as it was made: numbered, dated and kept; refused where another desk has saved since.
	enum err (*issue)(void *ctx, struct bulletin *bulletin, struct desk_answer *out);
	// Who sits here, by the account; change 0: not asked yet, filled in from the account as well as can be.
	enum err (*get_operator)(void *ctx, struct operator *out);
	enum err (*put_operator)(void *ctx, const struct operator *who, struct desk_answer *out);
};

#endif
