// SPDX-License-Identifier: MIT
// The plan: outline, units, elements, indicators, places, targets, rules; immutable once loaded, but for
// its targets (plan_take_targets).
//
// Rows refer to each other by index into the plan's own arrays (-1: none). `id` is the database's number (0: not yet
// stored); codes are what scripts and the plan file use. A struct plan owns all its text and arrays.
#ifndef CORE_PLAN_H
#define CORE_PLAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/err.h"
#include "core/num.h"

#define PLAN_NONE (-1)
#define PLAN_ALWAYS_FROM 190001
#define PLAN_ALWAYS_TO 999912

enum plan_level { PLAN_PART = 1, PLAN_CHAPTER, PLAN_SECTION, PLAN_ITEM };
enum plan_element_kind { PLAN_STOCK = 1, PLAN_FLOW, PLAN_STAGE, PLAN_PUBLISHED };
enum plan_rollup { PLAN_ROLLUP_NONE, PLAN_ROLLUP_SUM, PLAN_ROLLUP_MEAN };
enum plan_applies { PLAN_EACH, PLAN_ROOT, PLAN_LISTED };     // units without children; the root; those listed
enum plan_indicator_kind { PLAN_NUMBER = 1, PLAN_COMPARISON, PLAN_POSITION, PLAN_STAGES };
enum plan_formula { PLAN_VALUE = 1, PLAN_RATIO, PLAN_GROWTH, PLAN_HIGHER, PLAN_FASTER };  // above() is PLAN_HIGHER
enum plan_path { PLAN_PATH_NONE, PLAN_LINEAR, PLAN_COMPOUND, PLAN_YEARLY };
enum plan_place_kind { PLAN_ROW_INDICATOR = 1, PLAN_ROW_MILESTONE, PLAN_ROW_PROJECT, PLAN_ROW_TASK };
enum plan_target_kind { PLAN_BASELINE, PLAN_TARGET, PLAN_ANNUAL };
enum plan_target_form { PLAN_FORM_NONE, PLAN_FORM_VALUE, PLAN_FORM_RANGE, PLAN_FORM_INCREMENT, PLAN_FORM_TEXT };

struct plan_dept { int64_t id; char *code, *name; };           // index 0 is always 'unit': the reporting unit itself
struct plan_unit {
	int64_t id;
	char *code, *name, *short_name;
	int parent, successor;                                 // index or PLAN_NONE
	bool compare;                                          // a comparison unit (the province): never in a sum
	int from, to;                                          // yyyymm, inclusive
};
struct plan_outline {
	int64_t id;
	char *code, *number, *title, *body;                    // title NULL: the document does not print it; others "" when none
	enum plan_level level;
	int parent;
};
struct plan_element {
	int64_t id;
	char *code, *name, *short_name, *scope, *measure;      // short_name: at most 18 cells, for S3
	int decimals;                                          // 0..4
	enum plan_element_kind kind;
	int months;                                            // frequency: 1, 3, 6, 12
	int owner;                                             // dept index
	char *due;                                             // as the plan file says it: 15天后, 次年9月底
	enum plan_rollup rollup;
	enum plan_applies applies;
	int *units; int units_len;                             // of PLAN_LISTED: unit indices
	bool has_low, has_high;
	int64_t low, high;                                     // figures
	int retired;                                           // last period it is asked for; PLAN_ALWAYS_TO
};
struct plan_indicator {
	int64_t id;
	char *code, *name, *short_name, *brief;                // name in full; 14 cells; 8 cells
	char *measure, *scope, *inferred;                      // inferred: names of the keys that are 推定, blank-separated
	enum plan_indicator_kind kind;
	enum plan_formula formula;
	int x, y;                                              // element index or PLAN_NONE
	int64_t scale;                                         // of a ratio
	int published;                                         // element (kind PUBLISHED, same code); PLAN_NONE where x is it
	int decimals;
	bool down;                                             // smaller is better
	enum plan_path path;
	int *compared; int compared_len;                       // of above() and faster(): indicator indices
	int level_element, growth_element;                     // ID_level, ID_growth: the province's averages, kind PUBLISHED
};
struct plan_place {                                            // a row of the document; two places with one indicator: same_as
	char *code, *words;
	enum plan_place_kind kind;
	int outline, also;                                     // also: shown there too; PLAN_NONE
	int indicator;
	bool ours;                                             // the chapter is ours, not the document's (推定)
	bool same_inferred;                                    // that it is the same as the row it points to is ours (推定)
	int same_as;                                           // place index it was declared the same as; PLAN_NONE
};
struct plan_target {
	int indicator, unit;
	enum plan_target_kind kind;
	int year;
	enum plan_target_form form;
	int64_t figure, high;                                  // figures; high of a range
	char *text, *doc;                                      // the document's words: 50%以上
	enum num_qualifier qualifier;
	bool keyed;                                            // at a desk; else the plan file gives it
	int64_t change;                                        // revision; 0 not stored
};
#define PLAN_DOCUMENT "document"                               // rhs of a rule "x = document": its figures need a document number
struct plan_rule { int64_t id; char *code, *lhs, *op, *rhs, *text; bool hard; };
struct plan_threshold {
	int64_t ahead, behind, critical;                       // figures of lag in points: -5 10 30
	int stale_after;                                       // times the interval: 2
};

