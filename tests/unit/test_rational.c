// SPDX-License-Identifier: MIT
// core/num: arithmetic at its edges, logarithms and powers against worked values of 80 digits, growth, print.
#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/num.h"

#define LENGTH(array) (sizeof (array) / sizeof *(array))

static const num_i128 most = (num_i128)INT64_MAX * INT64_MAX * 2;   // about 2^127

static struct rat make(num_i128 n, num_i128 d)
{
	struct rat rat = { 0, 1 };
	assert_int_equal(rat_make(n, d, &rat), ERR_OK);
	return rat;
}

static void expect_rat(struct rat have, num_i128 n, num_i128 d)
{
	assert_true(have.n == n && have.d == d);
}

static void expect_text(struct rat have, int decimals, const char *expected)
{
	char text[NUM_TEXT];
	rat_format(have, decimals, NUM_HALF_AWAY, text);
	assert_string_equal(text, expected);
}

// ------------------------------------------------------------ arithmetic

static void figures_add_within_their_limit(void **state)
{
	(void)state;
	int64_t sum = 7;
	assert_int_equal(num_add(NUM_LIMIT - 2, 1, &sum), ERR_OK);
	assert_int_equal(sum, NUM_LIMIT - 1);
	assert_int_equal(num_add(NUM_LIMIT - 1, 1, &sum), ERR_OVERFLOW);
	assert_int_equal(num_add(1 - NUM_LIMIT, -1, &sum), ERR_OVERFLOW);
	assert_int_equal(num_add(INT64_MAX, INT64_MAX, &sum), ERR_OVERFLOW);
	assert_int_equal(num_add(INT64_MIN, -1, &sum), ERR_OVERFLOW);
	assert_int_equal(sum, NUM_LIMIT - 1);
	assert_true(*err_message());
}

static void fractions_are_reduced(void **state)
{
	(void)state;
	expect_rat(make(6, -8), -3, 4);
	expect_rat(make(-6, -8), 3, 4);
	expect_rat(make(0, -8), 0, 1);
	expect_rat(make(most, most), 1, 1);
	expect_rat(rat_of_figure(-12500), -5, 4);
	expect_rat(rat_of_figure(0), 0, 1);
	num_i128 least = (num_i128)((__extension__ (unsigned __int128)1) << 127);
	struct rat rat;
	assert_int_equal(rat_make(least, 1, &rat), ERR_OVERFLOW);
	expect_rat(make(least, 2), least / 2, 1);
	expect_rat(make(least, least), 1, 1);
}

static void operations_are_exact(void **state)
{
	(void)state;
	struct rat rat;
	assert_int_equal(rat_add(make(1, 6), make(1, 10), &rat), ERR_OK);
	expect_rat(rat, 4, 15);
	assert_int_equal(rat_sub(make(1, 6), make(1, 6), &rat), ERR_OK);
	expect_rat(rat, 0, 1);
	assert_int_equal(rat_mul(make(-14, 15), make(25, 21), &rat), ERR_OK);
	expect_rat(rat, -10, 9);
	assert_int_equal(rat_div(make(3, 4), make(-9, 8), &rat), ERR_OK);
	expect_rat(rat, -2, 3);
	assert_int_equal(rat_sign(rat), -1);
	assert_int_equal(rat_sign(rat_neg(rat)), 1);
	assert_int_equal(rat_sign(rat_of_int(0)), 0);
}

// What is representable is computed, though the plain products are not; what is not is an error and changes nothing.
static void overflow_is_an_error(void **state)
{
	(void)state;
	struct rat rat = { 5, 1 };
	assert_int_equal(rat_mul(make(most, 3), make(3, most), &rat), ERR_OK);
	expect_rat(rat, 1, 1);
	assert_int_equal(rat_add(make(1, most), make(1, most), &rat), ERR_OK);
	expect_rat(rat, 1, most / 2);
	assert_int_equal(rat_mul(make(most, 1), rat_of_int(3), &rat), ERR_OVERFLOW);
	assert_int_equal(rat_mul(make((num_i128)1 << 64, 1), rat_of_int(INT64_MIN), &rat), ERR_OVERFLOW);
	assert_int_equal(rat_add(make(most, 1), make(most, 1), &rat), ERR_OVERFLOW);
	assert_int_equal(rat_add(make(1, most), make(1, most - 1), &rat), ERR_OVERFLOW);
	assert_int_equal(rat_div(make(1, most), rat_of_int(3), &rat), ERR_OVERFLOW);
	expect_rat(rat, 1, most / 2);
}

