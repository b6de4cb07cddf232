// SPDX-License-Identifier: MIT
// Half a page for a leader: how many stand how, what is behind with since when and what is needed, whose report is out. One list
// of lines; text and Markdown are written here, HTML beside the page that it shares (report_html.c).
#include "core/i18n.h"
#include "core/period.h"
#include "core/phrase.h"
#include "core/text.h"
#include "exchange/report.h"

static void add(char *out, size_t cap, const char *text)
{
	text_add(out, cap, "%s", text);
}

static void add_field(const struct report *report, const struct standing *s, enum phrase_field field, const char *before, char *out,
	size_t cap)
{
	char text[PHRASE_LONG];
	if (phrase_write(report->plan, s, field, text, sizeof text)[0] == '\0')
		return;
	add(out, cap, before);
	add(out, cap, text);
}

// What has no figure of its own says so in its sentence. ! 水平比较：9项中7项可比，3项不高于全省，滞后。自2023年起滞后。
static void sentence_words(const struct report *report, const struct behind_row *row, char *out, size_t cap)
{
	char since[PERIOD_TEXT];
	text_format(out, cap, "%c", standing_letter_of(row->s));
	add_field(report, row->s, PHRASE_SENTENCE, " ", out, cap);
	if (row->since == 0)
		return;
	period_format(row->since, PERIOD_REPORT, since);
	text_add(out, cap, _(" Behind since %s."), since);
}

// X 研发平台：208/300个，落后序时31.3个百分点，自2022年起；还差92个，今后年均需增加61.3个，近一年增17。
static void behind_words(const struct report *report, const struct behind_row *row, char *out, size_t cap)
{
	const struct standing *s = row->s;
	char text[PHRASE_LONG], since[PERIOD_TEXT];
	if (phrase_write(report->plan, s, PHRASE_ROW, text, sizeof text)[0] != '\0') {
		sentence_words(report, row, out, cap);
		return;
	}
	text_format(out, cap, "%c %s", standing_letter_of(s), report->plan->indicators[s->indicator].name);
	add_field(report, s, PHRASE_VALUE_TARGET, _(": "), out, cap);
	add_field(report, s, PHRASE_LAG, _(", "), out, cap);
	if (row->since != 0) {
		period_format(row->since, PERIOD_REPORT, since);
		text_add(out, cap, _(", since %s"), since);
	}
	if (s->gap.has && s->needed.has) {
		add_field(report, s, PHRASE_GAP_MEASURED, _("; "), out, cap);
		add_field(report, s, PHRASE_NEEDED_MEASURED, _(", needed a year from here on: "), out, cap);
		add_field(report, s, PHRASE_RECENT, _(", in the last year: "), out, cap);
	}
	add(out, cap, _("."));
}

static void put_counts(const struct report *report, report_brief_fn *put, void *ctx)
{
	struct survey_count tasks, figures;
	char text[REPORT_TEXT], words[REPORT_TEXT];
	survey_count_indicators(report->survey, &figures);
	survey_count_stages(report->survey, &tasks);
	text_format(text, sizeof text, _("Indicators: %s"), report_count_words(&figures, words, sizeof words));
	put(ctx, REPORT_BRIEF_TEXT, text, NULL);
	text_format(text, sizeof text, _("Milestones, projects and tasks: %s"), report_count_words(&tasks, words, sizeof words));
	put(ctx, REPORT_BRIEF_TEXT, text, NULL);
}

// 研发平台由204个增至208个；高新增加值占比由49.0%降至46.9%（2023年数）
static void add_move(const struct report *report, const struct moved_row *row, char *out, size_t cap)
{
	const struct plan_indicator *indicator = &report->plan->indicators[row->s.indicator];
	char then[PHRASE_TEXT], now[PHRASE_TEXT], of[PERIOD_TEXT], name[PHRASE_LONG];
	text_format(name, sizeof name, "%s", indicator->name);
	if (row->since != 0) {
		period_format(row->since, PERIOD_REPORT, of);
		text_add(name, sizeof name, _(" (since %s)"), of);
	}
	phrase_write(report->plan, row->then, PHRASE_VALUE_WORDS, then, sizeof then);
	phrase_write(report->plan, &row->s, PHRASE_VALUE_WORDS, now, sizeof now);
	text_add(out, cap, rat_sign(row->s.recent.v) > 0 ? _("%s rose from %s%s to %s%s") : _("%s fell from %s%s to %s%s"), name, then,
		indicator->measure, now, indicator->measure);
}

