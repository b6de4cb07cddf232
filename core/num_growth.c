// SPDX-License-Identifier: MIT
// Has a growth been reached, exactly (num.h): x_q * 10^6n against x_b * (10^6 + g)^n, whole numbers of any length that
// can occur. An average growth is met or missed by this and never by a rounded root.
#include "core/num.h"

#include <assert.h>

#define YEARS_MAX 100
#define LIMBS (1 + YEARS_MAX)                 // a figure, and a factor below 2^64 a year

__extension__ typedef unsigned __int128 u128;

struct big {
	uint64_t limb[LIMBS];                 // least first; all above LEN are zero
	int len;
};

static void big_multiply(struct big *big, uint64_t factor)
{
	u128 carry = 0;
	for (int i = 0; i < big->len; i++) {
		carry += (u128)big->limb[i] * factor;
		big->limb[i] = (uint64_t)carry;
		carry >>= 64;
	}
	if (carry)
		big->limb[big->len++] = (uint64_t)carry;
}

static struct big big_of_power(int64_t start, int64_t factor, int times)
{
	struct big big = { .limb = { (uint64_t)start }, .len = 1 };
	for (int i = 0; i < times; i++)
		big_multiply(&big, (uint64_t)factor);
	return big;
}

static int big_compare(const struct big *a, const struct big *b)
{
	for (int i = LIMBS - 1; i >= 0; i--) {
		if (a->limb[i] != b->limb[i])
			return a->limb[i] > b->limb[i] ? 1 : -1;
	}
	return 0;
}

bool num_growth_reached(int64_t xq, int64_t xb, int64_t g, int years)
{
	assert(xq > 0 && xb > 0 && years >= 1 && years <= YEARS_MAX);
	int64_t whole = 100 * (int64_t)NUM_SCALE;     // 100 % as a figure
	if (g <= -whole)
		return true;                          // nothing that is left is below a loss of everything
	struct big have = big_of_power(xq, whole, years), need = big_of_power(xb, whole + g, years);
	return big_compare(&have, &need) >= 0;
}
