// SPDX-License-Identifier: MIT
// Footnotes about a figure: that its baseline is missing, that it is carried from an earlier period, that a part has not been
// reported. See phrase_part.h.
#include "core/i18n.h"
#include "core/phrase_part.h"
#include "core/text.h"

static bool is_figure(const struct phrase *p)
{
	return p->ind->kind == PLAN_NUMBER;
}

void phrase_put_note_base(const struct phrase *p, char *out, size_t cap)
{
	int year = p->s->base_year != 0 ? p->s->base_year : p->plan->base_year;
	if (is_figure(p) && p->s->proven_lag)
		text_format(out, cap, _("the baseline of %d is not known; what is given is the least that it can be behind."), year);
	else if (is_figure(p) && p->s->status == STANDING_NO_BASE)
		text_format(out, cap, _("the baseline of %d is not known; the attainment is shown, pace is not judged."), year);
}

static void add_missing(const struct phrase *p, char *out, size_t cap)
{
	char missing[PHRASE_TEXT] = "";
	phrase_put_missing(p, missing, sizeof missing);
	if (missing[0] != '\0' && p->s->reported < p->s->due)
		text_add(out, cap, _(", missing: %s"), missing);
}

void phrase_put_note_carried(const struct phrase *p, char *out, size_t cap)
{
	char from[PHRASE_TEXT];
	const struct standing *s = p->s;
	if (!is_figure(p) || !s->carried || !s->value.has)
		return;
	phrase_put_period(p, s->value_period, from, sizeof from);
	if (s->reported > 0 && s->reported < s->due)
		text_format(out, cap, _("the newer figure is not all reported (%d/%d), carried is that of %s"), s->reported, s->due, from);
	else
		text_format(out, cap, _("the newer figure is not reported, carried is that of %s"), from);
	add_missing(p, out, cap);
	text_add(out, cap, "%s", _("."));
}

// A value that is carried tells of its missing ones there.
void phrase_put_note_partial(const struct phrase *p, char *out, size_t cap)
{
	char period[PHRASE_TEXT];
	const struct standing *s = p->s;
	if (!is_figure(p) || (s->carried && s->value.has) || s->reported == 0 || s->reported >= s->due)
		return;
	phrase_put_period(p, s->sum_period != 0 ? s->sum_period : s->period, period, sizeof period);
	text_format(out, cap, _("%s: %d/%d reported"), period, s->reported, s->due);
	add_missing(p, out, cap);
	text_add(out, cap, "%s", _("."));
}
