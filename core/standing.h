// SPDX-License-Identifier: MIT
// A standing: how one indicator of one unit stands at one period. Every figure that any screen, paper or command shows
// comes from here (arithmetic.md, "Standing"). Values are exact and in the indicator's measure (a share or growth in %).
#ifndef CORE_STANDING_H
#define CORE_STANDING_H

#include <stdbool.h>
#include <stdint.h>

#include "core/entry.h"
#include "core/err.h"
#include "core/num.h"
#include "core/plan.h"

enum standing_status {          // letter on screen: * + = ! X F ? . -
	STANDING_MET, STANDING_AHEAD, STANDING_ON_TRACK, STANDING_BEHIND, STANDING_CRITICAL, STANDING_MISSED,
	STANDING_NO_BASE, STANDING_NO_DATA, STANDING_NO_TARGET, STANDING_STATUSES
};
enum standing_reason {          // of NO_DATA; the first that holds
	STANDING_NO_REASON, STANDING_NONE, STANDING_PARTIAL, STANDING_ZERO_DENOMINATOR, STANDING_NO_BASE_YEAR_FIGURE,
	STANDING_NOT_COMPARABLE, STANDING_BEFORE_BASE, STANDING_FINAL_MISSING, STANDING_STALE
};
enum standing_source { STANDING_SOURCE_NONE, STANDING_OWN, STANDING_SUM, STANDING_PUBLISHED, STANDING_COMPUTED };
enum standing_assessment { ASSESS_NONE, ASSESS_MET, ASSESS_ON_TRACK, ASSESS_ACCELERATE, ASSESS_LIMITED, ASSESS_DETERIORATING };
enum standing_path {            // UNUSED: a number that is not judged against one, "" (null); NONE: judged without
	STANDING_PATH_NONE, STANDING_LINEAR, STANDING_COMPOUND, STANDING_YEARLY, STANDING_GROWTH, STANDING_PATH_UNUSED
};
enum standing_pace { PACE_UNKNOWN, PACE_REACHED, PACE_NOT_REACHED };           // 达到 / 未达序时进度: lag as printed <= 0

#define STANDING_MISSING_MAX 8
struct standing_missing {       // children due and silent, a part without a figure, the base-year figure, an indicator without comparison
	int unit;               // plan index or PLAN_NONE
	int element;            // plan index or PLAN_NONE
	int indicator;          // plan index or PLAN_NONE
	int period;             // 0: of the period asked
};

struct standing_year {          // the year reading of a flow
	bool has;
	struct maybe ytd, target, done, lag, last_share;   // done, last_share: fractions; lag: points
	struct maybe elapsed;                              // fraction
	bool has_status;
	enum standing_status status;
	int period;                                        // own month of ytd
};

struct standing {
	int indicator, unit, period;            // period: asked
	struct maybe value;
	int value_period;                       // 0 when there is no value
	enum num_qualifier qualifier;
	bool final, accepted, carried;          // carried: older than the newest period at which it was due
	enum standing_source source;
	struct maybe sum, computed, published;  // sum: what the children have reported at sum_period
	int sum_period;
	int reported, due;                      // coverage at sum_period (comparable, all for comparisons); due 0: none
	int unaccepted;                         // of those that have reported: not accepted, marked ~
	int missing_len;                        // how many are missing in all; the first STANDING_MISSING_MAX are named
	struct standing_missing missing[STANDING_MISSING_MAX];
	struct maybe difference;                // own or published minus complete sum or computed, same period
	struct maybe tolerance;
	bool difference_found;                  // beyond rounding: a soft finding
	struct maybe baseline, target, expected;
	int target_year, base_year;             // of what is used
	const char *target_text;                // the document's words; "" when none; the plan's
	struct maybe elapsed, done, attainment; // fractions
	struct maybe gap, lag, needed, recent, projected;   // lag: points; needed of a compound path or growth: % a year
	bool proven_lag;                        // the lag is a least one (至少落后), no baseline
	struct maybe r;
	enum standing_assessment assessment;
	enum standing_status status;
	enum standing_reason reason;
	bool not_applicable;                    // of NO_DATA: the unit says so itself, or is not asked: it is not silent
	bool ended;                             // judged at the end: met prints 完成
	enum standing_pace pace;
	enum standing_path path;
	struct standing_year year;
	// stages (milestones, projects, tasks)
	bool is_stage, has_stage;
	enum stage_kind stage;
	int nodes, nodes_done, nodes_overdue, overdue_days, next_planned;   // overdue_days of the node late longest; next_planned 0 none
	char overdue_name[128];
	int stage_counts[3];                    // a row that several units keep: how many stand at each stage
};

extern const char standing_letter[STANDING_STATUSES];               // * + = ! X F ? . -
bool standing_unaccepted(const struct standing *s);                 // a figure that readers do not see yet: marked ~
char standing_letter_of(const struct standing *s);                  // the same; / where the figure does not apply
extern const char *const standing_status_id[STANDING_STATUSES];     // "met" ... as JSON spells it
const char *standing_reason_id(enum standing_reason reason);        // "" for none
const char *standing_source_id(enum standing_source source);
const char *standing_path_id(enum standing_path path);
const char *standing_assessment_id(enum standing_assessment assessment);

#endif
