// SPDX-License-Identifier: MIT
// What the screen of reviewing holds (scr_review.h) and what its parts share: review_load.c reads, review_steps.c takes steps,
// review_words.c explains, review_filter.c narrows down, review_draw.c draws.
#ifndef TUI_REVIEW_H
#define TUI_REVIEW_H

#include "core/findings.h"
#include "tui/find.h"
#include "tui/list.h"
#include "tui/scr_review.h"

#define REVIEW_CHOICES 8
#define REVIEW_LINE 1024

struct review_filter {
	bool one;                        // of the report ONLY
	struct report_key only;
	bool waiting;                    // only what waits for the reviewer: reports that are submitted, corrections
	int unit, level;                 // PLAN_NONE, -1: all
	char rule[CHECK_RULE];           // "" all
};
struct review_about {                // of the focused row
	char said_by[256];               // who explained or proposed it, and when
	char who[128], org[64];          // the same one's name, and the code of the unit or department
	char doc[1024], before[256], sum[768];
};
struct review;
typedef unsigned review_fn(struct review *review);
struct review {
	struct app *app;
	struct findings findings;
	struct operator who;             // its texts not kept
	struct review_filter filter;
	int *shown, shown_len;           // rows of findings that pass the filter
	struct list list;
	struct find find;
	struct review_about about;
	struct explanation remark;       // of which cell words are asked; its texts not kept
	review_fn *choices[REVIEW_CHOICES];      // of the question that is open
	char offers[REVIEW_CHOICES][256];
	int choices_len;
};

// reading
must_check enum err review_load(struct review *r);
void review_fit(struct review *r);
void review_look(struct review *r);                                   // what stands about the focused row
const struct finding_row *review_focused(const struct review *r);     // NULL: no rows
const struct report *review_report(const struct review *r, const struct finding_row *row);
bool review_can_decide(const struct review *r);                       // a reviewer or planner sits here
// What is kept of its cell until the report is returned, of who decides; "" none.
const char *review_remark(const struct review *r, const struct finding_row *row);
// Keep it, with "" forget it; false: it could not be, and the screen says why.
bool review_keep_remark(struct review *r, const struct explanation *remark);
struct explanation review_remark_of(const struct finding_row *row, const char *text);
bool review_passes(const struct review *r, const struct finding_row *row);

// asking: choices are collected, then asked by number
void review_begin_choices(struct review *r);
void review_offer(struct review *r, review_fn *fn, const char *format, ...) __attribute__((format(printf, 3, 4)));
unsigned review_choose(struct review *r, const char *title);

void review_draw(const struct review *r, struct paint *p);
void review_copy(const struct review *r, struct copy *out);

unsigned review_steps(struct review *r);                              // F9
unsigned review_words(struct review *r);                              // F8
unsigned review_filter_ask(struct review *r);                         // F4
char *review_filter_words(const struct review *r, char *out, size_t cap);      // in row 1
char *review_filter_said(const struct review *r, char *out, size_t cap);       // all of it

#endif
