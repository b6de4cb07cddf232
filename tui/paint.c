// SPDX-License-Identifier: MIT
// See paint.h. Screens draw on a sheet of at least 80x24; a smaller terminal shows the part of it around the cursor. All
// clipping happens in put(), so no screen needs to know.
#include "tui/paint.h"

#include <curses.h>
#include <string.h>
#include <wchar.h>

#include "core/text.h"
#include "tui/paint_sheet.h"
#include "tui/term.h"

#define LINE (MOST_CELLS + 64)
#define MOST_CELLS 1024
#define BLANKS L"                                                                "
#define LEFT_EIGHTHS 0x2590      // minus n: n eighths of a cell, U+258F .. U+2588
#define FULL_BLOCK 0x2588
#define HEAVY_BAR 0x2503

static int row_of(const struct paint *p, int y)
{
	int row = p->fixed ? y : y - p->top, last = p->fixed ? p->view_rows - 1 : p->view_rows - 3;
	return y < 0 || row < (p->fixed ? 0 : 1) || row > last ? -1 : row;
}

// The longest part of TEXT[0..LEN) that is at most CELLS wide; its characters.
static size_t part_in(const wchar_t *text, size_t len, int cells)
{
	while (len > 0 && text_wide_cells(text, len) > cells)
		len--;
	return len;
}

// Draw TEXT, USED cells wide, from sheet column X, leaving out what lies left or right of the view. Half a wide character at
// the edge is left out with it.
static void put(struct paint *p, int y, int x, enum role role, const wchar_t *text, int used)
{
	int row = row_of(p, y), at = p->fixed ? x : x - p->left;
	size_t len = wcslen(text), from = 0;
	if (row < 0 || at >= p->view_cols || at + used <= 0)
		return;
	if (at < 0) {
		from = part_in(text, len, -at);
		from += text_wide_cells(text, from) < -at;
		at += text_wide_cells(text, from);
	}
	if (at + used > p->view_cols)
		len = from + part_in(text + from, len - from, p->view_cols - at);
	theme_set(role);
	if (len > from)
		mvwaddnwstr(stdscr, row, at, text + from, (int)(len - from));
}

int paint_rows(const struct paint *p)
{
	return p->rows;
}

int paint_cols(const struct paint *p)
{
	return p->fixed ? p->view_cols : p->cols;
}

static int room(const struct paint *p, int x, int cells)
{
	int left = paint_cols(p) - x;
	return cells < left ? cells : left;
}

int paint_text(struct paint *p, int y, int x, int cells, enum role role, const char *utf8)
{
	wchar_t wide[LINE];
	if (room(p, x, cells) <= 0)
		return 0;
	int used = text_clean_wide(utf8, room(p, x, cells), wide, LINE);
	put(p, y, x, role, wide, used);
	return used;
}

struct wrapping {
	struct paint *p;
	int y, end, x, cells;
	enum role role;
};

static void paint_line(const char *line, size_t len, void *ctx)
{
	struct wrapping *w = ctx;
	char text[MOST_CELLS];
	if (w->y < w->end)
		paint_text(w->p, w->y++, w->x, w->cells, w->role, text_format(text, sizeof text, "%.*s", (int)len, line));
}

int paint_wrapped(struct paint *p, int y, int end, int x, int cells, enum role role, const char *utf8)
{
	struct wrapping wrapping = {p, y, end, x, cells, role};
	if (utf8[0] != '\0')
		text_wrap(utf8, cells, paint_line, &wrapping);
	return wrapping.y;
}

int paint_right(struct paint *p, int y, int x, int cells, enum role role, const char *utf8)
{
	wchar_t wide[LINE];
	if (room(p, x, cells) <= 0)
		return 0;
	int used = text_clean_wide(utf8, room(p, x, cells), wide, LINE);
	put(p, y, x + cells - used, role, wide, used);
	return used;
}

void paint_fill(struct paint *p, int y, int x, int cells, enum role role)
{
	static const wchar_t blanks[] = BLANKS;
	const int most = (int)(sizeof blanks / sizeof blanks[0]) - 1;
	for (int left = room(p, x, cells); left > 0; left -= most, x += most)
		put(p, y, x, role, blanks + (left < most ? most - left : 0), left < most ? left : most);
}

// Where CELLS at (Y, X) of the sheet stand on the terminal; false: not all of them in sight.
static bool find_cells(const struct paint *p, int y, int x, int cells, int *row, int *at)
{
	*row = row_of(p, y);
	*at = p->fixed ? x : x - p->left;
	return *row >= 0 && *at >= 0 && *at + cells <= p->view_cols;
}

// ACS lines are one cell in every locale, and wherever the terminal has none curses gives '-'.
static void put_line(struct paint *p, int y, int x, int cells)
{
	int row, at;
	if (!find_cells(p, y, x, cells, &row, &at))
		return;
	theme_set(ROLE_HEADING);
	if (p->lines)
		mvwhline_set(stdscr, row, at, WACS_HLINE, cells);
	else
		mvwaddnwstr(stdscr, row, at, L"--", cells);
}

void paint_rule(struct paint *p, int y, int x, int cells, const char *title)
{
	put_line(p, y, x, cells < 2 ? cells : 2);
	if (cells > 3)
		paint_text(p, y, x + 3, cells - 3, ROLE_HEADING, title);
}

// What stands in cell I of INNER; the tiers differ in how a filled cell and the mark are drawn.
enum part { PART_EMPTY, PART_FILLED, PART_DOT, PART_MARK, PART_BEYOND };

