// SPDX-License-Identifier: MIT
// Our own scan of an INI file before libiniparser sees it.
//
// libiniparser cuts values at ; and #, forgets doubles, joins lines at a backslash, gives up a whole file without a line
// number and crashes on [a:b]. So each of these is found here first, with its line and its cure, and the library is given
// only lines that it reads in one way: bad lines are emptied, and reading can go on to find further mistakes.
#ifndef CONFIG_INISCAN_H
#define CONFIG_INISCAN_H

#include <stdbool.h>
#include <stddef.h>

#include "core/err.h"

#define INISCAN_LINE 1000              // bytes a line may hold; the library's buffer is 1024
#define INISCAN_BYTES (4 << 20)        // of a file
#define INISCAN_SECTIONS 5000          // the library's time grows with the square of sections and keys
#define INISCAN_KEYS 40000

struct iniscan_key {
	char *name;
	int section, line;
	bool bad;                      // its line has a mistake: the key is there, its value cannot be read
	size_t at, len;                // its line in text
};
struct iniscan_section {
	char *name;
	int line;
	int first, len;                // its keys
	bool bad;
	bool torn;                     // a line below it could not be read as a key: which one is not known
	size_t at, bytes;              // its heading in text
};
struct iniscan {
	char *text;                    // what the library may be given: no BOM, no comments, LF ends, bad lines emptied
	size_t len;
	struct iniscan_section *sections;
	int sections_len, sections_cap;
	struct iniscan_key *keys;
	int keys_len, keys_cap;
};

// One mistake: SECTION and KEY are "" where it stands in none. TEXT is translated. All borrowed.
typedef void iniscan_fault_fn(void *ctx, int line, const char *section, const char *key, const char *text);

// ERR_OK also when FAULT has been told of mistakes. ERR_INPUT when nothing can be read further (not UTF-8, a NUL, too
// large; FAULT was told). *OUT is to be given to iniscan_done in every case.
must_check enum err iniscan_read(const char *bytes, size_t len, iniscan_fault_fn *fault, void *ctx, struct iniscan *out);
void iniscan_done(struct iniscan *scan);
// Row in keys of NAME in SECTION, -1 when it is not there.
int iniscan_find(const struct iniscan *scan, int section, const char *name);

#endif
