// SPDX-License-Identifier: MIT
// A figure as a clerk types it (arithmetic.md, "Typed"). What could be read two ways is refused, with both readings: a
// figure that was guessed is worse than one that has to be typed again.
#include "core/num.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "core/num_typed.h"
#include "core/text.h"

#define READING_MAX 24                        // of digits: two readings of more cannot be told apart at a glance
#define RUNS_MAX 16
#define WHOLE_MAX 20                          // digits before the point: more are too large in any measure
#define FRACTION_MAX 12                       // 4 decimals of a figure, typed in 亿

// The runs of digits and what parts them: "1,234.5" is 1 3 1 and ",.". Blanks in a row are one.
struct runs {
	size_t len[RUNS_MAX];
	char parts[RUNS_MAX];
	int count;
};

enum shape { SHAPE_FIGURE, SHAPE_TWO_WAYS, SHAPE_GAP, SHAPE_BARE_POINT, SHAPE_OTHER };

static size_t blank_at(const char *s)
{
	static const char *const blanks[] = { " ", "\t", "\r", "\n", "\xC2\xA0", "\xE3\x80\x80" };
	for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++) {
		if (!strncmp(s, blanks[i], strlen(blanks[i])))
			return strlen(blanks[i]);
	}
	return 0;
}

static const char *skip_blanks(const char *s)
{
	for (size_t len; (len = blank_at(s));)
		s += len;
	return s;
}

// Bytes of S without the blanks at its end.
static size_t trimmed_length(const char *s)
{
	size_t end = 0;
	uint32_t code;
	for (size_t at = 0, len; (len = text_next(s + at, &code)); at += len) {
		if (!blank_at(s + at))
			end = at + len;
	}
	return end;
}

// In place: half width, and one sign each for the minus signs and the blanks.
static void normalise(char *s)
{
	static const char minus[] = "\xE2\x88\x92";
	char *to = s;
	for (uint32_t code; *s;) {
		size_t blank = blank_at(s), len = text_next(s, &code);
		bool is_minus = !strncmp(s, minus, strlen(minus));
		if (blank || is_minus)
			*to++ = blank ? ' ' : '-';
		else
			to = (char *)memmove(to, s, len) + len;
		s += len;
	}
	*to = '\0';
}

static void trim(char *s)
{
	const char *start = skip_blanks(s);
	size_t len = trimmed_length(start);
	memmove(s, start, len);
	s[len] = '\0';
}

static bool typed_take(struct typed *typed, const char *text)
{
	text = skip_blanks(text);
	size_t len = trimmed_length(text);
	bool fits = len < sizeof typed->text && text_valid_utf8(text, len) == len;
	snprintf(typed->text, sizeof typed->text, "%.*s", fits ? (int)len : 0, text);
	text_quote(fits ? typed->text : text, TYPED_QUOTE_MOST, typed->quote, sizeof typed->quote);
	text_halve(typed->text);
	normalise(typed->text);
	return fits;
}

// A qualifier before or behind is taken off.
static void take_qualifier(struct typed *typed)
{
	static const struct {
		const char *word;
		enum num_qualifier qualifier;
	} words[] = { { "达到", NUM_EXACT }, { "突破", NUM_ABOVE }, { "以上", NUM_AT_LEAST }, { "左右", NUM_ABOUT } };
	char *text = typed->text;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		size_t len = strlen(text), word = strlen(words[i].word);
		bool before = !strncmp(text, words[i].word, word);
		if (!before && (len < word || strcmp(text + len - word, words[i].word) != 0))
			continue;
		memset(before ? text : text + len - word, ' ', word);
		trim(text);
		typed->out->qualified = true;
		typed->out->qualifier = words[i].qualifier;
		return;
	}
}

static void split(struct typed *typed)
{
	const char *text = typed->text;
	typed->negative = *text == '-';
	typed->plus = *text == '+';
	text += typed->negative || typed->plus;
	size_t len = strspn(text, "0123456789., ");
	typed->suffix = text + len;
	snprintf(typed->digits, sizeof typed->digits, "%.*s", (int)len, text);
	typed->digits[trimmed_length(typed->digits)] = '\0';
}

