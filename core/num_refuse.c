// SPDX-License-Identifier: MIT
// Why a typed figure is not taken (num_typed.h): one sentence each, with both readings where there are two.
#include <stdio.h>
#include <string.h>

#include "core/i18n.h"
#include "core/num_typed.h"
#include "core/text.h"

// The sentence has been written to OUT->why; drop what was recognised on the way.
static void refuse(struct num_typed *out)
{
	out->kind = NUM_REFUSED;
	out->figure = 0;
	out->qualifier = NUM_EXACT;
	out->qualified = false;
}

#define REFUSE(typed, ...) \
	(text_format((typed)->out->why, sizeof (typed)->out->why, __VA_ARGS__), refuse((typed)->out))

void typed_refuse_unreadable(struct typed *typed)
{
	REFUSE(typed, _("\"%s\" is not a figure; not saved, please type it again, such as 1234, 3.12 or -4.1."), typed->quote);
}

// What an input method gives for the key of the point.
static const char *const stops[] = { "。", "·", "、" };

bool typed_refuse_stop(struct typed *typed)
{
	for (size_t i = 0; i < sizeof stops / sizeof stops[0]; i++) {
		const char *at = strstr(typed->text, stops[i]), *behind = at == NULL ? NULL : at + strlen(stops[i]);
		if (at == NULL || at == typed->text || at[-1] < '0' || at[-1] > '9' || *behind < '0' || *behind > '9')
			continue;
		char whole[TYPED_MAX], meant[TYPED_QUOTE];
		snprintf(whole, sizeof whole, "%.*s.%s", (int)(at - typed->text), typed->text, behind);
		text_quote(whole, TYPED_QUOTE_MOST, meant, sizeof meant);
		REFUSE(typed, _("\"%s\": \"%s\" is no decimal point; not saved. If it is %s, type it with a point (input method to English "
			"punctuation, or the keypad)."), typed->quote, stops[i], meant);
		return true;
	}
	return false;
}

static void refuse_two_ways(struct typed *typed)
{
	REFUSE(typed, _("Cannot tell whether \"%s\" is %s or %s; not saved, please type it again."),
	       typed->quote, typed->out->reading[0], typed->out->reading[1]);
}

void typed_refuse_bare_point(struct typed *typed)
{
	REFUSE(typed, _("\"%s\": a point needs digits on both sides, such as 0.5; not saved, please type it again."),
	       typed->quote);
}

void typed_refuse_scale(struct typed *typed)
{
	REFUSE(typed, _("\"%s\": 10,000s (万) and 100,000,000s (亿) do not go with %s; not saved, please type the figure in full."),
	       typed->quote, typed->measure);
}

void typed_refuse_measure(struct typed *typed)
{
	if (!strcmp(typed->suffix, "%"))
		REFUSE(typed, _("\"%s\" is in %%, but the measure is %s; not saved, please type it in that."),
		       typed->quote, typed->measure);
	else
		REFUSE(typed, _("\"%s\": what follows the digits is not the measure %s; not saved, please type it again."),
		       typed->quote, typed->measure);
}

void typed_refuse_decimals(struct typed *typed, int decimals)
{
	if (decimals == 0)
		REFUSE(typed, _("\"%s\": in %s this has to be a whole number; not saved, please type it again."),
		       typed->quote, typed->measure);
	else
		REFUSE(typed, _("\"%s\": in %s at most %d decimals; not saved, please type it again."),
		       typed->quote, typed->measure, decimals);
}

void typed_refuse_size(struct typed *typed)
{
	REFUSE(typed, _("\"%s\" is too large, a figure is below 100,000,000,000; not saved, please check it and its measure."),
	       typed->quote);
}

void typed_copy_without(const char *s, const char *drop, char *out)
{
	for (; *s; s++) {
		if (!strchr(drop, *s))
			*out++ = *s;
	}
	*out = '\0';
}

static void reading(struct typed *typed, int which, const char *digits)
{
	text_format(typed->out->reading[which], NUM_TEXT, "%s%s%s", typed->negative ? "-" : "", digits, typed->suffix);
}

void typed_read_comma_two_ways(struct typed *typed)
{
	char digits[TYPED_MAX];
	memcpy(digits, typed->digits, sizeof digits);
	*strchr(digits, ',') = '.';
	reading(typed, 0, digits);
	typed_copy_without(typed->digits, ",", digits);
	reading(typed, 1, digits);
	refuse_two_ways(typed);
}

void typed_read_gap_two_ways(struct typed *typed)
{
	char digits[TYPED_MAX];
	typed_copy_without(typed->digits, " ", digits);
	reading(typed, 0, digits);
	size_t first = strcspn(typed->digits, " ");
	const char *second = typed->digits + first + strspn(typed->digits + first, " ");
	snprintf(digits, sizeof digits, "%s%.*s", typed->negative ? "-" : "", (int)first, typed->digits);
	text_format(typed->out->reading[1], NUM_TEXT, _("%s and %s%s"), digits, second, typed->suffix);
	refuse_two_ways(typed);
}

void typed_read_plus_two_ways(struct typed *typed)
{
	char digits[TYPED_MAX];
	typed_copy_without(typed->digits, ",", digits);
	reading(typed, 0, digits);
	text_format(typed->out->reading[1], NUM_TEXT, _("the last figure and %s"), typed->out->reading[0]);
	refuse_two_ways(typed);
}
