// SPDX-License-Identifier: MIT
// See pick.h.
#include "tui/pick.h"

void pick_reset(struct pick *pick)
{
	pick->number = 0;
}

bool pick_digit(struct pick *pick, struct list *list, wchar_t digit)
{
	if (digit < L'0' || digit > L'9')
		return false;
	int value = (int)(digit - L'0'), number = pick->number * 10 + value;
	if (number > list->len)
		number = value;              // begin again: a wrong digit must not block the right one
	if (number < 1 || number > list->len)
		return false;
	pick->number = number;
	list_go(list, number - 1);
	return number * 10 > list->len;
}
