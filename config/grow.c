// SPDX-License-Identifier: MIT
// See grow.h.
#include "config/grow.h"

#include <stdlib.h>
#include <string.h>

#include "core/err.h"
#include "core/i18n.h"

void *config_grow(void *array, int len, int *cap, size_t size)
{
	char *grown = array;
	if (len >= *cap) {
		int wanted = *cap < 8 ? 16 : *cap * 2;
		grown = realloc(array, (size_t)wanted * size);
		if (grown == NULL) {
			(void)err_set(ERR_MEMORY, _("there is no memory left"));
			return NULL;
		}
		*cap = wanted;
	}
	memset(grown + (size_t)len * size, 0, size);
	return grown;
}
