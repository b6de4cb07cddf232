// SPDX-License-Identifier: MIT
// See list.h.
#include "tui/list.h"

static int clamp(int value, int low, int high)
{
	return value > high ? (high < low ? low : high) : value < low ? low : value;
}

// Leaving the window moves it by half its height, so that the next keys move only the marker.
static void show_focus(struct list *list)
{
	int half = list->height / 2 > 0 ? list->height / 2 : 1;
	if (list->focus < list->top)
		list->top = list->focus + 1 - half;
	else if (list->focus >= list->top + list->height)
		list->top = list->focus - list->height + half;
	list->top = clamp(list->top, list->focus - list->height + 1, list->focus);
	list->top = clamp(list->top, 0, list->len - list->height);
}

void list_resize(struct list *list, int len, int height)
{
	list->len = len > 0 ? len : 0;
	list->height = height > 1 ? height : 1;
	list->focus = clamp(list->focus, 0, list->len - 1);
	show_focus(list);
}

void list_go(struct list *list, int row)
{
	list->focus = clamp(row, 0, list->len - 1);
	show_focus(list);
}

// Where ACTION leads from row AT of LEN, a page being PAGE rows; false: it is no moving.
static bool moved(enum action action, int page, int len, int *at)
{
	switch (action) {
	case ACTION_UP: *at -= 1; return true;
	case ACTION_DOWN: *at += 1; return true;
	case ACTION_PAGE_UP: *at -= page; return true;
	case ACTION_PAGE_DOWN: *at += page; return true;
	case ACTION_FIRST: *at = 0; return true;
	case ACTION_LAST: *at = len - 1; return true;
	default: return false;
	}
}

static int page_of(int height)
{
	return height > 1 ? height - 1 : 1;
}

bool list_act(struct list *list, enum action action)
{
	int to = list->focus;
	if (!moved(action, page_of(list->height), list->len, &to))
		return false;
	list_go(list, to);
	return true;
}

bool list_scroll(int *top, int len, int height, enum action action)
{
	bool ours = moved(action, page_of(height), len, top);
	*top = clamp(*top, 0, len - height);
	return ours;
}

bool list_skip(struct list *list, int from, bool (*can)(int row, void *ctx), void *ctx)
{
	int step = list->focus < from ? -1 : 1;
	for (int turned = 0; turned < 2; turned++, step = -step)
		for (int row = list->focus; row >= 0 && row < list->len; row += step)
			if (can(row, ctx)) {
				list_go(list, row);
				return true;
			}
	return false;
}
