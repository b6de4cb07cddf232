// SPDX-License-Identifier: MIT
// Questions as tables: a title, choices by number, what each does. Whatever is offered in plain mode is a row of one of them.
#ifndef PLAIN_QUESTION_H
#define PLAIN_QUESTION_H

#include "plain/line.h"

struct plain_choice {
	const char *text;                             // N_()
	void (*act)(struct plain *p, void *at);       // what fails is said there
	bool (*offered)(const struct plain *p);       // NULL: always. Numbers stay as they are, whatever is offered
};
struct plain_question {
	const char *title, *help;                     // N_()
	const struct plain_choice *choices;
	int len;
	bool once;                                    // back after the first choice
	void (*before)(struct plain *p, void *at);    // said above the choices; NULL: nothing
	const char *leave;                            // N_(): what 0 does; NULL: back
};
#define PLAIN_CHOICES(rows) rows, (int)(sizeof rows / sizeof rows[0])

// Asked until back, q or the end; Enter alone reads the choices again. AT goes to each act.
void plain_question(struct plain *p, const struct plain_question *question, void *at);
bool plain_can_write(const struct plain *p);      // for OFFERED

// A row of a list in words: its text, as a list shows it.
typedef const char *plain_row_fn(const struct plain *p, const void *ctx, int row, char *out, size_t cap);
// Rows 1..LEN are listed piece by piece and one is chosen, by its number or by what its words hold. PLAN_NONE: back.
int plain_pick(struct plain *p, const char *title, int len, plain_row_fn *name, const void *ctx);
// AGAIN: the rows have been read already, and are read again when Enter asks for them.
int plain_pick_again(struct plain *p, const char *title, int len, plain_row_fn *name, const void *ctx, bool again);

// A question that whoever wrote the answers ahead does not know of. There a number is said with * before it: a figure that was
// meant for the next cell is no answer. PLAN_NONE: back.
int plain_ask_back(struct plain *p, const char *title, const char *const *choices, int len);
// Something of several answers was refused: shall all of them be typed again?
bool plain_again(struct plain *p);

#endif
