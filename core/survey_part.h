// SPDX-License-Identifier: MIT
// The parts of core/survey*.c: gathering what a standing is made of, from wherever the entries come (rollup.h); tests give
// them from memory. Private to the arithmetic of core and its tests.
#ifndef CORE_SURVEY_PART_H
#define CORE_SURVEY_PART_H

#include "core/rollup.h"
#include "core/survey.h"

struct survey {
	const struct plan *plan;
	struct survey_query query;
	struct standing *standings;
	int len;
};

// LEN standings, all zero.
must_check enum err survey_new(const struct plan *plan, const struct survey_query *query, int len, struct survey **out);
// The same as survey_unit and survey_indicator, from SOURCE.
must_check enum err survey_unit_from(const struct rollup_source *source, const struct plan *plan, const struct survey_query *query,
	int unit, struct survey **out);
must_check enum err survey_indicator_from(const struct rollup_source *source, const struct plan *plan,
	const struct survey_query *query, int indicator, struct survey **out);

must_check enum err survey_history_from(const struct rollup_source *source, const struct plan *plan, const struct survey_query *query,
	int indicator, int unit, struct survey_point *points, int cap, int *len);
must_check enum err survey_since_from(const struct rollup_source *source, const struct plan *plan, const struct survey_query *query,
	int indicator, int unit, int *since);

// A store as such a source, with what QUERY supposes over it; COUNTED as in struct survey_query.
struct survey_store { struct store *store; const struct plan *plan; bool counted; const struct suppose *suppose; bool accepted; };
struct survey_store survey_store_of(struct store *store, const struct plan *plan, const struct survey_query *query, bool counted);
struct rollup_source survey_source(struct survey_store *from);

// The roll-up that QUERY shares, else a new one; and the end of it.
must_check enum err survey_rollup(const struct rollup_source *source, const struct plan *plan, const struct survey_query *query,
	int focus, struct rollup **out);
void survey_rollup_done(const struct survey_query *query, struct rollup *rollup);

// One standing of any kind; OUT bears indicator, unit and period and is zero otherwise.
must_check enum err survey_stand(struct rollup *rollup, const struct survey_query *query, struct standing *out);
// One standing; OUT bears indicator, unit and period and is zero otherwise.
must_check enum err survey_number(struct rollup *rollup, const struct survey_query *query, struct standing *out);
must_check enum err survey_comparison(struct rollup *rollup, const struct survey_query *query, struct standing *out);
// LEN standings of one stage indicator, over one unit or many: what is said of it is read once.
must_check enum err survey_stages(struct rollup *rollup, const struct survey_query *query, struct standing *out, int len);

#endif
