// SPDX-License-Identifier: MIT
// See xlsx_book.h.
#include "exchange/xlsx_book.h"

#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"
#include "core/phrase.h"
#include "core/text.h"
#include "exchange/report_cells.h"

#define FONT "Microsoft YaHei"
#define MOST_CELLS 30000          // a cell holds 32767 characters
#define LINE 0xBFC5CC
#define BAR_COLOUR 0xC4D6EC

void xlsx_check(struct xlsx_book *book, lxw_error error)
{
	if (error != LXW_NO_ERROR && book->err == ERR_OK)
		book->err = err_set(ERR_IO, _("the spreadsheet could not be made: %s"), book->lib.lxw_strerror(error));
}

// ------------------------------------------------------------ looks

static const struct look { int size; bool bold, wrap, line; lxw_color_t colour, back; enum lxw_format_alignments align; } looks[XLSX_LOOKS] = {
	[XLSX_TITLE] = {.size = 16, .bold = true},
	[XLSX_SOFT] = {.size = 10, .colour = 0x59626D},
	[XLSX_DEMO] = {.size = 10, .bold = true, .colour = 0xB3261E},
	[XLSX_HEAD] = {.size = 10, .bold = true, .wrap = true, .line = true, .back = 0xE9EDF2, .align = LXW_ALIGN_CENTER},
	[XLSX_TEXT] = {.size = 10, .line = true},
	[XLSX_BOLD] = {.size = 10, .bold = true, .wrap = true, .line = true},
	[XLSX_WRAP] = {.size = 10, .wrap = true, .line = true},
	[XLSX_ABSENT] = {.size = 10, .line = true, .colour = 0x5C6570, .align = LXW_ALIGN_RIGHT},
	[XLSX_STATUS + STANDING_MET] = {.size = 10, .bold = true, .line = true, .colour = 0x1A6B43},
	[XLSX_STATUS + STANDING_AHEAD] = {.size = 10, .bold = true, .line = true, .colour = 0x1A6B43},
	[XLSX_STATUS + STANDING_ON_TRACK] = {.size = 10, .bold = true, .line = true, .colour = 0x1F5A96},
	[XLSX_STATUS + STANDING_BEHIND] = {.size = 10, .bold = true, .line = true, .colour = 0x8F5200},
	[XLSX_STATUS + STANDING_CRITICAL] = {.size = 10, .bold = true, .line = true, .colour = 0xB3261E},
	[XLSX_STATUS + STANDING_MISSED] = {.size = 10, .bold = true, .line = true, .colour = 0xB3261E},
	[XLSX_STATUS + STANDING_NO_BASE] = {.size = 10, .line = true, .colour = 0x5C6570},
	[XLSX_STATUS + STANDING_NO_DATA] = {.size = 10, .line = true, .colour = 0x5C6570},
	[XLSX_STATUS + STANDING_NO_TARGET] = {.size = 10, .line = true, .colour = 0x5C6570},
};

static lxw_format *make_format(struct xlsx_book *book, const struct look *look)
{
	const struct xlsx_lib *lib = &book->lib;
	lxw_format *format = lib->workbook_add_format(book->workbook);
	if (format == NULL) {
		xlsx_check(book, LXW_ERROR_MEMORY_MALLOC_FAILED);
		return NULL;
	}
	lib->format_set_font_name(format, FONT);
	lib->format_set_font_size(format, look->size);
	lib->format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
	if (look->align != LXW_ALIGN_NONE)
		lib->format_set_align(format, look->align);
	if (look->align == LXW_ALIGN_RIGHT)
		lib->format_set_indent(format, 1);
	if (look->bold)
		lib->format_set_bold(format);
	if (look->wrap)
		lib->format_set_text_wrap(format);
	if (look->colour != 0)
		lib->format_set_font_color(format, look->colour);
	if (look->back != 0)
		lib->format_set_bg_color(format, look->back);
	if (look->line) {
		lib->format_set_bottom(format, LXW_BORDER_THIN);
		lib->format_set_bottom_color(format, LINE);
	}
	return format;
}

static lxw_format *number_format(struct xlsx_book *book, const char *code)
{
	static const struct look plain = {.size = 10, .line = true, .align = LXW_ALIGN_RIGHT};
	for (int i = 0; i < book->numbers_len; i++)
		if (strcmp(book->numbers[i].code, code) == 0)
			return book->numbers[i].format;
	lxw_format *format = make_format(book, &plain);
	if (format == NULL)
		return NULL;
	book->lib.format_set_num_format(format, code);
	if (book->numbers_len < XLSX_FORMATS) {
		text_format(book->numbers[book->numbers_len].code, sizeof book->numbers[0].code, "%s", code);
		book->numbers[book->numbers_len++].format = format;
	}
	return format;
}

