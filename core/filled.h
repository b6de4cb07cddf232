// SPDX-License-Identifier: MIT
// How much of a report has been filled, in words: its figures, and apart from them its tasks (report_list.h counts both).
#ifndef CORE_FILLED_H
#define CORE_FILLED_H

#include "core/report_list.h"

#define FILLED_WORDS 48
// 7/9, or 7/9 任务1/2; of an owner that has tasks alone 任务1/2; "" where nothing is asked or LINE is NULL. Both return OUT.
char *filled_words(const struct report_line *line, char *out, size_t cap);
// Where there is room for one of the two: what is lacking, the figures first.
char *filled_brief(const struct report_line *line, char *out, size_t cap);

#endif
