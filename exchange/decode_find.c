// SPDX-License-Identifier: MIT
// Which encoding a file is in (decode_part.h): its bytes decide, then the words that only a file of figures uses, else the person.
#include "exchange/decode_part.h"

#include <string.h>

#include "core/i18n.h"
#include "core/text.h"

#define DECIDED_FROM 10     // so many characters beyond ASCII are never both by chance

// What one look over all bytes has found.
struct look {
	size_t len, beyond;                   // bytes; characters beyond ASCII
	int line, nul, bad;                   // lines: the one at hand; of the first NUL, of the first byte that is not UTF-8; 0 none
	bool half;                            // all of it is UTF-8 but its end, which lies within a character
	char head[16];
};

// What a file begins with when it is no text of ours, and what it is then.
static const struct { const char *magic; size_t len; const char *what; } others[] = {
	{"\xFF\xFE", 2, N_("text in UTF-16")},
	{"\xFE\xFF", 2, N_("text in UTF-16")},
	{"PK\x03\x04", 4, N_("an Excel workbook")},
	{"\xD0\xCF\x11\xE0", 4, N_("an old Excel workbook")},
	{"SQLite format 3", 15, N_("a database")},
};

// Words that only a file of figures uses; in the other encoding they read as something else.
static const char *const vocabulary[] = {"初步数", "核定数", "未报", "不适用", "突破", "达到", "以上", "左右", "指标", "单位",
	"报告期"};

// ------------------------------------------------------------ a look over all of it

static int lines_in(const char *bytes, size_t len)
{
	int lines = 0;
	for (const char *at = bytes; (at = memchr(at, '\n', len - (size_t)(at - bytes))) != NULL; at++)
		lines++;
	return lines;
}

static size_t beyond_ascii(const char *bytes, size_t len)
{
	size_t count = 0;
	for (size_t i = 0; i < len; i++)
		count += (unsigned char)bytes[i] >= 0xC0;
	return count;
}

// The bytes at hand with what was cut off before; what is cut off at their end comes again.
static void look_at(struct decode *decode, struct look *look, size_t len, bool ends)
{
	const char *bytes = decode->raw, *nul = look->nul == 0 ? memchr(bytes, '\0', len) : NULL;
	size_t valid = look->bad == 0 ? text_valid_utf8(bytes, len) : len;
	if (nul != NULL)
		look->nul = look->line + lines_in(bytes, (size_t)(nul - bytes));
	if (valid < len && (ends || len - valid >= DECODE_CUT)) {
		look->bad = look->line + lines_in(bytes, valid);
		look->half = ends && len - valid < DECODE_CUT;
		valid = len;
	}
	look->line += lines_in(bytes, valid);
	look->beyond += beyond_ascii(bytes, valid);
	decode_keep_cut(decode, bytes + valid, len - valid);
}

static enum err look_over(struct decode *decode, struct look *look)
{
	*look = (struct look){.line = 1};
	decode_rewind(decode);
	for (;;) {
		size_t len;
		enum err err = decode_read_piece(decode, &len);
		if (err != ERR_OK)
			return err;
		if (look->len == 0)
			memcpy(look->head, decode->raw, len < sizeof look->head ? len : sizeof look->head);
		look->len += len;
		look_at(decode, look, decode->cut + len, len == 0);
		if (len == 0)
			break;
	}
	decode->looked = decode->passed;
	return ERR_OK;
}

static enum err check_kind(const struct decode *decode, const struct look *look)
{
	for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
		if (look->len >= others[i].len && memcmp(look->head, others[i].magic, others[i].len) == 0)
			return err_set(ERR_INPUT, _("%s is %s, not CSV; save it there as \"CSV UTF-8\" and import that"), decode->name,
				_(others[i].what));
	return look->nul == 0 ? ERR_OK : err_set(ERR_INPUT, _("%s line %d holds a NUL byte: it is no text file"), decode->name, look->nul);
}

// ------------------------------------------------------------ which encoding

