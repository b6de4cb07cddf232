// SPDX-License-Identifier: MIT
// See menu.h. What is chosen lies on top of the screen that asked, so F3 leads back to it.
#include "tui/menu.h"

#include "core/i18n.h"
#include "tui/choose.h"
#include "tui/scr_bulletin.h"
#include "tui/scr_chapter.h"
#include "tui/scr_entry.h"
#include "tui/scr_home.h"
#include "tui/scr_import.h"
#include "tui/scr_matrix.h"
#include "tui/scr_overview.h"
#include "tui/scr_plan.h"
#include "tui/scr_reports.h"
#include "tui/scr_review.h"

unsigned menu_open_form(struct app *app, int unit)
{
	struct scr_entry_arg arg = {.unit = unit, .element = PLAN_NONE};
	screen_push(app, &scr_entry, &arg);
	return SCREEN_HANDLED | SCREEN_REDRAW;
}

// A department's figures are keyed in one element over the units.
unsigned menu_open_report(struct app *app, const struct report_key *key)
{
	const struct plan *plan = app->plan;
	if (key->dept == 0)
		return menu_open_form(app, key->unit);
	for (int element = 0; element < plan->elements_len; element++) {
		const struct scr_entry_arg arg = {.unit = plan->root, .element = element, .turned = true};
		if (plan->elements[element].owner != key->dept || plan->elements[element].kind == PLAN_STAGE ||
			!plan_element_open(plan, element, app->period))
			continue;
		screen_push(app, &scr_entry, &arg);
		return SCREEN_HANDLED | SCREEN_REDRAW;
	}
	screen_message(app, false, "%s", _("This department has no figures in this period; its tasks are told in the plan (F10 5)."));
	return SCREEN_HANDLED | SCREEN_REDRAW;
}

static unsigned form_of(void *ctx, int unit)
{
	return unit == PLAN_NONE ? SCREEN_HANDLED : menu_open_form(ctx, unit);
}

unsigned menu_form(struct app *app)
{
	choose_unit(app, true, form_of, app);
	return SCREEN_HANDLED | SCREEN_REDRAW;
}

static unsigned all_indicators(struct app *app)
{
	screen_push(app, &scr_chapter, NULL);
	return SCREEN_HANDLED | SCREEN_REDRAW;
}

static unsigned another_period(struct app *app)
{
	screen_push(app, &scr_period, NULL);
	return SCREEN_HANDLED | SCREEN_REDRAW;
}

static unsigned show_unit(void *ctx, int unit)
{
	struct app *app = ctx;
	if (unit == PLAN_NONE)
		return SCREEN_HANDLED;
	app->unit = unit;
	screen_message(app, false, _("Shown now: %s"), app->plan->units[unit].name);
	return SCREEN_HANDLED | SCREEN_REDRAW | SCREEN_RELOAD;
}

unsigned menu_unit(struct app *app)
{
	choose_unit(app, true, show_unit, app);
	return SCREEN_HANDLED | SCREEN_REDRAW;
}

static unsigned read_plan(struct app *app)
{
	screen_push(app, &scr_plan, NULL);
	return SCREEN_HANDLED | SCREEN_REDRAW;
}

unsigned menu_overdue(struct app *app)
{
	static const int what = SCR_CHAPTER_OVERDUE;
	screen_push(app, &scr_chapter, &what);
	return SCREEN_HANDLED | SCREEN_REDRAW;
}

static unsigned review(struct app *app)
{
	return scr_review_open(app, NULL);
}

unsigned menu_reports(struct app *app)
{
	screen_push(app, &scr_reports, NULL);
	return SCREEN_HANDLED | SCREEN_REDRAW;
}

static unsigned matrix(struct app *app)
{
	screen_push(app, &scr_matrix, NULL);
	return SCREEN_HANDLED | SCREEN_REDRAW;
}

unsigned menu_bulletins(struct app *app)
{
	screen_push(app, &scr_bulletin, NULL);
	return SCREEN_HANDLED | SCREEN_REDRAW;
}

// The first screen is gone back to, never laid upon the others again.
static unsigned first_or_push(struct app *app, const struct screen_ops *ops)
{
	if (app->home == ops)
		return screen_home(app);
	screen_push(app, ops, NULL);
	return SCREEN_HANDLED | SCREEN_REDRAW;
}

static unsigned workbench(struct app *app)
{
	return first_or_push(app, &scr_home);
}

static unsigned overview(struct app *app)
{
	return first_or_push(app, &scr_overview);
}

const struct menu_place menu_places[] = {
	{N_("a unit's form of this period"), menu_form, NULL},
	{N_("all indicators"), all_indicators, NULL},
	{N_("another period"), another_period, NULL},
	{N_("the whole city, or one unit"), menu_unit, NULL},
	{N_("the plan's text, chapter by chapter"), read_plan, NULL},
	{N_("rows with a node overdue today"), menu_overdue, NULL},
	{N_("figures from a file"), scr_import_ask, NULL},
	{N_("review: findings, accept, return"), review, NULL},
	{N_("who has reported, reminders"), menu_reports, NULL},
	{N_("matrix: indicators and units"), matrix, "jz"},
	{N_("the workbench"), workbench, NULL},
	{N_("bulletins: draft, issue, read"), menu_bulletins, "bulletin"},
	{N_("overview: what is behind"), overview, "zl"},
};
const int menu_places_len = (int)(sizeof menu_places / sizeof menu_places[0]);

unsigned menu_digit(struct app *app, wchar_t digit)
{
	return digit >= L'1' && digit <= L'9' && digit < L'1' + menu_places_len ? menu_places[digit - L'1'].open(app) : 0;
}
