// SPDX-License-Identifier: MIT
// See calc.h.
#include "core/calc.h"

typedef enum err binary_fn(struct rat a, struct rat b, struct rat *out);

static struct rat apply(struct calc *calc, binary_fn *fn, struct rat a, struct rat b)
{
	struct rat out = rat_of_int(0);
	if (calc->err == ERR_OK)
		calc->err = fn(a, b, &out);
	return out;
}

struct rat calc_add(struct calc *calc, struct rat a, struct rat b)
{
	return apply(calc, rat_add, a, b);
}

struct rat calc_sub(struct calc *calc, struct rat a, struct rat b)
{
	return apply(calc, rat_sub, a, b);
}

struct rat calc_mul(struct calc *calc, struct rat a, struct rat b)
{
	return apply(calc, rat_mul, a, b);
}

struct rat calc_div(struct calc *calc, struct rat a, struct rat b)
{
	return apply(calc, rat_div, a, b);
}

struct rat calc_times(struct calc *calc, struct rat a, int64_t whole)
{
	return apply(calc, rat_mul, a, rat_of_int(whole));
}

struct rat calc_part(struct calc *calc, int64_t n, int64_t d)
{
	return apply(calc, rat_div, rat_of_int(n), rat_of_int(d));
}

struct rat calc_pow(struct calc *calc, struct rat x, struct rat e)
{
	return apply(calc, rat_pow, x, e);
}

struct rat calc_growth(struct calc *calc, struct rat x, struct rat e)
{
	return apply(calc, rat_growth, x, e);
}

struct rat calc_log(struct calc *calc, struct rat x, struct rat base, int scale)
{
	struct rat out = rat_of_int(0);
	if (calc->err == ERR_OK)
		calc->err = rat_log(x, base, scale, &out);
	return out;
}

struct maybe calc_some(struct rat v)
{
	return (struct maybe){ true, v };
}

struct maybe calc_none(void)
{
	return (struct maybe){ false, rat_of_int(0) };
}

struct rat calc_printed(struct calc *calc, struct rat v)
{
	struct rat tenths = calc_times(calc, rat_sign(v) < 0 ? rat_neg(v) : v, 20);
	num_i128 whole = (tenths.n / tenths.d + 1) / 2;
	return calc_part(calc, (int64_t)(rat_sign(v) < 0 ? -whole : whole), 10);
}
