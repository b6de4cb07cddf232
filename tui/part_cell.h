// SPDX-License-Identifier: MIT
// What is told of one figure beside its standing: its part in what the whole lacks, and the months of a flow, which begins anew
// each January.
#ifndef TUI_PART_CELL_H
#define TUI_PART_CELL_H

#include "core/survey.h"

#define PART_CELL_TEXT 256
// "" where it lacks nothing or nothing adds up. UNITS made by survey_indicator.
must_check enum err part_cell_share(const struct plan *plan, const struct survey *units, const struct standing *s, char *out,
	size_t cap);
// 累计 3/6/9/12月: 2023年 0.10 0.21 0.33 0.47 | 2024年 0.10 0.21; "" of what is no flow of several months a year.
must_check enum err part_cell_flow(struct store *store, const struct plan *plan, const struct survey_query *query,
	const struct standing *s, char *out, size_t cap);

#endif
