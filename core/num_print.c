// SPDX-License-Identifier: MIT
// Figures as text (num.h). Digits come one by one from the remainder, so that no product has to fit and the rounding is
// decided on the exact value.
#include "core/num.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

__extension__ typedef unsigned __int128 u128;

#define WHOLE_DIGITS 39                       // of the greatest 128-bit integer
#define DECIMALS_MAX 12
#define JSON_DIGITS 12                        // significant ones of what does not end
#define DIGITS_MAX (NUM_TEXT - 4)             // with sign, point and NUL they fit NUM_TEXT

struct digits {
	char text[DIGITS_MAX + 1];                         // a leading 0 takes the carry
	int whole, len;                                    // digits before the point, in all
	u128 rest, of;                                     // what follows: rest / of of the last digit
	bool negative;
};

static void digits_start(struct digits *digits, struct rat v)
{
	u128 n = v.n < 0 ? -(u128)v.n : (u128)v.n;
	char reversed[WHOLE_DIGITS];
	int len = 0;
	for (u128 whole = n / (u128)v.d; whole; whole /= 10)
		reversed[len++] = (char)('0' + (int)(whole % 10));
	*digits = (struct digits){ .text = "0", .whole = len + 1, .len = len + 1, .rest = n % (u128)v.d, .of = (u128)v.d };
	digits->negative = v.n < 0;
	for (int i = 0; i < len; i++)
		digits->text[1 + i] = reversed[len - 1 - i];
}

// Long division; ten additions, since ten times the remainder need not fit.
static void digits_next(struct digits *digits)
{
	u128 sum = 0;
	char digit = '0';
	for (int i = 0; i < 10; i++) {
		sum += digits->rest;
		if (sum >= digits->of) {
			sum -= digits->of;
			digit++;
		}
	}
	digits->text[digits->len++] = digit;
	digits->rest = sum;
}

static bool rounds_up(const struct digits *digits, enum num_round how)
{
	if (!digits->rest || how == NUM_TOWARD_ZERO)
		return false;
	if (how == NUM_HALF_AWAY)
		return digits->rest >= digits->of - digits->rest;
	return (how == NUM_FLOOR) == digits->negative;
}

static void digits_round(struct digits *digits, enum num_round how)
{
	if (!rounds_up(digits, how))
		return;
	int i = digits->len - 1;
	for (; digits->text[i] == '9'; i--)
		digits->text[i] = '0';
	digits->text[i]++;
}

static void digits_print(const struct digits *digits, char out[NUM_TEXT])
{
	const char *whole = digits->text;
	int decimals = digits->len - digits->whole, skip = 0;
	while (skip < digits->whole - 1 && whole[skip] == '0')
		skip++;
	bool zero = strspn(whole, "0") == (size_t)digits->len;
	snprintf(out, NUM_TEXT, "%s%.*s%s%.*s", digits->negative && !zero ? "-" : "", digits->whole - skip, whole + skip,
		 decimals ? "." : "", decimals, whole + digits->whole);
}

static void cut_zeros(char *text)
{
	char *point = strchr(text, '.');
	if (!point)
		return;
	char *end = text + strlen(text);
	while (end[-1] == '0')
		end--;
	if (end[-1] == '.')
		end--;
	*end = '\0';
}

void rat_format(struct rat v, int decimals, enum num_round how, char out[NUM_TEXT])
{
	assert(decimals >= 0 && decimals <= DECIMALS_MAX);
	struct digits digits;
	digits_start(&digits, v);
	for (int i = 0; i < decimals; i++)
		digits_next(&digits);
	digits_round(&digits, how);
	digits_print(&digits, out);
}

void rat_format_short(struct rat v, int decimals, enum num_round how, char out[NUM_TEXT])
{
	rat_format(v, decimals, how, out);
	cut_zeros(out);
}

static int significant(const struct digits *digits)
{
	return digits->len - (int)strspn(digits->text, "0");
}

// As many decimals as there is room for, until the value ends or has SIGNIFICANT digits.
static void digits_fill(struct digits *digits, int most)
{
	while (digits->rest && digits->len < DIGITS_MAX && significant(digits) < most)
		digits_next(digits);
}

void rat_format_json(struct rat v, char out[NUM_TEXT])
{
	struct digits digits;
	digits_start(&digits, v);
	digits_fill(&digits, NUM_TEXT);
	if (digits.rest) {
		digits_start(&digits, v);
		digits_fill(&digits, JSON_DIGITS);
		digits_round(&digits, NUM_HALF_AWAY);
	}
	digits_print(&digits, out);
	cut_zeros(out);
}

void num_format(int64_t figure, int decimals, char out[NUM_TEXT])
{
	rat_format(rat_of_figure(figure), decimals, NUM_HALF_AWAY, out);
}
