// SPDX-License-Identifier: MIT
// A form being keyed in (S3): its cells with what stood before, the one being typed in, what was refused. State and rules of
// the keyboard only; form_draw.c draws it.
//
// Rows are the elements asked of one unit or, turned, one element over the units; by years, one element over units and years,
// where a city that starts keys in what it had before (S9's baselines). Each cell is saved by itself. A refusal
// keeps the text in the cell; nothing that was typed is dropped but by Esc.
#ifndef TUI_FORM_H
#define TUI_FORM_H

#include "core/check.h"
#include "core/intake.h"
#include "core/report.h"
#include "core/said.h"
#include "core/survey.h"
#include "tui/find.h"
#include "tui/list.h"
#include "tui/screen.h"

struct form_cell {
	int element, unit, period;
	struct entry now, before, year_ago;    // note and doc are not kept here: see form_words
	unsigned char hard, soft, said;        // findings about what stands; said: soft ones that have been explained
	bool correcting;                       // a correction of it waits for a decision
};
struct form {
	struct app *app;
	bool turned, by_years;                 // by_years is turned, too
	int cols, col, month;                  // by years: how many years, the focused one, and which month of each; else 1, 0
	int unit, element;                     // what the form is of, and what the focus was asked for
	struct form_cell *cells, own;          // own: turned, the root's figure of the element
	int len, skipped;                      // len: rows, of cols cells each; skipped: elements of another frequency, not asked in this period
	struct list list;
	struct find find;                      // over the rows, asked for by the command list: / in a cell is 不适用
	bool editing, conflict;                // conflict: another desk changed the cell that is being typed in
	bool asking, blind;                    // asking: is what is typed kept, though it is strange? blind: typed on meanwhile
	struct check_finding finding;          // asked about, or that of the focused cell; text "": none
	struct said said;                      // explanations of the period
	const char *explained;                 // what is said of FINDING, in SAID; "" nothing
	bool worded;                           // a question of F4 or F8 is open, SEEN is what it rests on
	struct entry seen;                     // what stood in the cell when typing began: what another desk does later conflicts
	bool saved;                            // by the key at hand: other screens read their figures again
	struct edit edit;
	struct intake_result refused;          // verdict REFUSED while a refusal stands; why: also of a conflict
	char note[4096], doc[1024];            // of the focused cell
	struct report report;                  // that the form, or turned the focused cell, belongs to; its sentence in RETURNED
	char returned[512];
	struct survey *survey;                 // of the unit, by indicator; turned: of the root
	struct survey *typed;                  // the same with what is being typed, where it can be read; NULL
	struct entry foreseen;                 // that, without its texts, as if it were saved
	int64_t saved_at;                      // seconds, 0 nothing yet
};

must_check enum err form_open(struct form *form, struct app *app, int unit, int element, bool turned, bool by_years);
must_check enum err form_load(struct form *form);
must_check enum err form_load_words(struct form *form);             // note and document of the focused cell only
void form_close(struct form *form);
const struct form_cell *form_focused(const struct form *form);      // NULL: an empty form
int form_row(const struct form *form);                              // focused; PLAN_NONE
const struct form_cell *form_cell_at(const struct form *form, int row, int col);
int form_height(const struct form *form);                           // rows that the list may take
unsigned form_act(struct form *form, enum action action, const struct key *key);
int form_standing_unit(const struct form *form);                     // whose standings are shown beneath
// Turned: what the root says itself, beside the sum (by years: in the focused year).
const struct entry *form_own(const struct form *form);
// How many cells hold a value, 未报 or 不适用, and how many are empty.
void form_count(const struct form *form, int *values, int *unreported, int *empty);
struct form_findings { int hard, soft, said, copied; };              // soft: not explained yet
struct form_findings form_count_findings(const struct form *form);
// Turned: the sum (by years: of the focused one) of what stands in the cells; false when it is too large or there is none.
bool form_sum(const struct form *form, int64_t *sum, int *given, int *of);

#endif
