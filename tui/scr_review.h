// SPDX-License-Identifier: MIT
// S5, review: the findings of a period over all its reports or of one, corrections and reports that wait; explained, accepted and
// returned from here.
#ifndef TUI_SCR_REVIEW_H
#define TUI_SCR_REVIEW_H

#include "core/report.h"
#include "tui/screen.h"

// Its argument: const struct report_key *, NULL: all reports of the period; a clerk begins with his own.
extern const struct screen_ops scr_review;
unsigned scr_review_open(struct app *app, const struct report_key *only);

#endif
