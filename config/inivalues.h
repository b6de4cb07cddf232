// SPDX-License-Identifier: MIT
// The values of a scanned INI file, as libiniparser reads them. The only caller of the library.
//
// The scanned bytes go to it through a memfd, so that what was scanned is what is read, whatever happens to the file
// meanwhile. Only its string getter is used: the numeric ones crash on some input (CVE-2023-33461) and read "12abc" as 12.
#ifndef CONFIG_INIVALUES_H
#define CONFIG_INIVALUES_H

#include "config/iniscan.h"
#include "core/err.h"

struct inivalues;
must_check enum err inivalues_load(const struct iniscan *scan, struct inivalues **out);
void inivalues_free(struct inivalues *values);
// NULL when there is none (also where the scan found a mistake). Borrowed.
const char *inivalues_get(const struct inivalues *values, const char *section, const char *key);

#endif
