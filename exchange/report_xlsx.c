// SPDX-License-Identifier: MIT
// The report as a spreadsheet: all indicators of the unit, the units beneath it, and the notes. Made in memory and written at
// once, so that its bytes meet a full disk where every other format's do.
#define _GNU_SOURCE      // memfd_create
#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "core/i18n.h"
#include "core/inferred.h"
#include "core/phrase.h"
#include "core/text.h"
#include "exchange/report_cells.h"
#include "exchange/xlsx_book.h"

#define ROOM (4 << 20)           // what the library may need beside for a whole report, several times over

// ------------------------------------------------------------ all indicators

struct cell { struct xlsx_book *book; lxw_worksheet *sheet; const struct report_chapter *chapter; const struct report_row *row; int y, x; };

static void put_text(const struct cell *cell, const char *text, enum xlsx_look look)
{
	xlsx_text(cell->book, cell->sheet, cell->y, cell->x, text, look);
}

static void put_number(const struct cell *cell, enum phrase_field field)
{
	char text[PHRASE_LONG];
	put_text(cell, phrase_write(cell->book->report->plan, cell->row->s, field, text, sizeof text), XLSX_TEXT);
}

static void put_chapter(const struct cell *cell)
{
	put_text(cell, cell->book->report->plan->outlines[cell->chapter->outline].number, XLSX_TEXT);
}

static void put_name(const struct cell *cell)
{
	put_text(cell, report_row_words(cell->book->report, cell->row), XLSX_BOLD);
}

static void put_status(const struct cell *cell)
{
	xlsx_status(cell->book, cell->sheet, cell->y, cell->x, cell->row->s);
}

static void put_measure(const struct cell *cell)
{
	put_text(cell, cell->book->report->plan->indicators[cell->row->s->indicator].measure, XLSX_TEXT);
}

static void put_data_period(const struct cell *cell)
{
	put_number(cell, PHRASE_DATA_PERIOD);
}

static void put_coverage(const struct cell *cell)
{
	put_number(cell, PHRASE_COVERAGE);
}

static void put_caveats(const struct cell *cell)
{
	char text[REPORT_TEXT], marked[REPORT_TEXT + 2];
	const struct report *report = cell->book->report;
	const struct standing *s = cell->row->s;
	text_format(marked, sizeof marked, "%s%s", standing_unaccepted(s) ? "~" : "",
		notes_words(&report->notes, report->plan, s, text, sizeof text));
	put_text(cell, marked, XLSX_TEXT);
}

static void put_sentence(const struct cell *cell)
{
	char text[PHRASE_LONG];
	put_text(cell, phrase_write(cell->book->report->plan, cell->row->s, PHRASE_SENTENCE, text, sizeof text), XLSX_WRAP);
}

#define NUMBER(member) offsetof(struct standing, member)
static const struct column {
	const char *head;
	int width;                           // characters
	void (*put)(const struct cell *cell);   // NULL: a number
	enum phrase_field field;
	size_t at;                           // its struct maybe in struct standing
	bool bar;                            // a fraction, drawn
} columns[] = {
	{N_("chapter"), 5, put_chapter, 0, 0, false},
	{N_("indicator"), 30, put_name, 0, 0, false},
	{N_("status"), 15, put_status, 0, 0, false},
	{N_("value"), 11, NULL, PHRASE_VALUE_WORDS, NUMBER(value), false},
	{N_("measured in"), 9, put_measure, 0, 0, false},
	{N_("as of"), 8, put_data_period, 0, 0, false},
	{N_("baseline figure"), 9, NULL, PHRASE_BASELINE, NUMBER(baseline), false},
	{N_("target"), 9, NULL, PHRASE_TARGET, NUMBER(target), false},
	{N_("attainment"), 11, NULL, PHRASE_ATTAINMENT, NUMBER(attainment), true},
	{N_("progress made"), 11, NULL, PHRASE_DONE, NUMBER(done), true},
	{N_("time elapsed"), 9, NULL, PHRASE_ELAPSED, NUMBER(elapsed), false},
	{N_("against pace"), 15, NULL, PHRASE_LAG_SHORT, NUMBER(lag), false},
	{N_("gap"), 11, NULL, PHRASE_GAP, NUMBER(gap), false},
	{N_("needed a year"), 9, NULL, PHRASE_NEEDED_SHORT, NUMBER(needed), false},
	{N_("in the last year"), 9, NULL, PHRASE_RECENT_SHORT, NUMBER(recent), false},
	{N_("projected figure"), 10, NULL, PHRASE_PROJECTED, NUMBER(projected), false},
	{N_("coverage"), 11, put_coverage, 0, 0, false},
	{N_("caveat"), 13, put_caveats, 0, 0, false},
	{N_("remark"), 60, put_sentence, 0, 0, false},
};
#define COLUMNS (int)(sizeof columns / sizeof columns[0])
#define VALUE 3

