// SPDX-License-Identifier: MIT
// The canonical text of a row after a change, and the chained hash of an op (schema.sql: op, change).
//
// Canonical text: "name=value" pairs joined by TAB, in a fixed order, values with \t \n \\ escaped; '' is a row taken away.
#ifndef CORE_CHANGE_H
#define CORE_CHANGE_H

#include <stddef.h>
#include <stdint.h>

#include "core/entry.h"
#include "core/err.h"

enum change_what {
	CHANGE_ENTRY = 1, CHANGE_TARGET, CHANGE_REPORT, CHANGE_EXPLANATION, CHANGE_STAGE, CHANGE_NODE, CHANGE_CORRECTION,
	CHANGE_OPERATOR, CHANGE_SETTING, CHANGE_PLAN
};

// Owned text of an entry's row (keys not included).
must_check enum err change_entry_text(const struct entry *entry, char **out);
// Back again: fills kind, figure, qualifier, final, promised, note, doc. note and doc point into *BUFFER (owned).
must_check enum err change_entry_parse(const char *text, struct entry *out, char **buffer);

#define CHANGE_HASH 32
struct change_hash;                                   // SHA-256 in progress (libnettle)
must_check enum err change_hash_new(const uint8_t before[CHANGE_HASH], struct change_hash **out);
void change_hash_op(struct change_hash *hash, int64_t seq, const uint8_t uid[16], int64_t at, const char *who, const char *org,
	const char *action, const char *why, int64_t undoes, int64_t first, int64_t last);
void change_hash_line(struct change_hash *hash, int64_t seq, int what, int64_t k1, int64_t k2, int64_t k3, int64_t prev,
	const char *text);
void change_hash_free(struct change_hash *hash, uint8_t out[CHANGE_HASH]);   // out may be NULL
// 校验码 as on paper: "7F3A-91C2", the first four bytes.
void change_check_code(const uint8_t hash[CHANGE_HASH], char out[10]);

#endif
