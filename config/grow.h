// SPDX-License-Identifier: MIT
// Arrays that grow while a file is read.
#ifndef CONFIG_GROW_H
#define CONFIG_GROW_H

#include <stddef.h>

// ARRAY with room for one more than LEN elements of SIZE bytes; *CAP follows. NULL when there is no memory (ARRAY then
// still stands; the sentence is set). The new element is zeroed.
void *config_grow(void *array, int len, int *cap, size_t size);

#endif
