// SPDX-License-Identifier: MIT
// What S8 shows and where its cursor is: the contents, a chapter's lines, the focused row. How it looks and what its keys do is
// in scr_plan.c.
#ifndef TUI_PLAN_READER_H
#define TUI_PLAN_READER_H

#include "core/survey.h"
#include "tui/find.h"
#include "tui/list.h"
#include "tui/part_explain.h"
#include "tui/plan_text.h"
#include "tui/screen.h"

#define PLAN_READER_TOP 2                // row of the first line of either pane

struct plan_stop {                       // where find may lead: a row of a chapter
	int line, place;                 // of the contents
};
struct plan_reader {
	struct app *app;
	struct plan_text contents, text;
	struct list chapters, rows;      // over the lines of either; the contents' focus is the chapter shown
	bool in_contents;                // which pane has the keys
	int width;                       // that the lines were made for
	int chapter;                     // whose lines stand in TEXT; PLAN_NONE: of none. The contents' focus goes on before it rests
	struct survey *survey;
	struct explain explain;          // of the focused row
	struct find find;
	struct plan_stop *stops;         // all rows in the order in which the chapters show them
	int stops_len;
};

// CHAPTER and PLACE as scr_plan_arg has them.
must_check enum err plan_reader_open(struct plan_reader *r, struct app *app, int chapter, int place);
must_check enum err plan_reader_load(struct plan_reader *r);
// All lines for the terminal as it is, the focus where it was.
must_check enum err plan_reader_fit(struct plan_reader *r);
void plan_reader_close(struct plan_reader *r);

bool plan_reader_has_panes(const struct plan_reader *r);
int plan_reader_text_left(const struct plan_reader *r);         // column of the chapter's pane
int plan_reader_text_height(const struct plan_reader *r);       // rows of it, without the explanation
int plan_reader_place(const struct plan_reader *r);             // of the focused row; PLAN_NONE: none is focused

// Moving; what the focus is on is shown by plan_reader_rest.
void plan_reader_move_chapter(struct plan_reader *r, enum action action);
void plan_reader_move_row(struct plan_reader *r, enum action action);
must_check enum err plan_reader_rest(struct plan_reader *r);
must_check enum err plan_reader_go(struct plan_reader *r, const struct plan_stop *stop);

extern const struct find_ops plan_reader_find;                  // over the stops; state: the reader

#endif