static void comparison_is_exact_for_all(void **state)
{
	(void)state;
	static const struct {
		int64_t an, ad, bn, bd;
		int order;
	} cases[] = {
		{ 0, 1, 0, 1, 0 }, { -1, 2, 1, 2, -1 }, { 1, 2, -1, 2, 1 }, { 0, 1, -1, 9, 1 }, { 1, 3, 2, 6, 0 },
			{ -1, 3, -1, 2, 1 },
		{ 5, 1, 11, 2, -1 }, { 355, 113, 22, 7, -1 }, { INT64_MAX, INT64_MAX - 1, INT64_MAX - 1, INT64_MAX - 2, -1 },
	};
	for (size_t i = 0; i < LENGTH(cases); i++) {
		struct rat a = { cases[i].an, cases[i].ad }, b = { cases[i].bn, cases[i].bd };
		assert_int_equal(rat_cmp(a, b), cases[i].order);
		assert_int_equal(rat_cmp(b, a), -cases[i].order);
	}
	assert_int_equal(rat_cmp(make(most, most - 1), make(most - 1, most - 2)), -1);
	assert_int_equal(rat_cmp(make(-most, most - 1), make(1 - most, most - 2)), 1);
}

// ------------------------------------------------------------ logarithms and powers

static void logarithms_are_right_in_nine_decimals(void **state)
{
	(void)state;
	static const struct {
		int64_t n, d;
		const char *ln;
	} cases[] = {
		{ 1, 1, "0.000000000" }, { 2, 1, "0.693147181" }, { 1, 2, "-0.693147181" }, { 6, 1, "1.791759469" },
		{ 293, 100, "1.075002423" }, { 121, 100, "0.190620360" }, { INT64_C(999999999999), 7, "25.685110967" },
		{ 1000001, 1000000, "0.000001000" }, { 999999, 1000000, "-0.000001000" },
		{ 1, INT64_C(1000000000000000000), "-41.446531674" }, { INT64_C(1000000000000000000), 1, "41.446531674" },
		{ 1414213562, 1000000000, "0.346573590" }, { 1414213563, 1000000000, "0.346573591" },
		{ 707106781, 1000000000, "-0.346573591" }, { 1, 3, "-1.098612289" }, { 470, 380, "0.212561442" },
		{ INT64_C(999999999999999), INT64_C(999999999999998), "0.000000000" }, { 7, 5, "0.336472237" },
		{ 17, 12, "0.348306694" },
	};
	for (size_t i = 0; i < LENGTH(cases); i++) {
		struct rat ln;
		assert_int_equal(rat_ln(make(cases[i].n, cases[i].d), &ln), ERR_OK);
		expect_text(ln, 9, cases[i].ln);
		assert_true(1000000000 % ln.d == 0);
	}
	struct rat ln;
	assert_int_equal(rat_ln(make(most, 1), &ln), ERR_OK);
	expect_text(ln, 9, "88.029691931");
}

static void exponentials_are_right_in_nine_decimals(void **state)
{
	(void)state;
	static const struct {
		int64_t n, d;
		const char *exp;
	} cases[] = {
		{ 0, 1, "1.000000000" }, { 1, 1, "2.718281828" }, { -1, 1, "0.367879441" }, { 1, 2, "1.648721271" },
		{ -1, 2, "0.606530660" }, { 1, 10, "1.105170918" }, { -3, 10, "0.740818221" }, { 5, 1, "148.413159103" },
		{ -5, 1, "0.006737947" }, { 10, 1, "22026.465794807" }, { -10, 1, "0.000045400" }, { 13, 1, "442413.392008921" },
		{ -20, 1, "0.000000002" }, { -22, 1, "0.000000000" }, { -60, 1, "0.000000000" }, { -1000, 1, "0.000000000" },
			{ 1, 1000000000, "1.000000001" },
		{ 693147181, 1000000000, "2.000000001" }, { 346573590, 1000000000, "1.414213562" },
		{ 346573591, 1000000000, "1.414213563" }, { 1, 3, "1.395612425" },
	};
	for (size_t i = 0; i < LENGTH(cases); i++) {
		struct rat exp;
		assert_int_equal(rat_exp(make(cases[i].n, cases[i].d), &exp), ERR_OK);
		expect_text(exp, 9, cases[i].exp);
	}
	struct rat exp = { 5, 1 };
	assert_int_equal(rat_exp(rat_of_int(43), &exp), ERR_OVERFLOW);
	assert_int_equal(rat_exp(make(most, 1), &exp), ERR_OVERFLOW);
	expect_rat(exp, 5, 1);
	assert_int_equal(rat_exp(make(-most, most - 1), &exp), ERR_OK);
	expect_text(exp, 9, "0.367879441");
}

