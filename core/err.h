// SPDX-License-Identifier: MIT
// Error codes and the one message that goes with the latest failure.
//
// A fallible function returns enum err and leaves its sentence by err_set(); the place where the person is
// (a screen's message row, main's stderr) shows err_message(). Codes decide what to do, sentences tell people.
#ifndef CORE_ERR_H
#define CORE_ERR_H

// name, exit status of a command that ends with it (product.md: 1 findings, 2 usage, 3 file unusable, 4 refused)
#define ERR_LIST(X) \
	X(OK, 0)        /* done */ \
	X(MEMORY, 3)    /* no memory */ \
	X(OVERFLOW, 4)  /* a figure left the range that is computed exactly */ \
	X(INPUT, 2)     /* what was typed, or a file of figures or plan, does not hold */ \
	X(USAGE, 2)     /* wrong call of a command */ \
	X(FINDINGS, 1)  /* it ran, and there is something to report */ \
	X(MISSING, 3)   /* there is no such file */ \
	X(FOREIGN, 3)   /* not a file of ours */ \
	X(NEWER, 3)     /* made by a later duibiao */ \
	X(DAMAGED, 3)   /* ours, and broken */ \
	X(IO, 3)        /* the system refused: disk full, no right, network file system ... */ \
	X(BUSY, 4)      /* another desk holds the file */ \
	X(READONLY, 4)  /* opened for reading only */ \
	X(CONFLICT, 4)  /* the cell has changed since it was read */ \
	X(REFUSED, 4)   /* the rules of entry forbid it */

enum err {
#define X(name, status) ERR_##name,
	ERR_LIST(X)
#undef X
};

#define must_check __attribute__((warn_unused_result))

// Keep a sentence (already translated, printf-formatted, cut at 1 KiB on a character) and return CODE.
enum err err_set(enum err code, const char *format, ...) __attribute__((format(printf, 2, 3)));
// The sentence of the latest failure; "" after none. Borrowed, valid until the next err_set.
const char *err_message(void);
// The exit status that a command gives for CODE.
int err_exit_status(enum err code);

#endif
