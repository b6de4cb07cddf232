// SPDX-License-Identifier: MIT
// The report as aligned text: for a terminal, a pipe, a mail. The overview fits 80 cells.
#include <string.h>

#include "core/inferred.h"
#include "core/i18n.h"
#include "core/phrase.h"
#include "core/text.h"
#include "exchange/report.h"

#define LINE 1024

static const struct layout {
	int id, name;          // cells
	bool brief;
} overview = {4, 14, true}, whole = {9, 40, false};

// One line of cells, built up and printed without blanks at its end.
struct line { char text[LINE]; };

static void add_text(struct line *line, const char *text)
{
	text_add(line->text, sizeof line->text, "%s", text);
}

// What is wider than its column stands whole and pushes the rest: half a figure would be a wrong one.
static void add_cell(struct line *line, const char *text, int cells, bool right)
{
	char fitted[LINE];
	int needed = text_cells(text);
	text_fit(text, needed > cells ? needed : cells, true, right, fitted, sizeof fitted);
	add_text(line, fitted);
	add_text(line, " ");
}

static void put_line(struct line *line, FILE *out)
{
	size_t len = strlen(line->text);
	while (len > 0 && line->text[len - 1] == ' ')
		line->text[--len] = '\0';
	fprintf(out, "%s\n", line->text);
	line->text[0] = '\0';
}

// ------------------------------------------------------------ rows of standings

static const struct { const char *head; int cells; bool right; enum phrase_field field; } columns[] = {
	{N_("value/target"), 13, false, PHRASE_VALUE_TARGET},
	{N_("as of"), 6, false, PHRASE_DATA_PERIOD},
	{N_("against pace"), 12, false, PHRASE_LAG_SHORT},
	{N_("gap"), 8, false, PHRASE_GAP},
	{N_("a year"), 6, true, PHRASE_NEEDED_SHORT},
};
#define COLUMNS (sizeof columns / sizeof columns[0])

static void put_heads(const struct layout *layout, const char *first, FILE *out)
{
	struct line line = {""};
	add_cell(&line, "", 1, false);
	add_cell(&line, "", layout->id, false);
	add_cell(&line, first, layout->name, false);
	for (size_t i = 0; i < COLUMNS; i++)
		add_cell(&line, _(columns[i].head), columns[i].cells, columns[i].right);
	put_line(&line, out);
}

static void add_inferred(struct line *line, const struct report *report, const struct report_row *row, bool brief)
{
	char words[REPORT_TEXT], text[REPORT_TEXT];
	if (inferred_words(report->plan, row->place, words, sizeof words)[0] == '\0')
		return;
	add_text(line, " ");
	add_text(line, brief ? _("inferred") : text_format(text, sizeof text, _("[inferred: %s]"), words));
}

static void add_marks(struct line *line, const struct report *report, const struct standing *s)
{
	char marks[REPORT_TEXT];
	if (notes_marks(&report->notes, report->plan, s, marks, sizeof marks)[0] == '\0')
		return;
	add_text(line, " ");
	add_text(line, marks);
}

static void add_standing(struct line *line, const struct report *report, const struct standing *s)
{
	char text[PHRASE_LONG];
	phrase_write(report->plan, s, PHRASE_ROW, text, sizeof text);
	if (text[0] != '\0') {
		add_text(line, text);
		return;
	}
	for (size_t i = 0; i < COLUMNS; i++)
		add_cell(line, phrase_write_within(report->plan, s, columns[i].field, columns[i].cells, text, sizeof text), columns[i].cells,
			columns[i].right);
}

static void put_row(
	const struct layout *layout, const struct report *report, const struct report_row *row, const char *name, FILE *out)
{
	struct line line = {{standing_letter_of(row->s), ' ', '\0'}};
	char id[REPORT_TEXT];
	add_cell(&line, report_row_id(report, row, id, sizeof id), layout->id, false);
	add_cell(&line, name, layout->name, false);
	add_standing(&line, report, row->s);
	add_inferred(&line, report, row, layout->brief);
	if (!layout->brief)
		add_marks(&line, report, row->s);
	put_line(&line, out);
}

static void put_sentences(const struct report *report, const struct report_row *row, FILE *out)
{
	char text[PHRASE_LONG];
	if (!report_row_is_told(report, row))
		return;
	for (int i = 0; i < REPORT_SENTENCES; i++)
		if (phrase_write(report->plan, row->s, report_sentences[i], text, sizeof text)[0] != '\0')
			fprintf(out, "        %s\n", text);
}

// ------------------------------------------------------------ heads and feet

