// SPDX-License-Identifier: MIT
// What the parts of a task's form share (stage_form*.c); nobody else includes this.
#ifndef TUI_STAGE_PART_H
#define TUI_STAGE_PART_H

#include "tui/stage_form.h"

// A draft's parts are parted by a sign that no field can hold.
#define STAGE_DRAFT_BYTES (STAGE_TEXTS * INTAKE_STAGE_BYTES + 4 * INTAKE_DOC_BYTES)

size_t stage_limit(int field);                                  // bytes
void stage_set_edit(struct edit *edit, const char *text);       // the cursor stays where the text is the same
void stage_fill_node(struct stage_form *f);                     // the node fields from the row with the cursor
const struct stage_node *stage_node_at(const struct stage_form *f, int row);     // NULL: a new one
int stage_node_no(const struct stage_form *f);                  // number of the node with the cursor
void stage_copy_said(struct stage_said *to, const struct stage_said *from);
void stage_keep_draft(const struct stage_form *f);
void stage_resume_draft(struct stage_form *f);
// True when nothing is left unsaved; else WHY and REFUSED tell.
bool stage_save_words(struct stage_form *f);
bool stage_save_node(struct stage_form *f);
unsigned stage_take_over(struct stage_form *f);                 // the texts of the period before
unsigned stage_show_before(struct stage_form *f);
unsigned stage_overwrite(struct stage_form *f);                 // after a conflict: what is typed here stands

#endif