static enum part part_of(const struct bar *bar, int i, int inner)
{
	bool whole = bar->eighths >= 8 * (i + 1);
	if (bar->beyond && i == inner - 1)
		return PART_BEYOND;
	if (i == bar->mark)
		return PART_MARK;
	return !whole ? PART_EMPTY : bar->shape == BAR_DOTTED ? PART_DOT : PART_FILLED;
}

// Blanks for what the tier of lines draws otherwise.
static wchar_t bar_cell(const struct paint *p, const struct bar *bar, int i, int inner)
{
	static const wchar_t signs[][PART_BEYOND + 1] = {
		[TERM_ASCII] = L" #:|>", [TERM_LINES] = L"  :|>", [TERM_BLOCKS] = {L' ', FULL_BLOCK, L':', HEAVY_BAR, L'>'},
	};
	enum part part = part_of(bar, i, inner);
	int eighths = bar->eighths - 8 * i;
	if (part == PART_EMPTY && p->tier == TERM_BLOCKS && bar->shape == BAR_SOLID && eighths > 0)
		return LEFT_EIGHTHS - eighths;
	return signs[p->tier][part];
}

// A filled cell is a reversed blank and the mark a line: one cell in every locale, whatever the terminal makes of blocks.
static void put_lines(struct paint *p, int y, int x, const struct bar *bar, int inner, enum role role)
{
	for (int i = 0; i < inner; i++) {
		enum part part = part_of(bar, i, inner);
		int row, at;
		if (!find_cells(p, y, x + i, 1, &row, &at))
			continue;
		if (part == PART_FILLED) {
			theme_set_reversed(role);
			mvwaddnwstr(stdscr, row, at, L" ", 1);
		} else if (part == PART_MARK && p->lines) {
			theme_set(role);
			mvwadd_wch(stdscr, row, at, WACS_VLINE);
		}
	}
}

void paint_bar(struct paint *p, int y, int x, int width, const struct bar *bar, enum role role)
{
	wchar_t cells[MOST_CELLS];
	int inner = width - 2 < MOST_CELLS - 1 ? width - 2 : MOST_CELLS - 1;
	if (bar->shape == BAR_NONE || inner < 1)
		return;
	for (int i = 0; i < inner; i++)
		cells[i] = bar_cell(p, bar, i, inner);
	cells[inner] = L'\0';
	put(p, y, x, ROLE_TEXT, L"[", 1);
	put(p, y, x + 1, role, cells, inner);
	put(p, y, x + 1 + inner, ROLE_TEXT, L"]", 1);
	if (p->tier == TERM_LINES)
		put_lines(p, y, x + 1, bar, inner, role);
}

const char *paint_mark(const struct paint *p)
{
	return p->tier == TERM_BLOCKS ? "┃" : "|";
}

int paint_edit(struct paint *p, int y, int x, int cells, const struct edit *edit)
{
	char shown[EDIT_MAX * 4 + 1];
	int cursor = 0;
	size_t len = 0;
	for (size_t i = edit_window(edit, cells, &cursor); i < edit->len; i++)
		len += text_encode((uint32_t)edit->text[i], shown + len);
	shown[len] = '\0';
	put(p, y, x, ROLE_TEXT, L"[", 1);
	paint_fill(p, y, x + 1, cells, ROLE_FIELD);
	paint_text(p, y, x + 1, cells, ROLE_FIELD, shown);
	put(p, y, x + 1 + cells, ROLE_TEXT, L"]", 1);
	return x + 1 + cursor;
}

void paint_cursor(struct paint *p, int y, int x)
{
	if (p->fixed) {
		p->frame_y = y;
		p->frame_x = x;
		return;
	}
	p->cursor_y = y;
	p->cursor_x = x;
}

// ------------------------------------------------------------ the sheet

void paint_begin(struct paint *p, int top, int left)
{
	int rows, cols;
	term_size(&rows, &cols);
	*p = (struct paint){.rows = rows > PAINT_LEAST_ROWS ? rows : PAINT_LEAST_ROWS,
		.cols = cols > PAINT_LEAST_COLS ? cols : PAINT_LEAST_COLS,
		.view_rows = rows,
		.view_cols = cols,
		.top = top,
		.left = left,
		.cursor_y = 1,
		.frame_y = -1,
		.tier = term_tier(),
		.lines = term_has_lines()};
	theme_set(ROLE_TEXT);
	werase(stdscr);
}

// First line or column of a window of LEN over 0..ALL-1, seen from FROM, that shows AT: moved by half a window when it must.
static int scroll_to(int from, int at, int len, int all)
{
	if (at < from || at >= from + len)
		from = at - len / 2;
	if (from > all - len)
		from = all - len;
	return from < 0 ? 0 : from;
}

bool paint_in_view(const struct paint *p, int *top, int *left)
{
	int body = p->view_rows - 3, all = p->rows - 3;
	*top = body < 1 ? 0 : scroll_to(p->top, p->cursor_y - 1, body, all);
	*left = scroll_to(p->left, p->cursor_x, p->view_cols, p->cols);
	return *top == p->top && *left == p->left;
}

void paint_end(struct paint *p)
{
	int row = row_of(p, p->cursor_y), x = p->cursor_x - p->left;
	if (p->frame_y >= 0) {
		row = p->frame_y;
		x = p->frame_x;
	}
	if (row < 0)
		row = 0;
	wmove(stdscr, row, x < 0 || x >= p->view_cols ? 0 : x);
}
