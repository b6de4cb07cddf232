// SPDX-License-Identifier: MIT
// S5, review: the findings of a period over all its reports or of one, corrections and reports that wait; explained, accepted and
// returned from here.
#ifndef TUI_SCR_REVIEW_H
#define TUI_SCR_REVIEW_H

#include "core/report.h"
#include "tui/screen.h"

enum review_rows { REVIEW_OWN, REVIEW_ALL, REVIEW_WAITING };      // by role; of all reports; what waits for review
struct scr_review_arg { const struct report_key *only; enum review_rows rows; };
extern const struct screen_ops scr_review;
// ONLY: of one report. NULL: a clerk begins with his own, a reviewer with what waits for him, others with the whole period.
unsigned scr_review_open(struct app *app, const struct report_key *only);
// The findings of all reports, whoever sits here; a clerk's own.
unsigned scr_review_open_all(struct app *app);
// What waits for review, reports and corrections, whoever sits here.
unsigned scr_review_open_waiting(struct app *app);

#endif
