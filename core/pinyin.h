// SPDX-License-Identifier: MIT
// The initials of Han characters in pinyin. The table is made at build from Unicode's Unihan data (core/pinyin.awk).
#ifndef CORE_PINYIN_H
#define CORE_PINYIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Does one of the readings of the character CODE begin with LETTER, a to z? Of 重 zhòng and chóng do: z and c.
bool pinyin_begins(uint32_t code, uint32_t letter);
// The initials of the usual readings of S's Han characters into OUT, which it returns: "bgq" of 报告期.
char *pinyin_initials(const char *s, char *out, size_t cap);

#endif
