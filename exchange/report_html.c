// SPDX-License-Identifier: MIT
// The report as one HTML page: to be read on any screen, printed on A4, sent on as it is. No script, nothing from elsewhere. Tables
// say their roles, for on a narrow screen their rows stand as blocks.
#include <string.h>

#include "core/i18n.h"
#include "core/inferred.h"
#include "core/phrase.h"
#include "core/text.h"
#include "exchange/html.h"
#include "exchange/report.h"

static const struct column { const char *head; enum phrase_field field; const char *class; int width; } columns[] = {
	{N_("value/target"), PHRASE_VALUE_TARGET, "n", 13},
	{N_("as of"), PHRASE_DATA_PERIOD, "n", 6},
	{N_("bar (┃ pace)"), 0, "wide", 14},
	{N_("against pace"), PHRASE_LAG_SHORT, "", 12},
	{N_("gap"), PHRASE_GAP, "n", 8},
	{N_("a year"), PHRASE_NEEDED_SHORT, "r n", 7},
};
#define COLUMNS (int)(sizeof columns / sizeof columns[0])

// ------------------------------------------------------------ rows

static void put_state(const struct standing *s, const char *word, FILE *out)
{
	fprintf(out, "<td role=\"cell\" class=\"state %s\"><b>%c</b>", standing_status_id[s->status], standing_letter_of(s));
	html_put_text(out, word);
	fputs("</td>", out);
}

static void put_refs(const struct report *report, const struct standing *s, FILE *out)
{
	for (int i = 0; i < report->notes.len; i++) {
		char mark[32];
		if (!notes_concern(&report->notes.rows[i], report->plan, s))
			continue;
		fprintf(out, "<sup><a href=\"#n%d\">", i + 1);
		html_put_text(out, text_format(mark, sizeof mark, _("note %d"), i + 1));
		fputs("</a></sup>", out);
	}
}

// What it is, behind its words: its kind, and what of it is inferred.
static void put_small(const struct report *report, const struct report_row *row, FILE *out)
{
	char inferred[REPORT_TEXT], text[REPORT_TEXT];
	bool figure = report_row_is_indicator(report, row);
	inferred_words(report->plan, row->place, inferred, sizeof inferred);
	if (figure && inferred[0] == '\0')
		return;
	if (!figure)
		html_put_tag(out, "small", "", report_row_kind(report, row));
	if (inferred[0] != '\0')
		html_put_tag(out, "small", "", text_format(text, sizeof text, _("[inferred: %s]"), inferred));
}

static void put_name(const struct report *report, const struct report_row *row, FILE *out)
{
	fputs("<th role=\"rowheader\" scope=\"row\">", out);
	html_put_text(out, report_row_words(report, row));
	put_refs(report, row->s, out);
	put_small(report, row, out);
	fputs("</th>", out);
}

static void put_bar(const struct report *report, const struct standing *s, FILE *out)
{
	char done[PHRASE_LONG], elapsed[PHRASE_LONG], alt[REPORT_TEXT * 2];
	phrase_write(report->plan, s, PHRASE_DONE, done, sizeof done);
	phrase_write(report->plan, s, PHRASE_ELAPSED, elapsed, sizeof elapsed);
	if (s->done.has && done[0] != '\0')
		text_format(alt, sizeof alt, _("progress made %s, time elapsed %s"), done, elapsed);
	else
		phrase_write(report->plan, s, PHRASE_LAG_SHORT, alt, sizeof alt);
	fprintf(out, "<span class=\"%s\">", standing_status_id[s->status]);
	html_put_bar(out, s, alt);
	fputs("</span>", out);
}

static void put_figures(const struct report *report, const struct standing *s, FILE *out)
{
	char text[PHRASE_LONG];
	for (int i = 0; i < COLUMNS; i++) {
		fprintf(out, "<td role=\"cell\" class=\"%s\"", columns[i].class);
		if (strcmp(columns[i].class, "wide") == 0) {
			fputc('>', out);
			put_bar(report, s, out);
		} else {
			fputs(" data-head=\"", out);
			html_put_text(out, _(columns[i].head));
			fputs("\">", out);
			html_put_text(out, phrase_write(report->plan, s, columns[i].field, text, sizeof text));
		}
		fputs("</td>", out);
	}
}

static void put_told(const struct report *report, const struct report_row *row, FILE *out)
{
	char text[PHRASE_LONG];
	fprintf(out, "<tr role=\"row\" class=\"told\"><td role=\"cell\"></td><td role=\"cell\" colspan=\"%d\">", COLUMNS + 1);
	for (int i = 0; i < REPORT_SENTENCES; i++)
		if (phrase_write(report->plan, row->s, report_sentences[i], text, sizeof text)[0] != '\0')
			html_put_tag(out, "p", "", text);
	fputs("</td></tr>\n", out);
}

