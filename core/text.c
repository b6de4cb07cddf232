// SPDX-License-Identifier: MIT
// UTF-8 read strictly, and text for the screen (text.h). What a terminal would obey or hide instead of showing is spelt
// out as <U+XXXX>: figures and notes come from other people's files.
#include "core/text.h"

#include <stdio.h>
#include <string.h>

#define MARKS_MAX 5                        // combining marks on one cell

// Bytes of the code point at S, 0 when they are not one. A NUL ends any sequence, for it continues none.
static size_t decode(const unsigned char *s, uint32_t *code)
{
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	size_t len = s[0] < 0x80 ? 1 : s[0] < 0xC2 ? 0 : s[0] < 0xE0 ? 2 : s[0] < 0xF0 ? 3 : s[0] < 0xF5 ? 4 : 0;
	if (len < 2) {
		*code = s[0];
		return len;
	}
	uint32_t value = s[0] & (0x7Fu >> len);
	for (size_t i = 1; i < len; i++) {
		if ((s[i] & 0xC0) != 0x80)
			return 0;
		value = value << 6 | (s[i] & 0x3Fu);
	}
	if (value < least[len] || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
		return 0;
	*code = value;
	return len;
}

size_t text_valid_utf8(const char *s, size_t len)
{
	size_t at = 0;
	while (at < len) {
		uint64_t eight;
		for (; len - at >= sizeof eight; at += sizeof eight) {          // of ASCII at once
			memcpy(&eight, s + at, sizeof eight);
			if ((eight & UINT64_C(0x8080808080808080)) != 0)
				break;
		}
		if (at == len)
			break;
		unsigned char bytes[5] = { 0 };
		size_t rest = len - at;
		memcpy(bytes, s + at, rest < 4 ? rest : 4);
		uint32_t code;
		size_t step = decode(bytes, &code);
		if (!step || step > rest)
			break;
		at += step;
	}
	return at;
}

size_t text_next(const char *s, uint32_t *code)
{
	if (!*s)
		return 0;
	size_t len = decode((const unsigned char *)s, code);
	if (len)
		return len;
	*code = TEXT_INVALID + (unsigned char)*s;
	return 1;
}

static bool is_invalid_byte(uint32_t code)
{
	return code >= TEXT_INVALID && code <= TEXT_INVALID + 0xFF;
}

size_t text_encode(uint32_t code, char out[4])
{
	static const unsigned char lead[] = { 0, 0, 0xC0, 0xE0, 0xF0 };
	if (code < 0x80 || is_invalid_byte(code)) {
		out[0] = (char)code;
		return 1;
	}
	size_t len = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
	for (size_t i = len; i-- > 0; code >>= 6)
		out[i] = (char)(i ? 0x80 | (code & 0x3F) : lead[len] | code);
	return len;
}

size_t text_count(const char *s)
{
	size_t count = 0;
	uint32_t code;
	for (size_t len; (len = text_next(s, &code)); s += len)
		count++;
	return count;
}

static bool is_control(uint32_t code)
{
	return code < 0x20 || (code >= 0x7F && code < 0xA0);
}

// Controls, formats, bidi, zero width, fillers, variation selectors, tags, private use, noncharacters; in order.
static const struct {
	uint32_t first, last;
} hidden[] = {
	{ 0x00, 0x1F }, { 0x7F, 0x9F }, { 0xAD, 0xAD }, { 0x34F, 0x34F }, { 0x61C, 0x61C }, { 0x115F, 0x1160 },
	{ 0x17B4, 0x17B5 }, { 0x180B, 0x180F }, { 0x200B, 0x200F }, { 0x2028, 0x202E }, { 0x2060, 0x206F }, { 0x3164, 0x3164 },
	{ 0xD800, 0xF8FF }, { 0xFDD0, 0xFDEF }, { 0xFE00, 0xFE0F }, { 0xFEFF, 0xFEFF }, { 0xFFA0, 0xFFA0 }, { 0xFFF0, 0xFFFB },
	{ 0xFFFE, 0xFFFF }, { 0xE0000, UINT32_MAX },
};

static bool is_hidden(uint32_t code)
{
	for (size_t i = 0; i < sizeof hidden / sizeof *hidden && hidden[i].first <= code; i++) {
		if (code <= hidden[i].last)
			return true;
	}
	return false;
}

bool text_is_shown(uint32_t code)
{
	return !is_hidden(code);
}

#define SPELT 16                           // <U+10FFFF> and more

static int spell(uint32_t code, char out[SPELT])
{
	if (is_invalid_byte(code))
		return snprintf(out, SPELT, "<%02X>", (unsigned)(code - TEXT_INVALID));
	return snprintf(out, SPELT, "<U+%04X>", (unsigned)code);
}

// Cells of CODE by the locale; -1 when it cannot be drawn as itself after a character that carries MARKS marks (-1: none there).
static int drawn_cells(uint32_t code, int marks)
{
	if (code >= 0x20 && code < 0x7F)
		return 1;
	int cells = is_hidden(code) ? -1 : wcwidth((wchar_t)code);
	return cells == 0 && (marks < 0 || marks >= MARKS_MAX) ? -1 : cells;
}

// GB2312 has — and · under other code points only, and for 〇 what people always wrote there.
static uint32_t stand_in(uint32_t code)
{
	return code == 0x2014 ? 0x2015 : code == 0xB7 ? 0x30FB : code == 0x3007 ? 0x25CB : code;
}

// One character of text on its way to the screen: itself, its stand-in, or spelt out.
struct piece {
	uint32_t code;
	int cells;
	int len;                           // of SPELT; 0: the character itself
	char spelt[SPELT];
	int marks;                         // on the cell so far; -1: there is none yet
};

static void piece_take(struct piece *piece, uint32_t code)
{
	piece->code = code;
	piece->len = 0;
	piece->cells = drawn_cells(code, piece->marks);
	if (piece->cells < 0 && stand_in(code) != code) {
		piece->code = stand_in(code);
		piece->cells = drawn_cells(piece->code, piece->marks);
	}
	if (piece->cells < 0)
		piece->cells = piece->len = spell(code, piece->spelt);
	piece->marks = piece->cells ? 0 : piece->marks + 1;
}

int text_cells(const char *s)
{
	struct piece piece = { .marks = -1 };
	int cells = 0;
	uint32_t code;
	for (size_t len; (len = text_next(s, &code)); s += len) {
		piece_take(&piece, code);
		cells += piece.cells;
	}
	return cells;
}

int text_wide_cells(const wchar_t *s, size_t len)
{
	struct piece piece = { .marks = -1 };
	int cells = 0;
	for (size_t i = 0; i < len; i++) {
		piece_take(&piece, (uint32_t)s[i]);
		cells += piece.cells;
	}
	return cells;
}

int text_clean_wide(const char *s, int cells, wchar_t *out, size_t cap)
{
	struct piece piece = { .marks = -1 };
	int used = 0;
	size_t at = 0;
	uint32_t code;
	for (size_t len; (len = text_next(s, &code)); s += len) {
		piece_take(&piece, code);
		size_t need = piece.len ? (size_t)piece.len : 1;
		if ((cells >= 0 && used + piece.cells > cells) || at + need >= cap)
			break;
		used += piece.cells;
		if (!piece.len)
			out[at++] = (wchar_t)piece.code;
		for (int i = 0; i < piece.len; i++)
			out[at++] = (wchar_t)piece.spelt[i];
	}
	if (cap)
		out[at] = L'\0';
	return used;
}

int text_fit(const char *s, int cells, bool pad, bool right, char *out, size_t cap)
{
	struct piece piece = { .marks = -1 };
	int used = 0;
	size_t at = 0;
	uint32_t code;
	for (size_t len; (len = text_next(s, &code)); s += len) {
		piece_take(&piece, code);
		size_t need = piece.len ? (size_t)piece.len : len;
		if (used + piece.cells > cells || at + need >= cap)
			break;
		memcpy(out + at, piece.len ? piece.spelt : s, need);
		used += piece.cells;
		at += need;
	}
	size_t blanks = pad && cells > used ? (size_t)(cells - used) : 0;
	if (at + blanks >= cap)
		blanks = cap ? cap - at - 1 : 0;
	if (right)
		memmove(out + blanks, out, at);
	memset(out + (right ? 0 : at), ' ', blanks);
	if (cap)
		out[at + blanks] = '\0';
	return used + (int)blanks;
}

char *text_quote(const char *s, size_t most, char *out, size_t cap)
{
	size_t at = 0, count = 0;
	uint32_t code;
	for (size_t len; (len = text_next(s, &code)); s += len, count++) {
		char spelt[SPELT];
		bool spell_out = is_hidden(code);
		size_t need = spell_out ? (size_t)spell(code, spelt) : len;
		if (count == most || at + need + sizeof "..." > cap) {
			at += (size_t)snprintf(out + at, cap - at, "...");
			break;
		}
		memcpy(out + at, spell_out ? spelt : s, need);
		at += need;
	}
	out[at] = '\0';
	return out;
}

bool text_has_controls(const char *s)
{
	uint32_t code;
	for (size_t len; (len = text_next(s, &code)); s += len) {
		if (is_control(code) || is_invalid_byte(code))
			return true;
	}
	return false;
}
