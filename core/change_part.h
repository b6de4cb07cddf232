// SPDX-License-Identifier: MIT
// What the readers of canonical text share: a row's fields as a table.
#ifndef CORE_CHANGE_PART_H
#define CORE_CHANGE_PART_H

#include <stdint.h>

#include "core/err.h"

struct change_field {                // a number where TEXT is NULL
	const char *name;
	int64_t least, most;
	int64_t *number;
	const char **text;
};
// Fills what FIELDS point to, texts into *BUFFER (owned); what is not named is 0 or "". The first field must be there.
must_check enum err change_fields_parse(const char *text, const struct change_field *fields, int len, char **buffer);

#endif
