// SPDX-License-Identifier: MIT
// A typed figure in its parts, between num_parse.c, which finds them, and num_refuse.c, which says what is wrong with them.
#ifndef CORE_NUM_TYPED_H
#define CORE_NUM_TYPED_H

#include "core/num.h"

#define TYPED_MAX 192                         // bytes of a figure with its words; anything longer is none
#define TYPED_QUOTE 512
#define TYPED_QUOTE_MOST 24                   // characters of it in a sentence; more are cut

struct typed {
	char text[TYPED_MAX];                 // trimmed, half width; every minus is -, every blank is one of ASCII
	char quote[TYPED_QUOTE];              // as it was typed, for sentences
	bool negative, plus;
	char digits[TYPED_MAX];               // the digits, points, commas and blanks after the sign
	const char *suffix;                   // all behind them, in TEXT
	const char *measure;
	struct num_typed *out;
};

// A full stop between digits; false: there is none.
bool typed_refuse_stop(struct typed *typed);
// S without the characters of DROP.
void typed_copy_without(const char *s, const char *drop, char *out);

// Each leaves NUM_REFUSED with its sentence, the first three with both readings too.
void typed_read_comma_two_ways(struct typed *typed);
void typed_read_gap_two_ways(struct typed *typed);
void typed_read_plus_two_ways(struct typed *typed);
void typed_refuse_unreadable(struct typed *typed);
void typed_refuse_bare_point(struct typed *typed);
void typed_refuse_scale(struct typed *typed);
void typed_refuse_measure(struct typed *typed);
void typed_refuse_decimals(struct typed *typed, int decimals);
void typed_refuse_size(struct typed *typed);

#endif
