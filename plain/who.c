// SPDX-License-Identifier: MIT
// Who sits here: name, unit or department, part; kept after the last of the three.
#include "core/i18n.h"
#include "core/text.h"
#include "plain/part.h"

#define NAME_BYTES 200

static const char *const roles[] = {
	[REPORT_CLERK] = N_("clerk: keys in, explains, submits"),
	[REPORT_REVIEWER] = N_("reviewer: returns or accepts"),
	[REPORT_PLANNER] = N_("planner: targets, extensions, locking too"),
	[REPORT_READER] = N_("reader: looks only"),
};
#define ROLES ((int)(sizeof roles / sizeof roles[0]))

static const char *role_name(const struct plain *p, const void *ctx, int row, char *out, size_t cap)
{
	(void)p;
	(void)ctx;
	return text_format(out, cap, "%s", _(roles[row]));
}

// Units, then departments but the first, which is the unit itself.
static const char *owner_name(const struct plain *p, const void *ctx, int row, char *out, size_t cap)
{
	const struct plan *plan = p->plan;
	(void)ctx;
	return text_format(out, cap, "%s", row < plan->units_len ? plan->units[row].name : plan->depts[row - plan->units_len + 1].name);
}

static bool choose_owner(struct plain *p, struct operator *who)
{
	const struct plan *plan = p->plan;
	int row = plain_pick(p, _("Which unit or department?"), plan->units_len + plan->depts_len - 1, owner_name, NULL);
	if (row == PLAN_NONE)
		return false;
	who->dept = row < plan->units_len ? 0 : row - plan->units_len + 1;
	who->unit = row < plan->units_len ? row : plan->root;
	return true;
}

static void put(struct plain *p, const struct operator *who)
{
	struct desk_answer answer = {.done = false};
	if (!plain_failed(p, p->desk->put_operator(p->desk->ctx, who, &answer)))
		plain_say(p, "%s", answer.text);
}

static void ask(struct plain *p, const struct operator *known)
{
	struct operator who = {.account = p->account};
	char name[NAME_BYTES];
	text_format(name, sizeof name, "%s", known->change != 0 ? known->name : p->account);
	if (!plain_ask_text(p, _("Who sits here? Changes are signed so"), _("Type the name that stands beside what is entered."), name, sizeof name))
		return;
	who.name = name;
	int role = choose_owner(p, &who) ? plain_pick(p, _("What is your part?"), ROLES, role_name, NULL) : PLAN_NONE;
	if (role == PLAN_NONE)
		return;
	who.role = (enum report_role)role;
	put(p, &who);
}

void plain_who(struct plain *p, void *at)
{
	struct operator known = {.change = 0};
	(void)at;
	if (plain_failed(p, p->desk->get_operator(p->desk->ctx, &known)))
		return;
	const struct report_key own = {0, known.dept, known.unit};
	if (known.change != 0)
		plain_say(p, "%s, %s, %s", known.name, report_owner_name(p->plan, &own), _(report_role_name(known.role)));
	ask(p, &known);
}

void plain_begin(struct plain *p)
{
	struct operator known = {.change = 0};
	if (p->desk == NULL || plain_failed(p, p->desk->get_operator(p->desk->ctx, &known)))
		return;
	if (known.change == 0 && !p->plan->demo)
		plain_say(p, _("Not said yet who sits here; until then %s stands beside what is entered."), p->account);
}
