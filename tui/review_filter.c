// SPDX-License-Identifier: MIT
// Which rows of the review are shown (review.h): F4 asks for a unit, a level or the focused rule.
#include "tui/review.h"

#include <stdarg.h>
#include <string.h>

#include "core/i18n.h"
#include "core/text.h"
#include "tui/choose.h"
#include "tui/prompt.h"

bool review_passes(const struct review *r, const struct finding_row *row)
{
	const struct review_filter *filter = &r->filter;
	const struct report_key *key = &review_report(r, row)->key;
	if (filter->one && (key->dept != filter->only.dept || key->unit != filter->only.unit))
		return false;
	if (filter->waiting && row->level != FINDINGS_CORRECTION && review_report(r, row)->state != REPORT_SUBMITTED)
		return false;
	return (filter->unit == PLAN_NONE || filter->unit == row->finding.unit) &&
		(filter->level < 0 || filter->level == (int)row->level) &&
		(filter->rule[0] == '\0' || strcmp(filter->rule, row->finding.rule) == 0);
}

char *review_filter_words(const struct review *r, char *out, size_t cap)
{
	const struct plan *plan = r->app->plan;
	if (r->filter.unit != PLAN_NONE)
		return text_format(out, cap, "%s", plan->units[r->filter.unit].short_name);
	if (r->filter.waiting)
		return text_format(out, cap, "%s", _("waiting for review"));
	return text_format(out, cap, "%s", r->filter.one ? report_owner_name(plan, &r->filter.only) : plan->units[plan->root].short_name);
}

static const char *rule_name(const char *id)
{
	int len;
	const struct check_rule *rules = check_rules(&len);
	for (int i = 0; i < len; i++)
		if (strcmp(rules[i].id, id) == 0)
			return _(rules[i].name);
	return id;
}

char *review_filter_said(const struct review *r, char *out, size_t cap)
{
	static const char *const levels[FINDINGS_LEVELS] = {
		[FINDINGS_HARD] = N_("hard findings only"), [FINDINGS_CORRECTION] = N_("corrections only"),
		[FINDINGS_SOFT] = N_("soft findings only"),
	};
	const struct review_filter *filter = &r->filter;
	review_filter_words(r, out, cap);
	size_t len = strlen(out);
	if (filter->level >= 0 && levels[filter->level] != NULL)
		text_format(out + len, cap - len, " %s", _(levels[filter->level]));
	len = strlen(out);
	if (filter->rule[0] != '\0')
		text_format(out + len, cap - len, " %s", rule_name(filter->rule));
	return out;
}

// ------------------------------------------------------------ choices by number

void review_begin_choices(struct review *r)
{
	r->choices_len = 0;
}

void review_offer(struct review *r, review_fn *fn, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	text_vformat(r->offers[r->choices_len], sizeof r->offers[0], format, args);
	va_end(args);
	r->choices[r->choices_len++] = fn;
}

static unsigned chosen(void *ctx, int choice)
{
	struct review *r = ctx;
	return choice < 0 ? DRAWN : r->choices[choice](r);
}

unsigned review_choose(struct review *r, const char *title)
{
	struct prompt_choice choices[REVIEW_CHOICES];
	for (int i = 0; i < r->choices_len; i++)
		choices[i].text = r->offers[i];
	prompt_choose(r->app, title, choices, r->choices_len, 0, chosen, r);
	return DRAWN;
}

// ------------------------------------------------------------ asking

static unsigned show(struct review *r)
{
	r->list = (struct list){0};
	find_done(&r->find);
	return DRAWN | SCREEN_RELOAD;
}

static unsigned forget(struct review *r)
{
	r->filter = (struct review_filter){.unit = PLAN_NONE, .level = -1};
	return show(r);
}

static unsigned waiting(struct review *r)
{
	forget(r);
	r->filter.waiting = true;
	return show(r);
}

static unsigned take_unit(void *ctx, int unit)
{
	struct review *r = ctx;
	if (unit == PLAN_NONE)
		return DRAWN;
	forget(r);
	r->filter.unit = unit;
	return show(r);
}

static unsigned ask_unit(struct review *r)
{
	choose_unit(r->app, true, take_unit, r);
	return DRAWN;
}

static unsigned of_level(struct review *r, enum findings_level level)
{
	r->filter.level = (int)level;
	return show(r);
}

static unsigned hard(struct review *r)
{
	return of_level(r, FINDINGS_HARD);
}

static unsigned soft(struct review *r)
{
	return of_level(r, FINDINGS_SOFT);
}

static unsigned corrections(struct review *r)
{
	return of_level(r, FINDINGS_CORRECTION);
}

static unsigned of_rule(struct review *r)
{
	const struct finding_row *row = review_focused(r);
	text_format(r->filter.rule, sizeof r->filter.rule, "%s", row != NULL ? row->finding.rule : "");
	return show(r);
}

unsigned review_filter_ask(struct review *r)
{
	const struct finding_row *row = review_focused(r);
	review_begin_choices(r);
	review_offer(r, forget, "%s", _("all reports of the period"));
	review_offer(r, waiting, "%s", _("what waits for review"));
	review_offer(r, ask_unit, "%s", _("of one unit"));
	review_offer(r, hard, "%s", _("hard findings only"));
	review_offer(r, soft, "%s", _("soft findings only"));
	review_offer(r, corrections, "%s", _("corrections only"));
	if (row != NULL && row->finding.rule[0] != '\0')
		review_offer(r, of_rule, _("this rule only: %s"), row->finding.name);
	return review_choose(r, _("What to show?"));
}
