// SPDX-License-Identifier: MIT
// See decode.h. Bytes to text, piece by piece; which encoding they are in is found in decode_find.c.
#include "exchange/decode_part.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"

const char decode_utf8[] = "UTF-8", decode_gb18030[] = "GB18030";

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

enum err decode_read_piece(struct decode *decode, size_t *len)
{
	errno = 0;
	*len = fread(decode->raw + decode->cut, 1, DECODE_PIECE, decode->in);
	decode->passed = fingerprint(decode->passed, decode->raw + decode->cut, *len);
	if (ferror(decode->in))
		return err_set(ERR_IO, _("%s cannot be read: %s"), decode->name, strerror(errno));
	return ERR_OK;
}

void decode_rewind(struct decode *decode)
{
	rewind(decode->in);
	decode->passed = 0;
	decode->cut = 0;
	decode->first = true;
}

void decode_keep_cut(struct decode *decode, const char *from, size_t len)
{
	memmove(decode->raw, from, len);
	decode->cut = len;
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
	decode_rewind(decode);
	end_converter(decode);
	if (decode->encoding == decode_utf8)
		return ERR_OK;
	decode->converter = iconv_open(decode_utf8, decode_gb18030);
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
	*bad = !done && (errno != EINVAL || rest > DECODE_CUT);
	*text = decode->text;
	*out_len = (size_t)(to - decode->text);
	*to = '\0';
	decode_keep_cut(decode, from, *bad ? 0 : rest);
}

enum err decode_next_piece(struct decode *decode, const char **text, size_t *len, bool *bad)
{
	*bad = false;
	do {
		size_t got;
		enum err err = decode_read_piece(decode, &got);
		if (err != ERR_OK)
			return err;
		*len = 0;
		if (got == 0) {
			*bad = decode->cut > 0;
			return ERR_OK;
		}
		if (decode->encoding == decode_gb18030) {
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
	enum err err = decode_next_piece(decode, text, len, &bad);
	decode->first = false;
	if (err != ERR_OK || bad)
		return err != ERR_OK ? err : changed(decode);
	if (first && *len > 0) {                        // of a BOM all is in the first piece
		*text += decode->skip;
		*len -= decode->skip;
	}
	return *len > 0 || decode->passed == decode->looked ? ERR_OK : changed(decode);
}

// ------------------------------------------------------------

enum err decode_open(FILE *in, const char *name, const char *encoding, struct decode **out)
{
	struct decode *decode = calloc(1, sizeof *decode);
	*out = NULL;
	if (decode == NULL)
		return no_memory();
	decode->in = in;
	decode->name = name;
	decode->converter = (iconv_t)-1;
	enum err err = decode_find_encoding(decode, encoding);
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
