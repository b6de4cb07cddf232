// SPDX-License-Identifier: MIT
// One cell of a form: what stands in it, what is typed into it, and what else may be said of it. Private to the form's files.
#ifndef PLAIN_ENTRY_H
#define PLAIN_ENTRY_H

#include "core/check.h"
#include "core/intake.h"
#include "plain/part.h"

#define CELL_NOTE 4001
struct plain_cell {
	int element, unit, period;
	struct entry now, before, year_ago;      // texts of NOW in note and doc
	char note[CELL_NOTE], doc[INTAKE_DOC_BYTES + 1];
};
must_check enum err plain_cell_load(struct plain *p, struct plain_cell *cell);
// Save ASK (its cell filled in here); false: nothing is saved, and it has been said why.
bool plain_cell_save(struct plain *p, struct plain_cell *cell, struct intake_cell *ask);
// What has been typed as a figure: words, corrections and findings are asked about. False: to be typed again.
bool plain_cell_take(struct plain *p, struct plain_cell *cell, const char *typed);
// What else a cell can hold, and what is said with it.
void plain_cell_more(struct plain *p, struct plain_cell *cell);
void plain_cell_confirm(struct plain *p, struct plain_cell *cell);      // of a copied figure: it is so
void plain_cell_ask_day(struct plain *p, struct plain_cell *cell);
void plain_cell_ask_reason(struct plain *p, struct plain_cell *cell);
void plain_cell_say_findings(struct plain *p, const struct plain_cell *cell);
// Every soft finding of the cell answered by a text that is asked.
void plain_cell_explain(struct plain *p, struct plain_cell *cell);
typedef enum err plain_cell_check_fn(const struct check_finding *finding, void *ctx);
must_check enum err plain_cell_check(struct plain *p, const struct entry *entry, plain_cell_check_fn *fn, void *ctx);

#endif
