// SPDX-License-Identifier: MIT
// What is said about a milestone, project or task, as typed: its stage with percent and three texts, and its nodes. As
// core/intake.h does for figures: reading decides and says why not, saving writes in one op.
#ifndef CORE_INTAKE_STAGE_H
#define CORE_INTAKE_STAGE_H

#include <stdbool.h>

#include "core/intake.h"

#define INTAKE_STAGE_BYTES 4000           // of each text
#define INTAKE_NODE_BYTES 300             // of a node's name

enum intake_stage_field {                 // where a refusal stands
	INTAKE_FIELD_STAGE, INTAKE_FIELD_PERCENT, INTAKE_FIELD_PROGRESS, INTAKE_FIELD_PROBLEM, INTAKE_FIELD_NEXT
};
struct intake_stage {
	int element, unit, period;
	enum stage_kind stage;
	const char *percent;              // as typed; blank: none
	const char *progress, *problem, *next;
};
struct intake_stage_result {
	enum intake_verdict verdict;
	enum intake_stage_field field;    // of REFUSED
	struct entry entry;               // of WRITE; texts borrowed from the request
	struct stage stage;
	int64_t saw_entry, saw_stage;
	char why[512];
};
// ENTRY and STAGE as they stand (change 0: none). Under way and done ask for progress and next step, not started for nothing.
void intake_stage_read(const struct plan *plan, const struct intake_stage *ask, const struct entry *entry,
	const struct stage *stage, int today, struct intake_stage_result *out);
must_check enum err intake_stage_save(struct store *store, const struct plan *plan, const struct ledger_op *op,
	const struct intake_stage_result *result, int64_t *seq);

enum intake_node_field { INTAKE_NODE_NAME, INTAKE_NODE_PLANNED, INTAKE_NODE_DONE, INTAKE_NODE_DOC };
struct intake_node {                      // all blank: the node is taken away
	int element, unit, no;
	const char *name, *planned, *done, *doc;       // months as typed: 2024-03, 202403, 2024年3月
};
struct intake_node_result {
	enum intake_verdict verdict;
	enum intake_node_field field;     // of REFUSED
	struct node node;                 // of WRITE; a name of "": taken away
	int64_t saw;
	char why[512];
};
// Refuses: months that are none, done before the plan's base year or after TODAY's month, a node without a name.
void intake_node_read(const struct plan *plan, const struct intake_node *ask, const struct node *node, int today,
	struct intake_node_result *out);
must_check enum err intake_node_save(struct store *store, const struct plan *plan, const struct ledger_op *op,
	const struct intake_node_result *result, int64_t *seq);
// A month as typed; blank: 0. False: it is none.
bool intake_month(const char *text, int *out);

#endif
