// SPDX-License-Identifier: MIT
// What the parts of a form share (form*.c); nobody else includes this.
#ifndef TUI_FORM_PART_H
#define TUI_FORM_PART_H

#include "tui/form.h"

int form_years(const struct plan *plan, int today);          // that a form by years has
must_check enum err form_load_standings(struct form *f);
bool form_can_write(const struct form *f);
void form_keep_draft(struct form *f);                        // what is typed has changed: kept, and its standing foreseen
void form_foresee(struct form *f);
void form_stop_editing(struct form *f);
void form_start_editing(struct form *f, const char *text, bool fresh);
void form_entry_text(const struct form *f, const struct form_cell *cell, const struct entry *entry, char out[NUM_TEXT]);
void form_typed_text(const struct form *f, char *out, size_t cap);   // what is being typed, else the cell's figure
// Ask the desk to save the focused cell; true when it is done with (written, or nothing to write). What is refused stays typed.
bool form_save(struct form *f, struct intake_cell *ask);
bool form_save_typed(struct form *f);
struct entry form_present(const struct form *f);             // what a save of the focused cell rests on
void form_tell_saved_at(struct form *f);
void form_go_on(struct form *f);                              // to the next cell, as Enter goes
unsigned form_move(struct form *f, enum action action);      // to another row; what is typed is saved first
unsigned form_move_aside(struct form *f, int step);          // by years only: to another year
unsigned form_another_month(struct form *f, int direction);
unsigned form_turn(struct form *f);                          // one unit, one element, one element by years
unsigned form_other_way(struct form *f);                     // in which Enter goes
// True when what is typed has been saved, or there was nothing to save.
bool form_accept(struct form *f);
extern const struct find_ops form_find;                      // over the rows; state: the form
void form_ask_reason(struct form *f);                        // why 不适用
void form_ask_day(struct form *f, const char *typed);        // when 未报 will come
unsigned form_choose(struct form *f);
unsigned form_same_as_before(struct form *f);
unsigned form_words(struct form *f);

// Does who sits here answer for the cell? Who is not known, and who is no clerk, for all: bookkeeping, not a lock.
bool form_is_own(const struct form *form, const struct form_cell *cell);

#endif
