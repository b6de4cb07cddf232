// SPDX-License-Identifier: MIT
// The canonical text of a row after a change, and the chained hash of an op (schema.sql: op, change).
//
// Canonical text: "name=value" pairs joined by TAB, in a fixed order, values with \t \n \\ escaped; what is empty or 0 by
// nature is left out (each row says which). '' is a row taken away.
#ifndef CORE_CHANGE_H
#define CORE_CHANGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/entry.h"
#include "core/err.h"
#include "core/plan.h"

enum change_what {
	CHANGE_ENTRY = 1, CHANGE_TARGET, CHANGE_REPORT, CHANGE_EXPLANATION, CHANGE_STAGE, CHANGE_NODE, CHANGE_CORRECTION,
	CHANGE_OPERATOR, CHANGE_SETTING, CHANGE_PLAN, CHANGE_BULLETIN
};

// k1 of a line of the plan (CHANGE_PLAN); k2 is the row's number.
enum plan_table { TABLE_PLAN = 1, TABLE_DEPT, TABLE_UNIT, TABLE_OUTLINE, TABLE_ELEMENT, TABLE_INDICATOR,
	TABLE_PLACE, TABLE_RULE, TABLES };

// Any row's text, field by field, in memory that serves row after row. Failure is kept until the end: change_text_end.
struct change_text { char *s; size_t len, cap; bool failed; };
void change_text_start(struct change_text *text);                                    // {0} at first; keeps its memory
void change_text_number(struct change_text *text, const char *name, int64_t value);
void change_text_string(struct change_text *text, const char *name, const char *value);
must_check enum err change_text_end(const struct change_text *text);                 // ERR_MEMORY; else text->s is whole
void change_text_done(struct change_text *text);
// An entry's row (keys not included).
void change_text_entry(struct change_text *text, const struct entry *entry);
// The same, owned.
must_check enum err change_entry_text(const struct entry *entry, char **out);
// Back again: fills kind, figure, qualifier, final, promised, note, doc. note and doc point into *BUFFER (owned).
must_check enum err change_entry_parse(const char *text, struct entry *out, char **buffer);

// A target's row (as db/plan_rows reads one of the plan file), and back: fills all but keys and change.
void change_text_target(struct change_text *text, const struct plan_target *target);
must_check enum err change_target_parse(const char *text, struct plan_target *out, char **buffer);

// A stage's row and a node's (keys not included), and back: fills all but keys and change.
void change_text_stage(struct change_text *text, const struct stage *stage);
void change_text_node(struct change_text *text, const struct node *node);
must_check enum err change_stage_parse(const char *text, struct stage *out, char **buffer);
must_check enum err change_node_parse(const char *text, struct node *out, char **buffer);

// Of a report, an explanation, a correction, an operator: the row without the keys of its line (schema: report period, dept, unit;
// explanation and correction id, element, unit; operator id). What is of the plan stands there by the file's number: IDS.
struct report;
struct explanation;
struct correction;
struct operator;
struct change_ids { int64_t dept, unit; };
void change_text_report(struct change_text *text, const struct report *report);
void change_text_explanation(struct change_text *text, const struct explanation *explanation);
void change_text_correction(struct change_text *text, const struct correction *correction);
void change_text_operator(struct change_text *text, const struct operator *who, const struct change_ids *ids);
must_check enum err change_report_parse(const char *text, struct report *out, char **buffer);
must_check enum err change_explanation_parse(const char *text, struct explanation *out, char **buffer);
must_check enum err change_correction_parse(const char *text, struct correction *out, char **buffer);
must_check enum err change_operator_parse(const char *text, struct operator *out, struct change_ids *ids, char **buffer);
// An issued bulletin's row, as it stands in the file; texts borrowed.
struct change_bulletin { int64_t year, no, period, unit, at; const char *title, *code, *body; };
void change_text_bulletin(struct change_text *text, const struct change_bulletin *row);
must_check enum err change_bulletin_parse(const char *text, struct change_bulletin *out, char **buffer);
// The value of the field NAME in any row's text, owned; NULL when there is none.
must_check enum err change_text_value(const char *text, const char *name, char **out);

#define CHANGE_HASH 32
// SHA-256 in progress (libnettle) over the hash before, the op's lines in order, then the op's own row: that row knows its
// last line only at the end, and an import of a million lines shall not be gone through twice.
struct change_hash;
must_check enum err change_hash_new(const uint8_t before[CHANGE_HASH], struct change_hash **out);
void change_hash_op(struct change_hash *hash, int64_t seq, const uint8_t uid[16], int64_t at, const char *who, const char *org,
	const char *action, const char *why, int64_t undoes, int64_t first, int64_t last);
void change_hash_line(struct change_hash *hash, int64_t seq, int what, int64_t k1, int64_t k2, int64_t k3, int64_t prev,
	const char *text);
void change_hash_free(struct change_hash *hash, uint8_t out[CHANGE_HASH]);   // out may be NULL
// 校验码 as on paper: "7F3A-91C2", the first four bytes.
void change_check_code(const uint8_t hash[CHANGE_HASH], char out[10]);

#endif