static void powers_and_growths_are_right(void **state)
{
	(void)state;
	static const struct {
		int n, d, en, ed;
		const char *pow, *growth;
	} cases[] = {
		{ 6, 1, 3, 5, "2.930156052", "193.015605158" }, { 6, 1, 7, 10, "3.505144086", "250.514408641" },
		{ 1, 6, 3, 5, "0.341278752", "-65.872124815" }, { 600, 293, 1, 2, "1.431007187", "43.100718725" },
		{ 293, 100, 1, 3, "1.430943678", "43.094367757" }, { 121, 100, 5, 1, "2.593742460", "159.374246010" },
		{ 121, 100, -2, 1, "0.683013455", "-31.698654463" }, { 2, 1, 1, 2, "1.414213562", "41.421356237" },
		{ 3, 2, 5, 12, "1.184053587", "18.405358738" }, { 1012, 1000, 9, 4, "1.027202702", "2.720270205" },
		{ 1, 1, 7, 3, "1.000000000", "0.000000000" }, { 999, 1000, 11, 3, "0.996338220", "-0.366178049" },
		{ 12345, 1000, 3, 7, "2.936174736", "193.617473626" }, { 5, 3, 0, 1, "1.000000000", "0.000000000" },
		{ 1, 1000, 30, 1, "0.000000000", "-100.000000000" }, { 1, 1000, 128, 1, "0.000000000", "-100.000000000" },
	};
	for (size_t i = 0; i < LENGTH(cases); i++) {
		struct rat x = make(cases[i].n, cases[i].d), e = make(cases[i].en, cases[i].ed), have;
		assert_int_equal(rat_pow(x, e, &have), ERR_OK);
		expect_text(have, 9, cases[i].pow);
		assert_int_equal(rat_growth(x, e, &have), ERR_OK);
		expect_text(have, 9, cases[i].growth);
	}
}

static void whole_powers_are_exact(void **state)
{
	(void)state;
	struct rat have;
	assert_int_equal(rat_pow(make(121, 100), rat_of_int(5), &have), ERR_OK);
	expect_rat(have, INT64_C(25937424601), INT64_C(10000000000));
	assert_int_equal(rat_growth(make(121, 100), rat_of_int(-1), &have), ERR_OK);
	expect_rat(have, -2100, 121);
	assert_int_equal(rat_pow(rat_of_int(2), rat_of_int(-126), &have), ERR_OK);
	expect_rat(have, 1, (num_i128)1 << 126);
	assert_int_equal(rat_pow(rat_of_int(10), rat_of_int(60), &have), ERR_OVERFLOW);
}

static void growth_is_decided_in_whole_numbers(void **state)
{
	(void)state;
	const int64_t base = INT64_C(100000000000), reached = INT64_C(259374246010);   // 1.1^10 = 2.5937424601
	assert_true(num_growth_reached(reached, base, 100000, 10));
	assert_false(num_growth_reached(reached - 1, base, 100000, 10));
	assert_true(num_growth_reached(reached + 1, base, 100000, 10));
	assert_true(num_growth_reached(1210000, 1000000, 210000, 1));
	assert_false(num_growth_reached(1209999, 1000000, 210000, 1));
	assert_true(num_growth_reached(1, 1, 0, 100));
	assert_false(num_growth_reached(NUM_LIMIT - 1, 1, NUM_LIMIT - 1, 100));
	assert_true(num_growth_reached(1, NUM_LIMIT - 1, -999999, 100));
	assert_true(num_growth_reached(1, NUM_LIMIT - 1, -1000000, 1));
	assert_true(num_growth_reached(1, NUM_LIMIT - 1, 1 - NUM_LIMIT, 3));
	assert_false(num_growth_reached(99, 100, -9999, 1));
	assert_true(num_growth_reached(99, 100, -10000, 1));
}

// ------------------------------------------------------------ printed

