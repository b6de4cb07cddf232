// SPDX-License-Identifier: MIT
// Files of figures as screens see them: what a file would do to each cell, before anything is written. Reading files, holding
// them against what stands and writing is the roof's (a table of functions, NULL where nothing may be written).
#ifndef CORE_PAPER_H
#define CORE_PAPER_H

#include <stdbool.h>
#include <stddef.h>

#include "core/entry.h"
#include "core/err.h"
#include "core/plan.h"

struct csv_table;

enum import_state { IMPORT_NEW, IMPORT_DIFFERS, IMPORT_SAME, IMPORT_EMPTY, IMPORT_REFUSED, IMPORT_STATES };
// What would be written, and the revision it rests on: a tenth of an intake_result, for a file has many.
struct import_result { struct entry after; int64_t saw; enum entry_kind before; };
struct import_row {
	enum import_state state;
	bool take;                       // of DIFFERS: the file's figure, not the one that stands
	int line;
	int element, unit, period;       // PLAN_NONE, 0 where the line does not tell
	const char *text;                // the value in the file
	char *present;                   // what stands, in words; owned, NULL of REFUSED without a cell
	char *why;                       // of REFUSED: what is wrong and what to do; owned
	char *memory;                    // note and doc of RESULT; owned
	struct import_result *result;    // of NEW and DIFFERS; owned
	const char *explanations;        // that go with it, NULL none; borrowed from TABLE
	char *finding;                   // the first that the checks say of it, were it written; owned, NULL nothing
	bool hard;                       // it is wrong, not only strange
};
struct import {
	const struct plan *plan;
	struct csv_table *table;         // owned
	const char *encoding;
	struct import_row *rows;         // in the order of the file
	int len, count[IMPORT_STATES];
	int hard, soft;                  // findings of all that would be written
};

struct paper_written { int cells; char refused[256]; };         // the file of what was refused; "" there is none

#define PAPER_NAMES 20
struct paper {
	void *ctx;
	// CSV files of the folder that the program was started in, at most PAPER_NAMES; how many. Borrowed until the next call.
	int (*list)(void *ctx, const char *names[PAPER_NAMES]);
	// More of a path that is typed in part: how many files and folders begin so, 0: TEXT stays; FOUND names the first of them.
	int (*complete)(void *ctx, char *text, size_t cap, char *found, size_t found_cap);
	// A file that does not say its unit or period means UNIT and PERIOD; a form of others is refused.
	enum err (*read)(void *ctx, const char *path, int unit, int period, struct import **out);
	// What the checks say of the new cells and those taken, over each other and what stands: filled into the rows anew.
	enum err (*check)(void *ctx, struct import *import);
	// The new cells and those taken, as one op that undo takes back as one; what is refused is kept beside the file.
	enum err (*write)(void *ctx, struct import *import, struct paper_written *out);
	void (*done)(void *ctx, struct import *import);
	// TEXT as a new file NAME.txt of that folder, NAME-2.txt where there is one already; its name in OUT.
	enum err (*write_text)(void *ctx, const char *name, const char *text, char *out, size_t cap);
};

#endif
