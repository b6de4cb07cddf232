// SPDX-License-Identifier: MIT
// What the two halves of verify share: which lines are the last of their row.
#ifndef DB_VERIFY_H
#define DB_VERIFY_H

#include "db/base.h"

#define VERIFY_WHATS (CHANGE_BULLETIN + 1)
struct verify {
	struct store *store;
	uint8_t *followed;              // a bit a line: another line names it as the one before
	int64_t lines;                  // how many there are; bits 1 .. lines
	int64_t heads[VERIFY_WHATS];    // last lines of rows that are there, by what
	struct change_text text;        // of the row at hand
	int table;                      // of the rows at hand: of what is kept, enum plan_table
};

// The sentence of a finding; ERR_FINDINGS.
enum err verify_found(const struct verify *v, const char *what, int64_t number);
bool verify_followed(const struct verify *v, int64_t line);
// Ops and lines without holes, each hash over the one before; fills followed, lines, heads.
must_check enum err verify_chain(struct verify *v);

#endif
