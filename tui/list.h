// SPDX-License-Identifier: MIT
// A list's focus and window, apart from what its rows show. Moves by half a page at its edge: cheap on a slow link.
#ifndef TUI_LIST_H
#define TUI_LIST_H

#include <stdbool.h>

#include "core/action.h"

struct list { int len, focus, top, height; };
void list_resize(struct list *list, int len, int height);     // keeps the focus in sight
bool list_act(struct list *list, enum action action);         // UP DOWN PAGE_* FIRST LAST; false: not ours
void list_go(struct list *list, int row);                     // focus ROW, or the nearest there is
// The same for words without a focus: *TOP, the first of LEN lines in a window of HEIGHT.
bool list_scroll(int *top, int len, int height, enum action action);
bool list_skip(struct list *list, int from, bool (*can)(int row, void *ctx), void *ctx);   // to the next row that can be focused

#endif
