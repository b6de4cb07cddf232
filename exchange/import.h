// SPDX-License-Identifier: MIT
// A file of figures held against what stands: cell by cell new, different, the same or refused, by the checks of the screen
// (core/intake); then written as one op. What stands stays unless it is said otherwise.
//
// A file of any size goes through line by line (import_pass); a small one is held whole, for a screen (import_read).
#ifndef EXCHANGE_IMPORT_H
#define EXCHANGE_IMPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "core/intake.h"
#include "core/paper.h"
#include "core/plan.h"
#include "core/store.h"
#include "exchange/csv.h"
#include "exchange/decode.h"

// ------------------------------------------------------------ line by line

struct import_line {                        // borrowed, all of it
	enum import_state state;
	const struct csv_cell *cell;
	const struct entry *present;        // what stands, change 0: nothing; NULL where the line has mistakes
	const struct intake_result *result; // of NEW and DIFFERS
	const char *why;                    // of REFUSED: what is wrong and what to do
};
struct import_job {
	struct store *store;
	const struct plan *plan;
	int today;
	struct decode *in;
	const struct csv_asked *asked;
	bool replace;                       // the file's figure where another stands
	bool skip;                          // what is refused stays out; else it keeps out all
	// Each line as it comes, and each row of the file behind its lines; NULL where nobody listens.
	enum err (*line)(const struct import_line *line, void *ctx);
	enum err (*row)(const struct csv_row *row, void *ctx);
	void *ctx;
};
struct import_sum {
	int len, count[IMPORT_STATES];
	uint64_t rests_on;                  // what would be written and the revisions it rests on, as one number
};
// In one view, nothing is written.
must_check enum err import_pass(const struct import_job *job, struct import_sum *out);
// In one transaction, as one op that undo takes back as one. SHOWN is what a person has agreed to (ERR_CONFLICT when it would be
// something else by now), NULL: nobody was asked. ERR_INPUT, and nothing is written, when lines are refused that are not
// skipped. *SEQ 0: there was nothing to write.
must_check enum err import_put(const struct import_job *job, const struct ledger_op *op, const struct import_sum *shown,
	struct import_sum *out, int64_t *seq);
int import_to_write(const struct import_sum *sum, bool replace);

// ------------------------------------------------------------ a small file, whole

// Read BYTES (csv.h) and hold each line against STORE, in one view of it. ERR_INPUT when the file as a whole cannot be read;
// lines that are refused are rows. NAME for messages, ENCODING as the person named it or NULL.
must_check enum err import_read(struct store *store, const struct plan *plan, int today, const char *name, const char *bytes,
	size_t len, const char *encoding, const struct csv_asked *asked, struct import **out);
// Write the new cells and those taken, with REPLACE all different ones. *SEQ 0: there was nothing to write.
must_check enum err import_write(
	const struct import *import, struct store *store, const struct ledger_op *op, bool replace, int64_t *seq);
// What the checks say of each row that would be written, the files' own explanations taken into account.
must_check enum err import_find(struct import *import, struct store *store, int today);
void import_free(struct import *import);

// ------------------------------------------------------------ private to exchange/import*.c

// Is it new, or different and taken?
bool import_row_written(const struct import_row *row, bool replace);
// One figure into the open transaction, with the explanations that go with it.
struct intake_gate;
must_check enum err import_put_figure(struct store *store, const struct plan *plan, struct intake_gate *gate, const struct entry *after,
	const struct entry *present, const char *explanations);

#endif
