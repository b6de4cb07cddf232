// SPDX-License-Identifier: MIT
// What the rows of figures and of the work (entries, stages, nodes, targets, reports, explanations ...) have in common: a present
// text and revision, taken away, written again from a text.
#ifndef DB_WRITE_ROW_H
#define DB_WRITE_ROW_H

#include "db/write.h"

struct row_kind {
	int what;                       // enum change_what of its key
	const char *present;            // SQL: revision and text of the row k1, k2, k3
	const char *remove;             // SQL: take it away; NULL: it stays for good
	enum err (*write)(struct store *store, const struct ledger_key *key, const char *text);   // the row as TEXT says
};
extern const struct row_kind row_entry, row_stage, row_node, row_target, row_report, row_explanation, row_correction, row_operator,
	row_bulletin;
const struct row_kind *row_kind_of(int what);         // NULL: of the plan, which is not undone

// ERR_CONFLICT with its sentence.
enum err row_moved_on(void);
// The present revision (0: no row), and whether the row reads as TEXT.
must_check enum err row_read_present(struct store *store, const struct row_kind *kind, const struct ledger_key *key,
	const char *text, int64_t *change, bool *same);
// The row as TEXT says ("" none), with its line; nothing where it reads so already. SAW: the revision the writer last saw.
must_check enum err row_put(struct store *store, const struct row_kind *kind, const struct ledger_key *key, int64_t saw,
	const char *text);

#endif
