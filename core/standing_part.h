// SPDX-License-Identifier: MIT
// The parts of core/standing*.c: from gathered figures to a struct standing, pure. Private to the arithmetic of core.
#ifndef CORE_STANDING_PART_H
#define CORE_STANDING_PART_H

#include "core/calc.h"
#include "core/figure.h"
#include "core/standing.h"

#define STANDING_POINTS 64
struct standing_point { int period; struct rat v; };
struct standing_goal {                   // what is to be reached
	int base, end;                   // December of the base year, of the last target year
	struct maybe baseline, target;
	int64_t figure;                  // the target as a figure
	bool increment;                  // a number to add to a baseline that is not known
	const char *text;
	bool positive;                   // all target points are above zero
	struct standing_point point[STANDING_POINTS]; int points;      // of the plan, up to the end
	struct maybe annual;             // of the year asked: keyed in, else the plan's
};
struct standing_facts {
	const struct plan *plan;
	const struct plan_indicator *indicator;
	enum plan_path path;             // as the plan wants it
	bool rank;                       // path none in the plan
	int asked;
	int interval;                    // months after which the value is due again
	struct figure figure;            // value and its period
	struct maybe before;             // exactly twelve months before
	struct maybe ytd, last_same, last_year;      // year reading: newest of the year, same month and December of the year before
	int ytd_period;
	struct standing_goal goal;
};

// Targets of (INDICATOR, UNIT) for a standing asked at PERIOD. BASELINE is the one that was found.
must_check enum err standing_goal_of(const struct plan *plan, int indicator, int unit, int period, int base_year,
	struct maybe baseline, struct standing_goal *out);
// The year of the baseline that is keyed in, or the plan's base year; *KEYED: its figure.
int standing_base_year(const struct plan *plan, int indicator, int unit, struct maybe *keyed);

// Judge: OUT already bears value, period, source and coverage. Sets all the rest but the reasons of a missing value.
must_check enum err standing_judge(const struct standing_facts *facts, struct standing *out);
void standing_judge_growth(struct calc *calc, const struct standing_facts *facts, struct standing *out);
must_check enum err standing_judge_year(const struct standing_facts *facts, struct standing *out);
void standing_put_goal(const struct standing_facts *facts, struct standing *out);
// No value: reason is set; what stands of goal and year reading.
must_check enum err standing_without_value(const struct standing_facts *facts, struct standing *out);

// By LAG as printed, short of met: ahead, on_track, behind, critical. STEEP: behind too when the rest of the time, 1 - ELAPSED,
// asks more than twice the pace.
enum standing_status standing_by_lag(struct calc *calc, const struct plan *plan, struct rat lag, struct rat elapsed, bool steep);

// ------------------------------------------------------------ standing_path.c
struct standing_route {
	enum standing_path kind;
	struct standing_point point[STANDING_POINTS + 1]; int points;  // the baseline first
};
// The path through the goal's points from START on.
void standing_route_make(const struct standing_facts *facts, struct rat start, enum standing_path kind, struct standing_route *out);
struct rat standing_route_at(struct calc *calc, const struct standing_route *route, int period);
struct rat standing_elapsed(struct calc *calc, const struct standing_goal *goal, enum standing_path kind, int period);
struct rat standing_route_done(struct calc *calc, const struct standing_route *route, struct rat value);
struct rat standing_route_lag(struct calc *calc, const struct standing_route *route, int period, struct rat value);
// Linear, compound or yearly as the plan wants and the figures allow; NONE: there is no path.
enum standing_path standing_path_of(const struct standing_facts *facts, struct maybe value);

// ------------------------------------------------------------ standing_rate.c
void standing_put_attainment(struct calc *calc, const struct standing_facts *facts, struct standing *out);
void standing_put_recent(struct calc *calc, const struct standing_facts *facts, struct standing *out);
void standing_put_needed(struct calc *calc, const struct standing_facts *facts, struct standing *out);
void standing_put_projected(struct calc *calc, const struct standing_facts *facts, struct standing *out);
void standing_put_r(struct calc *calc, const struct standing_facts *facts, struct standing *out);
void standing_assess(struct standing *out);

// ------------------------------------------------------------ standing_stage.c
struct standing_slip {                   // what one unit, or several together, have said of a milestone, project or task
	bool has_word, final, accepted, not_applicable;
	enum stage_kind stage;           // the newest word
	int period;                      // of it
	struct maybe percent, before;    // with it, and twelve months before
	int nodes, done, overdue, days, next;        // as in struct standing
	char name[sizeof ((struct standing *)0)->overdue_name];
	// several units
	int units, words, counts[3];     // due, that have a word, at each stage
	bool all_done;
};
// A node at the period ASKED; overdue to the earlier of TODAY and its last day.
void standing_take_node(struct standing_slip *slip, const struct node *node, int asked, int today);
// PART is one more unit that keeps the row.
void standing_join_slip(struct standing_slip *total, const struct standing_slip *part);
// SEVERAL: the row is kept by several units (SLIP is joined). OUT bears indicator, unit, period.
must_check enum err standing_judge_stage(struct standing_facts *facts, const struct standing_slip *slip, bool several,
	struct standing *out);

#endif
