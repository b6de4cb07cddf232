// SPDX-License-Identifier: MIT
// The bytes of a text file as desks save it, to UTF-8: with BOM, without, or as GB18030 (what Chinese Excel writes).
//
// A BOM decides; else the whole file must be strict UTF-8 or strict GB18030. A short text can be both: then the words that
// the format itself uses decide, else it is refused and the person says which.
//
// A file is looked at whole first and then read piece by piece, as often as asked: of a file of any size no more than one
// piece is in memory. A pass ends in ERR_INPUT when its bytes are not those that were looked at.
#ifndef EXCHANGE_DECODE_H
#define EXCHANGE_DECODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "core/err.h"

struct decode;
// IN a file that can be read from its beginning again, NAME for messages; both are the caller's and stay until decode_close.
// ENCODING as the person named it (utf-8, gb18030, gbk), NULL: find out. ERR_INPUT with a sentence about NAME: another encoding,
// an Excel file, NUL bytes, undecided.
must_check enum err decode_open(FILE *in, const char *name, const char *encoding, struct decode **out);
const char *decode_encoding(const struct decode *decode);            // "UTF-8" or "GB18030"
const char *decode_name(const struct decode *decode);
// From the beginning.
must_check enum err decode_start(struct decode *decode);
// The next piece, valid until the next call; *LEN 0: it has ended. A character may be cut in two.
must_check enum err decode_next(struct decode *decode, const char **text, size_t *len);
void decode_close(struct decode *decode);

// What ENCODING names, NULL: UTF-8. ERR_USAGE when there is no such.
must_check enum err decode_is_gb18030(const char *encoding, bool *out);
// The other way, on request: UTF-8 to GB18030, which has a place for every character. *OUT owned.
must_check enum err decode_to_gb18030(const char *text, size_t len, char **out, size_t *out_len);

#endif
