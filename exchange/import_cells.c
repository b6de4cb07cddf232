// SPDX-License-Identifier: MIT
// See import_cells.h. Cells of one element and period whose units stand together in the plan share a block, for files speak of
// many units at once; blocks are found by hashing.
#include "exchange/import_cells.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

#include "core/i18n.h"

#define BLOCK 32                             // units
#define FIRST_SLOTS 64
#define RUN -1                               // as a group: the block of what is known of all units

struct block { int element, period, group; int lines[BLOCK]; };
struct import_cells {
	struct block **slots;                // a power of two, at most three quarters used
	size_t len, size;
	struct block *newest, *run;          // most often it is these again
};

static enum err no_memory(void)
{
	return err_set(ERR_MEMORY, "%s", _("no memory"));
}

static bool is_of(const struct block *block, const struct block *key)
{
	return block->element == key->element && block->period == key->period && block->group == key->group;
}

static struct block **slot_of(const struct import_cells *cells, const struct block *key)
{
	uint64_t hash = ((uint64_t)(unsigned)key->element * 1000003U + (unsigned)key->period) * 1000003U + (unsigned)key->group;
	size_t at = (size_t)(hash * UINT64_C(0x9E3779B97F4A7C15) >> 32) & (cells->size - 1);
	while (cells->slots[at] != NULL && !is_of(cells->slots[at], key))
		at = (at + 1) & (cells->size - 1);
	return &cells->slots[at];
}

static enum err grow(struct import_cells *cells)
{
	struct import_cells more = {calloc(2 * cells->size, sizeof(struct block *)), cells->len, 2 * cells->size, cells->newest, cells->run};
	if (more.slots == NULL)
		return no_memory();
	for (size_t i = 0; i < cells->size; i++)
		if (cells->slots[i] != NULL)
			*slot_of(&more, cells->slots[i]) = cells->slots[i];
	free(cells->slots);
	*cells = more;
	return ERR_OK;
}

static enum err find(struct import_cells *cells, const struct block *key, struct block **newest)
{
	if (*newest != NULL && is_of(*newest, key))
		return ERR_OK;
	enum err err = 4 * cells->len >= 3 * cells->size ? grow(cells) : ERR_OK;
	if (err != ERR_OK)
		return err;
	struct block **slot = slot_of(cells, key);
	if (*slot == NULL) {
		*slot = malloc(sizeof **slot);
		if (*slot == NULL)
			return no_memory();
		**slot = *key;
		cells->len++;
	}
	*newest = *slot;
	return ERR_OK;
}

enum err import_cells_new(struct import_cells **out)
{
	struct import_cells *cells = calloc(1, sizeof *cells);
	*out = NULL;
	if (cells == NULL)
		return no_memory();
	cells->size = FIRST_SLOTS;
	cells->slots = calloc(cells->size, sizeof(struct block *));
	if (cells->slots == NULL) {
		free(cells);
		return no_memory();
	}
	*out = cells;
	return ERR_OK;
}

enum err import_cells_mark(struct import_cells *cells, int element, int unit, int period, int line, int *before)
{
	const struct block key = {.element = element, .period = period, .group = unit / BLOCK};
	enum err err = find(cells, &key, &cells->newest);
	if (err != ERR_OK)
		return err;
	int *said = &cells->newest->lines[unit % BLOCK];
	*before = *said;
	*said = line;
	return ERR_OK;
}

enum err import_cells_run(struct import_cells *cells, int element, int period, int **known)
{
	const struct block key = {.element = element, .period = period, .group = RUN};
	enum err err = find(cells, &key, &cells->run);
	if (err == ERR_OK)
		*known = &cells->run->lines[0];
	return err;
}

void import_cells_free(struct import_cells *cells)
{
	if (cells == NULL)
		return;
	for (size_t i = 0; i < cells->size; i++)
		free(cells->slots[i]);
	free(cells->slots);
	free(cells);
}
