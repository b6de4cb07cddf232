// SPDX-License-Identifier: MIT
// What decode.c (the bytes, piece by piece) and decode_find.c (which encoding they are in) share; nobody else includes this.
#ifndef EXCHANGE_DECODE_PART_H
#define EXCHANGE_DECODE_PART_H

#include <iconv.h>
#include <stdint.h>

#include "exchange/decode.h"

#define DECODE_PIECE 65536
#define DECODE_CUT 4        // bytes of a character, at most

struct decode {
	FILE *in;
	const char *name, *encoding;
	size_t skip;                          // bytes of the BOM
	uint64_t looked, passed;              // fingerprints of the bytes: when they were looked at, of this pass
	iconv_t converter;
	bool first;                           // no piece of this pass was read yet
	size_t cut;                           // bytes at the beginning of RAW: of a character that the last piece left unfinished
	char raw[DECODE_CUT + DECODE_PIECE + 1];
	char text[2 * (DECODE_CUT + DECODE_PIECE) + 1];     // 2 bytes of GB18030 are at most 3 of UTF-8, 4 are 4
};
extern const char decode_utf8[], decode_gb18030[];     // what ENCODING is, to be compared as pointers

void decode_rewind(struct decode *decode);
must_check enum err decode_read_piece(struct decode *decode, size_t *len);       // behind what was cut off; 0 at the end
void decode_keep_cut(struct decode *decode, const char *from, size_t len);       // comes again before the next piece
// The next piece as UTF-8. *BAD: the bytes do not hold in the encoding.
must_check enum err decode_next_piece(struct decode *decode, const char **text, size_t *len, bool *bad);
// Look at all bytes; ENCODING: what the person says of them, NULL nothing.
must_check enum err decode_find_encoding(struct decode *decode, const char *encoding);

#endif
