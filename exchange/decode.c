// SPDX-License-Identifier: MIT
// See decode.h.
#include "exchange/decode.h"

#include <iconv.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "core/i18n.h"
#include "core/text.h"

#define DECIDED_FROM 10     // so many characters beyond ASCII are never both by chance

static const char utf8[] = "UTF-8", gb18030[] = "GB18030";
static const struct { const char *name, *encoding; } names[] = {
	{"utf-8", utf8}, {"utf8", utf8}, {"gb18030", gb18030}, {"gbk", gb18030}, {"gb2312", gb18030},
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

static enum err no_memory(void)
{
	return err_set(ERR_MEMORY, "%s", _("no memory"));
}

static enum err check_kind(const char *name, const char *bytes, size_t len)
{
	for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
		if (len >= others[i].len && memcmp(bytes, others[i].magic, others[i].len) == 0)
			return err_set(ERR_INPUT, _("%s is %s, not CSV; save it there as \"CSV UTF-8\" and import that"), name,
				_(others[i].what));
	const char *nul = memchr(bytes, '\0', len);
	int line = 1;
	for (const char *s = bytes; nul != NULL && s < nul; s++)
		line += *s == '\n';
	return nul == NULL ? ERR_OK : err_set(ERR_INPUT, _("%s line %d holds a NUL byte: it is no text file"), name, line);
}

static enum err copy(const char *bytes, size_t len, char **out)
{
	char *text = malloc(len + 1);
	if (text == NULL)
		return no_memory();
	memcpy(text, bytes, len);
	text[len] = '\0';
	*out = text;
	return ERR_OK;
}

// *OUT NULL where the bytes do not hold in FROM. 2 bytes become at most 4 either way.
static enum err convert(const char *from, const char *to, const char *bytes, size_t len, char **out, size_t *out_len)
{
	size_t room = 2 * len + 1, left = room - 1, rest = len;
	char *text = malloc(room), *end = text, *next = (char *)(size_t)bytes;
	iconv_t converter = iconv_open(to, from);
	*out = NULL;
	if (text == NULL || converter == (iconv_t)-1) {
		free(text);
		return text == NULL ? no_memory()
				    : err_set(ERR_IO, "%s", _("this system has no GB18030; use UTF-8"));
	}
	bool whole = iconv(converter, &next, &rest, &end, &left) != (size_t)-1 && rest == 0;
	iconv_close(converter);
	*end = '\0';
	*out_len = (size_t)(end - text);
	if (whole)
		*out = text;
	else
		free(text);
	return ERR_OK;
}

static enum err from_gb18030(const char *bytes, size_t len, char **out)
{
	size_t out_len;
	return convert(gb18030, utf8, bytes, len, out, &out_len);
}

enum err decode_to_gb18030(const char *text, size_t len, char **out, size_t *out_len)
{
	enum err err = convert(utf8, gb18030, text, len, out, out_len);
	if (err == ERR_OK && *out == NULL)
		return err_set(ERR_INPUT, "%s", _("the file holds text that is not UTF-8; duibiao verify tells more"));
	return err;
}

static int first_bad_line(const char *bytes, size_t len)
{
	size_t valid = text_valid_utf8(bytes, len);
	int line = 1;
	for (size_t i = 0; i < valid; i++)
		line += bytes[i] == '\n';
	return line;
}

static enum err require_utf8(const char *name, const char *bytes, size_t len, char **out)
{
	if (text_valid_utf8(bytes, len) != len)
		return err_set(ERR_INPUT,
			_("%s line %d is not valid UTF-8; save it again as \"CSV UTF-8\", or say --encoding gb18030"), name,
			first_bad_line(bytes, len));
	return copy(bytes, len, out);
}

static enum err require_gb18030(const char *name, const char *bytes, size_t len, char **out)
{
	enum err err = from_gb18030(bytes, len, out);
	if (err == ERR_OK && *out == NULL)
		return err_set(ERR_INPUT, _("%s is neither UTF-8 (line %d is not) nor GB18030; save it as \"CSV UTF-8\""), name,
			first_bad_line(bytes, len));
	return err;
}

static size_t count_beyond_ascii(const char *text)
{
	size_t count = 0;
	for (; *text != '\0'; text++)
		count += (unsigned char)*text >= 0xC0;
	return count;
}

static bool has_vocabulary(const char *text)
{
	for (size_t i = 0; i < sizeof vocabulary / sizeof vocabulary[0]; i++)
		if (strstr(text, vocabulary[i]) != NULL)
			return true;
	return false;
}

// Both readings hold: the words decide, else the person.
static enum err decide(const char *name, char **out, const char **which, char *other)
{
	bool here = has_vocabulary(*out), there = has_vocabulary(other);
	if (here == there) {
		free(other);
		free(*out);
		*out = NULL;
		return err_set(ERR_INPUT,
			_("%s can be read as UTF-8 and as GB18030; say which: --encoding utf-8 or --encoding gb18030"), name);
	}
	*which = here ? utf8 : gb18030;
	free(here ? other : *out);
	*out = here ? *out : other;
	return ERR_OK;
}

static enum err find_out(const char *name, const char *bytes, size_t len, char **out, const char **which)
{
	char *other = NULL;
	if (text_valid_utf8(bytes, len) != len) {
		*which = gb18030;
		return require_gb18030(name, bytes, len, out);
	}
	*which = utf8;
	enum err err = copy(bytes, len, out);
	if (err != ERR_OK)
		return err;
	size_t beyond = count_beyond_ascii(*out);
	if (beyond == 0 || beyond >= DECIDED_FROM)
		return ERR_OK;
	err = from_gb18030(bytes, len, &other);
	if (err == ERR_OK && other != NULL)
		return decide(name, out, which, other);
	return err;
}

enum err decode_is_gb18030(const char *encoding, bool *out)
{
	*out = false;
	if (encoding == NULL)
		return ERR_OK;
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		if (strcasecmp(names[i].name, encoding) == 0) {
			*out = names[i].encoding == gb18030;
			return ERR_OK;
		}
	}
	return err_set(ERR_USAGE, _("there is no encoding %s here; it is utf-8 or gb18030"), encoding);
}

static enum err as_said(
	const char *name, const char *bytes, size_t len, const char *encoding, char **out, const char **which)
{
	bool gb;
	enum err err = decode_is_gb18030(encoding, &gb);
	if (err != ERR_OK)
		return err;
	*which = gb ? gb18030 : utf8;
	return gb ? require_gb18030(name, bytes, len, out) : require_utf8(name, bytes, len, out);
}

enum err decode_text(const char *name, const char *bytes, size_t len, const char *encoding, char **out, const char **which)
{
	*out = NULL;
	enum err err = check_kind(name, bytes, len);
	if (err != ERR_OK)
		return err;
	if (len >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
		*which = utf8;
		return require_utf8(name, bytes + 3, len - 3, out);
	}
	return encoding != NULL ? as_said(name, bytes, len, encoding, out, which) : find_out(name, bytes, len, out, which);
}
