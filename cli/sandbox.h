// SPDX-License-Identifier: MIT
// The wall around duibiao-view: once inside, a mistake in ncurses, SQLite or our own code that runs foreign code can read what
// readers see anyway, and do nothing else. Only the read-only program links it (libseccomp).
#ifndef CLI_SANDBOX_H
#define CLI_SANDBOX_H

#include <stdbool.h>

#include "core/err.h"

struct sandbox {
	const char *file;       // the snapshot: its folder stays readable, for the next one
	bool optional;          // go on where the kernel has neither wall; else ERR_REFUSED
	bool files, calls;      // out: landlock stands, the list of system calls stands
};
// For good, of this process and whatever it might start. After the terminal and the file are open, before a byte of input is
// read. ERR_REFUSED, ERR_IO with a sentence.
must_check enum err sandbox_enter(struct sandbox *sandbox);

#endif
