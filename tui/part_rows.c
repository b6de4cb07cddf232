// SPDX-License-Identifier: MIT
// See part_rows.h. Columns are one table with a width for 80 cells and one for wide terminals.
#include "tui/part_rows.h"

#include <stdio.h>

#include "core/i18n.h"
#include "core/phrase.h"
#include "core/text.h"

#define WIDE 112            // from here on wider columns and two further ones
#define BAR_COLUMN (-1)

struct column {
	const char *head;   // NULL: the caller's word for the rows
	int narrow, wide;   // cells; 0: not shown
	bool right;
	int field;          // enum phrase_field, or BAR_COLUMN
};
static const struct column columns[] = {
	{N_("value/target"), 13, 16, false, PHRASE_VALUE_TARGET},
	{N_("data"), 6, 6, false, PHRASE_DATA_PERIOD},
	{N_("progress(%s)"), 11, 17, false, BAR_COLUMN},
	{N_("pace (pts)"), 12, 13, false, PHRASE_LAG_SHORT},
	{N_("gap"), 9, 10, false, PHRASE_GAP},
	{N_("a year"), 6, 7, true, PHRASE_NEEDED_SHORT},
	{N_("last year"), 0, 8, true, PHRASE_RECENT_SHORT},
	{N_("projected"), 0, 8, true, PHRASE_PROJECTED},
};
#define COLUMNS ((int)(sizeof columns / sizeof columns[0]))

static const enum role status_roles[STANDING_STATUSES] = {
	[STANDING_MET] = ROLE_MET,
	[STANDING_AHEAD] = ROLE_AHEAD,
	[STANDING_ON_TRACK] = ROLE_ON_TRACK,
	[STANDING_BEHIND] = ROLE_BEHIND,
	[STANDING_CRITICAL] = ROLE_CRITICAL,
	[STANDING_MISSED] = ROLE_CRITICAL,
	[STANDING_NO_BASE] = ROLE_UNKNOWN,
	[STANDING_NO_DATA] = ROLE_UNKNOWN,
	[STANDING_NO_TARGET] = ROLE_UNKNOWN,
};

enum role part_status_role(enum standing_status status)
{
	return status_roles[status];
}

const char *part_status_word(enum standing_status status)
{
	return phrase_status(status, false);
}

static bool is_wide(int width)
{
	return width >= WIDE;
}

static int column_cells(const struct column *column, bool wide)
{
	return wide ? column->wide : column->narrow;
}

// What is left for the name once all columns and the blanks between them are placed.
static int name_cells(int width, bool wide)
{
	int used = 4;
	for (int i = 0; i < COLUMNS; i++) {
		int cells = column_cells(&columns[i], wide);
		used += cells > 0 ? cells + 1 : 0;
	}
	return width - used > 14 ? width - used : 14;
}

const char *part_rows_name(int width, const char *full, const char *brief)
{
	return text_cells(full) <= name_cells(width, is_wide(width)) ? full : brief;
}

void part_figure(struct paint *p, int y, int x, int cells, bool right, enum role role, const char *text)
{
	char hidden[] = "################################";
	if (text_cells(text) > cells)
		text = hidden;
	if (right)
		paint_right(p, y, x, cells, role, text);
	else
		paint_text(p, y, x, cells, role, text);
}

static int clip(int x, int cells, int end)
{
	return x + cells > end ? end - x : cells;
}

// The mark of the bars beneath, as they are drawn: elsewhere the block's may be two cells wide.
static const char *head_of(const struct paint *p, const struct column *column, char *out, size_t cap)
{
	if (column->field != BAR_COLUMN)
		return _(column->head);
	return text_format(out, cap, _("progress(%s)"), paint_mark(p));
}

void part_rows_head(struct paint *p, int y, int x, int width, const char *first)
{
	bool wide = is_wide(width);
	int at = x + 3, end = x + width, cells = name_cells(width, wide);
	char head[64];
	paint_text(p, y, at, clip(at, cells, end), ROLE_HEADING, first);
	at += cells + 1;
	for (int i = 0; i < COLUMNS && at < end; i++) {
		cells = column_cells(&columns[i], wide);
		if (cells == 0)
			continue;
		(columns[i].right ? paint_right : paint_text)(
			p, y, at, clip(at, cells, end), ROLE_HEADING, head_of(p, &columns[i], head, sizeof head));
		at += cells + 1;
	}
}

