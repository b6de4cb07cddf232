// SPDX-License-Identifier: MIT
// Exact arithmetic whose first error sticks, so that a formula reads as one: on an error all further results are 0 and
// calc->err says what went wrong. Private to the arithmetic of core (figure, standing, compare).
#ifndef CORE_CALC_H
#define CORE_CALC_H

#include "core/err.h"
#include "core/num.h"

struct calc { enum err err; };

struct rat calc_add(struct calc *calc, struct rat a, struct rat b);
struct rat calc_sub(struct calc *calc, struct rat a, struct rat b);
struct rat calc_mul(struct calc *calc, struct rat a, struct rat b);
struct rat calc_div(struct calc *calc, struct rat a, struct rat b);      // b != 0
struct rat calc_times(struct calc *calc, struct rat a, int64_t whole);
struct rat calc_part(struct calc *calc, int64_t n, int64_t d);           // n / d, d != 0
struct rat calc_pow(struct calc *calc, struct rat x, struct rat e);      // x > 0
struct rat calc_growth(struct calc *calc, struct rat x, struct rat e);   // 100 * (x^e - 1), x > 0
// SCALE * ln x / ln base, rounded after 12 decimals; x > 0, base > 0, base != 1.
struct rat calc_log(struct calc *calc, struct rat x, struct rat base, int scale);

struct maybe calc_some(struct rat v);
struct maybe calc_none(void);
// V at one decimal, half away from zero: a lag as printed.
struct rat calc_printed(struct calc *calc, struct rat v);

#endif
