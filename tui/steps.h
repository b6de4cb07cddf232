// SPDX-License-Identifier: MIT
// What may be done next with a report (F9): asked by digit, of the steps that this operator may take from where it stands; those
// that he may not take are told with the reason.
#ifndef TUI_STEPS_H
#define TUI_STEPS_H

#include "core/report.h"
#include "tui/screen.h"

// To be called from act() of a screen that is there again when the question has gone. Bits of enum screen_result.
unsigned steps_ask(struct app *app, const struct report_key *report);
// The same, asked where the report's findings are shown already: a refused submission leads nowhere else.
unsigned steps_ask_here(struct app *app, const struct report_key *report);
// Take the step and say in the message row what became of it; true when it was done.
bool steps_take(struct app *app, const struct desk_step *ask);

#endif
