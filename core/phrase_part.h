// SPDX-License-Identifier: MIT
// The parts of core/phrase*.c: one function a field, found by the table in phrase.c. Private to them.
//
// A function writes into OUT, which holds "" already, and leaves it so where the standing has no such figure.
#ifndef CORE_PHRASE_PART_H
#define CORE_PHRASE_PART_H

#include "core/phrase.h"

struct phrase {
	const struct plan *plan;
	const struct standing *s;
	const struct plan_indicator *ind;
};
typedef void phrase_fn(const struct phrase *p, char *out, size_t cap);

// phrase_round.c: figures as text; nothing flatters
const char *phrase_measure(const struct phrase *p);                    // of a stage's percent: "%"
bool phrase_in_percent(const struct phrase *p);
// V at DECIMALS; what is not zero never prints 0 but the smallest step. The sign is dropped.
void phrase_round_size(struct rat v, int decimals, char out[NUM_TEXT]);
// The same with one decimal, dropped when it is 0, where DECIMALS is 0: what is needed of a count.
void phrase_round_need(struct rat v, int decimals, char out[NUM_TEXT]);
// A figure that stands against TARGET: short of it, it never prints as the target.
void phrase_round_toward(const struct phrase *p, struct rat v, struct maybe target, int decimals, char out[NUM_TEXT]);
// 按近一年增量推算, and 序时应达: one decimal of a count, dropped when it is 0.
void phrase_round_projected(const struct phrase *p, struct rat v, char out[NUM_TEXT]);
void phrase_round_expected(const struct phrase *p, struct rat v, char out[NUM_TEXT]);
// A target: at the indicator's decimals, or as many as it needs; no zeros at the end.
void phrase_round_target(const struct phrase *p, struct rat v, char out[NUM_TEXT]);
// A fraction as 69.3%: under 1 never 100.0. false where it leaves the range that is computed exactly.
bool phrase_round_percent(struct maybe fraction, char out[NUM_TEXT]);
// Points at one decimal without sign; returns the sign of what is printed.
int phrase_round_points(struct rat points, char out[NUM_TEXT]);

// phrase_figure.c
phrase_fn phrase_put_value, phrase_put_value_words, phrase_put_target, phrase_put_value_target, phrase_put_baseline,
	phrase_put_expected, phrase_put_elapsed, phrase_put_done, phrase_put_attainment, phrase_put_gap, phrase_put_gap_measured,
	phrase_put_lag, phrase_put_lag_short, phrase_put_year_done, phrase_put_year_lag;
// 突破380家, 50%以上: FIGURE with measure and qualifier, as in a sentence.
void phrase_put_measured(const struct phrase *p, const char *figure, enum num_qualifier qualifier, char *out, size_t cap);

// phrase_rate.c: what moves in a year
phrase_fn phrase_put_needed, phrase_put_needed_measured, phrase_put_needed_short, phrase_put_recent, phrase_put_recent_short, phrase_put_projected;
phrase_fn phrase_put_gap_sentence;

// phrase_state.c: words of the status, coverage; phrase_row.c: rows that have no columns
phrase_fn phrase_put_sum, phrase_put_coverage, phrase_put_data_period, phrase_put_status, phrase_put_status_short,
	phrase_put_reason, phrase_put_pace, phrase_put_row, phrase_put_missing, phrase_put_better, phrase_put_place,
	phrase_put_target_words, phrase_put_target_place;
// A total that has been reported within the year, but of no whole year yet: not 未报, and nothing to be judged.
bool phrase_is_year_only(const struct standing *s);

// phrase_sentence.c
phrase_fn phrase_put_sentence, phrase_put_year_sentence;
const char *phrase_unit_name(const struct phrase *p);       // 长葛市; "" for the root: what is said is about all of it
// 截至2024年6月末, 2023年, 2021—2023年: PERIOD as it stands in a sentence about this indicator.
void phrase_put_period(const struct phrase *p, int period, char *out, size_t cap);

// phrase_note.c: footnotes
phrase_fn phrase_put_note_base, phrase_put_note_carried, phrase_put_note_partial;

#endif
