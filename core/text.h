// SPDX-License-Identifier: MIT
// Text: strict UTF-8, cleaning for the screen, widths in cells. The only caller of wcwidth().
//
// Widths follow the locale of the process: the same character can be one cell in UTF-8 and two in GBK.
#ifndef CORE_TEXT_H
#define CORE_TEXT_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <wchar.h>

#include "core/err.h"

// Bytes of valid UTF-8 at the start of S (no surrogates, no overlong, <= U+10FFFF); equals LEN when all is valid.
size_t text_valid_utf8(const char *s, size_t len);
// One code point at S (NUL-terminated); returns its bytes, 0 at the end. A byte that is not UTF-8 is one byte long and
// gives TEXT_INVALID + byte, which no valid text holds.
#define TEXT_INVALID 0xDC00
size_t text_next(const char *s, uint32_t *code);
// CODE as UTF-8; returns its bytes, 1 to 4. TEXT_INVALID + byte gives the byte again.
size_t text_encode(uint32_t code, char out[4]);
// Not a control, format, bidi, zero-width, private-use or other character that is spelt out on any screen.
bool text_is_shown(uint32_t code);
// Code points, and cells as drawn (cleaned).
size_t text_count(const char *s);
int text_cells(const char *s);
// Wide text for the screen: controls, escapes, bidi, zero-width, BOM, tag and private-use characters become <U+XXXX>,
// at most 5 combining marks a cell; invalid bytes become <XX>. Cut at CELLS (-1: no limit). OUT holds CAP wchar_t with
// its NUL. Returns the cells used.
int text_clean_wide(const char *s, int cells, wchar_t *out, size_t cap);
// UTF-8 cut to CELLS and, with PAD, filled with blanks to exactly CELLS; with RIGHT aligned right. OUT as CAP bytes.
int text_fit(const char *s, int cells, bool pad, bool right, char *out, size_t cap);
int text_wide_cells(const wchar_t *s, size_t len);
// As the terminal does (measured): characters of ambiguous width are two cells, for curses too. Otherwise as the locale says.
void text_take_wide_ambiguous(bool wide);
// Does S hold a control or escape character, or invalid UTF-8 - what a note or document number may not contain? (newline and tab count)
bool text_has_controls(const char *s);
// Full-width digits, letters, signs and blank to half width; others unchanged. Of a string: in place, never longer.
uint32_t text_half(uint32_t code);
void text_halve(char *s);
// The signs , ; : ? ( ) as a Chinese sentence has them: full width where they stand beside Han. Returns OUT.
char *text_full_signs(const char *s, char *out, size_t cap);
// Wrap at CELLS by East Asian rules (any Han boundary, no ，。；：、）》 at a line's start); calls FN per line with bytes [start,len).
void text_wrap(const char *s, int cells, void (*fn)(const char *line, size_t len, void *ctx), void *ctx);
must_check enum err text_dup(const char *s, char **out);   // owned; ERR_MEMORY
// What was typed, for a sentence about it: cleaned as above but whatever the locale, at most MOST characters, then "...".
char *text_quote(const char *s, size_t most, char *out, size_t cap);
// printf into a fixed buffer, cut on a whole UTF-8 character; returns OUT.
char *text_format(char *out, size_t cap, const char *format, ...) __attribute__((format(printf, 3, 4)));
// The same behind what stands in OUT; join: parted from it by BETWEEN, unless nothing stands there yet.
char *text_add(char *out, size_t cap, const char *format, ...) __attribute__((format(printf, 3, 4)));
char *text_join(char *out, size_t cap, const char *between, const char *format, ...) __attribute__((format(printf, 4, 5)));
char *text_vformat(char *out, size_t cap, const char *format, va_list args) __attribute__((format(printf, 3, 0)));

#endif