static void put_row(struct cell *cell)
{
	const struct standing *s = cell->row->s;
	char text[REPORT_CELL];
	for (cell->x = 0; cell->x < COLUMNS; cell->x++) {
		const struct column *column = &columns[cell->x];
		if (column->put != NULL)
			column->put(cell);
		else
			xlsx_figure(cell->book, cell->sheet, cell->y, cell->x,
				phrase_write(cell->book->report->plan, s, column->field, text, sizeof text),
				(const struct maybe *)((const char *)s + column->at));
	}
	xlsx_comment(cell->book, cell->sheet, cell->y, VALUE, xlsx_remark(cell->book->report, s, text, sizeof text));
}

static void put_heads(struct xlsx_book *book, lxw_worksheet *sheet)
{
	for (int i = 0; i < COLUMNS; i++) {
		book->lib.worksheet_set_column(sheet, (lxw_col_t)i, (lxw_col_t)i, columns[i].width, NULL);
		xlsx_text(book, sheet, XLSX_TABLE, i, _(columns[i].head), XLSX_HEAD);
	}
	book->lib.worksheet_set_row(sheet, XLSX_TABLE, 30, NULL);
}

static void put_indicators(struct xlsx_book *book)
{
	const struct report *report = book->report;
	lxw_worksheet *sheet = xlsx_sheet(book, _("All indicators"));
	struct cell cell = {.book = book, .sheet = sheet, .y = XLSX_TABLE};
	if (sheet == NULL)
		return;
	xlsx_heading(book, sheet);
	put_heads(book, sheet);
	for (int c = 0; c < report->len; c++)
		for (int i = 0; i < report->chapters[c].len; i++) {
			cell.chapter = &report->chapters[c];
			cell.row = &report->chapters[c].rows[i];
			if (!report_row_is_indicator(report, cell.row) || !cell.row->first)
				continue;
			cell.y++;
			book->lib.worksheet_set_row(sheet, (lxw_row_t)cell.y, 42, NULL);
			put_row(&cell);
		}
	for (int i = 0; i < COLUMNS; i++)
		if (columns[i].bar)
			xlsx_bars(book, sheet, XLSX_TABLE + 1, i, cell.y, i, 1);
	xlsx_table(book, sheet, cell.y, COLUMNS - 1, 2, COLUMNS - 2);      // the sentences are for the screen
}

// ------------------------------------------------------------ notes

static void put_note(struct xlsx_book *book, lxw_worksheet *sheet, int row, const char *no, const char *kind, const char *text)
{
	xlsx_text(book, sheet, row, 0, no, XLSX_TEXT);
	xlsx_text(book, sheet, row, 1, kind, XLSX_BOLD);
	xlsx_text(book, sheet, row, 2, text, XLSX_WRAP);
	book->lib.worksheet_set_row(sheet, (lxw_row_t)row, text_cells(text) > 110 ? 32 : 18, NULL);
}

