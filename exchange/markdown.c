// SPDX-License-Identifier: MIT
// The report as Markdown: a table a chapter.
#include "core/inferred.h"
#include "core/i18n.h"
#include "exchange/report_cells.h"

// Text that must not be read as markup or end its cell.
void report_put_markdown_text(const char *text, FILE *out)
{
	for (; *text != '\0'; text++) {
		if (*text == '|' || *text == '*' || *text == '_' || *text == '\\' || *text == '`' || *text == '<' || *text == '[')
			fputc('\\', out);
		fputc(*text == '\n' ? ' ' : *text, out);
	}
}

static void put_heads(FILE *out)
{
	for (int i = 0; i < report_cells_len; i++)
		if (report_cells[i].markdown)
			fprintf(out, "| %s ", _(report_cells[i].head));
	fputs("|\n", out);
	for (int i = 0; i < report_cells_len; i++)
		if (report_cells[i].markdown)
			fputs("|---", out);
	fputs("|\n", out);
}

static void put_row(const struct report *report, const struct report_row *row, FILE *out)
{
	char text[PHRASE_LONG];
	for (int i = 0; i < report_cells_len; i++) {
		if (!report_cells[i].markdown)
			continue;
		fputs("| ", out);
		report_put_markdown_text(report_cell_write(&report_cells[i], report, row, text, sizeof text), out);
		fputc(' ', out);
	}
	fputs("|\n", out);
}

static void put_chapter(const struct report *report, const struct report_chapter *chapter, FILE *out)
{
	char text[REPORT_TEXT];
	fputs("\n## ", out);
	report_put_markdown_text(report_chapter_title(report, chapter, text, sizeof text), out);
	fprintf(out, "\n\n%s\n\n", report_count_words(&chapter->count, text, sizeof text));
	put_heads(out);
	for (int i = 0; i < chapter->len; i++)
		put_row(report, &chapter->rows[i], out);
}

static void put_notes(const struct report *report, FILE *out)
{
	if (report->notes.len > 0)
		fprintf(out, "\n## %s\n\n", _("Notes"));
	for (int i = 0; i < report->notes.len; i++) {
		fprintf(out, "%d. **%s** ", i + 1, notes_word(report->notes.rows[i].kind));
		report_put_markdown_text(report->notes.rows[i].text, out);
		fputc('\n', out);
	}
}

void report_put_markdown(const struct report *report, FILE *out)
{
	char text[REPORT_TEXT];
	fputs("# ", out);
	report_put_markdown_text(report->plan->title, out);
	fprintf(out, "\n\n%s  %s\n", report_title(report, text, sizeof text), report_figures_words(report));
	if (report->plan->demo)
		fprintf(out, "\n**%s**\n", _("demo data"));
	if (inferred_plan_words(report->plan, text, sizeof text)[0] != '\0')
		fprintf(out, "\n%s\n", text);
	if (report_untitled_words(report, text, sizeof text)[0] != '\0')
		fprintf(out, "\n%s\n", text);
	for (int i = 0; i < report->len; i++)
		put_chapter(report, &report->chapters[i], out);
	put_notes(report, out);
	if (report->check_code[0] != '\0') {
		fputc('\n', out);
		fprintf(out, _("check code %s\n"), report->check_code);
	}
}
