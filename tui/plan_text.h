// SPDX-License-Identifier: MIT
// The plan as lines of a given width: its contents, or one chapter with its text and all rows that stand in it. What is longer
// than the width goes on in the next line; nothing of the document is cut.
//
// Lines own their text. Rows whose wordings mean the same thing are one row, with each wording in a line of its own.
#ifndef TUI_PLAN_TEXT_H
#define TUI_PLAN_TEXT_H

#include <stdbool.h>

#include "core/err.h"
#include "core/plan.h"
#include "core/survey.h"

enum plan_line_kind {
	PLAN_LINE_TEXT,          // of the document
	PLAN_LINE_HEADING,       // of a part, a section
	PLAN_LINE_COLUMNS,       // their headings, before the first row
	PLAN_LINE_CHAPTER,       // in the contents; REF an outline index
	PLAN_LINE_ROW,           // REF a place index
	PLAN_LINE_MORE           // what the row above goes on with
};
struct plan_line {
	enum plan_line_kind kind;
	int ref, indent;         // PLAN_NONE; cells
	char *text;
};
struct plan_text {
	struct plan_line *lines;
	int len, cap;
	int words;               // of a chapter: lines before its first row
};
// Either replaces what TEXT held. SURVEY is one of survey_unit.
must_check enum err plan_text_contents(struct plan_text *text, const struct plan *plan, int width);
must_check enum err plan_text_chapter(struct plan_text *text, const struct plan *plan, const struct survey *survey, int chapter,
	int width);
void plan_text_done(struct plan_text *text);
// The place whose wording heads the row of PLACE there; PLAN_NONE: it stands under another one. A project is called what the
// chapter's own text calls it.
int plan_text_wording(const struct plan *plan, int place, int outline);
// Does the row of PLACE stand in this very part of the document?
bool plan_text_stands(const struct plan_place *place, int outline);

#endif
