// SPDX-License-Identifier: MIT
// Logarithm, exponential and powers (num.h), in whole numbers only.
//
// Values in between are counts of 2^-60; ln 2 is kept to 2^-90, since it is multiplied by up to 127.
#include "core/num.h"

#include <assert.h>

__extension__ typedef unsigned __int128 u128;

#define ONE ((num_i128)1 << 60)
#define LN2_HIGH INT64_C(744261117)              // ln 2 = (LN2_HIGH * 2^60 + LN2_LOW) * 2^-90
#define LN2_LOW INT64_C(1100916694905753294)
#define BILLION INT64_C(1000000000)              // results are rounded after 9 decimals
#define TRILLION INT64_C(1000000000000)          // a quotient of logarithms after 12

static int bit_length(u128 v)
{
	uint64_t high = (uint64_t)(v >> 64), low = (uint64_t)v;
	return high ? 128 - __builtin_clzll(high) : low ? 64 - __builtin_clzll(low) : 0;
}

// V * 2^SHIFT, either way, without rounding.
static u128 shifted(u128 v, int shift)
{
	return shift >= 0 ? v << shift : v >> -shift;
}

static num_i128 times_ln2(int k)
{
	num_i128 ln2 = (num_i128)LN2_HIGH * ONE + LN2_LOW;
	return (k * ln2 + ((num_i128)1 << 29)) >> 30;
}

static num_i128 divide_half_away(num_i128 n, num_i128 d)
{
	return n < 0 ? -((-n + d / 2) / d) : (n + d / 2) / d;
}

// ln x = k ln 2 + 2 atanh z, z = (m - 1) / (m + 1), for x = m * 2^k with m between sqrt(1/2) and sqrt(2).
static num_i128 ln_fixed(struct rat x)
{
	int n_bits = bit_length((u128)x.n), d_bits = bit_length((u128)x.d), k = n_bits - d_bits;
	num_i128 n = (num_i128)shifted((u128)x.n, 63 - n_bits), d = (num_i128)shifted((u128)x.d, 63 - d_bits);
	if (n > d + d * 2 / 5) {
		d *= 2;
		k++;
	} else if (d > n + n * 2 / 5) {
		n *= 2;
		k--;
	}
	num_i128 z = divide_half_away((n - d) * ONE, n + d), square = z * z / ONE, sum = 0;
	for (num_i128 power = z, i = 1; power; power = power * square / ONE, i += 2)
		sum += power / i;
	return times_ln2(k) + 2 * sum;
}

// FACTOR / 10^9 * exp x; exp x = 2^k * exp r, r the rest of x after k ln 2. FACTOR is at most 2^40.
static enum err exp_fixed(num_i128 x, int64_t factor, struct rat *out)
{
	num_i128 k = divide_half_away(x, times_ln2(1));
	if (k > 60)
		return num_overflow();
	if (k < -39)                              // below half of the last decimal, and of the last of a percent
		return rat_make(0, 1, out);
	num_i128 rest = x - times_ln2((int)k), sum = ONE;
	for (num_i128 term = rest, i = 1; term; i++, term = term * rest / ONE / i)
		sum += term;
	num_i128 scaled = sum * factor;           // to be moved by k - 60 bits
	num_i128 half = k < 60 ? (num_i128)1 << (59 - k) : 0;
	return rat_make((scaled + half) >> (60 - k), BILLION, out);
}

enum err rat_ln(struct rat x, struct rat *out)
{
	assert(x.n > 0);
	return rat_make(divide_half_away(ln_fixed(x) * BILLION, ONE), BILLION, out);
}

enum err rat_log(struct rat x, struct rat base, int scale, struct rat *out)
{
	assert(x.n > 0 && base.n > 0 && scale >= 1 && scale <= 100);
	num_i128 below = ln_fixed(base), above = ln_fixed(x) * scale;
	if (below == 0)                           // a base within 2^-60 of 1
		return num_overflow();
	if (below < 0) {
		below = -below;
		above = -above;
	}
	num_i128 whole = above / below, rest = above % below, result;
	if (__builtin_mul_overflow(whole, (num_i128)TRILLION, &result))
		return num_overflow();
	return rat_make(result + divide_half_away(rest * TRILLION, below), TRILLION, out);
}

// X as a count of 2^-60, or beyond +-LIMIT when it is outside it.
static num_i128 to_fixed(struct rat x, int limit)
{
	num_i128 whole = x.n / x.d, rest = x.n % x.d;
	if (whole > limit || whole < -limit)
		return (whole > 0 ? limit + 1 : -limit - 1) * ONE;
	int drop = bit_length((u128)x.d) - 66;    // rest * 2^60 has to fit; 66 bits of the fraction are kept
	num_i128 unit = drop > 0 ? (num_i128)1 << drop : 1;
	return whole * ONE + divide_half_away(rest / unit * ONE, x.d / unit);
}

enum err rat_exp(struct rat x, struct rat *out)
{
	return exp_fixed(to_fixed(x, 100), BILLION, out);
}

static bool power_exact(struct rat x, int e, struct rat *out)
{
	struct rat result = rat_of_int(1);
	for (int i = 0; i < (e < 0 ? -e : e); i++) {
		if (rat_mul(result, x, &result))
			return false;
	}
	if (e < 0 && rat_div(rat_of_int(1), result, &result))
		return false;
	*out = result;
	return true;
}

#define WHOLE_POWER_MAX 128
#define EXPONENT_MAX (200 * ONE)                 // beyond it exp is an overflow or 0 anyway

static bool growth_exact(struct rat x, int e, int scale, int less, struct rat *out)
{
	struct rat result;
	return power_exact(x, e, &result) && !rat_mul(result, rat_of_int(scale), &result) &&
	       !rat_sub(result, rat_of_int(less), out);
}

// SCALE * x^e - LESS; what is not exact is rounded after 9 decimals when it has been scaled.
static enum err power(struct rat x, struct rat e, int scale, int less, struct rat *out)
{
	assert(x.n > 0);
	bool whole_exponent = e.d == 1 && e.n >= -WHOLE_POWER_MAX && e.n <= WHOLE_POWER_MAX;
	if (whole_exponent && growth_exact(x, (int)e.n, scale, less, out))
		return ERR_OK;
	num_i128 log = ln_fixed(x), high, low, sum;
	num_i128 fraction = to_fixed((struct rat){ e.n % e.d, e.d }, 1);
	if (__builtin_mul_overflow(log, e.n / e.d, &high) || __builtin_mul_overflow(log, fraction, &low) ||
	    __builtin_add_overflow(high, divide_half_away(low, ONE), &sum))
		return num_overflow();
	struct rat scaled;
	sum = sum > EXPONENT_MAX ? EXPONENT_MAX : sum < -EXPONENT_MAX ? -EXPONENT_MAX : sum;
	enum err err = exp_fixed(sum, scale * BILLION, &scaled);
	return err ? err : rat_sub(scaled, rat_of_int(less), out);
}

enum err rat_pow(struct rat x, struct rat e, struct rat *out)
{
	return power(x, e, 1, 0, out);
}

enum err rat_growth(struct rat x, struct rat e, struct rat *out)
{
	return power(x, e, 100, 100, out);
}
