// SPDX-License-Identifier: MIT
// See question.h. The choices are read once; after that they are read when Enter asks for them: who listens has heard them.
#include "plain/question.h"

#include "core/i18n.h"
#include "core/match.h"
#include "core/text.h"

#define PIECE 30                       // rows that are read at once

bool plain_can_write(const struct plain *p)
{
	return p->desk != NULL;
}

// ------------------------------------------------------------ a question

static bool is_offered(const struct plain *p, const struct plain_choice *choice)
{
	return choice->offered == NULL || choice->offered(p);
}

static void say_title(struct plain *p, const struct plain_question *question, void *at)
{
	plain_say(p, "%s", "");
	plain_say(p, "%s", _(question->title));
	if (question->before != NULL)
		question->before(p, at);
}

static void say_choices(struct plain *p, const struct plain_question *question)
{
	for (int i = 0; i < question->len; i++)
		if (is_offered(p, &question->choices[i]))
			plain_say(p, "%d %s", i + 1, _(question->choices[i].text));
	plain_say(p, "0 %s", question->leave != NULL ? _(question->leave) : _("back"));
}

// -1: no answer to this question. *ALL: the choices are to be read again.
static int ask_number(struct plain *p, const struct plain_question *question, bool *all)
{
	char typed[PLAIN_LINE];
	enum plain_answer answer = plain_ask(p, _("number"), _(question->help), typed);
	*all = answer == PLAIN_EMPTY;
	int number = answer == PLAIN_BACK ? 0 : answer == PLAIN_EMPTY ? -1 : plain_number(typed, question->len);
	if (number > 0 && !is_offered(p, &question->choices[number - 1]))
		number = -1;
	if (number < 0 && !*all)
		plain_say(p, _("One of the numbers 0 to %d is expected."), question->len);
	return number;
}

void plain_question(struct plain *p, const struct plain_question *question, void *at)
{
	bool all = true, quiet = false;
	while (!p->over) {
		if (!quiet)
			say_title(p, question, at);
		if (all)
			say_choices(p, question);
		int number = ask_number(p, question, &all);
		quiet = number < 0;
		if (number == 0)
			return;
		if (number > 0)
			question->choices[number - 1].act(p, at);
		if (number > 0 && question->once)
			return;
	}
}

// ------------------------------------------------------------ a list

struct list { int len; plain_row_fn *name; const void *ctx; };

static void say_row(struct plain *p, const struct list *list, int row)
{
	char text[PLAIN_TEXT];
	plain_say(p, "%d %s", row + 1, list->name(p, list->ctx, row, text, sizeof text));
}

static int say_piece(struct plain *p, const struct list *list, int from)
{
	int end = list->len - from > PIECE ? from + PIECE : list->len;
	for (int row = from; row < end; row++)
		say_row(p, list, row);
	if (end < list->len)
		plain_say(p, _("%d of %d; Enter reads on"), end, list->len);
	return end;
}

// The only row that answers to WANTED; else those that do are read, and PLAN_NONE.
static int find_row(struct plain *p, const struct list *list, const char *wanted)
{
	int found = PLAN_NONE, count = 0;
	for (int row = 0; row < list->len && count < PIECE; row++) {
		char text[PLAIN_TEXT];
		const char *const words[] = {list->name(p, list->ctx, row, text, sizeof text), NULL};
		if (match_row(wanted, 0, NULL, words) == MATCH_NOT)
			continue;
		if (count++ == 1)
			say_row(p, list, found);
		if (count > 1)
			say_row(p, list, row);
		found = row;
	}
	if (count == 0)
		plain_say(p, "%s", _("Nothing in the list answers to this."));
	return count == 1 ? found : PLAN_NONE;
}

int plain_pick(struct plain *p, const char *title, int len, plain_row_fn *name, const void *ctx)
{
	return plain_pick_again(p, title, len, name, ctx, false);
}

int plain_pick_again(struct plain *p, const char *title, int len, plain_row_fn *name, const void *ctx, bool again)
{
	const struct list list = {len, name, ctx};
	char typed[PLAIN_LINE];
	plain_say(p, "%s", "");
	plain_say(p, "%s", title);
	if (len == 0)
		plain_say(p, "%s", _("There is nothing."));
	int said = again || len == 0 ? 0 : say_piece(p, &list, 0);
	while (len > 0 && !p->over) {
		enum plain_answer answer = plain_ask(p, _("number or words, 0 back"),
			_("Type the number of a row, or some of its words or their initials; Enter reads the rows, 0 goes back."), typed);
		int number = answer == PLAIN_GIVEN ? plain_number(typed, len) : 0;
		if (answer == PLAIN_BACK || (answer == PLAIN_GIVEN && number == 0))
			return PLAN_NONE;
		if (answer == PLAIN_EMPTY)
			said = say_piece(p, &list, said < len ? said : 0);
		int row = answer == PLAIN_EMPTY ? PLAN_NONE : number > 0 ? number - 1 : find_row(p, &list, typed);
		if (row != PLAN_NONE)
			return row;
	}
	return PLAN_NONE;
}

// ------------------------------------------------------------ a question back

int plain_ask_back(struct plain *p, const char *title, const char *const *choices, int len)
{
	char typed[PLAIN_LINE];
	const char *help = _("Type the number of what shall be done; where the answers come through a pipe, with * before it: *1.");
	plain_say(p, "%s", title);
	for (int i = 0; i < len; i++)
		plain_say(p, p->echo ? "*%d %s" : "%d %s", i + 1, choices[i]);
	while (!p->over) {
		if (plain_ask(p, p->echo ? _("* and a number") : _("number"), help, typed) == PLAIN_BACK)
			return PLAN_NONE;
		text_halve(typed);
		bool star = typed[0] == '*';
		int number = star || !p->echo ? plain_number(typed + star, len) : -1;
		if (number > 0)
			return number - 1;
		plain_say(p, "%s", _("What you type now goes into no cell: answer first."));
	}
	return PLAN_NONE;
}

bool plain_again(struct plain *p)
{
	const char *const choices[] = {_("type it again"), _("leave it")};
	return !p->echo || plain_ask_back(p, _("This was not taken."), choices, 2) == 0;
}
