// SPDX-License-Identifier: MIT
// What is being said about one task of one unit (S14): stage, percent, three texts, nodes. State and rules of the keyboard;
// scr_stage.c draws it.
//
// The stage with its texts is one thing that is saved, each node another; both save themselves when the cursor leaves a field
// and they are complete. What is not complete stays here and in the draft: no text is dropped but by an answer that says so.
#ifndef TUI_STAGE_FORM_H
#define TUI_STAGE_FORM_H

#include "core/edit_text.h"
#include "core/intake_stage.h"
#include "core/survey.h"
#include "tui/screen.h"

enum stage_field {              // where the cursor is
	STAGE_KIND, STAGE_PERCENT, STAGE_PROGRESS, STAGE_PROBLEM, STAGE_NEXT,
	STAGE_NODE_NAME, STAGE_NODE_PLANNED, STAGE_NODE_DONE, STAGE_NODE_DOC, STAGE_FIELDS
};
#define STAGE_TEXTS 3           // PROGRESS .. NEXT
#define STAGE_COLUMNS 4         // of a node

struct stage_said {             // as it stands in the file; stage.change 0: nothing was said
	struct entry entry;
	struct stage stage;     // its texts are TEXT
	char percent[NUM_TEXT], text[STAGE_TEXTS][INTAKE_STAGE_BYTES + 1];
};
struct stage_node {             // as it stands; node.name and node.doc are TEXT
	struct node node;
	char text[STAGE_COLUMNS][INTAKE_DOC_BYTES + 1];
};
struct stage_form {
	struct app *app;
	int element, indicator, unit;
	int period;                     // of the half-year being said: the newest of the element at or before the app's
	bool from_units;                // opened from the list of units: F6 goes back to it
	struct stage_said now, before;  // before: the newest word of an earlier period
	struct stage_node *nodes;
	int nodes_len, nodes_cap;
	struct survey *survey;          // the indicator over the units
	enum stage_kind kind;           // as chosen
	struct edit edits[STAGE_FIELDS];        // of KIND none; node fields: of the row with the cursor
	bool dirty, node_dirty;         // said and not saved: the stage with its texts, the node with the cursor
	bool taken[STAGE_TEXTS];        // from the period before, not confirmed yet
	bool conflict, saved;           // saved: by the key at hand
	int field;                      // enum stage_field
	int row, top;                   // node with the cursor; nodes_len: a new one. First row shown
	int refused;                    // field of the last refusal
	char why[512];
	int64_t saved_at;               // seconds, 0 nothing yet
};

struct scr_stage_arg { int element, unit; bool from_units; };

must_check enum err stage_form_open(struct stage_form *form, struct app *app, const struct scr_stage_arg *arg);
must_check enum err stage_form_load(struct stage_form *form);           // what is typed stays
void stage_form_close(struct stage_form *form);
unsigned stage_form_act(struct stage_form *form, enum action action, const struct key *key);
bool stage_form_editing(const struct stage_form *form);
bool stage_form_writes(const struct stage_form *form);                  // there is a desk, and the unit keeps this row
int stage_form_cells(const struct stage_form *form);                    // width of a text
int stage_form_text_rows(const struct stage_form *form);                // rows of each text on the screen
int stage_form_node_rows(const struct stage_form *form);
bool stage_form_unsaved(const struct stage_form *form);
int stage_form_units(const struct stage_form *form);                    // how many units keep this row

#endif
