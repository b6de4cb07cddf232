// SPDX-License-Identifier: MIT
// When something happened, in the time of this desk.
#ifndef TUI_STAMP_H
#define TUI_STAMP_H

#include <stddef.h>
#include <stdint.h>

int stamp_day(int64_t at);                                    // yyyymmdd; 0 unknown
char *stamp_words(int64_t at, char *out, size_t cap);         // 07-08 10:32; "" of 0. Returns OUT
char *stamp_whole(int64_t at, char *out, size_t cap);         // 2024-07-08 10:32
// In 11 cells: of TODAY's year as stamp_words, of another one its day, 2023-07-08.
char *stamp_of_year(int64_t at, int today, char *out, size_t cap);

#endif