static bool has_vocabulary(const char *text)
{
	for (size_t i = 0; i < sizeof vocabulary / sizeof vocabulary[0]; i++)
		if (strstr(text, vocabulary[i]) != NULL)
			return true;
	return false;
}

// Does the whole file hold in ENCODING, and does it use WORDS of the format then? A word that two pieces share is not seen: at
// worst the person is asked.
static enum err try_encoding(struct decode *decode, const char *encoding, bool *holds, bool *words)
{
	const char *text = NULL;
	size_t len = 0;
	bool bad = false;
	decode->encoding = encoding;
	*words = false;
	enum err err = decode_start(decode);
	do {
		if (err == ERR_OK)
			err = decode_next_piece(decode, &text, &len, &bad);
		if (err == ERR_OK && !bad && len > 0 && !*words)
			*words = has_vocabulary(text);
	} while (err == ERR_OK && !bad && len > 0);
	*holds = !bad;
	return err;
}

static enum err half_a_file(const struct decode *decode, int line)
{
	return err_set(ERR_INPUT, _("%s ends in the middle of line %d: it is half a file; fetch or save it again"), decode->name, line);
}

static enum err require_utf8(struct decode *decode, const struct look *look)
{
	decode->encoding = decode_utf8;
	if (look->bad == 0)
		return ERR_OK;
	if (look->half)
		return half_a_file(decode, look->bad);
	return err_set(ERR_INPUT, _("%s line %d is not valid UTF-8; save it again as \"CSV UTF-8\", or say --encoding gb18030"), decode->name,
		look->bad);
}

static enum err require_gb18030(struct decode *decode, const struct look *look)
{
	bool holds, words;
	enum err err = try_encoding(decode, decode_gb18030, &holds, &words);
	if (err == ERR_OK && !holds && decode->cut > 0)
		return half_a_file(decode, look->line);
	if (err == ERR_OK && !holds)
		return err_set(ERR_INPUT, _("%s is neither UTF-8 (line %d is not) nor GB18030; save it as \"CSV UTF-8\""), decode->name,
			look->bad > 0 ? look->bad : look->line);
	return err;
}

// Both readings hold: the words decide, else the person.
static enum err decide(struct decode *decode)
{
	bool holds, here, there;
	enum err err = try_encoding(decode, decode_gb18030, &holds, &there);
	bool both = holds;
	if (err == ERR_OK)
		err = try_encoding(decode, decode_utf8, &holds, &here);
	if (err != ERR_OK || !both)
		return err;
	if (here == there)
		return err_set(ERR_INPUT,
			_("%s can be read as UTF-8 and as GB18030; say which: --encoding utf-8 or --encoding gb18030"), decode->name);
	decode->encoding = here ? decode_utf8 : decode_gb18030;
	return ERR_OK;
}

static enum err find_out(struct decode *decode, const struct look *look)
{
	if (look->bad > 0)
		return look->half && look->beyond >= DECIDED_FROM ? half_a_file(decode, look->bad) : require_gb18030(decode, look);
	decode->encoding = decode_utf8;
	return look->beyond == 0 || look->beyond >= DECIDED_FROM ? ERR_OK : decide(decode);
}

static enum err as_said(struct decode *decode, const struct look *look, const char *encoding)
{
	bool gb;
	enum err err = decode_is_gb18030(encoding, &gb);
	if (err != ERR_OK)
		return err;
	return gb ? require_gb18030(decode, look) : require_utf8(decode, look);
}

enum err decode_find_encoding(struct decode *decode, const char *encoding)
{
	struct look look;
	enum err err = look_over(decode, &look);
	if (err == ERR_OK)
		err = check_kind(decode, &look);
	if (err != ERR_OK)
		return err;
	if (look.len >= 3 && memcmp(look.head, "\xEF\xBB\xBF", 3) == 0) {
		decode->skip = 3;
		return require_utf8(decode, &look);
	}
	return encoding != NULL ? as_said(decode, &look, encoding) : find_out(decode, &look);
}
