// SPDX-License-Identifier: MIT
// The rules of report.h: whose report a cell is due in, and who may take which step from which state.
#include "core/report.h"

#include "core/i18n.h"
#include "core/text.h"

struct report_key report_of_cell(const struct plan *plan, int element, int unit, int period)
{
	int owner = plan->elements[element].owner;
	return (struct report_key){ period, owner, owner == 0 ? unit : plan->root };
}

int report_owners(const struct plan *plan, int period, struct report_key *out)
{
	int len = 0;
	for (int unit = 0; unit < plan->units_len; unit++) {
		const struct report_key key = { period, 0, unit };
		if (report_asked(plan, &key))
			out[len++] = key;
	}
	for (int dept = 1; dept < plan->depts_len; dept++) {
		const struct report_key key = { period, dept, plan->root };
		if (report_asked(plan, &key))
			out[len++] = key;
	}
	return len;
}

bool report_accepts(const struct report *report, const struct entry *entry)
{
	return entry->change > 0 && entry->change <= report->upto;
}

const char *report_owner_name(const struct plan *plan, const struct report_key *key)
{
	return key->dept == 0 ? plan->units[key->unit].name : plan->depts[key->dept].name;
}

bool report_open(const struct plan *plan, const struct report *report, const struct entry *present, char *why, size_t cap)
{
	const char *owner = report_owner_name(plan, &report->key);
	bool owed = present->change == 0 || present->kind == ENTRY_CLEARED || present->kind == ENTRY_NOT_REPORTED;
	if (report->state == REPORT_SUBMITTED)
		text_format(why, cap, _("not saved: the report of %s is submitted; it can be changed once it is returned or withdrawn"),
			owner);
	else if (report->state == REPORT_LOCKED)
		text_format(why, cap, _("not saved: the report of %s is locked; ask the planner"), owner);
	else if (!owed && report_accepts(report, present))
		text_format(why, cap, _("not saved: this figure of %s is accepted; propose a correction"), owner);
	else
		return true;
	return false;
}

// ------------------------------------------------------------ steps

#define IN(state) (1U << REPORT_##state)
#define BY(role) (1U << REPORT_##role)
static const struct step { unsigned from, roles; enum report_state to; const char *else_why; } steps[REPORT_STEPS] = {
	[REPORT_SUBMIT] = { IN(FILLING) | IN(RETURNED), BY(CLERK) | BY(PLANNER), REPORT_SUBMITTED,
		N_("it cannot be submitted, for it is submitted already") },
	[REPORT_WITHDRAW] = { IN(SUBMITTED), BY(CLERK) | BY(PLANNER), REPORT_FILLING,
		N_("it cannot be withdrawn, for it does not wait for review") },
	[REPORT_RETURN] = { IN(SUBMITTED), BY(REVIEWER) | BY(PLANNER), REPORT_RETURNED,
		N_("it cannot be returned, for it does not wait for review") },
	[REPORT_ACCEPT] = { IN(SUBMITTED), BY(REVIEWER) | BY(PLANNER), REPORT_ACCEPTED,
		N_("it cannot be accepted, for it does not wait for review") },
	[REPORT_LOCK] = { IN(ACCEPTED), BY(PLANNER), REPORT_LOCKED, N_("it cannot be locked, for it is not accepted yet") },
	[REPORT_UNLOCK] = { IN(LOCKED), BY(PLANNER), REPORT_ACCEPTED, N_("it cannot be unlocked, for it is not locked") },
	[REPORT_EXTEND] = { IN(FILLING) | IN(RETURNED), BY(PLANNER), REPORT_FILLING,
		N_("it cannot be extended, for it is submitted already") },
};

static bool is_own(const struct report_key *key, const struct operator *who)
{
	return key->dept == who->dept && (key->dept != 0 || key->unit == who->unit);
}

bool report_may(const struct plan *plan, const struct report *report, enum report_step step, const struct operator *who, char *why,
	size_t cap)
{
	const struct step *row = &steps[step];
	const char *owner = report_owner_name(plan, &report->key);
	if (who->change == 0)
		text_format(why, cap, _("it is not known yet who sits here; say so first"));
	else if ((row->from >> report->state & 1U) == 0)
		text_format(why, cap, _("%s: %s"), owner, _(row->else_why));
	else if ((row->roles >> who->role & 1U) == 0)
		text_format(why, cap, _("this is not for the role of %s; ask a colleague whose it is"), who->name);
	else if (who->role == REPORT_CLERK && !is_own(&report->key, who))
		text_format(why, cap, _("the report of %s is not that of %s; ask the unit itself or a reviewer"), owner, who->name);
	else if (!report_asked(plan, &report->key))
		text_format(why, cap, _("nothing is asked of %s in this period"), owner);
	else
		return true;
	return false;
}

void report_take(struct report *report, enum report_step step, const struct report_taken *how)
{
	int64_t *const stamps[REPORT_STEPS] = { [REPORT_SUBMIT] = &report->submitted, [REPORT_RETURN] = &report->returned,
		[REPORT_ACCEPT] = &report->accepted, [REPORT_LOCK] = &report->locked };
	if (step != REPORT_EXTEND)
		report->state = steps[step].to;
	else
		report->due = how->due;
	if (stamps[step] != NULL)
		*stamps[step] = how->at;
	if (step == REPORT_SUBMIT && report->first_submitted == 0)
		report->first_submitted = how->at;
	if (step == REPORT_ACCEPT)
		report->upto = how->line;
	if (step == REPORT_RETURN || step == REPORT_ACCEPT)
		report->sentence = step == REPORT_RETURN ? how->why : "";
}

const char *report_state_name(enum report_state state)
{
	static const char *const names[REPORT_STATES] = {
		[REPORT_FILLING] = N_("filling"), [REPORT_SUBMITTED] = N_("submitted"), [REPORT_RETURNED] = N_("returned"),
		[REPORT_ACCEPTED] = N_("accepted"), [REPORT_LOCKED] = N_("locked"),
	};
	return names[state];
}

const char *report_role_name(enum report_role role)
{
	static const char *const names[] = {
		[REPORT_CLERK] = N_("clerk"), [REPORT_REVIEWER] = N_("reviewer"), [REPORT_PLANNER] = N_("planner"), [REPORT_READER] = N_("reader"),
	};
	return names[role];
}
