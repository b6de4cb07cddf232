// SPDX-License-Identifier: MIT
// The lookups of a sealed plan: codes, names and ids to rows, and the tree of units; the order of targets. Private to
// core/plan*.c.
#ifndef CORE_PLAN_INDEX_H
#define CORE_PLAN_INDEX_H

#include <stddef.h>
#include <stdint.h>

#include "core/err.h"
#include "core/plan.h"

enum plan_words { PLAN_WORDS_UNIT, PLAN_WORDS_UNIT_NAME, PLAN_WORDS_ELEMENT, PLAN_WORDS_ELEMENT_NAME,
	PLAN_WORDS_INDICATOR, PLAN_WORDS_PLACE, PLAN_WORDS_OUTLINE, PLAN_WORDS };
enum plan_ids { PLAN_IDS_UNIT, PLAN_IDS_ELEMENT, PLAN_IDS_INDICATOR, PLAN_IDS };

// Borrows the plan's codes and names: they must not change while the index lives.
must_check enum err plan_index_new(const struct plan *plan, struct plan_index **out);
void plan_index_free(struct plan_index *index);
int plan_index_word(const struct plan_index *index, enum plan_words kind, const char *word);
int plan_index_id(const struct plan_index *index, enum plan_ids kind, int64_t id);
const int *plan_index_children(const struct plan_index *index, int unit, int *len);
const int *plan_index_leaves(const struct plan_index *index, int *len);      // units without children, no comparison units

// core/plan_target.c: by indicator, unit, kind, year.
void plan_targets_sort(struct plan_target *targets, int len);

#endif
