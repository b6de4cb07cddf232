// SPDX-License-Identifier: MIT
// See decode.h.
#include "exchange/decode.h"

#include <errno.h>
#include <iconv.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"
#include "core/text.h"

#define DECIDED_FROM 10     // so many characters beyond ASCII are never both by chance
#define PIECE 65536
#define CUT 4               // bytes of a character, at most

struct decode {
	FILE *in;
	const char *name, *encoding;
	size_t skip;                          // bytes of the BOM
	uint64_t looked, passed;              // fingerprints of the bytes: when they were looked at, of this pass
	iconv_t converter;
	bool first;                           // no piece of this pass was read yet
	size_t cut;                           // bytes at the beginning of RAW: of a character that the last piece left unfinished
	char raw[CUT + PIECE + 1];
	char text[2 * (CUT + PIECE) + 1];     // 2 bytes of GB18030 are at most 3 of UTF-8, 4 are 4
};
// What one look over all bytes has found.
struct look {
	size_t len, beyond;                   // bytes; characters beyond ASCII
	int line, nul, bad;                   // lines: the one at hand; of the first NUL, of the first byte that is not UTF-8; 0 none
	char head[16];
};

static const char utf8[] = "UTF-8", gb18030[] = "GB18030";
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

static enum err no_memory(void)
{
	return err_set(ERR_MEMORY, "%s", _("no memory"));
}

// ------------------------------------------------------------ bytes

// Tells a file that was saved meanwhile, not one that was forged.
static uint64_t fingerprint(uint64_t sum, const char *bytes, size_t len)
{
	for (size_t at = 0; at < len; at += sizeof sum) {
		uint64_t word = len - at;
		memcpy(&word, bytes + at, len - at < sizeof word ? len - at : sizeof word);
		sum = (sum ^ word) * UINT64_C(0x9E3779B97F4A7C15);
		sum ^= sum >> 32;
	}
	return sum;
}

static enum err read_piece(struct decode *decode, size_t *len)
{
	errno = 0;
	*len = fread(decode->raw + decode->cut, 1, PIECE, decode->in);
	decode->passed = fingerprint(decode->passed, decode->raw + decode->cut, *len);
	if (ferror(decode->in))
		return err_set(ERR_IO, _("%s cannot be read: %s"), decode->name, strerror(errno));
	return ERR_OK;
}

static void rewind_bytes(struct decode *decode)
{
	rewind(decode->in);
	decode->passed = 0;
	decode->cut = 0;
	decode->first = true;
}

static void keep_cut(struct decode *decode, const char *from, size_t len)
{
	memmove(decode->raw, from, len);
	decode->cut = len;
}

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
	if (valid < len && (ends || len - valid >= CUT)) {
		look->bad = look->line + lines_in(bytes, valid);
		valid = len;
	}
	look->line += lines_in(bytes, valid);
	look->beyond += beyond_ascii(bytes, valid);
	keep_cut(decode, bytes + valid, len - valid);
}

