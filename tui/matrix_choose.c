// SPDX-License-Identifier: MIT
// F4 of the matrix (matrix.h): which figure, which rows, whose units.
#include "core/i18n.h"
#include "core/text.h"
#include "tui/matrix.h"
#include "tui/prompt.h"

#define BEHIND PHRASE_VIEWS              // choices behind the views
#define CHAPTER (PHRASE_VIEWS + 1)
#define CHOICES (PHRASE_VIEWS + 2)

unsigned matrix_again(struct matrix *m)
{
	enum err err = matrix_collect(m);
	if (err == ERR_OK)
		err = matrix_read(m);
	return screen_failed(m->app, err);
}

unsigned matrix_show(struct matrix *m, enum phrase_view view)
{
	m->view = view;
	return matrix_again(m);
}

// ------------------------------------------------------------ chapters

// Those that have an indicator in numbers. How many; OUT: room for PROMPT_CHOICES - 1.
static int chapters_of(const struct plan *plan, int *out)
{
	int len = 0;
	for (int i = 0; i < plan->outlines_len && len < PROMPT_CHOICES - 1; i++) {
		bool has = false;
		for (int place = 0; place < plan->places_len && plan->outlines[i].level == PLAN_CHAPTER; place++)
			has = has || (plan->indicators[plan->places[place].indicator].kind == PLAN_NUMBER &&
				plan_chapter_of(plan, plan->places[place].outline) == i);
		if (has)
			out[len++] = i;
	}
	return len;
}

static unsigned take_chapter(void *ctx, int choice)
{
	struct matrix *m = ctx;
	int chapters[PROMPT_CHOICES];
	if (choice < 0)
		return DRAWN;
	chapters_of(m->app->plan, chapters);
	m->outline = choice == 0 ? PLAN_NONE : chapters[choice - 1];
	m->rows.focus = 0;
	return matrix_again(m);
}

static unsigned ask_chapter(struct matrix *m)
{
	const struct plan *plan = m->app->plan;
	struct prompt_choice choices[PROMPT_CHOICES] = {{_("all chapters")}};
	int chapters[PROMPT_CHOICES], len = chapters_of(plan, chapters), at = 0;
	for (int i = 0; i < len; i++) {
		choices[i + 1].text = plan->outlines[chapters[i]].title != NULL ? plan->outlines[chapters[i]].title : "";
		at = m->outline == chapters[i] ? i + 1 : at;
	}
	prompt_choose(m->app, _("Which chapter?"), choices, len + 1, at, take_chapter, m);
	return DRAWN;
}

// ------------------------------------------------------------ all that can be chosen

static unsigned chosen(void *ctx, int choice)
{
	struct matrix *m = ctx;
	if (choice < 0)
		return DRAWN;
	if (choice == CHAPTER)
		return ask_chapter(m);
	if (choice < BEHIND)
		return matrix_show(m, (enum phrase_view)choice);
	m->behind_only = !m->behind_only;
	m->rows.focus = 0;
	return matrix_again(m);
}

unsigned matrix_choose(struct matrix *m)
{
	struct prompt_choice choices[CHOICES];
	for (int i = 0; i < PHRASE_VIEWS; i++)
		choices[i].text = phrase_view_name((enum phrase_view)i);
	choices[BEHIND].text = m->behind_only ? _("all rows") : _("only what is behind");
	choices[CHAPTER].text = _("one chapter");
	prompt_choose(m->app, _("What to show?"), choices, CHOICES, (int)m->view, chosen, m);
	return DRAWN;
}
