// SPDX-License-Identifier: MIT
// See iniscan.h.
#include "config/iniscan.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "config/grow.h"
#include "config/iniscan_twice.h"
#include "core/i18n.h"
#include "core/text.h"

struct scanner {
	struct iniscan *out;
	iniscan_fault_fn *fault;
	void *ctx;
	int line;
};
struct span {
	const char *at;
	size_t len;
};

static void tell(const struct scanner *s, const char *key, const char *text)
{
	const struct iniscan *out = s->out;
	const char *section = out->sections_len > 0 ? out->sections[out->sections_len - 1].name : "";
	s->fault(s->ctx, s->line, section, key, text);
}

static bool blank(char c)
{
	return c == ' ' || c == '\t';
}

static struct span trim(struct span span)
{
	while (span.len > 0 && blank(span.at[0])) {
		span.at++;
		span.len--;
	}
	while (span.len > 0 && blank(span.at[span.len - 1]))
		span.len--;
	return span;
}

static bool has(struct span span, const char *part)
{
	size_t len = strlen(part);
	for (size_t i = 0; i + len <= span.len; i++)
		if (memcmp(span.at + i, part, len) == 0)
			return true;
	return false;
}

static bool name_holds(struct span name)
{
	for (size_t i = 0; i < name.len; i++)
		if (strchr("abcdefghijklmnopqrstuvwxyz0123456789_.", name.at[i]) == NULL || name.at[i] == '\0')
			return false;
	return name.len > 0;
}

static enum err copy(struct span span, char **out)
{
	*out = strndup(span.at, span.len);
	return *out != NULL ? ERR_OK : err_set(ERR_MEMORY, _("there is no memory left"));
}

// A line that the library may read. TEXT has room for every byte of the file and a line end more.
static size_t emit(struct scanner *s, struct span line)
{
	size_t at = s->out->len;
	memcpy(s->out->text + at, line.at, line.len);
	s->out->text[at + line.len] = '\n';
	s->out->len += line.len + 1;
	return at;
}

static enum err add_section(struct scanner *s, struct span name, struct span line, bool bad)
{
	struct iniscan *out = s->out;
	struct iniscan_section *grown = config_grow(out->sections, out->sections_len, &out->sections_cap, sizeof *grown);
	if (grown == NULL)
		return ERR_MEMORY;
	out->sections = grown;
	struct iniscan_section *section = &grown[out->sections_len];
	enum err err = copy(name, &section->name);
	if (err != ERR_OK)
		return err;
	section->line = s->line;
	section->first = out->keys_len;
	section->bad = bad;
	section->bytes = bad ? 0 : line.len;
	section->at = emit(s, (struct span){ line.at, section->bytes });
	out->sections_len++;
	return ERR_OK;
}

static enum err scan_section(struct scanner *s, struct span line)
{
	const char *close = memchr(line.at, ']', line.len), *last = line.at + line.len - 1;
	bool closed = close == last;
	struct span name = trim((struct span){ line.at + 1, (size_t)((close != NULL ? close : last + 1) - line.at - 1) });
	const char *fault = NULL;
	if (!closed)
		fault = _("a section heading ends with ] and nothing stands behind it");
	else if (!name_holds(name) || line.len > INISCAN_LINE)
		fault = _("a section name holds only a-z, 0-9, _ and .");
	enum err err = add_section(s, name, line, fault != NULL);
	if (err == ERR_OK && fault != NULL)
		tell(s, "", fault);
	return err;
}

// What is wrong with a value, NULL when nothing is.
static const char *value_fault(struct span value)
{
	for (size_t i = 0; i < value.len; i++)
		if ((unsigned char)value.at[i] < 0x20 || value.at[i] == 0x7F)
			return _("a tab or control character stands in the value: delete it");
	if (memchr(value.at, '\\', value.len) != NULL)
		return _("a \\ is read differently by different versions of the INI library: leave it out");
	if (value.len > 0 && value.at[0] == '\'')
		return _("a value does not begin with ': put it in \"...\"");
	bool quoted = value.len > 0 && value.at[0] == '"';
	if (quoted && (value.len < 2 || value.at[value.len - 1] != '"'))
		return _("the quote is not closed at the end of the line: close it with \"");
	if (quoted) {
		value.at++;
		value.len -= 2;
	}
	if (memchr(value.at, '"', value.len) != NULL)
		return _("a \" stands inside the value: write “ and ” instead");
	if (!quoted && (memchr(value.at, ';', value.len) != NULL || memchr(value.at, '#', value.len) != NULL))
		return _("; and # would cut the value: put the whole value in \"...\"");
	return NULL;
}

static enum err add_key(struct scanner *s, struct span name, struct span line, bool bad)
{
	struct iniscan *out = s->out;
	struct iniscan_key *grown = config_grow(out->keys, out->keys_len, &out->keys_cap, sizeof *grown);
	if (grown == NULL)
		return ERR_MEMORY;
	out->keys = grown;
	struct iniscan_key *key = &grown[out->keys_len];
	enum err err = copy(name, &key->name);
	if (err != ERR_OK)
		return err;
	key->section = out->sections_len - 1;
	key->line = s->line;
	key->bad = bad;
	key->len = bad ? 0 : line.len;
	key->at = emit(s, (struct span){ line.at, key->len });
	out->keys_len++;
	out->sections[key->section].len++;
	return ERR_OK;
}