// ------------------------------------------------------------ cells

void xlsx_text(struct xlsx_book *book, lxw_worksheet *sheet, int row, int col, const char *text, enum xlsx_look look)
{
	char clean[REPORT_TEXT * 8];
	text_fit(text, MOST_CELLS, false, false, clean, sizeof clean);
	if (clean[0] == '\0')
		xlsx_check(book, book->lib.worksheet_write_blank(sheet, (lxw_row_t)row, (lxw_col_t)col, book->looks[look]));
	else
		xlsx_check(book, book->lib.worksheet_write_string(sheet, (lxw_row_t)row, (lxw_col_t)col, clean, book->looks[look]));
}

// Where the digits of a printed figure begin and end, and how many stand behind the point.
struct digits { size_t from, to; int decimals; bool percent; };

static struct digits find_digits(const char *printed)
{
	struct digits d = {.from = strcspn(printed, "0123456789")};
	size_t whole = strspn(printed + d.from, "0123456789");
	d.to = d.from + whole;
	if (whole > 0 && printed[d.to] == '.') {
		d.decimals = (int)strspn(printed + d.to + 1, "0123456789");
		d.to += 1 + (size_t)d.decimals;
	}
	d.percent = whole > 0 && printed[d.to] == '%';
	return d;
}

static void add_literal(char *code, size_t cap, const char *text, size_t len)
{
	if (len > 0)
		text_add(code, cap, "\"%.*s\"", (int)len, text);
}

// 0.0 alone where the digits are all; else "落后"0.0 for numbers above, below and at zero: the word says the sign.
static void number_code(const char *printed, const struct digits *d, bool below, char *out, size_t cap)
{
	char one[60] = "";
	bool minus = d->from > 0 && printed[d->from - 1] == '-';
	const char *behind = printed + d->to + d->percent;
	add_literal(one, sizeof one, printed, d->from - minus);
	if (d->to > d->from)
		text_add(one, sizeof one, "0%s%.*s%s", d->decimals > 0 ? "." : "", d->decimals, "0000000000",
			d->percent ? "%" : "");
	add_literal(one, sizeof one, behind, strlen(behind));
	if (one[0] == '0' && behind[0] == '\0' && below == minus)
		text_format(out, cap, "%s", one);
	else
		text_format(out, cap, "%s;%s%s;%s", one, minus ? "-" : "", one, one);
}

void xlsx_figure(struct xlsx_book *book, lxw_worksheet *sheet, int row, int col, const char *printed, const struct maybe *v)
{
	char code[XLSX_CODE], figure[NUM_TEXT];
	if (!v->has || printed[0] == '\0') {
		xlsx_text(book, sheet, row, col, "", XLSX_TEXT);
		return;
	}
	struct digits d = find_digits(printed);
	text_format(figure, sizeof figure, "%.*s", (int)(d.to - d.from), printed + d.from);
	double number = strtod(figure, NULL) / (d.percent ? 100 : 1);
	bool below = rat_sign(v->v) < 0;
	number_code(printed, &d, below, code, sizeof code);
	xlsx_check(book, book->lib.worksheet_write_number(sheet, (lxw_row_t)row, (lxw_col_t)col, below ? -number : number,
					 number_format(book, code)));
}

void xlsx_comment(struct xlsx_book *book, lxw_worksheet *sheet, int row, int col, const char *text)
{
	char author[] = "", clean[REPORT_TEXT * 8];
	if (text[0] == '\0')
		return;
	text_fit(text, MOST_CELLS, false, false, clean, sizeof clean);
	lxw_comment_options options = {.author = author, .x_scale = 2.2, .y_scale = text_cells(clean) > 160 ? 3 : 1.4};
	xlsx_check(book, book->lib.worksheet_write_comment_opt(sheet, (lxw_row_t)row, (lxw_col_t)col, clean, &options));
}

void xlsx_status(struct xlsx_book *book, lxw_worksheet *sheet, int row, int col, const struct standing *s)
{
	char word[PHRASE_LONG], text[PHRASE_LONG];
	phrase_write(book->report->plan, s, PHRASE_STATUS, word, sizeof word);
	text_format(text, sizeof text, "%c %s", standing_letter_of(s), word);
	xlsx_text(book, sheet, row, col, text, (enum xlsx_look)(XLSX_STATUS + (int)s->status));
}

char *xlsx_remark(const struct report *report, const struct standing *s, char *out, size_t cap)
{
	char words[REPORT_CELL];
	out[0] = '\0';
	phrase_write(report->plan, s, PHRASE_VALUE_WORDS, words, sizeof words);
	if (s->value.has && s->qualifier != NUM_EXACT)
		text_format(out, cap, _("as the source has it: %s."), words);
	notes_texts(&report->notes, report->plan, s, " ", words, sizeof words);
	if (words[0] != '\0')
		text_join(out, cap, " ", "%s", words);
	return out;
}

