// SPDX-License-Identifier: MIT
// What the rules of core/check*.c share: the cell they look at, its past, and how a finding is told. Private to core/check*.c.
//
// A figure's past is read step by step as rules ask for it and kept, so that a cell that looks like the ones before costs a few
// seeks. All comparisons are of whole numbers: ratios are compared by their products in 128 bits.
#ifndef CORE_CHECK_PART_H
#define CORE_CHECK_PART_H

#include "core/check.h"

#define CHECK_PAST 24                    // steps of the frequency that are looked back
#define CHECK_LEAP 400                   // percent: five times as much, or a fifth
#define CHECK_SMALL 20                   // counts of the last decimal under this are left alone

struct check_change { int64_t high, low; int64_t from, to; int period; };   // high >= low >= 0; what changed into what, when
struct check_figure { bool has; int period; int64_t figure; };
struct check_row;
struct check {
	const struct plan *plan;
	const struct check_source *source;
	const struct plan_element *element;
	const struct plan_unit *unit;
	const struct entry *entry;       // as it would be
	bool noted, documented;          // its texts, looked at before the source is asked for anything else
	bool keyed;                      // it is being keyed in: else it is a cell of a report
	const struct check_row *row;     // whose turn it is
	bool owed;                       // it is due by the day of the submission
	bool strange;                    // a rule about its size has found something: one is enough
	struct check_figure past[CHECK_PAST + 1];      // by steps back, 1 up
	bool known[CHECK_PAST + 1];
	struct { bool known; struct check_change most; int len; } spread;      // of check_spread, once it was asked for
	check_fn *fn;
	void *ctx;
};
typedef enum err check_rule_fn(struct check *check);

#define CHECK_CELL 1                     // as it is keyed, and in a report
#define CHECK_REPORT 2                   // in a report only
#define CHECK_SIZE 4                     // about its size: silent where another of these has spoken
#define CHECK_FIGURE 8                   // of a figure of a stock, a flow or a published one; not of 未报, a stage
struct check_row {
	struct check_rule rule;
	int when;
	const char *todo;                // what may be done, a sentence
	check_rule_fn *fn;
};
#define CHECK(id, level, when, name, todo, help) check_rule_fn check_rule_##id;
#include "core/check.def"
#undef CHECK

struct check check_begin(const struct plan *plan, const struct check_source *source, const struct entry *entry, check_fn *fn, void *ctx);
// Runs the rules of LEVEL whose when has one of WHEN.
must_check enum err check_run(struct check *check, enum check_level level, int when);
// Fills in level, rule, cell, name unless given, and the sentence; then hands it out.
must_check enum err check_tell(struct check *check, struct check_finding *finding);
struct check_finding check_finding_of(const struct check *check);

// ------------------------------------------------------------ its past (check_past.c)

bool check_is_flow(const struct check *check);
bool check_is_value(const struct entry *entry);
must_check enum err check_look(struct check *check, int element, int unit, int period, struct check_figure *out);
// The figure of so many steps before; without one has is false.
must_check enum err check_before(struct check *check, int steps, struct check_figure *out);
int check_year_steps(const struct check *check);
// What the figure is held against: of a flow the same month of last year; of a stock the newest of the year before.
must_check enum err check_against(struct check *check, struct check_figure *out);
// Of a flow: the newest figure of the same year before.
must_check enum err check_this_year(struct check *check, struct check_figure *out);

// ------------------------------------------------------------ sizes of change (check_size.c)

struct check_change check_change_of(int64_t from, int64_t to, int period);
// Is A's relative change (high - low) / low more than N / D times that of B?
bool check_change_beyond(const struct check_change *a, const struct check_change *b, int n, int d);
// More than PERCENT?
bool check_change_over(const struct check_change *a, int percent);
// The unit's own largest change up to now, of a flow against the same month of the year before; *LEN how many there are.
must_check enum err check_spread(struct check *check, struct check_change *out, int *len);
int64_t check_step(const struct plan_element *element);      // one of the last decimal, as a figure
bool check_is_small(const struct check *check, int64_t figure);
// The figure divided by 10, 100 ..., or multiplied, as nothing but a slip would leave it, between LEAST and MOST. 0: none.
int64_t check_cure(const struct check *check, int64_t least, int64_t most);

// ------------------------------------------------------------ words (check_words.c)

void check_write_number(const struct plan_element *element, int64_t figure, char out[NUM_TEXT]);
// 11.2亿元
void check_write_figure(const struct plan_element *element, int64_t figure, char *out, size_t cap);
// 11.5, of a / b; 增长64.9%, 下降3.1%; b > 0
void check_write_times(int64_t a, int64_t b, char out[NUM_TEXT]);
void check_write_percent(int64_t from, int64_t to, char *out, size_t cap);
void check_write_growth(int64_t from, int64_t to, char *out, size_t cap);
// 上年同期, 上期, 1-3月, 2023年6月 seen from the cell
void check_write_when(const struct check *check, int period, char *out, size_t cap);
// Is the point or the measure wrong, is there a digit too many?
void check_write_question(const struct check *check, char *out, size_t cap);
void check_compose(const struct check *check, struct check_finding *finding);

#endif