static int put_about(struct xlsx_book *book, lxw_worksheet *sheet, int row)
{
	char text[REPORT_TEXT], mark[4] = "";
	if (inferred_plan_words(book->report->plan, text, sizeof text)[0] != '\0')
		put_note(book, sheet, ++row, "", _("inferred"), text);
	if (report_untitled_words(book->report, text, sizeof text)[0] != '\0')
		put_note(book, sheet, ++row, "", _("plan"), text);
	for (int i = 0; i < STANDING_STATUSES; i++) {
		mark[0] = standing_letter[i];
		put_note(book, sheet, ++row, mark, _("status"), phrase_status((enum standing_status)i, false));
	}
	return row;
}

static void put_notes(struct xlsx_book *book)
{
	const struct notes *notes = &book->report->notes;
	lxw_worksheet *sheet = xlsx_sheet(book, _("Notes on the figures"));
	static const struct { const char *head; int width; } heads[] = {{N_("no."), 6}, {N_("kind"), 12}, {N_("what is to be known"), 110}};
	char no[16];
	int row = XLSX_TABLE;
	if (sheet == NULL)
		return;
	xlsx_heading(book, sheet);
	for (int i = 0; i < 3; i++) {
		book->lib.worksheet_set_column(sheet, (lxw_col_t)i, (lxw_col_t)i, heads[i].width, NULL);
		xlsx_text(book, sheet, XLSX_TABLE, i, _(heads[i].head), XLSX_HEAD);
	}
	for (int i = 0; i < notes->len; i++)
		put_note(book, sheet, ++row, text_format(no, sizeof no, "%d", i + 1), notes_word(notes->rows[i].kind), notes->rows[i].text);
	row = put_about(book, sheet, row);
	xlsx_table(book, sheet, row, 2, 0, 2);
}

// ------------------------------------------------------------ whole or not at all

// The library does not notice when its files beside run out of room: the room is asked for before.
static enum err ask_room(void)
{
	const char *folder = getenv("TMPDIR");
	char path[4096];
	text_format(path, sizeof path, "%s/duibiao-XXXXXX", folder != NULL ? folder : "/tmp");
	int fd = mkstemp(path);
	if (fd < 0)
		return err_set(ERR_IO, _("%s cannot be written: %s"), path, strerror(errno));
	unlink(path);
	int error = posix_fallocate(fd, 0, ROOM);
	close(fd);
	return error == 0 || error == EOPNOTSUPP || error == EINVAL
		? ERR_OK
		: err_set(ERR_IO, _("no room in %s for making a spreadsheet: %s"), folder != NULL ? folder : "/tmp", strerror(error));
}

static enum err copy(int memory, FILE *out)
{
	char bytes[16384];
	ssize_t got = 0;
	if (lseek(memory, 0, SEEK_SET) != 0)
		return err_set(ERR_IO, _("the spreadsheet could not be made: %s"), strerror(errno));
	while ((got = read(memory, bytes, sizeof bytes)) > 0)
		fwrite(bytes, 1, (size_t)got, out);
	return got == 0 ? ERR_OK : err_set(ERR_IO, _("the spreadsheet could not be made: %s"), strerror(errno));
}

static enum err make(const struct report *report, int memory)
{
	struct xlsx_book *book = calloc(1, sizeof *book);
	if (book == NULL)
		return err_set(ERR_MEMORY, "%s", _("no memory"));
	enum err err = xlsx_book_open(book, report, memory);
	if (err == ERR_OK) {
		put_indicators(book);
		xlsx_put_units(book);
		put_notes(book);
		err = xlsx_book_close(book);
	}
	free(book);
	return err;
}

enum err report_write_xlsx(const struct report *report, FILE *out)
{
	enum err err = ask_room();
	int memory = err == ERR_OK ? memfd_create("report", MFD_CLOEXEC) : -1;
	if (err == ERR_OK && memory < 0)
		err = err_set(ERR_IO, _("the spreadsheet could not be made: %s"), strerror(errno));
	if (err == ERR_OK)
		err = make(report, memory);
	if (err == ERR_OK)
		err = copy(memory, out);
	if (memory >= 0)
		close(memory);
	return err;
}
