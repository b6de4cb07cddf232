// SPDX-License-Identifier: MIT
// Figures and rationals (num.h). Every step reduces before it multiplies, so that what is representable is computed, and
// every multiplication is checked: the least 128-bit integer is never kept, so a sign can always be turned.
#include "core/num.h"

#include <assert.h>

#include "core/i18n.h"

__extension__ typedef unsigned __int128 u128;

#define I128_MAX ((num_i128)(~(u128)0 >> 1))

enum err num_overflow(void)
{
	return err_set(ERR_OVERFLOW, "%s", _("a figure left the range that is computed exactly"));
}

enum err num_add(int64_t a, int64_t b, int64_t *out)
{
	int64_t sum;
	if (__builtin_add_overflow(a, b, &sum) || sum <= -NUM_LIMIT || sum >= NUM_LIMIT)
		return num_overflow();
	*out = sum;
	return ERR_OK;
}

static u128 magnitude(num_i128 v)
{
	return v < 0 ? -(u128)v : (u128)v;
}

static uint64_t gcd64(uint64_t a, uint64_t b)
{
	while (b) {
		uint64_t rest = a % b;
		a = b;
		b = rest;
	}
	return a;
}

// A division of 128 bits costs many times one of 64: leave them as soon as the values have shrunk.
static u128 gcd(u128 a, u128 b)
{
	while (b >> 64) {
		u128 rest = a % b;
		a = b;
		b = rest;
	}
	return b ? gcd64((uint64_t)b, (uint64_t)(a % b)) : a;
}

struct rat rat_of_int(int64_t whole)
{
	return (struct rat){ whole, 1 };
}

struct rat rat_of_figure(int64_t figure)
{
	num_i128 common = (num_i128)gcd(magnitude(figure), NUM_SCALE);
	return (struct rat){ figure / common, NUM_SCALE / common };
}

enum err rat_make(num_i128 n, num_i128 d, struct rat *out)
{
	assert(d != 0);
	u128 num = magnitude(n), den = magnitude(d), common = gcd(num, den);
	num /= common;
	den /= common;
	if (num > (u128)I128_MAX || den > (u128)I128_MAX)
		return num_overflow();
	out->n = (n < 0) != (d < 0) ? -(num_i128)num : (num_i128)num;
	out->d = (num_i128)den;
	return ERR_OK;
}

static bool multiply(num_i128 a, num_i128 b, num_i128 *out)
{
	return !__builtin_mul_overflow(a, b, out) && magnitude(*out) <= (u128)I128_MAX;
}

// Knuth 4.5.1: with g = gcd of the denominators only gcd(sum, g) can be left in common.
enum err rat_add(struct rat a, struct rat b, struct rat *out)
{
	num_i128 left, right, sum, den;
	bool whole = a.d == 1 && b.d == 1;                  // most are counts
	if (whole && !__builtin_add_overflow(a.n, b.n, &sum) && magnitude(sum) <= (u128)I128_MAX) {
		*out = (struct rat){ sum, 1 };
		return ERR_OK;
	}
	num_i128 g = (num_i128)gcd((u128)a.d, (u128)b.d);
	if (!multiply(a.n, b.d / g, &left) || !multiply(b.n, a.d / g, &right) || __builtin_add_overflow(left, right, &sum))
		return num_overflow();
	num_i128 common = (num_i128)gcd(magnitude(sum), (u128)g);
	if (!multiply(a.d / g, b.d / common, &den))
		return num_overflow();
	return rat_make(sum / common, den, out);
}

struct rat rat_neg(struct rat a)
{
	return (struct rat){ -a.n, a.d };
}

enum err rat_sub(struct rat a, struct rat b, struct rat *out)
{
	return rat_add(a, rat_neg(b), out);
}

enum err rat_mul(struct rat a, struct rat b, struct rat *out)
{
	num_i128 across = (num_i128)gcd(magnitude(a.n), (u128)b.d), back = (num_i128)gcd(magnitude(b.n), (u128)a.d);
	struct rat product;
	if (!multiply(a.n / across, b.n / back, &product.n) || !multiply(a.d / back, b.d / across, &product.d))
		return num_overflow();
	*out = product;
	return ERR_OK;
}

enum err rat_div(struct rat a, struct rat b, struct rat *out)
{
	assert(b.n != 0);
	struct rat inverse = b.n < 0 ? (struct rat){ -b.d, -b.n } : (struct rat){ b.d, b.n };
	return rat_mul(a, inverse, out);
}

int rat_sign(struct rat a)
{
	return (a.n > 0) - (a.n < 0);
}

// By continued fractions: equal whole parts leave the remainders, whose reciprocals compare the other way round.
static int compare_positive(u128 an, u128 ad, u128 bn, u128 bd)
{
	int turn = 1;
	for (;;) {
		u128 a = an / ad, b = bn / bd;
		if (a != b)
			return a > b ? turn : -turn;
		u128 a_rest = an % ad, b_rest = bn % bd;
		if (!a_rest || !b_rest)
			return (!!a_rest - !!b_rest) * turn;
		an = ad;
		ad = a_rest;
		bn = bd;
		bd = b_rest;
		turn = -turn;
	}
}

int rat_cmp(struct rat a, struct rat b)
{
	int sign = rat_sign(a), other = rat_sign(b);
	if (sign != other)
		return sign > other ? 1 : -1;
	return sign * compare_positive(magnitude(a.n), (u128)a.d, magnitude(b.n), (u128)b.d);
}
