// SPDX-License-Identifier: MIT
// the code of findings_text.h.
#include "core/findings_text.h"

#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"

#define PIECE 32768                      // larger than any text

struct findings_piece {
	struct findings_piece *before;
	size_t len, cap;
	char bytes[];
};

static enum err add_piece(struct findings_texts *texts, size_t least)
{
	size_t cap = least > PIECE ? least : PIECE;
	struct findings_piece *piece = malloc(sizeof *piece + cap);
	if (piece == NULL)
		return err_set(ERR_MEMORY, "%s", _("out of memory"));
	*piece = (struct findings_piece){ .before = texts->newest, .cap = cap };
	texts->newest = piece;
	return ERR_OK;
}

enum err findings_texts_keep(struct findings_texts *texts, const char *text, const char *last, const char **out)
{
	size_t size = strlen(text) + 1;
	*out = size == 1 ? "" : last;
	if (size == 1 || (last != NULL && strcmp(text, last) == 0))
		return ERR_OK;
	if (texts->newest == NULL || texts->newest->cap - texts->newest->len < size) {
		enum err err = add_piece(texts, size);
		if (err != ERR_OK)
			return err;
	}
	struct findings_piece *piece = texts->newest;
	*out = memcpy(piece->bytes + piece->len, text, size);
	piece->len += size;
	return ERR_OK;
}

void findings_texts_done(struct findings_texts *texts)
{
	while (texts->newest != NULL) {
		struct findings_piece *before = texts->newest->before;
		free(texts->newest);
		texts->newest = before;
	}
}
