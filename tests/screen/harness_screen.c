// SPDX-License-Identifier: MIT
// See harness.h. What stands on the screen: rows, cells, cursor, whole pictures.
#include <ctype.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "tests/screen/harness_state.h"

int harness_rows(const struct harness *h)
{
	return h->rows;
}

int harness_cols(const struct harness *h)
{
	return h->cols;
}

size_t harness_put_utf8(char *out, uint32_t c)
{
	if (c < 0x80) {
		out[0] = (char)c;
		return 1;
	}
	size_t more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
	for (size_t i = more; i > 0; i--, c >>= 6)
		out[i] = (char)(0x80 | (c & 0x3f));
	out[0] = (char)((0xff00 >> (more + 1)) | c);
	return more + 1;
}

static int colour(const VTermColor *c, bool is_default)
{
	return is_default ? -1 : VTERM_COLOR_IS_INDEXED(c) ? c->indexed.idx : -2;
}

#define RIGHT_HALF ((uint32_t)-1)      // of a wide character, as libvterm marks it
struct harness_cell harness_cell(struct harness *h, int row, int col)
{
	struct harness_cell out = {.width = 1};
	VTermScreenCell cell;
	size_t used = 0;
	if (!vterm_screen_get_cell(h->screen, (VTermPos){.row = row, .col = col}, &cell))
		return out;
	for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i] != 0 && cell.chars[i] != RIGHT_HALF; i++)
		used += harness_put_utf8(out.text + used, cell.chars[i]);
	out.text[used] = '\0';
	out.width = cell.width;
	out.bold = cell.attrs.bold;
	out.reverse = cell.attrs.reverse;
	out.underline = cell.attrs.underline != 0;
	out.blink = cell.attrs.blink;
	out.fg = colour(&cell.fg, VTERM_COLOR_IS_DEFAULT_FG(&cell.fg));
	out.bg = colour(&cell.bg, VTERM_COLOR_IS_DEFAULT_BG(&cell.bg));
	return out;
}

// One row; COLUMNS, when given, gets the cell of each byte.
static void write_row(struct harness *h, int row, char *out, size_t cap, int *columns)
{
	size_t used = 0;
	for (int col = 0; col < h->cols && used + 64 < cap;) {
		struct harness_cell cell = harness_cell(h, row, col);
		const char *text = cell.text[0] != '\0' ? cell.text : " ";
		size_t len = strlen(text);
		memcpy(out + used, text, len);
		for (size_t i = 0; columns != NULL && i < len; i++)
			columns[used + i] = col;
		used += len;
		col += cell.width > 0 ? cell.width : 1;
	}
	while (used > 0 && out[used - 1] == ' ')
		used--;
	out[used] = '\0';
}

const char *harness_row(struct harness *h, int row)
{
	write_row(h, row, h->row_text, sizeof h->row_text, NULL);
	return h->row_text;
}

bool harness_find(struct harness *h, const char *text, int *row, int *col)
{
	static int columns[sizeof h->row_text];
	for (*row = 0; *row < h->rows; ++*row) {
		write_row(h, *row, h->row_text, sizeof h->row_text, columns);
		const char *at = strstr(h->row_text, text);
		if (at != NULL) {
			*col = columns[at - h->row_text];
			return true;
		}
	}
	return false;
}

void harness_cursor(const struct harness *h, int *row, int *col, bool *visible)
{
	VTermPos at;
	vterm_state_get_cursorpos(vterm_obtain_state(h->vt), &at);
	*row = at.row;
	*col = at.col;
	*visible = h->cursor_visible;
}

// Days and times of day change from run to run: their digits become #.
static void mask(char *text, const char *shape)
{
	size_t len = strlen(shape);
	for (char *at = text; *at != '\0'; at++) {
		size_t i = 0;
		while (i < len && (shape[i] == '0' ? isdigit((unsigned char)at[i]) != 0 : at[i] == shape[i]))
			i++;
		for (size_t k = 0; i == len && k < len; k++)
			if (shape[k] == '0')
				at[k] = '#';
	}
}

char *harness_snapshot(struct harness *h)
{
	size_t cap = (size_t)h->rows * sizeof h->row_text, used = 0;
	char *out = malloc(cap);
	assert_non_null(out);
	for (int row = 0; row < h->rows; row++) {
		const char *text = harness_row(h, row);
		used += (size_t)snprintf(out + used, cap - used, "%s\n", text);
	}
	mask(out, "0000-00-00");
	mask(out, "00:00");
	return out;
}

void harness_dump(struct harness *h, FILE *out)
{
	int row, col;
	bool visible;
	harness_cursor(h, &row, &col, &visible);
	for (int i = 0; i < h->rows; i++)
		fprintf(out, "%3d |%s\n", i, harness_row(h, i));
	fprintf(out, "    cursor row %d, column %d, %s; %dx%d, %zu bytes came\n", row, col, visible ? "visible" : "hidden", h->cols,
		h->rows, h->output_len);
}
