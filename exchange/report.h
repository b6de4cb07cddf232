// SPDX-License-Identifier: MIT
// The report that every format renders: chapters, the rows of each in the document's order, and how each stands. One walk over
// the plan; the formats only write.
#ifndef EXCHANGE_REPORT_H
#define EXCHANGE_REPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "core/phrase.h"
#include "core/plan.h"
#include "core/standing.h"
#include "core/store.h"
#include "core/survey.h"
#include "exchange/brief.h"
#include "exchange/notes.h"

struct report_query {
	int period, unit, today;
	int chapter;                  // outline index of the only one; PLAN_NONE: all
	enum survey_figures figures;
	int (*day_of)(int64_t at);    // the local day of a time, for core knows no time zone; NULL: footnotes tell no days
	bool by_unit;                 // the units below beside, which the spreadsheet shows
	bool brief;                   // what the short form tells beside
};
struct report_row {
	int place;                    // plan index
	bool elsewhere;               // it belongs to another chapter and is shown here too
	int same_as;                  // place with the same indicator that comes first in the document; PLAN_NONE: itself
	bool first_here, first;       // the first row of its indicator in the chapter, in the report
	const struct standing *s;
};
struct report_chapter {
	int outline, no;              // no: 1 .. by order in the document
	struct report_row *rows;
	int len;
	struct survey_count count;
};
struct report {
	const struct plan *plan;
	int period, unit, today;
	enum survey_figures figures;
	struct survey *survey;
	struct survey **by_unit;      // by indicator, NULL where it is no number; NULL unless the query asks
	struct notes notes;
	struct brief brief;           // empty unless the query asks
	struct report_chapter *chapters;
	int len;
	bool whole;                   // all chapters
	int untitled;                 // sections whose titles the document does not print
	char check_code[10];          // of the newest op; "" when there is none
};

must_check enum err report_new(
	struct store *store, const struct plan *plan, const struct report_query *query, struct report **out);
void report_free(struct report *report);

// The chapter that WORD names: its number 1.., its numeral (五) or its id. ERR_USAGE lists what there is.
must_check enum err report_find_chapter(const struct plan *plan, const char *word, int *out);
// Chapter number (1..) in which an indicator stands first; 0 none.
int report_chapter_of(const struct plan *plan, int indicator);

#define REPORT_TEXT 512
// "第五章 构建…" or what the plan has of it.
char *report_chapter_title(const struct report *report, const struct report_chapter *chapter, char *out, size_t cap);
// The row's words: an indicator by its name, all else in the document's own words.
const char *report_row_words(const struct report *report, const struct report_row *row);
// "t5_2 = p4" where two rows are one thing.
char *report_row_id(const struct report *report, const struct report_row *row, char *out, size_t cap);
// 9项,提前1,符合3 ... of a count, packed; "" for statuses that nothing has.
char *report_count_words(const struct survey_count *count, char *out, size_t cap);
// 39节的标题未见公布,从缺; "" when all are printed.
char *report_untitled_words(const struct report *report, char *out, size_t cap);
// Whose report of when, by whom: 许昌市 2023年 and the like.
char *report_title(const struct report *report, char *out, size_t cap);

// 含未审核数, or 只含审核通过的数.
const char *report_figures_words(const struct report *report);
// 2024年7月8日: the day to which overdue nodes are counted.
char *report_day_words(const struct report *report, char *out, size_t cap);
bool report_row_is_indicator(const struct report *report, const struct report_row *row);
// 指标, 定性目标, 工程, 任务.
const char *report_row_kind(const struct report *report, const struct report_row *row);
// The worst of a count, by name with its lag; "" when nothing is behind.
char *report_worst_words(const struct report *report, const struct survey_count *count, char *out, size_t cap);
// Does the row tell its sentences: an indicator of which something has been reported.
#define REPORT_SENTENCES 3
bool report_row_is_told(const struct report *report, const struct report_row *row);
extern const enum phrase_field report_sentences[REPORT_SENTENCES];

// ------------------------------------------------------------ formats; the caller looks at ferror(out)

void report_put_overview(const struct report *report, FILE *out);      // ten chapters counted, then the indicators
void report_put_text(const struct report *report, FILE *out);
void report_put_markdown(const struct report *report, FILE *out);
void report_put_csv(const struct report *report, FILE *out);
// Half a page for a leader; REPORT->brief is there.
void report_put_brief_text(const struct report *report, FILE *out);
void report_put_brief_markdown(const struct report *report, FILE *out);
void report_put_brief_html(const struct report *report, FILE *out);
enum report_brief_kind { REPORT_BRIEF_HEAD, REPORT_BRIEF_ITEM, REPORT_BRIEF_TEXT };
typedef void report_brief_fn(void *ctx, enum report_brief_kind kind, const char *text, const struct standing *s);   // s: of an item
void report_brief_each(const struct report *report, report_brief_fn *put, void *ctx);
void report_put_markdown_text(const char *text, FILE *out);            // so that nothing of it is markup
void report_put_html(const struct report *report, FILE *out);          // A4; no script, nothing from elsewhere
// XLSX. ERR_IO when it cannot be made; what OUT could not take is seen by ferror.
must_check enum err report_write_xlsx(const struct report *report, FILE *out);
void report_put_json(const struct report *report, FILE *out);

#endif
