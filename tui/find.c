// SPDX-License-Identifier: MIT
// See find.h. Hiding rows is in find_rows.c.
#include "tui/find.h"

#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"
#include "core/text.h"
#include "tui/find_rows.h"
#include "tui/prompt.h"

struct matches {
	int count, exact;            // the first exact one, or PLAN_NONE
};

static int focused(const struct find *find)
{
	return find->list != NULL ? find_row(find, find->list->focus) : find->ops->at(find->state);
}

static struct matches count_matches(const struct find *find)
{
	struct matches matches = {0, PLAN_NONE};
	int len = find->ops->len(find->state);
	for (int i = 0; i < len; i++) {
		enum match match = find->ops->match(find->state, i, find->wanted);
		matches.count += match != MATCH_NOT;
		if (match == MATCH_EXACT && matches.exact == PLAN_NONE)
			matches.exact = i;
	}
	return matches;
}

// The next match from the focus on, the focused row itself last.
static int next_match(const struct find *find, int step)
{
	int len = find->ops->len(find->state), row = focused(find);
	for (int i = 0; i < len; i++) {
		row = (row + step + len) % len;
		if (find->ops->match(find->state, row, find->wanted) != MATCH_NOT)
			return row;
	}
	return PLAN_NONE;
}

static int which(const struct find *find, int row)
{
	int nth = 0;
	for (int i = 0; i <= row; i++)
		nth += find->ops->match(find->state, i, find->wanted) != MATCH_NOT;
	return nth;
}

static int numbered_row(const struct find *find)
{
	if (find->wanted[strspn(find->wanted, "0123456789")] != '\0' || strlen(find->wanted) > 6)
		return PLAN_NONE;
	int number = atoi(find->wanted);
	return number >= 1 && number <= find->ops->len(find->state) ? number - 1 : PLAN_NONE;
}

static unsigned lead_to(struct find *find, int row)
{
	if (find->list != NULL)
		find_focus(find, row);
	return find->ops->go(find->state, row) | DRAWN;
}

static unsigned go(struct find *find, int step, bool first)
{
	struct matches matches = count_matches(find);
	int row = first && matches.exact != PLAN_NONE ? matches.exact : next_match(find, step);
	if (row == PLAN_NONE)
		row = numbered_row(find);
	if (row == PLAN_NONE) {
		find_tell_none(find);
		return DRAWN;
	}
	if (matches.count > 1)
		screen_message(find->app, false, _("“%s”: %d of %d; n the next, N the one before"), find->wanted, which(find, row),
			matches.count);
	return lead_to(find, row);
}

static unsigned answered(void *ctx, const char *const *texts)
{
	struct find *find = ctx;
	if (texts == NULL || texts[0][0] == '\0')
		return DRAWN;
	text_format(find->wanted, sizeof find->wanted, "%s", texts[0]);
	text_halve(find->wanted);
	return go(find, 1, true);
}

static unsigned ask(struct find *find)
{
	const char *const labels[] = {_("words, id or number")}, *const texts[] = {""};
	if (find->list != NULL)
		return find_rows_begin(find);
	prompt_text(find->app, _("Find"), labels, texts, 1, answered, find);
	return DRAWN;
}

unsigned find_act(struct find *find, enum action action, const struct key *key)
{
	unsigned result = find->list != NULL ? find_rows_act(find, action, key) : 0;
	if (result != 0 || (action != ACTION_FIND && action != ACTION_FIND_NEXT && action != ACTION_FIND_PREVIOUS))
		return result;
	if (action == ACTION_FIND || find->wanted[0] == '\0')
		return ask(find);
	return go(find, action == ACTION_FIND_NEXT ? 1 : -1, false);
}
