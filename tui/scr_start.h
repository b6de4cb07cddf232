// SPDX-License-Identifier: MIT
// S13: the program cannot start with its file. What is wrong in one sentence, and numbered ways out.
//
// The roof asks, does what was chosen and tries again; the screen itself touches no file.
#ifndef TUI_SCR_START_H
#define TUI_SCR_START_H

#include "core/err.h"
#include "core/settings.h"

enum start_case {
	START_NO_FILE,           // the default file is not there yet
	START_NO_SUCH_FILE,      // a file was named and is not there
	START_FOREIGN,           // ERR_FOREIGN
	START_NEWER,             // ERR_NEWER
	START_DAMAGED,           // ERR_DAMAGED
	START_BUSY,              // ERR_BUSY
	START_NOT_WRITABLE,      // readable, but no right to write it (or its folder), or a network file system
	START_UNUSABLE,          // any other ERR_IO
	START_LOCALE             // the environment's locale does not exist or has no Han, C.UTF-8 is used; asked in English, in ASCII
};
enum start_choice {
	START_QUIT,              // Esc, F3, or the terminal has gone
	START_CREATE,            // make the file at PATH from the plan and figures that are shipped
	START_CREATE_SHARED,     // make a shared one at TYPED
	START_OPEN_OTHER,        // open TYPED
	START_RETRY,             // the same again
	START_BROWSE,            // open PATH read-only
	START_DEMO,              // open a scratch file with invented figures; PATH is not made
	START_GO_ON              // of START_LOCALE: start all the same
};

#define START_PATH 4096
struct start {
	enum start_case situation;
	const char *path;        // the file, as shown; of START_LOCALE the name of the locale
	const char *why;         // err_message() of the failure, or ""
	enum start_choice choice;
	char typed[START_PATH];  // of CREATE_SHARED and OPEN_OTHER, as typed: "~/" not expanded
};
// Opens the terminal unless it is open already, and leaves it as found. ERR_IO: it cannot be used (say START->why on stderr).
must_check enum err scr_start_ask(struct start *start, const struct settings *settings);

#endif
