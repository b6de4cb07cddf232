// SPDX-License-Identifier: MIT
// The bytes of a text file as desks save it, to UTF-8: with BOM, without, or as GB18030 (what Chinese Excel writes).
//
// A BOM decides; else the whole file must be strict UTF-8 or strict GB18030. A short text can be both: then the words that
// the format itself uses decide, else it is refused and the person says which.
#ifndef EXCHANGE_DECODE_H
#define EXCHANGE_DECODE_H

#include <stdbool.h>
#include <stddef.h>

#include "core/err.h"

// ENCODING as the person named it (utf-8, gb18030, gbk), NULL: find out. *OUT owned, NUL behind it; *WHICH "UTF-8" or
// "GB18030". ERR_INPUT with a sentence about NAME: another encoding, an Excel file, NUL bytes, undecided.
must_check enum err decode_text(
	const char *name, const char *bytes, size_t len, const char *encoding, char **out, const char **which);

// What ENCODING names, NULL: UTF-8. ERR_USAGE when there is no such.
must_check enum err decode_is_gb18030(const char *encoding, bool *out);
// The other way, on request: UTF-8 to GB18030, which has a place for every character. *OUT owned.
must_check enum err decode_to_gb18030(const char *text, size_t len, char **out, size_t *out_len);

#endif
