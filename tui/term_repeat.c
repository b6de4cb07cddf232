// SPDX-License-Identifier: MIT
// See term_repeat.h. Curses cannot be told to leave it: what a program sets terminfo's strings to does not reach the copy that
// curses 6.4 draws by.
#include "tui/term_repeat.h"

#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#define MOST 9999                // times; no row is as long

// How often what stands before BYTES is drawn again by the sequence there, and its length; 0: it is another one.
static int repetition(const char *bytes, size_t len, size_t *used)
{
	int times = 0;
	size_t at = 2;
	if (len < 4 || bytes[0] != '\033' || bytes[1] != '[')
		return 0;
	for (; at < len && bytes[at] >= '0' && bytes[at] <= '9' && times <= MOST; at++)
		times = 10 * times + (bytes[at] - '0');
	*used = at + 1;
	return at < len && bytes[at] == 'b' && times <= MOST ? times : 0;
}

// The first repetition from FROM on, or LEN.
static size_t find(const char *bytes, size_t len, size_t from)
{
	size_t used;
	for (const char *at; from < len && (at = memchr(bytes + from, '\033', len - from)) != NULL; from = (size_t)(at - bytes) + 1)
		if (at > bytes && repetition(at, len - (size_t)(at - bytes), &used) > 0)
			return (size_t)(at - bytes);
	return len;
}

// In front of a repetition one byte stands for the character, its number.
static void put_character(unsigned char number, int times, FILE *out)
{
	char bytes[MB_LEN_MAX];
	mbstate_t state = {0};
	size_t len = wcrtomb(bytes, number, &state);
	if (len == (size_t)-1)
		bytes[0] = '?';
	for (int i = 0; i < times; i++)
		fwrite(bytes, 1, len == (size_t)-1 ? 1 : len, out);
}

static void put_all(const char *bytes, size_t len, FILE *out)
{
	size_t begin = 0, used = 0;
	for (size_t at = find(bytes, len, 0); at < len; at = find(bytes, len, begin)) {
		int times = repetition(bytes + at, len - at, &used);
		if (at > begin) {
			fwrite(bytes + begin, 1, at - begin - 1, out);
			put_character((unsigned char)bytes[at - 1], times + 1, out);
		}
		begin = at + used;
	}
	fwrite(bytes + begin, 1, len - begin, out);
}

char *term_repeat_spell(const char *bytes, size_t *len)
{
	char *spelt = NULL;
	size_t spelt_len = 0;
	FILE *out = find(bytes, *len, 0) < *len ? open_memstream(&spelt, &spelt_len) : NULL;
	if (out == NULL)
		return NULL;
	put_all(bytes, *len, out);
	bool whole = ferror(out) == 0;
	whole = fclose(out) == 0 && whole;
	if (!whole) {
		free(spelt);
		return NULL;
	}
	*len = spelt_len;
	return spelt;
}
