// SPDX-License-Identifier: MIT
// What all screens have around them: row 0 (screen, unit, period, state, operator), the message row, the legend.
#ifndef TUI_FRAME_H
#define TUI_FRAME_H

#include "tui/screen.h"

struct frame {
	const struct app *app;
	const struct screen_ops *ops;            // of the top screen
	const void *state;
	const struct screen_ops *titled;         // whose row 0 it is: the top one, or the one beneath a question
	const void *titled_state;
};
struct frame frame_of(const struct app *app);            // around what lies on top
void frame_draw(struct paint *p, const struct frame *frame);
// Does the legend show a slot for ACTION: does it do something here?
bool frame_offers(const struct frame *frame, enum action action);
// Why an action does nothing here, in words; NULL: it does something.
const char *frame_idle(const struct frame *frame, const struct action_row *row);
// Rows that the message takes at the foot of COLS columns; 0: there is none.
int frame_message_rows(const struct app *app, int cols);

#endif
