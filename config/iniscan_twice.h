// SPDX-License-Identifier: MIT
// Keys and sections that stand twice in a scanned INI file: the library would keep the last and say nothing. Private to
// config/iniscan*.c.
#ifndef CONFIG_INISCAN_TWICE_H
#define CONFIG_INISCAN_TWICE_H

#include "config/iniscan.h"

// Tells each, and empties in OUT's text every line that is bad: the later ones of doubles, and what a bad heading governs.
must_check enum err iniscan_check_twice(struct iniscan *out, iniscan_fault_fn *fault, void *ctx);

#endif