static enum err look_over(struct decode *decode, struct look *look)
{
	*look = (struct look){.line = 1};
	rewind_bytes(decode);
	for (;;) {
		size_t len;
		enum err err = read_piece(decode, &len);
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

// ------------------------------------------------------------ piece by piece

const char *decode_encoding(const struct decode *decode)
{
	return decode->encoding;
}

const char *decode_name(const struct decode *decode)
{
	return decode->name;
}

static void end_converter(struct decode *decode)
{
	if (decode->converter != (iconv_t)-1)
		iconv_close(decode->converter);
	decode->converter = (iconv_t)-1;
}

enum err decode_start(struct decode *decode)
{
	rewind_bytes(decode);
	end_converter(decode);
	if (decode->encoding == utf8)
		return ERR_OK;
	decode->converter = iconv_open(utf8, gb18030);
	return decode->converter != (iconv_t)-1 ? ERR_OK : err_set(ERR_IO, "%s", _("this system has no GB18030; use UTF-8"));
}

static enum err changed(const struct decode *decode)
{
	return err_set(ERR_INPUT, _("%s has changed while it was read; nothing was written; import it again"), decode->name);
}

// *BAD: the bytes do not hold in GB18030.
static void convert(struct decode *decode, size_t len, const char **text, size_t *out_len, bool *bad)
{
	char *from = decode->raw, *to = decode->text;
	size_t rest = len, left = sizeof decode->text - 1;
	bool done = iconv(decode->converter, &from, &rest, &to, &left) != (size_t)-1;
	*bad = !done && (errno != EINVAL || rest > CUT);
	*text = decode->text;
	*out_len = (size_t)(to - decode->text);
	*to = '\0';
	keep_cut(decode, from, *bad ? 0 : rest);
}

static enum err next_piece(struct decode *decode, const char **text, size_t *len, bool *bad)
{
	*bad = false;
	do {
		size_t got;
		enum err err = read_piece(decode, &got);
		if (err != ERR_OK)
			return err;
		*len = 0;
		if (got == 0) {
			*bad = decode->cut > 0;
			return ERR_OK;
		}
		if (decode->encoding == gb18030) {
			convert(decode, decode->cut + got, text, len, bad);
		} else {
			decode->raw[got] = '\0';
			*text = decode->raw;
			*len = got;
		}
	} while (*len == 0 && !*bad);
	return ERR_OK;
}

enum err decode_next(struct decode *decode, const char **text, size_t *len)
{
	bool bad, first = decode->first;
	enum err err = next_piece(decode, text, len, &bad);
	decode->first = false;
	if (err != ERR_OK || bad)
		return err != ERR_OK ? err : changed(decode);
	if (first && *len > 0) {                        // of a BOM all is in the first piece
		*text += decode->skip;
		*len -= decode->skip;
	}
	return *len > 0 || decode->passed == decode->looked ? ERR_OK : changed(decode);
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
			err = next_piece(decode, &text, &len, &bad);
		if (err == ERR_OK && !bad && len > 0 && !*words)
			*words = has_vocabulary(text);
	} while (err == ERR_OK && !bad && len > 0);
	*holds = !bad;
	return err;
}

static enum err require_utf8(struct decode *decode, const struct look *look)
{
	decode->encoding = utf8;
	if (look->bad == 0)
		return ERR_OK;
	return err_set(ERR_INPUT, _("%s line %d is not valid UTF-8; save it again as \"CSV UTF-8\", or say --encoding gb18030"), decode->name,
		look->bad);
}

static enum err require_gb18030(struct decode *decode, const struct look *look)
{
	bool holds, words;
	enum err err = try_encoding(decode, gb18030, &holds, &words);
	if (err == ERR_OK && !holds)
		return err_set(ERR_INPUT, _("%s is neither UTF-8 (line %d is not) nor GB18030; save it as \"CSV UTF-8\""), decode->name,
			look->bad > 0 ? look->bad : look->line);
	return err;
}

// Both readings hold: the words decide, else the person.
static enum err decide(struct decode *decode)
{
	bool holds, here, there;
	enum err err = try_encoding(decode, gb18030, &holds, &there);
	bool both = holds;
	if (err == ERR_OK)
		err = try_encoding(decode, utf8, &holds, &here);
	if (err != ERR_OK || !both)
		return err;
	if (here == there)
		return err_set(ERR_INPUT,
			_("%s can be read as UTF-8 and as GB18030; say which: --encoding utf-8 or --encoding gb18030"), decode->name);
	decode->encoding = here ? utf8 : gb18030;
	return ERR_OK;
}

static enum err find_out(struct decode *decode, const struct look *look)
{
	if (look->bad > 0)
		return require_gb18030(decode, look);
	decode->encoding = utf8;
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

static enum err find_encoding(struct decode *decode, const char *encoding)
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

enum err decode_open(FILE *in, const char *name, const char *encoding, struct decode **out)
{
	struct decode *decode = calloc(1, sizeof *decode);
	*out = NULL;
	if (decode == NULL)
		return no_memory();
	decode->in = in;
	decode->name = name;
	decode->converter = (iconv_t)-1;
	enum err err = find_encoding(decode, encoding);
	if (err == ERR_OK)
		*out = decode;
	else
		decode_close(decode);
	return err;
}

void decode_close(struct decode *decode)
{
	if (decode == NULL)
		return;
	end_converter(decode);
	free(decode);
}
