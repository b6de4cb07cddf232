// SPDX-License-Identifier: MIT
// A real program in a real pseudo terminal, looked at through libvterm.
//
// Its environment is its own: TERM LC_ALL LANGUAGE TZ HOME and the XDG folders in a temporary folder, and nothing else.
// Tests wait for a state of the screen, with a limit; they never sleep and never wait for silence. Whatever does not come in
// time fails the test, with the screen as it was.
#ifndef TESTS_SCREEN_HARNESS_H
#define TESTS_SCREEN_HARNESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/types.h>

#define HARNESS_LIMIT_MS 20000     // of every wait; long, for a slow machine: what comes is not waited for any longer

struct harness;
struct harness_cell {
	char text[64];                 // UTF-8; "" of an empty cell and of the right half of a wide one
	int width;
	bool bold, reverse, underline, blink;
	int fg, bg;                    // 0..255; -1 the terminal's own, -2 a direct colour
};

// ARGV ends with NULL; argv[0] is the path of the program. FOLDER holds HOME and the XDG folders; NULL: a new one, removed by
// harness_stop. EXTRA (NULL: none) ends with NULL: "NAME=value" added or replaced, "NAME" taken away.
struct harness *harness_start(const char *const *argv, int rows, int cols);
struct harness *harness_start_with(const char *const *argv, int rows, int cols, const char *folder, const char *const *extra);
void harness_stop(struct harness *h);      // kills what still runs, frees

// A new temporary folder, owned text, and taking it away with all that is in it.
char *harness_folder_new(void);
void harness_folder_remove(char *folder);
const char *harness_folder(const struct harness *h);
// Before the first wait: the terminal is of CODESET (GBK, UTF-8); WIDE: it draws ambiguous characters of UTF-8 two cells wide.
// A blank follows such a character on the screen that the test sees. What is typed is converted.
void harness_terminal(struct harness *h, const char *codeset, bool wide);
// LOCALE (zh_CN.GBK) in a folder of its own, owned; give it to the program as LOCPATH.
char *harness_locale_new(const char *locale);
// FOLDER/NAME: data/duibiao/plan.db, state/duibiao/... Owned.
char *harness_path(const struct harness *h, const char *name);

// Keys by name, blank-separated, with *N for repetition: "F6 Down*3 Enter ^A 5 Esc". Names: F1-F12 Enter Tab BackTab BackSpace
// Esc Up Down Left Right Home End PgUp PgDn Ins Del Space ^A-^Z; anything else is typed as it stands.
void harness_send(struct harness *h, const char *keys);
void harness_type(struct harness *h, const char *text);                     // characters as an input method hands them over
void harness_send_bytes(struct harness *h, const char *bytes, size_t len);  // raw
void harness_resize(struct harness *h, int rows, int cols);
void harness_signal(struct harness *h, int signal);
pid_t harness_pid(const struct harness *h);

// Waiting. The macros name the line of the test.
#define harness_wait(h, text) harness_wait_at(h, text, true, __FILE__, __LINE__)            // TEXT stands somewhere
#define harness_wait_gone(h, text) harness_wait_at(h, text, false, __FILE__, __LINE__)      // nowhere any more
#define harness_wait_row(h, row, text) harness_wait_row_at(h, row, text, __FILE__, __LINE__)   // ROW holds TEXT
#define harness_wait_cursor(h, row, col) harness_wait_cursor_at(h, row, col, __FILE__, __LINE__)
#define harness_wait_until(h, holds, ctx) harness_wait_until_at(h, holds, ctx, #holds, __FILE__, __LINE__)
#define harness_wait_exit(h) harness_wait_exit_at(h, __FILE__, __LINE__)
void harness_wait_at(struct harness *h, const char *text, bool there, const char *file, int line);
void harness_wait_row_at(struct harness *h, int row, const char *text, const char *file, int line);
void harness_wait_cursor_at(struct harness *h, int row, int col, const char *file, int line);
typedef bool harness_holds(struct harness *h, void *ctx);
void harness_wait_until_at(struct harness *h, harness_holds *holds, void *ctx, const char *what, const char *file, int line);
int harness_wait_exit_at(struct harness *h, const char *file, int line);   // exit status, or 128 + signal
// For a measured absence: read what comes within MS; false when nothing did. Not for synchronisation.
bool harness_read(struct harness *h, int ms);

// The screen as it is. Texts are borrowed until the next call of the same function; blanks at the end are off.
int harness_rows(const struct harness *h);
int harness_cols(const struct harness *h);
const char *harness_row(struct harness *h, int row);
bool harness_find(struct harness *h, const char *text, int *row, int *col);      // first place, top down; cells
struct harness_cell harness_cell(struct harness *h, int row, int col);
void harness_cursor(const struct harness *h, int *row, int *col, bool *visible);
char *harness_snapshot(struct harness *h);         // all rows, days as ####-##-##, times as ##:##: for goldens. Owned
void harness_dump(struct harness *h, FILE *out);
const char *harness_output(const struct harness *h, size_t *len);   // every byte that came

#endif
