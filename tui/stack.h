// SPDX-License-Identifier: MIT
// The screens that lie on each other: opened, told of another size, read again, closed; and what the top one takes keys for.
// Screens do not look in here: the loop does, and what is done over any of them.
#ifndef TUI_STACK_H
#define TUI_STACK_H

#include "tui/ahead.h"
#include "tui/keymap.h"
#include "tui/screen.h"

struct find;
struct layer {
	const struct screen_ops *ops;
	void *state;
	struct layer *below;
	bool stale;                  // its figures are older than the file's
	bool restless;               // what explains its focused row is still of the row before
};
struct stack {
	struct layer *top, *acting;   // acting: whose act() runs; the screen that its result is for
	struct ahead ahead;          // keys typed ahead of a question
	bool quit;
	int view_top, view_left;     // of a terminal smaller than the sheet
	int64_t version;             // of the data, as last read
	int64_t looked;              // when it was, in ms of a clock that never goes back
	int64_t pressed;             // when the last key came, by that clock
	bool hurried;                // it came soon after the one before
	int64_t op;                  // the newest one when targets were last read
};

must_check enum err stack_push(struct app *app, const struct screen_ops *ops, const void *arg);
void stack_remove(struct stack *stack, struct layer *layer);
// Every screen is to read its figures again: stack_freshen does it for what can be seen, in one view of the file, and for
// what lies beneath when it comes up.
void stack_reload(struct app *app);
void stack_freshen(struct app *app);
void stack_rest(struct app *app);            // the top screen's, where it is restless
bool stack_running(const struct stack *stack);                 // nobody has ended it
void stack_fit(struct app *app);             // to the size that the terminal has now

bool layer_editing(const struct layer *layer);                 // characters go into a text of the screen's own
struct find *layer_find(const struct layer *layer);            // NULL: there is nothing to look for
enum keymap_mode layer_mode(const struct layer *layer);
bool layer_is_question(const struct layer *layer);
bool stack_escapes(const struct stack *stack);                 // Esc and a digit that came together are an F key

#endif
