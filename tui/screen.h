// SPDX-License-Identifier: MIT
// The screen interface, the stack of screens, the loop.
//
// draw() takes const state and does no I/O; act() never paints and says what it wants by bits. The whole screen is drawn
// into curses each time and curses finds the difference.
#ifndef TUI_SCREEN_H
#define TUI_SCREEN_H

#include <stdbool.h>
#include <stddef.h>
#include <wchar.h>

#include "core/action.h"
#include "core/edit.h"
#include "core/err.h"
#include "core/desk.h"
#include "core/paper.h"
#include "core/plan.h"
#include "core/settings.h"
#include "core/store.h"
#include "core/survey.h"
#include "tui/paint.h"
#include "tui/tryout.h"
#include "tui/who.h"

enum screen_result {           // bits of act()
	SCREEN_HANDLED = 1, SCREEN_REDRAW = 2, SCREEN_POP = 4, SCREEN_QUIT = 8,
	SCREEN_RELOAD = 16,    // every open screen reloads its figures (a save, another period or unit)
	SCREEN_REST = 32       // the cursor went on: rest() is to be called once it rests
};

#define DRAWN (SCREEN_HANDLED | SCREEN_REDRAW)   // what most acts say

struct app;
struct burst_marks;
struct copy;
struct term_paste;
struct key {
	wchar_t code;          // of ACTION_TYPE: the character
	enum edit_op edit;     // of ACTION_LINE
	const struct term_paste *paste;   // of ACTION_PASTE: whole
};

struct screen_ops {
	const char *name;      // N_(): shown in row 1
	const char *context;   // keymap context: "list", "entry", or "prompt": a question, where F2 [ ] and what writes do nothing
	bool over;             // drawn over the screen beneath, whose row 1 stays
	size_t size;           // bytes of state, zeroed before open
	enum err (*open)(void *state, struct app *app, const void *arg);    // close() is called after a failure too
	enum err (*load)(void *state);                                  // read the figures again; focus and text stay
	// The cursor rests: read what explains the row it stands on. Until then what explained the row before stands, under its own
	// name; a key that is held down costs a slow link its marker only. Called before any key that does not move. NULL: never.
	enum err (*rest)(void *state);
	void (*draw)(const void *state, struct paint *paint);           // rows 1 .. rows-3; frame draws row 0 and the last two
	// ACTION_NONE: the terminal has another size; fit lists to app->rows and do nothing else. KEY is never NULL.
	unsigned (*act)(void *state, enum action action, const struct key *key);
	bool (*offers)(const void *state, enum action action);          // is this legend slot filled here? NULL: none beyond the frame's
	const char *(*hint)(const void *state);                         // the row above the legend when there is no message
	void (*where)(const void *state, char *out, size_t cap);        // row 1, second word: 全市, 禹州市; NULL: the app's unit
	void (*stands)(const void *state, char *out, size_t cap);       // row 1, before the operator: 填报中7/9; NULL: nothing
	// While true, every printable character is ACTION_TYPE and Left Right Home End Backspace Delete ^A ^E ^U ^K ^W are
	// ACTION_LINE. In context "entry" and false, digits (full-width too) . - / and Han are ACTION_TYPE, letters are shortcuts.
	bool (*editing)(const void *state);
	// Of a text that has come at once where one types: is it a pasted block, that no mark tells of (burst.h)? NULL: never.
	bool (*block)(const void *state, const struct burst_marks *marks);
	// What F1 tells of the focused thing: lines of "label TAB text". NULL: only keys and signs.
	void (*about)(const void *state, char *out, size_t cap);
	// Tells its table for other programs (tui/copy.h), as it is drawn but without marks and bars. NULL: there is none.
	void (*copy)(const void *state, struct copy *out);
	// The focused cell: its element, unit, period into OUT; false: none. NULL: never one.
	bool (*cell)(const void *state, struct entry *out);
	void (*close)(void *state);
	size_t find;           // where in its state its struct find is; 0: nothing to look for, / does nothing
};

