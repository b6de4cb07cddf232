// SPDX-License-Identifier: MIT
// Text put into another form (text.h): half width, lines, copies, fixed buffers. Nothing here asks for a locale but the
// width of a line.
#include "core/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"

#define FULL_FIRST 0xFF01                  // full-width ! to ~ stand where ASCII does
#define FULL_LAST 0xFF5E
#define FULL_TO_HALF 0xFEE0
#define FULL_BLANK 0x3000

uint32_t text_half(uint32_t code)
{
	if (code == FULL_BLANK)
		return ' ';
	return code >= FULL_FIRST && code <= FULL_LAST ? code - FULL_TO_HALF : code;
}

void text_halve(char *s)
{
	char *to = s;
	uint32_t code;
	for (size_t len; (len = text_next(s, &code)); s += len) {
		if (text_half(code) != code) {
			*to++ = (char)text_half(code);
		} else {
			memmove(to, s, len);
			to += len;
		}
	}
	*to = '\0';
}

#define HAN_FIRST 0x2e80             // radicals, Han, the signs between them

static const char *full_sign(uint32_t code)
{
	static const struct { uint32_t half; const char *full; } signs[] = {
		{',', "，"}, {';', "；"}, {':', "："}, {'?', "？"}, {'(', "（"}, {')', "）"}};
	for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
		if (signs[i].half == code)
			return signs[i].full;
	return NULL;
}

// A bracket that closes is as wide as the one that opened: OPEN holds a bit for each that is open.
static bool is_widened(uint32_t code, bool beside, unsigned *open)
{
	bool full = code == ')' && *open > 1 ? (*open & 1) != 0 : beside;
	if (code == '(')
		*open = *open << 1 | full;
	else if (code == ')' && *open > 1)
		*open >>= 1;
	return full;
}

char *text_full_signs(const char *s, char *out, size_t cap)
{
	uint32_t before = 0, code, after;
	unsigned open = 1;
	out[0] = '\0';
	for (size_t len; (len = text_next(s, &code)) > 0; s += len, before = code) {
		if (text_next(s + len, &after) == 0)
			after = 0;
		if (full_sign(code) != NULL && is_widened(code, before >= HAN_FIRST || after >= HAN_FIRST, &open))
			text_add(out, cap, "%s", full_sign(code));
		else
			text_add(out, cap, "%.*s", (int)len, s);
	}
	return out;
}

static bool is_one_of(uint32_t code, const char *set)
{
	uint32_t other;
	for (size_t len; (len = text_next(set, &other)); set += len) {
		if (code == other)
			return true;
	}
	return false;
}

// May a line end between BEFORE and AFTER? Within a word of narrow letters or a figure never.
static bool may_break(uint32_t before, uint32_t after)
{
	if (after == ' ' || is_one_of(after, "，。；：、！？）》〉】〕」』”’…—·％,.;:!?)]}%") || is_one_of(before, "（《〈【〔「『“‘([{"))
		return false;
	return before == ' ' || before >= 0x2E80 || after >= 0x2E80;
}

static void emit(const char *from, const char *to, void (*fn)(const char *line, size_t len, void *ctx), void *ctx)
{
	while (to > from && to[-1] == ' ')
		to--;
	fn(from, (size_t)(to - from), ctx);
}

// The width of one character alone: a mark that follows its letter adds nothing.
static int cells_of(const char *s, size_t len)
{
	char one[8];
	memcpy(one, s, len);
	one[len] = '\0';
	uint32_t code;
	text_next(one, &code);
	return len > 1 && wcwidth((wchar_t)code) == 0 ? 0 : text_cells(one);
}

void text_wrap(const char *s, int cells, void (*fn)(const char *line, size_t len, void *ctx), void *ctx)
{
	const char *start = s, *can_break = NULL;
	int used = 0, used_at_break = 0;
	uint32_t code, before = 0;
	for (size_t len; (len = text_next(s, &code)); s += len, before = code) {
		if (code == '\n') {
			emit(start, s, fn, ctx);
			start = s + len;
			can_break = NULL;
			used = 0;
			continue;
		}
		if (s > start && may_break(before, code)) {
			can_break = s;
			used_at_break = used;
		}
		int width = cells_of(s, len);
		if (used + width > cells && s > start && code != ' ') {
			const char *end = can_break ? can_break : s;
			emit(start, end, fn, ctx);
			start = end;
			used -= can_break ? used_at_break : used;
			can_break = NULL;
		}
		used += width;
	}
	if (s > start)
		emit(start, s, fn, ctx);
}

enum err text_dup(const char *s, char **out)
{
	char *copy = strdup(s);
	if (!copy)
		return err_set(ERR_MEMORY, "%s", _("there is no memory left"));
	*out = copy;
	return ERR_OK;
}

// A cut must not leave half a UTF-8 character: drop the bytes of one that lost its end.
static void cut_whole(char *text, size_t len)
{
	size_t last = len;
	while (last > 0 && ((unsigned char)text[last - 1] & 0xC0) == 0x80)
		last--;
	last -= last > 0;
	text[last + text_valid_utf8(text + last, len - last)] = '\0';
}

char *text_vformat(char *out, size_t cap, const char *format, va_list args)
{
	int len = vsnprintf(out, cap, format, args);
	if (len < 0)
		out[0] = '\0';
	else if ((size_t)len >= cap)
		cut_whole(out, cap - 1);
	return out;
}

char *text_format(char *out, size_t cap, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	text_vformat(out, cap, format, args);
	va_end(args);
	return out;
}

char *text_add(char *out, size_t cap, const char *format, ...)
{
	size_t len = strlen(out);
	va_list args;
	va_start(args, format);
	text_vformat(out + len, cap - len, format, args);
	va_end(args);
	return out;
}

char *text_join(char *out, size_t cap, const char *between, const char *format, ...)
{
	size_t len = strlen(text_add(out, cap, "%s", out[0] != '\0' ? between : ""));
	va_list args;
	va_start(args, format);
	text_vformat(out + len, cap - len, format, args);
	va_end(args);
	return out;
}
