// SPDX-License-Identifier: MIT
// Bulletins: that of the period as it would be now, and those issued; read, written to a file, issued.
#include "core/bulletin_list.h"

#include <stdlib.h>

#include "core/i18n.h"
#include "core/period.h"
#include "core/text.h"
#include "plain/part.h"

struct chosen { const struct bulletin *issued; };            // NULL: the draft of the period

static enum err make(const struct plain *p, struct bulletin *out)
{
	const struct bulletin_ask ask = {p->period, p->today, p->day_of};
	return bulletin_make(out, p->store, p->plan, &ask);
}

// Its text, owned, and the name of a file for it; false: it has been said why not.
static bool text_of(struct plain *p, const struct chosen *chosen, char **text, char *name, size_t cap)
{
	struct bulletin draft = {0};
	const struct bulletin *of = chosen->issued != NULL ? chosen->issued : &draft;
	enum err err = chosen->issued != NULL ? ERR_OK : make(p, &draft);
	if (err == ERR_OK)
		err = bulletin_whole_text(of, p->store, p->plan, text);
	bulletin_file_name(of, name, cap);
	bulletin_done(&draft);
	return !plain_failed(p, err);
}

// ------------------------------------------------------------ what may be done

static void read_it(struct plain *p, void *at)
{
	char *text = NULL, name[64];
	if (text_of(p, at, &text, name, sizeof name))
		plain_say_text(p, text);
	free(text);
}

static bool has_paper(const struct plain *p)
{
	return p->paper != NULL;
}

static void write_it(struct plain *p, void *at)
{
	char *text = NULL, name[64], written[256];
	if (text_of(p, at, &text, name, sizeof name) &&
		!plain_failed(p, p->paper->write_text(p->paper->ctx, name, text, written, sizeof written)))
		plain_say(p, _("The bulletin is written to %s in this folder."), written);
	free(text);
}

static void issue_it(struct plain *p, void *at)
{
	const struct chosen *chosen = at;
	const char *const sure[] = {_("issue it: numbered, dated, never changed or taken back"), _("do not issue it yet")};
	struct desk_answer answer = {.done = false};
	struct bulletin draft = {0};
	if (chosen->issued != NULL) {
		plain_say(p, "%s", _("It has been issued already, and stays as it was written then."));
		return;
	}
	if (!plain_failed(p, make(p, &draft)) && plain_ask_back(p, _("Issue this bulletin?"), sure, 2) == 0 &&
		!plain_failed(p, p->desk->issue(p->desk->ctx, &draft, &answer)))
		plain_say(p, "%s", answer.text);
	bulletin_done(&draft);
}

static const struct plain_choice choices[] = {
	{N_("read it"), read_it, NULL},
	{N_("write it to a file"), write_it, has_paper},
	{N_("issue it, asked once more"), issue_it, plain_can_write},
};
static const struct plain_question question = {N_("What about this bulletin?"),
	N_("Type a number and Enter; Enter alone reads the choices."), PLAIN_CHOICES(choices), false, NULL, NULL};

// ------------------------------------------------------------ which

static const struct bulletin *issued_at(const struct bulletin_list *list, int row)
{
	return row > 0 ? &list->issued[list->len - row] : NULL;
}

static const char *bulletin_name(const struct plain *p, const void *ctx, int row, char *out, size_t cap)
{
	const struct bulletin *issued = issued_at(ctx, row);
	char period[PERIOD_TEXT], number[64];
	if (issued == NULL) {
		period_format(p->period, PERIOD_REPORT, period);
		return text_format(out, cap, _("draft, %s"), period);
	}
	int day = p->day_of(issued->at);
	return text_format(out, cap, "%s %d-%02d-%02d %s", bulletin_number_words(issued->year, issued->no, number, sizeof number), day / 10000,
		day / 100 % 100, day % 100, bulletin_title(issued));
}

void plain_bulletins(struct plain *p, void *at)
{
	struct bulletin_list list = {0};
	int row = 0;
	(void)at;
	for (bool again = false; row != PLAN_NONE && !p->over; again = true) {
		if (plain_failed(p, bulletin_list_load(&list, p->store, p->plan)))
			break;
		row = plain_pick_again(p, _("Which bulletin?"), list.len + 1, bulletin_name, &list, again);
		struct chosen chosen = {row == PLAN_NONE ? NULL : issued_at(&list, row)};
		if (row != PLAN_NONE)
			plain_question(p, &question, &chosen);
	}
	bulletin_list_done(&list);
}
