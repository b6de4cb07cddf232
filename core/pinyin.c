// SPDX-License-Identifier: MIT
// See pinyin.h. A byte a character says which of some 200 kinds it is of: bit 0 is a, 1 is b; above them the usual one's number.
#include "core/pinyin.h"

#include "core/pinyin_table.h"
#include "core/text.h"

#define USUAL_SHIFT 26

static unsigned readings(uint32_t code)
{
	bool known = code >= PINYIN_FIRST && code - PINYIN_FIRST < sizeof pinyin_of;
	return known ? pinyin_sets[pinyin_of[code - PINYIN_FIRST]] : 0;
}

bool pinyin_begins(uint32_t code, uint32_t letter)
{
	return letter >= 'a' && letter <= 'z' && (readings(code) >> (letter - 'a') & 1) != 0;
}

char *pinyin_initials(const char *s, char *out, size_t cap)
{
	size_t len = 0;
	uint32_t code;
	for (size_t bytes; (bytes = text_next(s, &code)) > 0; s += bytes) {
		unsigned usual = readings(code) >> USUAL_SHIFT;
		if (usual > 0 && len + 1 < cap)
			out[len++] = (char)('a' + usual - 1);
	}
	out[len] = '\0';
	return out;
}
