// SPDX-License-Identifier: MIT
// Readers of single values, as the tables of planfile_keys.c name them. Each puts one value into one field, or tells what
// was expected. Private to config/plan*.c.
#ifndef CONFIG_PLANFILE_VALUES_H
#define CONFIG_PLANFILE_VALUES_H

#include "config/planread.h"

struct planread_word {               // a table of these ends with word NULL
	const char *word;
	int value;
};
struct planread_range {
	int low, high;
};
struct planread_ref {
	unsigned kinds;              // KIND_BIT of the sections it may name
	enum planread_part part;     // whose index is kept
};

void planread_text(const struct planread_spot *spot, const char *value);
void planread_id_text(const struct planread_spot *spot, const char *value);
void planread_cells(const struct planread_spot *spot, const char *value);          // arg: int, the most cells
void planread_int(const struct planread_spot *spot, const char *value);            // arg: struct planread_range
void planread_check_range(const struct planread_spot *spot, const char *value);    // the same, kept nowhere
void planread_figure(const struct planread_spot *spot, const char *value);
void planread_low(const struct planread_spot *spot, const char *value);
void planread_high(const struct planread_spot *spot, const char *value);
void planread_word(const struct planread_spot *spot, const char *value);           // arg: struct planread_word[]
void planread_bool(const struct planread_spot *spot, const char *value);           // arg: the same, values 0 and 1
void planread_period(const struct planread_spot *spot, const char *value);
void planread_due(const struct planread_spot *spot, const char *value);
void planread_refer(const struct planread_spot *spot, const char *value);          // arg: struct planread_ref
void planread_units(const struct planread_spot *spot, const char *value);
void planread_same_as(const struct planread_spot *spot, const char *value);
void planread_inferred(const struct planread_spot *spot, const char *value);
void planread_basis(const struct planread_spot *spot, const char *value);

#endif