static void put_title(const struct report *report, FILE *out)
{
	char title[REPORT_TEXT], inferred[REPORT_TEXT], untitled[REPORT_TEXT];
	fprintf(out, "%s\n%s  %s\n", report->plan->title, report_title(report, title, sizeof title), report_figures_words(report));
	inferred_plan_words(report->plan, inferred, sizeof inferred);
	report_untitled_words(report, untitled, sizeof untitled);
	if (inferred[0] != '\0' || untitled[0] != '\0')
		fprintf(out, "%s%s%s\n", inferred, inferred[0] != '\0' && untitled[0] != '\0' ? ";" : "", untitled);
	if (report->plan->demo)
		fprintf(out, "%s\n", _("demo data"));
	fputc('\n', out);
}

static void put_notes(const struct report *report, FILE *out)
{
	if (report->notes.len > 0)
		fprintf(out, "\n-- %s --\n", _("Notes"));
	for (int i = 0; i < report->notes.len; i++)
		fprintf(out, "%d %s  %s\n", i + 1, notes_word(report->notes.rows[i].kind), report->notes.rows[i].text);
}

static void put_foot(const struct report *report, FILE *out)
{
	struct line line = {""};
	for (int i = 0; i < STANDING_STATUSES; i++) {
		char text[REPORT_TEXT];
		add_text(&line, text_format(text, sizeof text, "%c%s ", standing_letter[i],
					phrase_status((enum standing_status)i, true)));
	}
	fputc('\n', out);
	put_line(&line, out);
	if (report->check_code[0] != '\0')
		fprintf(out, _("check code %s\n"), report->check_code);
}

// ------------------------------------------------------------ the overview

static const struct { const char *head; int cells; } counted[] = {
	{N_("pace kept"), 7}, {N_("behind"), 4}, {N_("critical"), 4}, {N_("no base"), 6}, {N_("unjudged"), 4},
};
#define COUNTED (int)(sizeof counted / sizeof counted[0])

static int counted_cells(int i)
{
	int head = text_cells(_(counted[i].head));
	return head > counted[i].cells ? head : counted[i].cells;
}

#define TITLE 34

static void put_chapter_heads(FILE *out)
{
	struct line line = {""};
	add_cell(&line, _("chapter"), TITLE, false);
	for (int i = 0; i < COUNTED; i++)
		add_cell(&line, _(counted[i].head), counted_cells(i), true);
	add_text(&line, _("worst"));
	put_line(&line, out);
}

static void add_number(struct line *line, int number, int cells)
{
	char text[32];
	add_cell(line, number > 0 ? text_format(text, sizeof text, "%d", number) : "", cells, true);
}

static void put_chapter_counts(const struct report *report, const struct report_chapter *chapter, FILE *out)
{
	const struct survey_count *count = &chapter->count;
	const int numbers[] = {0, count->by_status[STANDING_BEHIND], count->by_status[STANDING_CRITICAL],
		count->by_status[STANDING_NO_BASE], count->not_judged};
	struct line line = {""};
	char text[REPORT_TEXT];
	add_cell(&line, report_chapter_title(report, chapter, text, sizeof text), TITLE, false);
	add_cell(&line, text_format(text, sizeof text, "%d/%d", count->on_pace, count->rows), counted_cells(0), true);
	for (int i = 1; i < COUNTED; i++)
		add_number(&line, numbers[i], counted_cells(i));
	add_text(&line, report_worst_words(report, count, text, sizeof text));
	put_line(&line, out);
}

void report_put_overview(const struct report *report, FILE *out)
{
	struct survey_count count;
	char text[REPORT_TEXT];
	put_title(report, out);
	put_chapter_heads(out);
	for (int i = 0; i < report->len; i++)
		put_chapter_counts(report, &report->chapters[i], out);
	survey_count_indicators(report->survey, &count);
	fprintf(out, "\n%s: %s\n", _("indicators"), report_count_words(&count, text, sizeof text));
	put_heads(&overview, _("indicators"), out);
	for (int c = 0; c < report->len; c++)
		for (int i = 0; i < report->chapters[c].len; i++) {
			const struct report_row *row = &report->chapters[c].rows[i];
			if (report_row_is_indicator(report, row) && row->first)
				put_row(&overview, report, row, report->plan->indicators[row->s->indicator].short_name, out);
		}
	put_foot(report, out);
}

// ------------------------------------------------------------ the whole report

static void put_chapter(const struct report *report, const struct report_chapter *chapter, FILE *out)
{
	char title[REPORT_TEXT], count[REPORT_TEXT];
	fprintf(out, "\n-- %s -- %s\n", report_chapter_title(report, chapter, title, sizeof title),
		report_count_words(&chapter->count, count, sizeof count));
	for (int i = 0; i < chapter->len; i++) {
		const struct report_row *row = &chapter->rows[i];
		put_row(&whole, report, row, report_row_words(report, row), out);
		put_sentences(report, row, out);
	}
}

void report_put_text(const struct report *report, FILE *out)
{
	put_title(report, out);
	put_heads(&whole, _("indicator, milestone, project, task"), out);
	for (int i = 0; i < report->len; i++)
		put_chapter(report, &report->chapters[i], out);
	put_notes(report, out);
	put_foot(report, out);
}
