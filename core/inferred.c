// SPDX-License-Identifier: MIT
// See inferred.h.
#include "core/inferred.h"

#include <stdbool.h>
#include <string.h>

#include "core/i18n.h"
#include "core/text.h"

#define WORDS 64

static void append(char *out, size_t cap, const char *text)
{
	text_join(out, cap, ",", "%s", text);
}

// "target.2025" among the blank-separated names of keys.
static bool infers(const char *keys, const char *key)
{
	return strstr(keys, key) != NULL;
}

const struct inferred_mark inferred_marks[INFERRED_MARKS] = {
	{"chapter", N_("its chapter")},
	{"same", N_("its sameness")},
	{"formula", N_("its formula")},
	{"target", N_("its target year")},
	{"baseline", N_("its baseline")},
};

unsigned inferred_of_place(const struct plan *plan, int at)
{
	const struct plan_place *place = &plan->places[at];
	const char *keys = plan->indicators[place->indicator].inferred;
	unsigned marks = (place->ours ? 1U : 0) | (place->same_inferred ? 2U : 0);
	for (int i = 2; i < INFERRED_MARKS; i++)
		marks |= infers(keys, inferred_marks[i].id) ? 1U << i : 0;
	return marks;
}

char *inferred_words(const struct plan *plan, int place, char *out, size_t cap)
{
	unsigned marks = inferred_of_place(plan, place);
	out[0] = '\0';
	for (int i = 0; i < INFERRED_MARKS; i++)
		if ((marks >> i & 1) != 0)
			append(out, cap, _(inferred_marks[i].words));
	return out;
}

char *inferred_plan_words(const struct plan *plan, char *out, size_t cap)
{
	char text[WORDS];
	out[0] = '\0';
	if (infers(plan->inferred, "base_year"))
		append(out, cap, text_format(text, sizeof text, _("base year %d (inferred)"), plan->base_year));
	if (infers(plan->inferred, "target_year"))
		append(out, cap, text_format(text, sizeof text, _("target year %d (inferred)"), plan->target_year));
	return out;
}
