// SPDX-License-Identifier: MIT
// What stands beneath a report: where its figures are not all they seem (缺基期, 沿用, 部分), what was said of strange ones (核实说明)
// and which accepted ones were corrected (数据订正). One list for all formats, numbered from 1 in the order of the rows.
#ifndef EXCHANGE_NOTES_H
#define EXCHANGE_NOTES_H

#include "core/plan.h"
#include "core/standing.h"
#include "core/store.h"
#include "core/survey.h"

enum note_kind { NOTE_BASE, NOTE_CARRIED, NOTE_PARTIAL, NOTE_EXPLANATION, NOTE_CORRECTION, NOTE_KINDS };
struct note {
	enum note_kind kind;
	int indicator;                   // of a note about a standing; PLAN_NONE: it is about a cell
	int element, unit, period;       // of that cell
	char *text;                      // a sentence that names what it is about; owned
};
struct notes { struct note *rows; int len, cap; };
struct notes_query {
	const struct plan *plan;
	int unit;                        // whose report it is; what the units below it said belongs to it
	enum survey_figures figures;
	int (*day_of)(int64_t at);       // the local day of a time; NULL: days are left out
};

// Of the standings S[0..LEN) in the order of the report, each once. NOTES zeroed before; notes_done after a failure too.
must_check enum err notes_read(struct notes *notes, struct store *store, const struct notes_query *query,
	const struct standing *const *s, int len);
void notes_done(struct notes *notes);
// Is the note about a figure of this standing?
bool notes_concern(const struct note *note, const struct plan *plan, const struct standing *s);
// 缺基期, 沿用, 部分, 核实说明, 数据订正.
const char *notes_word(enum note_kind kind);
// "注1 注3" of a standing; "" when nothing is noted. Returns OUT.
char *notes_marks(const struct notes *notes, const struct plan *plan, const struct standing *s, char *out, size_t cap);
// "缺基期 沿用": what a column tells of a figure, without explanations and corrections.
char *notes_words(const struct notes *notes, const struct plan *plan, const struct standing *s, char *out, size_t cap);
// Their texts behind their words, with BETWEEN between them.
char *notes_texts(const struct notes *notes, const struct plan *plan, const struct standing *s, const char *between, char *out,
	size_t cap);

#endif
