// SPDX-License-Identifier: MIT
// A cell in words, for messages and change lines: 突破380家, 未报, 不适用, 空.
#ifndef CORE_ENTRY_WORDS_H
#define CORE_ENTRY_WORDS_H

#include <stddef.h>

#include "core/entry.h"
#include "core/plan.h"

#define ENTRY_WORDS 160
// OUT as CAP bytes, cut on a character. ENTRY with change 0: 空. Returns OUT.
char *entry_words(const struct plan *plan, const struct entry *entry, char *out, size_t cap);
// A figure with its qualifier in words and its measure: 突破380家, 470家, 380家以上.
char *entry_figure_words(int64_t figure, int decimals, enum num_qualifier qualifier, const char *measure, char *out, size_t cap);
// The same of a number that is text already.
char *entry_number_words(const char *number, enum num_qualifier qualifier, const char *measure, char *out, size_t cap);
// Which cell it is: 禹州市研发平台截至2024年6月末.
char *entry_words_name(const struct plan *plan, const struct entry *entry, char *out, size_t cap);
// As a grid's cell shows it: no measure; "" for no entry and a cleared one; / for 不适用.
char *entry_words_cell(const struct plan *plan, const struct entry *entry, char *out, size_t cap);
// What a save did: the cell, AFTER and, in brackets, BEFORE.
#define ENTRY_SENTENCE 640
char *entry_words_saved(const struct plan *plan, const struct entry *before, const struct entry *after, char *out, size_t cap);
// The change between two figures of a cell: 增31.2, 减2, 持平; "" unless both hold a value, and of a cumulative figure that has
// begun anew since. In no more than so many cells (0: any): what has
// no room for its last digits says so, 增1万余, and is never rounded up.
char *entry_words_difference(const struct plan *plan, const struct entry *now, const struct entry *before, int cells, char *out,
	size_t cap);

#endif