static void draw_column(struct paint *p, int y, int x, int cells, const struct column *column, const struct plan *plan,
	const struct standing *s)
{
	char text[PHRASE_TEXT];
	struct bar bar;
	if (column->field != BAR_COLUMN) {
		phrase_write_within(plan, s, (enum phrase_field)column->field, cells, text, sizeof text);
		part_figure(p, y, x, cells, column->right, ROLE_TEXT, text);
		return;
	}
	bar_of(s, cells - 2, &bar);
	if (bar.shape != BAR_NONE)
		paint_bar(p, y, x, cells, &bar, part_status_role(s->status));
}

static void draw_columns(struct paint *p, int y, int x, int end, bool wide, const struct plan *plan, const struct standing *s)
{
	for (int i = 0; i < COLUMNS && x < end; i++) {
		int cells = column_cells(&columns[i], wide);
		if (cells == 0)
			continue;
		draw_column(p, y, x, clip(x, cells, end), &columns[i], plan, s);
		x += cells + 1;
	}
}

// A row that has no number to draw says in words how it stands; its name may take what the words leave.
static int worded_name_cells(int cells, int room, const char *name, const char *words)
{
	int left = room - text_cells(words) - 1, wanted = text_cells(name);
	if (wanted > left)
		wanted = left;
	return wanted > cells ? wanted : cells;
}

void part_rows_row(struct paint *p, int y, int x, int width, const struct plan *plan, const struct standing *s, const char *name,
	bool focused)
{
	bool wide = is_wide(width);
	int at = x + 3, end = x + width, cells = name_cells(width, wide);
	char letter[2] = {standing_letter_of(s), '\0'}, words[PHRASE_LONG];
	phrase_write(plan, s, PHRASE_ROW, words, sizeof words);
	if (words[0] != '\0')
		cells = worded_name_cells(cells, end - at, name, words);
	paint_text(p, y, x, 1, ROLE_MARK, focused ? ">" : " ");
	paint_text(p, y, x + 1, 1, part_status_role(s->status), letter);
	paint_text(p, y, at, clip(at, cells, end), focused ? ROLE_FOCUS : ROLE_TEXT, name);
	at += cells + 1;
	if (words[0] != '\0')
		paint_text(p, y, at, end - at, ROLE_TEXT, words);
	else
		draw_columns(p, y, at, end, wide, plan, s);
}

void part_rows_letters(struct paint *p, int y)
{
	char letters[PHRASE_LONG] = "";
	for (int i = 0; i < STANDING_STATUSES; i++)
		text_join(letters, sizeof letters, " ", "%c%s", standing_letter[i],
			i == STANDING_NO_DATA ? _("not reported") : phrase_status((enum standing_status)i, true));
	paint_text(p, y, 1, paint_cols(p) - 1, ROLE_DIM, letters);
}

// ------------------------------------------------------------ for other programs

void part_rows_copy_head(struct copy *copy, const char *first)
{
	copy_row(copy, false);
	copy_cell(copy, first);
	copy_cell(copy, _("status"));
	for (int i = 0; i < COLUMNS; i++)
		if (columns[i].field != BAR_COLUMN)
			copy_cell(copy, _(columns[i].head));
}

void part_rows_copy(struct copy *copy, const struct plan *plan, const struct standing *s, const char *name, bool focused)
{
	char text[PHRASE_LONG];
	copy_row(copy, focused);
	copy_cell(copy, name);
	copy_cell(copy, s->not_applicable ? _("not applicable") : phrase_write(plan, s, PHRASE_STATUS, text, sizeof text));
	phrase_write(plan, s, PHRASE_ROW, text, sizeof text);
	if (text[0] != '\0') {
		copy_main(copy, text);
		return;
	}
	for (int i = 0; i < COLUMNS; i++)
		if (columns[i].field != BAR_COLUMN)
			(i == 0 ? copy_main : copy_cell)(copy,
				phrase_write(plan, s, (enum phrase_field)columns[i].field, text, sizeof text));
}