// Why a line is no key at all, NULL when it is one.
static const char *line_fault(const struct scanner *s, struct span line, const char *equals, struct span name)
{
	if (equals == NULL)
		return has(line, "＝") ? _("write a half-width = instead of ＝")
			: _("expected [section], key = value, or a comment that begins with #");
	if (!name_holds(name))
		return _("a key holds only a-z, 0-9, _ and .");
	return s->out->sections_len == 0 ? _("a key stands before the first [section]") : NULL;
}

static enum err scan_key(struct scanner *s, struct span line)
{
	const char *equals = memchr(line.at, '=', line.len), *end = line.at + line.len;
	struct span name = trim((struct span){ line.at, (size_t)((equals != NULL ? equals : end) - line.at) });
	struct span value = { end, 0 };
	if (equals != NULL)
		value = trim((struct span){ equals + 1, (size_t)(end - equals - 1) });
	const char *torn = line_fault(s, line, equals, name);
	if (torn != NULL) {
		if (s->out->sections_len > 0)
			s->out->sections[s->out->sections_len - 1].torn = true;
		tell(s, "", torn);
		return ERR_OK;
	}
	const char *fault = line.len > INISCAN_LINE ? _("the line is longer than 1000 bytes (330 Han): go on in KEY.2, KEY.3")
		: value_fault(value);
	enum err err = add_key(s, name, line, fault != NULL);
	if (err == ERR_OK && fault != NULL)
		tell(s, s->out->keys[s->out->keys_len - 1].name, fault);
	return err;
}

// Comments are not handed on: one that ends in a backslash would swallow the line below it.
static enum err scan_line(struct scanner *s, struct span line)
{
	line = trim(line);
	if (line.len == 0 || line.at[0] == '#' || line.at[0] == ';')
		return ERR_OK;
	return line.at[0] == '[' ? scan_section(s, line) : scan_key(s, line);
}

// What makes the whole file unreadable, with its line.
static enum err check_whole(struct scanner *s, struct span file)
{
	size_t good = text_valid_utf8(file.at, file.len);
	const char *nul = memchr(file.at, '\0', file.len);
	const char *fault = NULL;
	size_t where = good;
	if (file.len > INISCAN_BYTES) {
		fault = _("the file is larger than 4 MiB: this is no plan");
		where = 0;
	} else if (nul != NULL && (size_t)(nul - file.at) <= good) {
		fault = _("a NUL byte: this is not a text file in UTF-8");
		where = (size_t)(nul - file.at);
	} else if (good < file.len) {
		fault = _("not UTF-8: save the file as UTF-8 (it may be GBK or damaged)");
	}
	if (fault == NULL)
		return ERR_OK;
	for (size_t i = 0; i < where; i++)
		s->line += file.at[i] == '\n';
	s->line++;
	tell(s, "", fault);
	return ERR_INPUT;
}

static enum err scan_lines(struct scanner *s, struct span file)
{
	while (file.len > 0) {
		const char *end = memchr(file.at, '\n', file.len);
		size_t len = end != NULL ? (size_t)(end - file.at) : file.len;
		struct span line = { file.at, len > 0 && file.at[len - 1] == '\r' ? len - 1 : len };
		s->line++;
		enum err err = scan_line(s, line);
		if (err != ERR_OK)
			return err;
		if (s->out->sections_len > INISCAN_SECTIONS || s->out->keys_len > INISCAN_KEYS) {
			tell(s, "", _("more than 5000 sections or 40000 keys: too many for one plan"));
			return ERR_INPUT;
		}
		size_t step = end != NULL ? len + 1 : len;
		file.at += step;
		file.len -= step;
	}
	return ERR_OK;
}

enum err iniscan_read(const char *bytes, size_t len, iniscan_fault_fn *fault, void *ctx, struct iniscan *out)
{
	*out = (struct iniscan){ 0 };
	struct scanner s = { out, fault, ctx, 0 };
	struct span file = { bytes, len };
	if (len >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0)
		file = (struct span){ bytes + 3, len - 3 };
	enum err err = check_whole(&s, file);
	if (err != ERR_OK)
		return err;
	out->text = malloc(file.len + 2);
	if (out->text == NULL)
		return err_set(ERR_MEMORY, _("there is no memory left"));
	err = scan_lines(&s, file);
	return err == ERR_OK ? iniscan_check_twice(out, fault, ctx) : err;
}

void iniscan_done(struct iniscan *scan)
{
	for (int i = 0; i < scan->sections_len; i++)
		free(scan->sections[i].name);
	for (int i = 0; i < scan->keys_len; i++)
		free(scan->keys[i].name);
	free(scan->sections);
	free(scan->keys);
	free(scan->text);
	*scan = (struct iniscan){ 0 };
}

int iniscan_find(const struct iniscan *scan, int section, const char *name)
{
	const struct iniscan_section *s = &scan->sections[section];
	for (int i = s->first; i < s->first + s->len; i++)
		if (strcmp(scan->keys[i].name, name) == 0)
			return i;
	return -1;
}
