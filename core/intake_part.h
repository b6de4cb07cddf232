// SPDX-License-Identifier: MIT
// What the two readers of typed things share (intake.c, intake_stage.c); nobody else includes this. WHY gets the sentence of
// a refusal.
#ifndef CORE_INTAKE_PART_H
#define CORE_INTAKE_PART_H

#include <stdbool.h>
#include <stddef.h>

#include "core/intake.h"

#define INTAKE_NOTE_BYTES 4000   // as the file's own CHECKs have them

// Valid UTF-8 without controls, at most MOST bytes. WHAT names the text.
bool intake_words_hold(const char *text, size_t most, const char *what, char *why, size_t cap);
// Does TEXT say 未报? DAY is what it says behind that of the day on which the figure will come, without brackets and the words
// around it: 未报(7月9日前补报), 未报,07-09补报, 未报:20240709.
#define INTAKE_DAY 64
bool intake_not_reported(const char *text, char day[INTAKE_DAY]);
// Is the element asked of the unit in this period, and has the period begun? Only the keys of CELL are looked at.
bool intake_asked(const struct plan *plan, const struct intake_cell *cell, int today, char *why, size_t cap);

#endif
