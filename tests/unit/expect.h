// SPDX-License-Identifier: MIT
// A column of a worked example against what was computed. All that differ are printed before the test fails; a column that
// the file does not have is not looked at, so a test says how many it expects to have been looked at.
#ifndef TESTS_UNIT_EXPECT_H
#define TESTS_UNIT_EXPECT_H

#include "examples.h"

void expect_text(const struct example *example, const char *column, const char *have);
void expect_int(const struct example *example, const char *column, int have);                 // 0: empty
void expect_maybe(const struct example *example, const char *column, struct maybe have);      // within 1e-9, absolute or of itself
const char *missing_text(const struct plan *plan, const struct standing *s, char *out, size_t cap);
// Fails when any of the above did not hold, or not LOOKED columns were looked at.
void expect_done(int looked);
// The checks of one row, all columns but the printed.
void expect_row(const struct example *example);

#endif