static void put_row(const struct report *report, const struct report_row *row, FILE *out)
{
	char text[PHRASE_LONG];
	bool told = report_row_is_told(report, row);
	fprintf(out, "<tr role=\"row\"%s>", told ? " class=\"figure\"" : "");
	put_state(row->s, phrase_write(report->plan, row->s, PHRASE_STATUS_SHORT, text, sizeof text), out);
	put_name(report, row, out);
	phrase_write(report->plan, row->s, PHRASE_ROW, text, sizeof text);
	if (text[0] != '\0') {
		fprintf(out, "<td role=\"cell\" class=\"wide\" colspan=\"%d\">", COLUMNS);
		html_put_text(out, text);
		fputs("</td>", out);
	} else {
		put_figures(report, row->s, out);
	}
	fputs("</tr>\n", out);
	if (told)
		put_told(report, row, out);
}

static void put_head(const char *text, const char *class, FILE *out)
{
	fprintf(out, "<th role=\"columnheader\" scope=\"col\" class=\"%s\">", class);
	html_put_text(out, text);
	fputs("</th>", out);
}

static void open_table(const char *class, const char *caption, FILE *out)
{
	fprintf(out, "<table role=\"table\" class=\"%s\">", class);
	html_put_tag(out, "caption", "", caption);
}

static void open_head(FILE *out)
{
	fputs("<thead role=\"rowgroup\"><tr role=\"row\">", out);
}

static void put_chapter(const struct report *report, const struct report_chapter *chapter, FILE *out)
{
	char text[REPORT_TEXT];
	fprintf(out, "<section aria-labelledby=\"c%d\"><h2 id=\"c%d\">", chapter->no, chapter->no);
	html_put_text(out, report_chapter_title(report, chapter, text, sizeof text));
	fputs("</h2>\n", out);
	open_table("rows", report_count_words(&chapter->count, text, sizeof text), out);
	fputs("<col class=\"one\"><col>", out);
	for (int i = 0; i < COLUMNS; i++)
		fprintf(out, "<col style=\"width:%d%%\">", columns[i].width);
	open_head(out);
	put_head(_("status"), "", out);
	put_head(_("indicator, milestone, project, task"), "", out);
	for (int i = 0; i < COLUMNS; i++)
		put_head(_(columns[i].head), columns[i].class[0] == 'r' ? "r" : "", out);
	fputs("</tr></thead>\n<tbody role=\"rowgroup\">\n", out);
	for (int i = 0; i < chapter->len; i++)
		put_row(report, &chapter->rows[i], out);
	fputs("</tbody></table></section>\n", out);
}

// ------------------------------------------------------------ the whole at a glance

static void put_tally(const struct survey_count *count, FILE *out)
{
	fputs("<ul class=\"tally\">", out);
	for (int i = 0; i < STANDING_STATUSES; i++) {
		fprintf(out, "<li class=\"%s%s\"><b>%c</b>", standing_status_id[i], count->by_status[i] == 0 ? " zero" : "", standing_letter[i]);
		html_put_text(out, phrase_status((enum standing_status)i, true));
		fprintf(out, "<span>%d</span></li>", count->by_status[i]);
	}
	fputs("</ul>\n", out);
}

static const struct { const char *head, *class; } counted[] = {
	{N_("pace kept"), "r n"}, {N_("behind"), "r"}, {N_("critical"), "r"}, {N_("no base"), "r drop"}, {N_("unjudged"), "r drop"},
};
#define COUNTED (int)(sizeof counted / sizeof counted[0])

static void put_chapter_counts(const struct report *report, const struct report_chapter *chapter, FILE *out)
{
	const struct survey_count *count = &chapter->count;
	const int numbers[COUNTED] = {0, count->by_status[STANDING_BEHIND], count->by_status[STANDING_CRITICAL],
		count->by_status[STANDING_NO_BASE], count->not_judged};
	char text[REPORT_TEXT];
	fprintf(out, "<tr role=\"row\"><th role=\"rowheader\" scope=\"row\"><a href=\"#c%d\">", chapter->no);
	html_put_text(out, report_chapter_title(report, chapter, text, sizeof text));
	fprintf(out, "</a></th><td role=\"cell\" class=\"r n\">%d/%d</td>", count->on_pace, count->rows);
	for (int i = 1; i < COUNTED; i++) {
		fprintf(out, "<td role=\"cell\" class=\"%s\">", counted[i].class);
		if (numbers[i] > 0)
			fprintf(out, "%d", numbers[i]);
		fputs("</td>", out);
	}
	html_put_tag(out, "td", " role=\"cell\"", report_worst_words(report, count, text, sizeof text));
	fputs("</tr>\n", out);
}

