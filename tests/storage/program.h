// SPDX-License-Identifier: MIT
// Running the built program as a person's shell does: own environment, no terminal, what it said and how it ended.
#ifndef TESTS_STORAGE_PROGRAM_H
#define TESTS_STORAGE_PROGRAM_H

#include <stddef.h>
#include <sys/types.h>

struct program_result {
	int status;              // exit status; 128 + signal when it was killed
	char *out, *err;         // owned by the runner until the next run
	size_t out_len;
};

// $DUIBIAO_BIN, else build/$VARIANT/bin/duibiao.
const char *program_path(void);
// Another variable of the environment for the runs that follow; VALUE NULL takes it out. The environment is otherwise
// PATH, HOME (the fixture's folder), TZ, LC_ALL=C.UTF-8, LANGUAGE=en.
void program_setenv(const char *name, const char *value);
void program_reset(void);
// The program with the arguments given, without a terminal; the list is closed by the macro.
#define program_run(...) program_run_list((const char *const[]){__VA_ARGS__, NULL})
struct program_result program_run_list(const char *const arguments[]);
// The same with standard output on PATH.
struct program_result program_run_onto(const char *path, const char *const arguments[]);
// Only begun, for a test that ends it or waits for it itself; what it says is not kept.
#define program_start(...) program_start_list((const char *const[]){__VA_ARGS__, NULL})
pid_t program_start_list(const char *const arguments[]);

// What the runs that follow read from standard input; BYTES NULL: nothing.
void program_answers(const char *bytes, size_t len);

// The bytes of a file, owned by the caller; NULL when it cannot be read.
char *program_bytes(const char *path, size_t *len);
// The value of KEY in the standing of ID of a JSON report, without blanks, as written: 470, null, "no_base", {...}.
void program_standing(const char *json, const char *id, const char *key, char *out, size_t cap);

#endif