static bool find_runs(const char *s, struct runs *runs)
{
	*runs = (struct runs){ 0 };
	for (;;) {
		size_t len = strspn(s, "0123456789");
		runs->len[runs->count] = len;
		s += len;
		if (!*s)
			break;
		if (runs->count == RUNS_MAX - 1)
			return false;
		runs->parts[runs->count++] = *s;
		s += *s == ' ' ? strspn(s, " ") : 1;
	}
	runs->count++;
	return true;
}

static bool are_thousands(const char *digits, const struct runs *runs, int groups)
{
	if (digits[0] == '0' || runs->len[0] > 3)
		return false;
	for (int i = 1; i < groups; i++) {
		if (runs->len[i] != 3)
			return false;
	}
	return true;
}

static enum shape shape_of(const char *digits)
{
	struct runs runs;
	if (!*digits || !find_runs(digits, &runs))
		return SHAPE_OTHER;
	const char *parts = runs.parts;
	for (int i = 0; i < runs.count; i++) {
		if (runs.len[i] == 0)
			return !strcmp(parts, ".") && digits[1] ? SHAPE_BARE_POINT : SHAPE_OTHER;
	}
	size_t commas = strspn(parts, ",");
	if (!strcmp(parts + commas, "") || !strcmp(parts + commas, ".")) {
		if (!commas || are_thousands(digits, &runs, (int)commas + 1))
			return SHAPE_FIGURE;
		return !strcmp(parts, ",") ? SHAPE_TWO_WAYS : SHAPE_OTHER;
	}
	return !strcmp(parts, " ") || !strcmp(parts, " .") ? SHAPE_GAP : SHAPE_OTHER;
}

// ------------------------------------------------------------ the measure behind

// 亿 or 万 at *S as a power of ten, and past it.
static int take_magnitude(const char **s)
{
	static const struct {
		const char *word;
		int power;
	} magnitudes[] = { { "亿", 8 }, { "万", 4 } };
	for (size_t i = 0; i < sizeof magnitudes / sizeof *magnitudes; i++) {
		size_t len = strlen(magnitudes[i].word);
		if (!strncmp(*s, magnitudes[i].word, len)) {
			*s += len;
			return magnitudes[i].power;
		}
	}
	return 0;
}

// The power of ten from what is typed to the measure; false after a refusal.
static bool find_shift(struct typed *typed, int *shift)
{
	const char *measure = typed->measure, *suffix = typed->suffix;
	*shift = 0;
	if (!*suffix || !strcmp(suffix, measure))
		return true;
	const char *base = measure, *tail = suffix;
	int own = take_magnitude(&base), power = take_magnitude(&tail);
	bool quotient = strchr(measure, '/') || strchr(measure, '%');
	if (quotient && power)
		return typed_refuse_scale(typed), false;
	if (quotient || (*tail && strcmp(tail, base) != 0))
		return typed_refuse_measure(typed), false;
	*shift = power - own;
	return true;
}

// ------------------------------------------------------------ the figure

static num_i128 power_of_ten(int exponent)
{
	num_i128 power = 1;
	while (exponent-- > 0)
		power *= 10;
	return power;
}

static num_i128 digits_value(const char *digits, size_t len, num_i128 value)
{
	for (size_t i = 0; i < len; i++)
		value = value * 10 + (digits[i] - '0');
	return value;
}

