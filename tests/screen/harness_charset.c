// SPDX-License-Identifier: MIT
// See harness.h. Terminals that libvterm is not: of another charset, and such as draw ambiguous characters two cells wide. What
// comes from the program is turned into UTF-8 first, with a blank behind each character that is wide there and narrow here, so
// that all columns, and answers about them, are as that terminal has them.
#include <errno.h>
#include <iconv.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "tests/screen/harness_state.h"

static const struct { uint32_t first, last; } ambiguous[] = {
#define RANGE(first, last) {first, last},
#include "core/ambiguous.def"
#undef RANGE
};

static bool is_ambiguous(uint32_t code)
{
	for (size_t i = 0; i < sizeof ambiguous / sizeof ambiguous[0]; i++)
		if (code >= ambiguous[i].first && code <= ambiguous[i].last)
			return true;
	return false;
}

struct harness_charset {
	iconv_t to_code, from_utf8;    // of what comes, to one code point a character; of what is typed
	bool utf8, wide;
	char held[8];                  // of a character whose last bytes have not come yet
	size_t held_len;
};

void harness_terminal(struct harness *h, const char *codeset, bool wide)
{
	struct harness_charset *charset = calloc(1, sizeof *charset);
	assert_non_null(charset);
	charset->to_code = iconv_open("UTF-32LE", codeset);
	charset->from_utf8 = iconv_open(codeset, "UTF-8");
	assert_true(charset->to_code != (iconv_t)-1 && charset->from_utf8 != (iconv_t)-1);
	charset->utf8 = strcmp(codeset, "UTF-8") == 0;
	charset->wide = wide;
	h->charset = charset;
}

void harness_charset_free(struct harness_charset *charset)
{
	if (charset == NULL)
		return;
	iconv_close(charset->to_code);
	iconv_close(charset->from_utf8);
	free(charset);
}

// In GB charsets what takes two bytes takes two cells.
static bool is_wide(const struct harness_charset *charset, uint32_t code, size_t bytes)
{
	return (charset->utf8 ? charset->wide : bytes == 2) && is_ambiguous(code);
}

static void show(struct harness *h, const char *bytes, size_t len)
{
	if (len > 0)
		vterm_input_write(h->vt, bytes, len);
}

// One character at IN; its bytes, or 0 when they are not all there.
static size_t show_character(struct harness *h, const char *in, size_t len)
{
	struct harness_charset *charset = h->charset;
	uint32_t code = 0;
	char *from = (char *)(uintptr_t)in, *to = (char *)&code, utf8[5] = "";
	size_t left = len, room = sizeof code;
	for (size_t take = 1; take <= len && take <= sizeof charset->held; take++) {
		from = (char *)(uintptr_t)in;
		left = take;
		if (iconv(charset->to_code, &from, &left, &to, &room) != (size_t)-1)
			break;
		iconv(charset->to_code, NULL, NULL, NULL, NULL);
		if (errno == EILSEQ)
			fail_msg("byte %02X is not of the terminal's charset", (unsigned char)in[0]);
	}
	if (room != 0)
		return 0;
	size_t used = harness_put_utf8(utf8, code);
	show(h, utf8, used);
	if (is_wide(charset, code, (size_t)(from - in)))
		show(h, " ", 1);
	return (size_t)(from - in);
}

void harness_charset_show(struct harness *h, const char *bytes, size_t len)
{
	struct harness_charset *charset = h->charset;
	if (charset == NULL) {
		show(h, bytes, len);
		return;
	}
	char *all = malloc(charset->held_len + len);
	size_t at = 0, all_len = charset->held_len + len;
	assert_non_null(all);
	memcpy(all, charset->held, charset->held_len);
	memcpy(all + charset->held_len, bytes, len);
	while (at < all_len) {
		size_t plain = 0;
		while (at + plain < all_len && (unsigned char)all[at + plain] < 0x80)
			plain++;
		show(h, all + at, plain);
		at += plain;
		size_t used = at < all_len ? show_character(h, all + at, all_len - at) : 0;
		if (used == 0)
			break;
		at += used;
	}
	charset->held_len = all_len - at;
	assert_in_range(charset->held_len, 0, sizeof charset->held);
	memcpy(charset->held, all + at, charset->held_len);
	free(all);
}

void harness_type(struct harness *h, const char *text)
{
	char out[1024], *to = out, *from = (char *)(uintptr_t)text;
	size_t left = strlen(text), room = sizeof out;
	if (h->charset == NULL) {
		harness_send_bytes(h, text, left);
		return;
	}
	assert_int_not_equal(iconv(h->charset->from_utf8, &from, &left, &to, &room), (size_t)-1);
	harness_send_bytes(h, out, sizeof out - room);
}