static void put_moved(const struct report *report, report_brief_fn *put, void *ctx)
{
	const struct moved *moved = &report->brief.moved;
	char text[REPORT_TEXT * 4] = "", before[PERIOD_TEXT];
	period_format(report->brief.before, PERIOD_REPORT, before);
	put(ctx, REPORT_BRIEF_HEAD, _("Changed since the period before"), NULL);
	text_format(text, sizeof text, moved->len > 0 ? _("Newer than %s: ") : _("No figure is newer than %s."), before);
	for (int i = 0; i < moved->len; i++) {
		add_move(report, &moved->rows[i], text, sizeof text);
		text_add(text, sizeof text, "%s", i + 1 < moved->len ? _("; ") : _("."));
	}
	put(ctx, REPORT_BRIEF_TEXT, text, NULL);
}

static void put_owners(const struct report *report, report_brief_fn *put, void *ctx)
{
	const struct brief *brief = &report->brief;
	char text[sizeof brief->names + REPORT_TEXT];
	put(ctx, REPORT_BRIEF_HEAD, _("Reports"), NULL);
	if (brief->owners == 0) {
		put(ctx, REPORT_BRIEF_TEXT, _("Nothing is asked of anybody in this period."), NULL);
		return;
	}
	if (brief->waiting == 0)
		text_format(text, sizeof text, _("All %d owners have submitted."), brief->owners);
	else
		text_format(text, sizeof text, _("%d of %d owners have not submitted (filled/asked): %s%s"), brief->waiting, brief->owners,
			brief->names, brief->waiting > BRIEF_NAMED ? _(" and others.") : _("."));
	put(ctx, REPORT_BRIEF_TEXT, text, NULL);
}

void report_brief_each(const struct report *report, report_brief_fn *put, void *ctx)
{
	const struct brief *brief = &report->brief;
	char text[REPORT_TEXT * 2];
	put_counts(report, put, ctx);
	put(ctx, REPORT_BRIEF_HEAD, _("Behind"), NULL);
	if (brief->behind.len == 0)
		put(ctx, REPORT_BRIEF_TEXT, _("None of those that can be judged is behind."), NULL);
	for (int i = 0; i < brief->behind.len; i++) {
		behind_words(report, &brief->behind.rows[i], text, sizeof text);
		put(ctx, REPORT_BRIEF_ITEM, text, brief->behind.rows[i].s);
	}
	if (brief->overdue.nodes > 0)
		put(ctx, REPORT_BRIEF_TEXT,
			text_format(text, sizeof text, _("%d nodes of milestones, projects and tasks are overdue, the longest by %d days."),
				brief->overdue.nodes, brief->overdue.days),
			NULL);
	put_moved(report, put, ctx);
	put_owners(report, put, ctx);
}

// ------------------------------------------------------------ text and Markdown

static void facts_words(const struct report *report, char *out, size_t cap)
{
	char day[REPORT_TEXT];
	text_format(out, cap, _("%s, as of %s, check code %s"), report_figures_words(report), report_day_words(report, day, sizeof day),
		report->check_code);
}

static void put_text(void *ctx, enum report_brief_kind kind, const char *text, const struct standing *s)
{
	static const char *const before[] = {[REPORT_BRIEF_HEAD] = "\n-- ", [REPORT_BRIEF_ITEM] = "", [REPORT_BRIEF_TEXT] = ""};
	(void)s;
	fprintf(ctx, "%s%s%s\n", before[kind], text, kind == REPORT_BRIEF_HEAD ? " --" : "");
}

void report_put_brief_text(const struct report *report, FILE *out)
{
	char text[REPORT_TEXT];
	fprintf(out, "%s\n%s%s%s\n", report->plan->title, report_title(report, text, sizeof text), report->plan->demo ? "  " : "",
		report->plan->demo ? _("demo data") : "");
	facts_words(report, text, sizeof text);
	fprintf(out, "%s\n\n", text);
	report_brief_each(report, put_text, out);
}

static void put_markdown(void *ctx, enum report_brief_kind kind, const char *text, const struct standing *s)
{
	static const char *const before[] = {[REPORT_BRIEF_HEAD] = "\n## ", [REPORT_BRIEF_ITEM] = "- ", [REPORT_BRIEF_TEXT] = "\n"};
	(void)s;
	fputs(before[kind], ctx);
	report_put_markdown_text(text, ctx);
	fputc('\n', ctx);
}

void report_put_brief_markdown(const struct report *report, FILE *out)
{
	char text[REPORT_TEXT];
	fputs("# ", out);
	report_put_markdown_text(report_title(report, text, sizeof text), out);
	fputs("\n\n", out);
	report_put_markdown_text(report->plan->title, out);
	if (report->plan->demo)
		fprintf(out, "\n\n**%s**", _("demo data"));
	facts_words(report, text, sizeof text);
	fprintf(out, "\n\n%s\n", text);
	report_brief_each(report, put_markdown, out);
}