// PLAIN (digits, perhaps a point and digits) times 10^SHIFT as a figure.
static void take_figure(struct typed *typed, const char *plain, int shift, int decimals)
{
	plain += strspn(plain, "0");
	size_t whole = strspn(plain, "0123456789");
	const char *fraction = plain + whole + (plain[whole] == '.');
	size_t len = strlen(fraction);
	while (len && fraction[len - 1] == '0')
		len--;
	if (whole > WHOLE_MAX) {
		typed_refuse_size(typed);
		return;
	}
	if (len > FRACTION_MAX) {
		typed_refuse_decimals(typed, decimals);
		return;
	}
	num_i128 value = digits_value(fraction, len, digits_value(plain, whole, 0));
	int exponent = 4 + shift - (int)len;
	num_i128 part = power_of_ten(-exponent), step = power_of_ten(4 - decimals);
	value *= power_of_ten(exponent);
	if (value % part || value / part % step) {
		typed_refuse_decimals(typed, decimals);
	} else if (value / part >= NUM_LIMIT) {
		typed_refuse_size(typed);
	} else {
		typed->out->kind = NUM_VALUE;
		typed->out->figure = (int64_t)(typed->negative ? -(value / part) : value / part);
	}
}

static void parse_figure(struct typed *typed, int decimals)
{
	static void (*const refusals[])(struct typed *) = {
		[SHAPE_TWO_WAYS] = typed_read_comma_two_ways, [SHAPE_GAP] = typed_read_gap_two_ways,
		[SHAPE_BARE_POINT] = typed_refuse_bare_point, [SHAPE_OTHER] = typed_refuse_unreadable,
	};
	split(typed);
	enum shape shape = shape_of(typed->digits);
	bool two_ways = shape == SHAPE_TWO_WAYS || shape == SHAPE_GAP || typed->plus;
	if ((typed->plus && shape != SHAPE_FIGURE) || (two_ways && strlen(typed->digits) > READING_MAX))
		shape = SHAPE_OTHER;
	int shift;
	if (shape != SHAPE_OTHER && !find_shift(typed, &shift))
		return;
	if (shape != SHAPE_FIGURE) {
		refusals[shape](typed);
	} else if (typed->plus) {
		typed_read_plus_two_ways(typed);
	} else {
		char plain[TYPED_MAX];
		typed_copy_without(typed->digits, ",", plain);
		take_figure(typed, plain, shift, decimals);
	}
}

// What programs write ("12.5"), nearly all of a file, has one reading only.
static bool take_plain(const char *text, int decimals, struct num_typed *out)
{
	static const int64_t steps[] = { 10000, 1000, 100, 10, 1 };
	return num_parse_plain(text, &out->figure) == ERR_OK && out->figure % steps[decimals] == 0;
}

void num_parse(const char *text, const char *measure, int decimals, struct num_typed *out)
{
	assert(decimals >= 0 && decimals <= 4);
	*out = (struct num_typed){ .kind = NUM_VALUE };
	if (take_plain(text, decimals, out))
		return;
	struct typed typed = { .measure = measure, .out = out };
	*out = (struct num_typed){ .kind = NUM_BLANK };
	if (!typed_take(&typed, text)) {
		typed_refuse_unreadable(&typed);
	} else if (!strcmp(typed.text, "/") || !strcmp(typed.text, "-")) {
		out->kind = NUM_NOT_APPLICABLE;
	} else if (*typed.text) {
		take_qualifier(&typed);
		if (!typed_refuse_stop(&typed))
			parse_figure(&typed, decimals);
	}
}

enum err num_parse_plain(const char *text, int64_t *figure)
{
	const char *digits = text + (*text == '-');
	size_t whole = strspn(digits, "0123456789"), len = 0;
	const char *fraction = digits + whole;
	if (*fraction == '.')
		len = strspn(++fraction, "0123456789");
	bool bare_point = fraction > digits + whole && !len;
	if (!whole || bare_point || len > 4 || fraction[len] || whole > WHOLE_MAX)
		return ERR_INPUT;
	num_i128 value = digits_value(fraction, len, digits_value(digits, whole, 0)) * power_of_ten(4 - (int)len);
	if (value >= NUM_LIMIT)
		return ERR_INPUT;
	*figure = (int64_t)(*text == '-' ? -value : value);
	return ERR_OK;
}
