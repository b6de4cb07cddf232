// SPDX-License-Identifier: MIT
// What a difference between two plans is made of: per kind of row its label and its fields. Private to config/plandiff*.c;
// the public call is plandiff_each in planfile.h.
#ifndef CONFIG_PLANDIFF_H
#define CONFIG_PLANDIFF_H

#include <stddef.h>

#include "core/plan.h"

#define PLANDIFF_LABEL 160
#define PLANDIFF_VALUE 200           // longer texts are cut for the line; they are compared whole

struct plandiff_field {
	const char *key;             // as the plan file spells it
	void (*write)(const struct plan *plan, const void *field, char *out, size_t cap);
	size_t offset;               // in the row
};
struct plandiff_kind {
	const char *name;            // English; translate
	const void *(*rows)(const struct plan *plan, int *len);
	size_t size;                 // of a row
	void (*label)(const struct plan *plan, const void *row, char *out, size_t cap);   // unique within the kind
	const char *(*title)(const void *row);                                            // for people; may be ""
	const struct plandiff_field *fields;
	int fields_len;
	bool (*keyed)(const void *row);   // at a desk: a plan file that does not name it leaves it where it is
};
extern const struct plandiff_kind plandiff_kinds[];
extern const int plandiff_kinds_len;

#endif
