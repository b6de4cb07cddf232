// SPDX-License-Identifier: MIT
// Exact numbers (arithmetic.md, "Numbers"). No float or double anywhere.
//
// A figure is an int64_t count of 1/10 000 of its measure, |figure| < 10^15. A rational stays a reduced fraction of two
// checked 128-bit integers until it is printed; what does not fit is ERR_OVERFLOW, never a wrap. ln and exp are series
// in integers of 2^-60; their results are rounded after 9 decimals.
#ifndef CORE_NUM_H
#define CORE_NUM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/err.h"

__extension__ typedef __int128 num_i128;

#define NUM_SCALE 10000
#define NUM_LIMIT INT64_C(1000000000000000)   // a figure lies strictly within +-NUM_LIMIT

struct rat {                                  // d > 0, reduced; 0 is 0/1
	num_i128 n, d;
};
struct maybe {                                // a figure that may be missing; blank is not zero
	bool has;
	struct rat v;
};

enum num_qualifier { NUM_EXACT, NUM_ABOVE, NUM_AT_LEAST, NUM_ABOUT };   // 达到 突破 以上 左右; stored 0..3

// ------------------------------------------------------------ arithmetic; every out-parameter untouched on error

enum err num_overflow(void);                                            // ERR_OVERFLOW with its sentence
must_check enum err num_add(int64_t a, int64_t b, int64_t *out);         // figures; within NUM_LIMIT or ERR_OVERFLOW

struct rat rat_of_int(int64_t whole);
struct rat rat_of_figure(int64_t figure);                               // in measures: figure / 10 000
must_check enum err rat_make(num_i128 n, num_i128 d, struct rat *out);   // d != 0; reduces, moves the sign up
must_check enum err rat_add(struct rat a, struct rat b, struct rat *out);
must_check enum err rat_sub(struct rat a, struct rat b, struct rat *out);
must_check enum err rat_mul(struct rat a, struct rat b, struct rat *out);
must_check enum err rat_div(struct rat a, struct rat b, struct rat *out); // b != 0
int rat_cmp(struct rat a, struct rat b);                                // exact for all values, never overflows
int rat_sign(struct rat a);
struct rat rat_neg(struct rat a);
must_check enum err rat_ln(struct rat x, struct rat *out);               // x > 0; rounded after 9 decimals
// SCALE * ln x / ln base, rounded after 12 decimals; x, base > 0, base != 1, 1 <= SCALE <= 100: a quotient of two rounded
// logarithms would lose what a lag still shows.
must_check enum err rat_log(struct rat x, struct rat base, int scale, struct rat *out);
must_check enum err rat_exp(struct rat x, struct rat *out);              // rounded after 9 decimals
must_check enum err rat_pow(struct rat x, struct rat e, struct rat *out);// x > 0; exact when e is a small whole number and it fits
// 100 * (x^e - 1), x > 0: a growth a year in %; exact as rat_pow, else rounded after 9 decimals of the percent.
must_check enum err rat_growth(struct rat x, struct rat e, struct rat *out);
// Is xq >= xb * (1 + g)^years, exactly? g as figure in % (21 % is 210000); xq, xb figures > 0; 1 <= years <= 100.
bool num_growth_reached(int64_t xq, int64_t xb, int64_t g, int years);

// ------------------------------------------------------------ printed

#define NUM_TEXT 64                           // room that any printed figure fits in, with its NUL
enum num_round { NUM_HALF_AWAY, NUM_TOWARD_ZERO, NUM_FLOOR, NUM_CEIL };
// Rounded to DECIMALS (0..12), "-0" never; no thousands sign.
void rat_format(struct rat v, int decimals, enum num_round how, char out[NUM_TEXT]);
// The same without zeros at the end of the fraction, and without its point when none is left.
void rat_format_short(struct rat v, int decimals, enum num_round how, char out[NUM_TEXT]);
// As a JSON number: exact, or 12 significant digits.
void rat_format_json(struct rat v, char out[NUM_TEXT]);
void num_format(int64_t figure, int decimals, char out[NUM_TEXT]);       // figure at the element's decimals

// ------------------------------------------------------------ typed (arithmetic.md "Typed"; number_examples.tsv)

enum num_typed_kind { NUM_BLANK, NUM_VALUE, NUM_NOT_APPLICABLE, NUM_REFUSED };
struct num_typed {
	enum num_typed_kind kind;
	int64_t figure;                           // of NUM_VALUE
	enum num_qualifier qualifier;
	bool qualified;                           // a qualifier was typed
	char reading[2][NUM_TEXT];                // of NUM_REFUSED: the two readings, or "" (no second reading)
	char why[256];                            // of NUM_REFUSED: the sentence, translated
};
// TEXT is UTF-8 of any length; MEASURE as in the plan file (家, 亿元, %, 件/万人); DECIMALS 0..4. Never fails.
void num_parse(const char *text, const char *measure, int decimals, struct num_typed *out);
// A plain decimal of a file ("-12.5", no groups, no units) with at most 4 decimals: ERR_INPUT else. Sets no message.
must_check enum err num_parse_plain(const char *text, int64_t *figure);

#endif
