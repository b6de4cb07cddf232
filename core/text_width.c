// SPDX-License-Identifier: MIT
// wcwidth() of the whole process, curses' calls too. Where a terminal draws ambiguous characters (“ — × ┃) two cells wide,
// which no locale of UTF-8 can say, curses and our own layout must both count two, or every column behind one is off.
#include "core/text.h"

#include <stddef.h>

static const struct range {
	wchar_t first, last;
} ambiguous[] = {
#define RANGE(first, last) {first, last},
#include "core/ambiguous.def"
#undef RANGE
};

static bool ambiguous_are_wide;

void text_take_wide_ambiguous(bool wide)
{
	ambiguous_are_wide = wide;
}

static bool is_ambiguous(wchar_t c)
{
	size_t low = 0, high = sizeof ambiguous / sizeof ambiguous[0];
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (c > ambiguous[middle].last)
			low = middle + 1;
		else
			high = middle;
	}
	return low < sizeof ambiguous / sizeof ambiguous[0] && c >= ambiguous[low].first;
}

// wcswidth() is the C library's own and does not come back here.
int wcwidth(wchar_t c)
{
	return ambiguous_are_wide && is_ambiguous(c) ? 2 : wcswidth(&c, 1);
}