// ------------------------------------------------------------ sheets

lxw_worksheet *xlsx_sheet(struct xlsx_book *book, const char *name)
{
	lxw_worksheet *sheet = book->err == ERR_OK ? book->lib.workbook_add_worksheet(book->workbook, name) : NULL;
	if (sheet == NULL)
		xlsx_check(book, LXW_ERROR_MEMORY_MALLOC_FAILED);
	return sheet;
}

void xlsx_heading(struct xlsx_book *book, lxw_worksheet *sheet)
{
	const struct report *report = book->report;
	char text[REPORT_TEXT], day[REPORT_TEXT];
	xlsx_text(book, sheet, 0, 0, report_title(report, text, sizeof text), XLSX_TITLE);
	xlsx_text(book, sheet, 1, 0, report->plan->title, XLSX_SOFT);
	text_format(text, sizeof text, _("%s, as of %s, check code %s"), report_figures_words(report),
		report_day_words(report, day, sizeof day), report->check_code);
	xlsx_text(book, sheet, 2, 0, text, XLSX_SOFT);
	if (report->plan->demo)
		xlsx_text(book, sheet, 3, 0, _("demo data"), XLSX_DEMO);
	book->lib.worksheet_set_row(sheet, 0, 26, NULL);
}

void xlsx_bars(struct xlsx_book *book, lxw_worksheet *sheet, int row, int col, int last_row, int last_col, double most)
{
	lxw_conditional_format bars = {.type = LXW_CONDITIONAL_DATA_BAR, .data_bar_2010 = LXW_TRUE, .bar_solid = LXW_TRUE,
		.bar_color = BAR_COLOUR, .bar_no_border = LXW_TRUE, .min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER, .min_value = 0};
	if (most > 0) {
		bars.max_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER;
		bars.max_value = most;
	}
	if (last_row >= row)
		xlsx_check(book, book->lib.worksheet_conditional_format_range(sheet, (lxw_row_t)row, (lxw_col_t)col, (lxw_row_t)last_row,
					 (lxw_col_t)last_col, &bars));
}

void xlsx_table(struct xlsx_book *book, lxw_worksheet *sheet, int last_row, int last_col, int frozen, int printed)
{
	const struct xlsx_lib *lib = &book->lib;
	lib->worksheet_freeze_panes(sheet, XLSX_TABLE + 1, (lxw_col_t)frozen);
	xlsx_check(book, lib->worksheet_autofilter(sheet, XLSX_TABLE, 0, (lxw_row_t)last_row, (lxw_col_t)last_col));
	lib->worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
	lib->worksheet_set_landscape(sheet);
	lib->worksheet_set_paper(sheet, 9);                  // A4
	lib->worksheet_fit_to_pages(sheet, 1, 0);
	lib->worksheet_repeat_rows(sheet, XLSX_TABLE, XLSX_TABLE);
	xlsx_check(book, lib->worksheet_print_area(sheet, 0, 0, (lxw_row_t)last_row, (lxw_col_t)printed));
	lib->worksheet_set_footer(sheet, "&C&P / &N");
}

// ------------------------------------------------------------ the book

enum err xlsx_book_open(struct xlsx_book *book, const struct report *report, int memory)
{
	char path[64], title[REPORT_TEXT], folder[] = "/tmp";
	const char *wanted = getenv("TMPDIR");
	*book = (struct xlsx_book){.report = report};
	enum err err = xlsx_lib_open(&book->lib);
	if (err != ERR_OK)
		return err;
	text_format(path, sizeof path, "/proc/self/fd/%d", memory);
	lxw_workbook_options options = {.tmpdir = wanted != NULL ? (char *)(uintptr_t)wanted : folder};
	book->workbook = book->lib.workbook_new_opt(path, &options);
	if (book->workbook == NULL) {
		xlsx_lib_close(&book->lib);
		return err_set(ERR_MEMORY, "%s", _("no memory"));
	}
	for (int i = 0; i < XLSX_LOOKS; i++)
		book->looks[i] = make_format(book, &looks[i]);
	lxw_doc_properties properties = {.title = report_title(report, title, sizeof title)};
	xlsx_check(book, book->lib.workbook_set_properties(book->workbook, &properties));
	return ERR_OK;
}

// Also after a failure: closing is the only way to free a workbook.
enum err xlsx_book_close(struct xlsx_book *book)
{
	xlsx_check(book, book->lib.workbook_close(book->workbook));
	xlsx_lib_close(&book->lib);
	return book->err;
}
