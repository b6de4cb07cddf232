// SPDX-License-Identifier: MIT
// See charset.h.
#define _GNU_SOURCE      // fopencookie: stdio hands over bytes as it likes, also half a character
#include "cli/charset.h"

#include <errno.h>
#include <iconv.h>
#include <langinfo.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define HELD 8           // bytes of a character of which the rest has not come yet
#define CHUNK 1024

struct charset {
	FILE *to;
	iconv_t conversion;
	char held[HELD];
	size_t held_len;
};

static void put(struct charset *charset, char **in, size_t *in_len)
{
	char out[CHUNK];
	char *at = out;
	size_t room = sizeof out;
	size_t done = iconv(charset->conversion, in, in_len, &at, &room);
	int why = errno;
	fwrite(out, 1, sizeof out - room, charset->to);
	if (done != (size_t)-1 || why != EILSEQ)
		return;
	fputc('?', charset->to);
	do {                     // past the whole character
		(*in)++;
		(*in_len)--;
	} while (*in_len > 0 && ((unsigned char)**in & 0xC0) == 0x80);
}

static ssize_t write_converted(void *cookie, const char *bytes, size_t len)
{
	struct charset *charset = cookie;
	char *all = malloc(charset->held_len + len), *in = all;
	size_t left = charset->held_len + len, before = 0;
	if (all == NULL)
		return 0;
	memcpy(all, charset->held, charset->held_len);
	memcpy(all + charset->held_len, bytes, len);
	while (left > 0 && left != before) {     // no progress: the tail is half a character
		before = left;
		put(charset, &in, &left);
	}
	charset->held_len = left < HELD ? left : 0;
	memcpy(charset->held, in, charset->held_len);
	free(all);
	return fflush(charset->to) == 0 ? (ssize_t)len : 0;
}

static int close_converted(void *cookie)
{
	struct charset *charset = cookie;
	iconv_close(charset->conversion);
	free(charset);
	return 0;
}

// The locale's own characters, NULL where they are UTF-8, or ASCII with whatever the terminal makes of the rest.
static const char *foreign_codeset(void)
{
	const char *codeset = nl_langinfo(CODESET);
	return MB_CUR_MAX == 1 || strcmp(codeset, "UTF-8") == 0 ? NULL : codeset;
}

char *charset_of_word(const char *word)
{
	const char *codeset = foreign_codeset();
	iconv_t conversion = codeset != NULL ? iconv_open("UTF-8", codeset) : (iconv_t)-1;
	size_t in_len = strlen(word), room = 4 * in_len;     // no character grows more
	char *in = (char *)word, *out = conversion != (iconv_t)-1 ? malloc(room + 1) : NULL, *at = out;
	if (out != NULL && iconv(conversion, &in, &in_len, &at, &room) == (size_t)-1) {
		free(out);
		out = NULL;
	}
	if (out != NULL)
		*at = '\0';
	if (conversion != (iconv_t)-1)
		iconv_close(conversion);
	return out;
}

FILE *charset_for_terminal(FILE *to)
{
	static const cookie_io_functions_t functions = {.write = write_converted, .close = close_converted};
	const char *codeset = foreign_codeset();
	struct charset *charset = codeset == NULL || isatty(fileno(to)) != 1 ? NULL : calloc(1, sizeof *charset);
	if (charset == NULL)
		return to;
	charset->to = to;
	charset->conversion = iconv_open(codeset, "UTF-8");
	FILE *made = charset->conversion == (iconv_t)-1 ? NULL : fopencookie(charset, "w", functions);
	if (made == NULL) {
		free(charset);
		return to;
	}
	return made;
}