static void put_overview(const struct report *report, FILE *out)
{
	struct survey_count count;
	char text[REPORT_TEXT];
	survey_count_indicators(report->survey, &count);
	fputs("<section aria-labelledby=\"all\">", out);
	html_put_tag(out, "h2", " id=\"all\"", text_format(text, sizeof text, _("%d indicators"), count.rows));
	put_tally(&count, out);
	open_table("chapters", _("Counted by chapter: a row that keeps its pace / all of its rows"), out);
	open_head(out);
	put_head(_("chapter"), "", out);
	for (int i = 0; i < COUNTED; i++)
		put_head(_(counted[i].head), counted[i].class, out);
	put_head(_("worst"), "", out);
	fputs("</tr></thead>\n<tbody role=\"rowgroup\">\n", out);
	for (int i = 0; i < report->len; i++)
		put_chapter_counts(report, &report->chapters[i], out);
	fputs("</tbody></table></section>\n", out);
}

// ------------------------------------------------------------ head and foot

static void put_fact(const char *what, const char *text, FILE *out)
{
	fputs("<div>", out);
	html_put_tag(out, "dt", "", what);
	html_put_tag(out, "dd", "", text);
	fputs("</div>", out);
}

static void put_facts(const struct report *report, FILE *out)
{
	char text[REPORT_TEXT];
	fputs("<dl class=\"facts\">", out);
	put_fact(_("figures"), report_figures_words(report), out);
	put_fact(_("as of the day"), report_day_words(report, text, sizeof text), out);
	if (report->check_code[0] != '\0')
		put_fact(_("check code"), report->check_code, out);
	fputs("</dl>\n", out);
	if (report->plan->demo)
		html_put_tag(out, "p", " class=\"demo\"", _("demo data"));
}

static void put_page_head(const struct report *report, FILE *out)
{
	char title[REPORT_TEXT];
	report_title(report, title, sizeof title);
	fputs("<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\">"
	      "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">", out);
	html_put_tag(out, "title", "", title);
	html_put_style(out);
	fputs("</head>\n<body>\n<header>", out);
	html_put_tag(out, "p", " class=\"plan\"", report->plan->title);
	html_put_tag(out, "h1", "", title);
	put_facts(report, out);
	fputs("</header>\n<main>\n", out);
}

static void put_notes(const struct report *report, FILE *out)
{
	if (report->notes.len == 0)
		return;
	fputs("<section aria-labelledby=\"notes\">", out);
	html_put_tag(out, "h2", " id=\"notes\"", _("Notes"));
	fputs("\n<ol class=\"notes\">\n", out);
	for (int i = 0; i < report->notes.len; i++) {
		fprintf(out, "<li id=\"n%d\">", i + 1);
		html_put_tag(out, "b", "", notes_word(report->notes.rows[i].kind));
		fputc(' ', out);
		html_put_text(out, report->notes.rows[i].text);
		fputs("</li>\n", out);
	}
	fputs("</ol></section>\n", out);
}

static void open_foot(FILE *out)
{
	fputs("</main>\n<footer>", out);
	html_put_tag(out, "p", "",
		_("Bars: from the baseline to the target, ┃ where the pace is; rounded down, full only when the target is met. Dotted: no "
		  "baseline, the share of the target only."));
}

static void put_page_foot(const struct report *report, FILE *out)
{
	char text[REPORT_TEXT];
	open_foot(out);
	if (inferred_plan_words(report->plan, text, sizeof text)[0] != '\0')
		html_put_tag(out, "p", "", text);
	if (report_untitled_words(report, text, sizeof text)[0] != '\0')
		html_put_tag(out, "p", "", text);
	fputs("</footer>\n</body></html>\n", out);
}

void report_put_html(const struct report *report, FILE *out)
{
	put_page_head(report, out);
	put_overview(report, out);
	for (int i = 0; i < report->len; i++)
		put_chapter(report, &report->chapters[i], out);
	put_notes(report, out);
	put_page_foot(report, out);
}

// ------------------------------------------------------------ the short form

struct brief_page { const struct report *report; FILE *out; bool listing; };

static void end_list(struct brief_page *page)
{
	if (page->listing)
		fputs("</ul>\n", page->out);
	page->listing = false;
}

static void put_item(struct brief_page *page, const char *text, const struct standing *s)
{
	if (!page->listing)
		fputs("<ul class=\"lead\">\n", page->out);
	page->listing = true;
	fprintf(page->out, "<li><b class=\"%s\">%c</b>", standing_status_id[s->status], text[0]);
	html_put_text(page->out, text + 2);
	put_bar(page->report, s, page->out);
	fputs("</li>\n", page->out);
}

static void put_brief_line(void *ctx, enum report_brief_kind kind, const char *text, const struct standing *s)
{
	struct brief_page *page = ctx;
	if (kind == REPORT_BRIEF_ITEM) {
		put_item(page, text, s);
		return;
	}
	end_list(page);
	html_put_tag(page->out, kind == REPORT_BRIEF_HEAD ? "h2" : "p", kind == REPORT_BRIEF_HEAD ? "" : " class=\"lead\"", text);
	fputc('\n', page->out);
}

void report_put_brief_html(const struct report *report, FILE *out)
{
	struct brief_page page = {report, out, false};
	put_page_head(report, out);
	report_brief_each(report, put_brief_line, &page);
	end_list(&page);
	open_foot(out);
	fputs("</footer>\n</body></html>\n", out);
}
