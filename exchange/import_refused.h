// SPDX-License-Identifier: MIT
// The lines of a file that were refused, as a file of their own: what stood above its heading, the heading and the lines as they
// were, and the reason as the last column, which import passes over when the mended file comes back.
#ifndef EXCHANGE_IMPORT_REFUSED_H
#define EXCHANGE_IMPORT_REFUSED_H

#include <stdio.h>

#include "exchange/import.h"

struct import_refused {
	FILE *out;
	int rows;                          // written
	int columns, reason;               // of the heading without the reason; where an earlier reason stands, else -1
	char why[2048];                    // of the row at hand
};
struct import_refused import_refused_to(FILE *out);
// Each line that import tells of, and each row behind its lines. Failures are those of OUT: ferror().
void import_refused_line(struct import_refused *refused, const struct import_line *line);
void import_refused_row(struct import_refused *refused, const struct csv_row *row);

#endif