static void values_are_printed_half_away(void **state)
{
	(void)state;
	static const struct {
		int n, d, decimals;
		enum num_round how;
		const char *text, *brief;
	} cases[] = {
		{ 5, 100, 1, NUM_HALF_AWAY, "0.1", "0.1" }, { -5, 100, 1, NUM_HALF_AWAY, "-0.1", "-0.1" },
		{ 49, 1000, 1, NUM_HALF_AWAY, "0.0", "0" }, { -49, 1000, 1, NUM_HALF_AWAY, "0.0", "0" },
		{ 1, 2, 0, NUM_HALF_AWAY, "1", "1" }, { -1, 2, 0, NUM_HALF_AWAY, "-1", "-1" },
			{ 9995, 1000, 2, NUM_HALF_AWAY, "10.00", "10" },
		{ 99999, 10, 0, NUM_HALF_AWAY, "10000", "10000" }, { 120, 1, 1, NUM_HALF_AWAY, "120.0", "120" },
		{ 4996, 100, 1, NUM_TOWARD_ZERO, "49.9", "49.9" }, { -4996, 100, 1, NUM_TOWARD_ZERO, "-49.9", "-49.9" },
		{ -1, 3, 0, NUM_FLOOR, "-1", "-1" }, { 1, 3, 0, NUM_FLOOR, "0", "0" }, { 1, 3, 0, NUM_CEIL, "1", "1" },
		{ -1, 3, 0, NUM_CEIL, "0", "0" }, { -7, 1, 1, NUM_FLOOR, "-7.0", "-7" },
			{ 1, 3, 12, NUM_HALF_AWAY, "0.333333333333", "0.333333333333" },
		{ 2, 3, 12, NUM_HALF_AWAY, "0.666666666667", "0.666666666667" },
			{ 1005, 10, 2, NUM_HALF_AWAY, "100.50", "100.5" },
	};
	for (size_t i = 0; i < LENGTH(cases); i++) {
		char text[NUM_TEXT];
		rat_format(make(cases[i].n, cases[i].d), cases[i].decimals, cases[i].how, text);
		assert_string_equal(text, cases[i].text);
		rat_format_short(make(cases[i].n, cases[i].d), cases[i].decimals, cases[i].how, text);
		assert_string_equal(text, cases[i].brief);
	}
}

static void the_greatest_value_fits(void **state)
{
	(void)state;
	char text[NUM_TEXT];
	rat_format(make(-most, 3), 12, NUM_HALF_AWAY, text);
	assert_string_equal(text, "-56713727820156410564931271856155000832.666666666667");
	rat_format(make(most - 1, most), 12, NUM_HALF_AWAY, text);
	assert_string_equal(text, "1.000000000000");
	rat_format_json(make(-1, most), text);
	assert_string_equal(text, "-0.00000000000000000000000000000000000000587747175411");
}

static void json_is_exact_or_has_twelve_digits(void **state)
{
	(void)state;
	static const struct {
		int64_t n, d;
		const char *text;
	} cases[] = {
		{ 1, 3, "0.333333333333" }, { 2000, 3, "666.666666667" }, { -1, 8, "-0.125" }, { 470, 600, "0.783333333333" },
		{ 130, 1, "130" }, { 0, 1, "0" }, { 1, 1048576, "0.00000095367431640625" },
			{ 1, 3000000, "0.000000333333333333" },
		{ INT64_C(999999999999999), 10000, "99999999999.9999" }, { 29999999999999, 3, "10000000000000" },
			{ 43100718725, 1000000000, "43.100718725" },
	};
	for (size_t i = 0; i < LENGTH(cases); i++) {
		char text[NUM_TEXT];
		rat_format_json(make(cases[i].n, cases[i].d), text);
		assert_string_equal(text, cases[i].text);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(figures_add_within_their_limit), cmocka_unit_test(fractions_are_reduced),
		cmocka_unit_test(operations_are_exact), cmocka_unit_test(overflow_is_an_error),
		cmocka_unit_test(comparison_is_exact_for_all), cmocka_unit_test(logarithms_are_right_in_nine_decimals),
		cmocka_unit_test(exponentials_are_right_in_nine_decimals), cmocka_unit_test(powers_and_growths_are_right),
		cmocka_unit_test(whole_powers_are_exact), cmocka_unit_test(growth_is_decided_in_whole_numbers),
		cmocka_unit_test(values_are_printed_half_away), cmocka_unit_test(the_greatest_value_fits),
		cmocka_unit_test(json_is_exact_or_has_twelve_digits),
	};
	return cmocka_run_group_tests_name("rational", tests, NULL, NULL);
}
