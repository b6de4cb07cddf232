// SPDX-License-Identifier: MIT
// See match.h. Nothing is copied but what was typed: thousands of rows are asked at each key.
#include "core/match.h"

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "core/pinyin.h"
#include "core/text.h"

// The next code point, half width, small.
static size_t next_plain(const char *s, uint32_t *code)
{
	*code = 0;
	size_t bytes = text_next(s, code);
	*code = text_half(*code);
	if (*code >= 'A' && *code <= 'Z')
		*code += 'a' - 'A';
	return bytes;
}

static bool is_sign(uint32_t code)
{
	bool letter = (code >= 'a' && code <= 'z') || (code >= '0' && code <= '9');
	return (code < 0x80 && !letter) || (code >= 0x2010 && code < 0x2070) || (code >= 0x3000 && code < 0x3040);
}

// Does TEXT begin with WANTED?
static bool begins(const char *text, const char *wanted)
{
	uint32_t want, code;
	size_t want_bytes = next_plain(wanted, &want), bytes = next_plain(text, &code);
	while (want_bytes > 0 && bytes > 0) {
		if (code == want || pinyin_begins(code, want)) {
			wanted += want_bytes;
			want_bytes = next_plain(wanted, &want);
		} else if (!is_sign(code)) {
			return false;
		}
		text += bytes;
		bytes = next_plain(text, &code);
	}
	return want_bytes == 0;
}

static bool holds(const char *text, const char *wanted)
{
	uint32_t code;
	for (size_t bytes; (bytes = text_next(text, &code)) > 0; text += bytes)
		if (begins(text, wanted))
			return true;
	return false;
}

static bool same(const char *text, const char *wanted)
{
	uint32_t code, want;
	do {
		text += next_plain(text, &code);
		wanted += next_plain(wanted, &want);
	} while (code == want && code != 0);
	return code == want;
}

static bool any_holds(const char *wanted, const char *number, const char *id, const char *const *words)
{
	if (begins(number, wanted) || holds(id, wanted))
		return true;
	for (; *words != NULL; words++)
		if (holds(*words, wanted))
			return true;
	return false;
}

enum match match_row(const char *wanted, int number, const char *id, const char *const *words)
{
	char typed[MATCH_TEXT], digits[16] = "";
	text_format(typed, sizeof typed, "%s", wanted);
	text_halve(typed);
	if (number > 0)
		snprintf(digits, sizeof digits, "%d", number);
	if (id == NULL)
		id = "";
	if (typed[0] != '\0' && (same(id, typed) || same(digits, typed)))
		return MATCH_EXACT;
	char *rest = typed;
	for (char *word; (word = strsep(&rest, " ")) != NULL;)
		if (!any_holds(word, digits, id, words))
			return MATCH_NOT;
	return MATCH_HOLDS;
}