#define LOOK_BACK_DAYS 9               // each is taken by one digit
#define LOOK_BACK_WORDS 96
struct look_back_day { int day; char words[LOOK_BACK_WORDS]; };
struct look_back {                  // to a past day (tui/look_back.h), and what stood before
	int day;                        // yyyymmdd; 0: now
	char words[64];                 // row 1
	struct store *store;
	const struct desk *desk;
	const struct paper *paper;
	const char *state;
	int today, period;
	int put;                        // the period put in its place
	struct look_back_day days[LOOK_BACK_DAYS];       // offered when it is asked which
	int days_len;
};
struct past;
struct app {                   // what every screen may know
	struct store *store;
	const struct plan *plan;
	struct plan *fresh;             // the same, for the loop: its targets are read again with the figures; NULL: never
	const struct desk *desk;        // NULL: read-only, and nothing that writes is drawn
	const struct paper *paper;      // files of figures; NULL as DESK
	const struct past *past;        // NULL: the file has no past
	struct look_back back;
	struct tryout tryout;           // what is supposed, over what is stored
	int period, unit, today;        // yyyymm; plan index; yyyymmdd
	enum survey_figures figures;    // which figures are shown where standings are; forms show all
	const struct settings *settings; // NULL: all as the defaults
	bool across;                    // Enter goes to the right in forms of several columns, else down; the roof remembers it
	int idle;                       // seconds without a key after which it ends; 0: never
	bool idled;                     // it has ended for that
	const char *account;            // of the person at the terminal
	struct who who;                 // what the file knows of him; row 1
	void (*begin)(struct app *app); // once, on the first screen before it is drawn; NULL: nothing
	const char *state;              // row 1: 只读, or ""
	int64_t published;              // of a snapshot: when it was made, for row 1; 0: the file itself
	int rows, cols;                 // as paint_rows() and paint_cols() will be; for act(): how many rows a list has
	char message[512];              // cleared at the next key
	bool message_is_error;
	const struct screen_ops *home;  // the first screen
	struct stack *stack;
};

// What is asked of a survey behind a screen: the period, the day and the figures that are looked at, with what is supposed.
// Never of what is written, sent or issued: that is of what is stored.
struct survey_query app_query(const struct app *app);
// The same with all that is keyed in, behind a form.
struct survey_query app_query_keyed(const struct app *app);
// 只含审核通过的数, 含未审核数: which figures APP shows.
const char *app_figures_words(const struct app *app);
// Push a screen; the stack owns it. An error of its open() is shown in the message row and nothing is pushed.
void screen_push(struct app *app, const struct screen_ops *ops, const void *arg);
// From inside its own act(): close the top screen, its state is gone. What act() then returns goes to the screen beneath.
void screen_close(struct app *app);
// From inside act(), once the top screen has closed itself: ACTION as if its key had been pressed on the one beneath.
unsigned screen_perform(struct app *app, enum action action);
// Opens the list of all screens and commands (S11) over the top screen.
unsigned screen_commands(struct app *app);
// Back to the first screen, asking whatever the screens between ask when they are left.
unsigned screen_home(struct app *app);
// A question comes up that nobody asked for with a key: what was typed ahead, until it is drawn, must not answer it, and is
// held until it is let go, after what the question was about is done, or forgotten; then how many keys there were.
void screen_hold_keys(struct app *app);
void screen_release_keys(struct app *app);
int screen_forget_keys(struct app *app);
void screen_message(struct app *app, bool error, const char *format, ...) __attribute__((format(printf, 3, 4)));
unsigned screen_failed(struct app *app, enum err err);       // says a failure there; DRAWN
// Run until the stack is empty or the terminal is gone. ERR_IO when the terminal cannot do it.
must_check enum err screen_run(struct app *app, const struct screen_ops *home, const void *arg);

#endif
