// SPDX-License-Identifier: MIT
// A spreadsheet read back without the library that wrote it: unzip and a reader of just what stands in a cell.
#ifndef TESTS_STORAGE_XLSX_H
#define TESTS_STORAGE_XLSX_H

#include <stdbool.h>
#include <stddef.h>

struct xlsx;
struct xlsx *xlsx_read(const char *path, int sheet);          // from 1; fails the test where it cannot be read
void xlsx_free(struct xlsx *xlsx);
// "" when the cell is empty; a number as it is written.
const char *xlsx_cell(struct xlsx *xlsx, int row, int col, bool *number);    // from 0
// The row whose column COL is TEXT; -1 none.
int xlsx_find_row(struct xlsx *xlsx, int col, const char *text);
int xlsx_find_column(struct xlsx *xlsx, int row, const char *text);
// One part of the archive as text, owned by the caller; NULL when it is not there.
char *xlsx_part(const char *path, const char *part);

#endif
