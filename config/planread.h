// SPDX-License-Identifier: MIT
// A plan file being read. Private to config/plan*.c.
//
// A section [kind.id] is a row. All rows are made first, so that keys may point forward; then the tables of planfile_keys.c
// say per kind which keys there are and how each is read into which field. A mistake is told and reading goes on; only
// want of memory (r->err) ends it.
#ifndef CONFIG_PLANREAD_H
#define CONFIG_PLANREAD_H

#include <stdbool.h>
#include <stddef.h>

#include "config/iniscan.h"
#include "config/inivalues.h"
#include "config/planfile.h"
#include "core/plan.h"

#define PLANREAD_ID 40               // bytes of an id
#define PLANREAD_MISTAKES 200

enum planread_kind_no {
	KIND_PLAN, KIND_DEPT, KIND_UNIT, KIND_PART, KIND_CHAPTER, KIND_SECTION, KIND_ITEM, KIND_ELEMENT, KIND_INDICATOR,
	KIND_MILESTONE, KIND_PROJECT, KIND_TASK, KIND_RULE, KIND_TARGET, KINDS
};
#define KIND_BIT(kind) (1u << (kind))

// What a row fills: an array of the plan each, the plan itself, or a goal.
enum planread_part {
	PART_PLAN, PART_DEPT, PART_UNIT, PART_OUTLINE, PART_ELEMENT, PART_INDICATOR, PART_PLACE, PART_RULE, PART_GOAL, PARTS
};
#define PART_BIT(part) (1u << (part))

struct planread_goal {               // whose baseline and targets a section gives
	int indicator, unit;
	char *doc;
};
struct planread_row {
	int kind;                    // -1: a section that cannot be read
	int section;                 // in the scan
	const char *id;              // "" of [plan]
	int at[PARTS];               // index in each part, PLAN_NONE
	int same_as;                 // row it says it is the same as, -1
};
struct planread_id {
	const char *id;
	int space, row;              // parts have a name space of their own: [part.1] and [chapter.1]
};
struct planread_target {             // a target and where it stands in the file
	struct plan_target target;
	int row, key;
};
struct planread {
	struct iniscan scan;
	struct inivalues *values;
	struct planfile_report *report;
	int report_cap;
	struct plan *plan;
	struct planread_row *rows;   // scan.sections_len
	struct planread_id *ids;     // sorted
	int ids_len;
	struct planread_goal *goals;
	int goals_len;
	struct planread_target *targets;
	int targets_len, targets_cap;
	enum err err;
};

struct planread_key;
struct planread_spot {               // one key of one section
	struct planread *r;
	struct planread_row *row;
	const struct planread_key *key;
	int at;                      // in scan.keys
	int suffix;                  // baseline.2020: 2020; 0 none
};
enum planread_flag {
	KEY_NEEDED = 1,
	KEY_LONG = 2,                // goes on in KEY.2, KEY.3
	KEY_YEARS = 4,               // KEY.YEAR
	KEY_NUMBERED = 8,            // KEY.1, KEY.2
};
struct planread_key {
	const char *name;
	unsigned flags;
	enum planread_part part;
	size_t field;                // offset in the part's struct
	void (*read)(const struct planread_spot *spot, const char *value);
	const char *expects;         // English, for "expected ..."
	const void *arg;             // what read needs besides
};
struct planread_kind {
	const char *name;
	unsigned parts;              // what a row of it fills
	const struct planread_key *keys;
	int keys_len;
};
extern const struct planread_kind planread_kinds[KINDS];

// planread.c: ------------------------------------------------------------ rows and places
void planread_tell(struct planread *r, int line, const char *section, const char *key, const char *format, ...)
	__attribute__((format(printf, 5, 6)));
// The same about a key, with its line; "expected ..., found ..."; about a row's key that may not be there.
void planread_say(const struct planread_spot *spot, const char *format, ...) __attribute__((format(printf, 2, 3)));
void planread_wrong(const struct planread_spot *spot, const char *value);
void planread_about(struct planread *r, const struct planread_row *row, const char *key, const char *format, ...)
	__attribute__((format(printf, 4, 5)));
char *planread_dup(struct planread *r, const char *text);     // NULL: r->err is set
void *planread_part(const struct planread *r, const struct planread_row *row, enum planread_part part);
void *planread_field(const struct planread_spot *spot);
// The row with this id, of one of KINDS (bits); NULL when there is none.
struct planread_row *planread_find(const struct planread *r, const char *id, unsigned kinds);
const char *planread_value(const struct planread *r, const struct planread_row *row, const char *key);
bool planread_id_holds(const char *id);
bool planread_whole(const char *value, int low, int high, int *out);

// planfile_units.c: [units.PARENT] into a section for each unit
void planread_expand_units(struct planread *r);
// planfile_rows.c
void planread_make_rows(struct planread *r);
// planfile_read.c
void planread_read_keys(struct planread *r);
// planfile_formula.c
void planread_formula(const struct planread_spot *spot, const char *value);
void planread_rule(const struct planread_spot *spot, const char *value);
// planfile_target.c
void planread_target(const struct planread_spot *spot, const char *value);
void planread_target_words(const struct planread_spot *spot, const char *value);
void planread_settle_targets(struct planread *r);
void planread_check_targets(struct planread *r);
// planfile_derive.c: what the file leaves unsaid
void planread_derive(struct planread *r);
// planfile_check.c
void planread_check(struct planread *r);

#endif