struct plan {
	char *code, *title, *inferred, *source;
	int base_year, target_year, root;                      // root: unit index
	int sections;                                          // how many the document says it has; 0 unknown
	bool demo;
	struct plan_threshold threshold;
	char **basis; int basis_len;
	struct plan_dept *depts; int depts_len;
	struct plan_unit *units; int units_len;
	struct plan_outline *outlines; int outlines_len;       // document order
	struct plan_element *elements; int elements_len;
	struct plan_indicator *indicators; int indicators_len;
	struct plan_place *places; int places_len;             // document order within an outline
	struct plan_target *targets; int targets_len;          // sorted by indicator, unit, kind, year
	struct plan_rule *rules; int rules_len;
	char *text;                                            // the plan file itself
	int64_t revision;                                      // newest change of its head or of a target when it was read
	struct plan_index *index;                              // by code and by id; made by plan_seal
	char **retired; int retired_len;                       // texts of targets that were replaced; standings may borrow them
};

must_check enum err plan_new(struct plan **out);
void plan_free(struct plan *plan);
// Sort targets, build the lookups and tree tables. Call once, after all rows are in and before any use below.
must_check enum err plan_seal(struct plan *plan);
// Other targets in a sealed plan, whenever a desk has keyed some in: the one part of it that changes while a program runs.
// TARGETS is the plan's from here on (also after a failure). What stood before and reads the same keeps its texts, the
// others' stay until plan_free.
must_check enum err plan_take_targets(struct plan *plan, struct plan_target *targets, int len);
// PLAN as it would be with TARGET (form PLAN_FORM_NONE: without the one of its key), for a try-out: all but the array of
// targets is borrowed. free(OUT->targets) ends it.
must_check enum err plan_with_target(const struct plan *plan, const struct plan_target *target, struct plan *out);
void plan_targets_free(struct plan_target *targets, int len);

// Index by code, PLAN_NONE when there is none.
int plan_unit_by_code(const struct plan *plan, const char *code);
int plan_unit_by_name(const struct plan *plan, const char *name);      // code, name or short name
int plan_element_by_code(const struct plan *plan, const char *code);
int plan_element_by_name(const struct plan *plan, const char *name);   // code, name or short name
int plan_indicator_by_code(const struct plan *plan, const char *code);
int plan_place_by_code(const struct plan *plan, const char *code);
int plan_outline_by_code(const struct plan *plan, const char *code);
int plan_unit_by_id(const struct plan *plan, int64_t id);
int plan_element_by_id(const struct plan *plan, int64_t id);
int plan_indicator_by_id(const struct plan *plan, int64_t id);

// Children of a unit, in official order: CHILDREN[0..*LEN). Borrowed.
const int *plan_unit_children(const struct plan *plan, int unit, int *len);
bool plan_unit_valid(const struct plan *plan, int unit, int period);
// Is the element asked of this unit itself, whatever the period (applies, not retired is not looked at)?
bool plan_element_applies(const struct plan *plan, int element, int unit);
// The units that it applies to, ascending. Borrowed.
const int *plan_element_units(const struct plan *plan, int element, int *len);
// Is the element asked of anybody in this period: not retired, a month of its frequency, not merely published?
bool plan_element_open(const struct plan *plan, int element, int period);
// Is a cell of (element, unit) asked for in this period: applies, unit valid, month of the frequency, not retired?
bool plan_element_asked(const struct plan *plan, int element, int unit, int period);
// First and last+1 target of (indicator, unit) in plan->targets.
void plan_targets_of(const struct plan *plan, int indicator, int unit, int *first, int *end);
// The target of that kind and year; NULL when there is none.
const struct plan_target *plan_target_at(const struct plan *plan, int indicator, int unit, enum plan_target_kind kind, int year);
// Months of the shortest frequency of any element: from one reporting period to the next.
int plan_shortest_months(const struct plan *plan);
// The chapter (level 2) a place or outline stands in.
int plan_chapter_of(const struct plan *plan, int outline);

#endif
