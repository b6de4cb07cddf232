// SPDX-License-Identifier: MIT
// See pick.h.
#include "tui/pick.h"

#include "core/text.h"

// A wrong digit begins the number again: it must not block the right one.
static enum pick_result take_digit(struct pick *pick, wchar_t digit)
{
	if (digit < L'0' || digit > L'9')
		return PICK_NOTHING;
	int value = (int)(digit - L'0'), number = pick->number * 10 + value;
	if (number > pick->list.len)
		number = value;
	if (number < 1 || number > pick->list.len)
		return PICK_NOTHING;
	pick->number = number;
	list_go(&pick->list, number - 1);
	return number * 10 > pick->list.len ? PICK_TAKEN : PICK_MOVED;
}

enum pick_result pick_act(struct pick *pick, enum action action, const struct key *key)
{
	if (action == ACTION_TYPE)
		return take_digit(pick, key->code);
	pick->number = 0;
	if (list_act(&pick->list, action))
		return PICK_MOVED;
	return action == ACTION_OPEN && pick->list.len > 0 ? PICK_TAKEN : PICK_NOTHING;
}

void pick_draw(const struct pick *pick, struct paint *p, int y, int row, int cells, const char *text)
{
	bool focused = row == pick->list.focus;
	char number[16];
	paint_text(p, y, 0, 1, ROLE_MARK, focused ? ">" : " ");
	paint_right(p, y, 1, PICK_TEXT_AT - 2, ROLE_LEGEND_KEY, text_format(number, sizeof number, "%d", row + 1));
	paint_text(p, y, PICK_TEXT_AT, cells, focused ? ROLE_FOCUS : ROLE_TEXT, text);
	if (focused)
		paint_cursor(p, y, 0);
}
