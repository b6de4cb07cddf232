// SPDX-License-Identifier: MIT
// From a store to standings: the one call behind every screen, format and command.
//
// A survey reads what it needs once, in one view of the file, and answers from memory. It borrows the plan.
#ifndef CORE_SURVEY_H
#define CORE_SURVEY_H

#include "core/plan.h"
#include "core/standing.h"
#include "core/store.h"
#include "core/suppose.h"

enum survey_figures { SURVEY_ALL, SURVEY_ACCEPTED };
struct survey_shared;
struct survey_query {
	int period;                  // asked, yyyymm
	int today;                   // yyyymmdd; overdue nodes count to the earlier of it and the period's end
	enum survey_figures figures;
	bool counted;                // only to be counted: qualifier, final, recent, projected, year, the other of computed and
	                             // published, and beside a value the coverage stay empty, and nothing is read for them
	const struct suppose *suppose;       // lies over the file's entries; NULL: nothing is supposed
	struct survey_shared *shared;        // NULL: each survey reads for itself
};

// What several surveys read in one view of the file, each month of an element once. For those of all units, or of a unit with
// units beneath it; their queries differ in period and in counted only, and then what counted leaves empty may be filled.
// survey_unshare takes NULL, too.
must_check enum err survey_share(struct store *store, const struct plan *plan, const struct survey_query *query,
	struct survey_shared **out);
void survey_unshare(struct survey_shared *shared);

struct survey;
// Every indicator of one unit, by indicator index.
must_check enum err survey_unit(struct store *store, const struct plan *plan, const struct survey_query *query, int unit,
	struct survey **out);
// One indicator of one unit, and nothing else is read.
must_check enum err survey_one(struct store *store, const struct plan *plan, const struct survey_query *query, int indicator, int unit,
	struct standing *out);
// Of a unit as it would be with TYPED in its cell, before anything is saved: only the indicators that its element is a part of,
// the others stay empty.
must_check enum err survey_typed(struct store *store, const struct plan *plan, const struct survey_query *query, int unit,
	const struct entry *typed, struct survey **out);
bool survey_uses(const struct plan *plan, int indicator, int element);      // is ELEMENT a part of it?
// One indicator of every unit, by unit index (units that the indicator does not concern: status NO_DATA, due 0).
must_check enum err survey_indicator(struct store *store, const struct plan *plan, const struct survey_query *query, int indicator,
	struct survey **out);
void survey_free(struct survey *survey);
const struct standing *survey_at(const struct survey *survey, int index);   // indicator index, or unit index
int survey_len(const struct survey *survey);

// A chapter is counted, not averaged: statuses over all its rows (same_as once), and the worst by name.
struct survey_count {
	int rows;                                    // distinct indicators
	int by_status[STANDING_STATUSES];
	int on_pace, paced;                          // 达序时: of all its rows (screens.md, "达序时")
	int not_judged;                              // NO_DATA with a figure or without
	int worst;                                   // indicator index, PLAN_NONE when none is behind
};
// Of one outline (chapter) index, or of everything with PLAN_NONE. SURVEY made by survey_unit. Includes `also` rows.
void survey_count_chapter(const struct survey *survey, int outline, struct survey_count *out);
// The same over the number indicators and comparisons only (全市指标13项).
void survey_count_indicators(const struct survey *survey, struct survey_count *out);
// The same over milestones, projects and tasks only (定性目标、工程和任务77项): what is told of them everywhere.
void survey_count_stages(const struct survey *survey, struct survey_count *out);

// Nodes overdue TODAY, whatever the period asked, of rows that are not done: of UNIT, of all units where it is the root. SURVEY
// made by survey_unit of it. DAYS: of the node late longest; LATEST: the rows that are late longest, the worst first.
#define SURVEY_LATEST 3
struct survey_late { int indicator, days; };
struct survey_overdue {
	int nodes, days, rows;
	struct survey_late latest[SURVEY_LATEST];    // the first of ROWS
};
must_check enum err survey_overdue(struct store *store, const struct survey *survey, int unit, int today,
	struct survey_overdue *out);

// The values of one indicator and unit at the December of each year since its base year (there the baseline keyed in, where no
// figure is) and at QUERY's period: history line. The newest CAP of them.
struct survey_point { int period; struct maybe value; };
must_check enum err survey_history(struct store *store, const struct plan *plan, const struct survey_query *query, int indicator,
	int unit, struct survey_point *points, int cap, int *len);
// Since when each figure that was judged has been behind (滞后, 严重滞后, 未完成): the period of the oldest of them; *SINCE 0
// when it is not behind now, and of stages.
must_check enum err survey_since(struct store *store, const struct plan *plan, const struct survey_query *query, int indicator,
	int unit, int *since);

#endif
