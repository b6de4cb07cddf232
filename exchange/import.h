// SPDX-License-Identifier: MIT
// A file of figures held against what stands: cell by cell new, different, the same or refused, by the checks of the screen
// (core/intake); then written as one op. What stands stays unless it is said otherwise.
#ifndef EXCHANGE_IMPORT_H
#define EXCHANGE_IMPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "core/intake.h"
#include "core/paper.h"
#include "core/plan.h"
#include "core/store.h"
#include "exchange/csv.h"

// Read BYTES (csv.h) and hold each line against STORE, in one view of it. ERR_INPUT when the file as a whole cannot be read;
// lines that are refused are rows. NAME for messages, ENCODING as the person named it or NULL.
must_check enum err import_read(struct store *store, const struct plan *plan, int today, const char *name, const char *bytes,
	size_t len, const char *encoding, const struct csv_asked *asked, struct import **out);
// Write the new cells and those taken, with REPLACE all different ones. *SEQ 0: there was nothing to write.
must_check enum err import_write(
	const struct import *import, struct store *store, const struct ledger_op *op, bool replace, int64_t *seq);
void import_free(struct import *import);

#endif
