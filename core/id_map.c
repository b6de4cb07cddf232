// SPDX-License-Identifier: MIT
// See id_map.h. Numbers are given one after the other, so nearly always they come in order and without gaps: nothing is
// sorted then, and a row is where it would be without a gap.
#include "core/id_map.h"

#include <stdlib.h>

#include "core/i18n.h"

static int compare_ids(const void *a, const void *b)
{
	const struct id_row *x = a, *y = b;
	return (x->id > y->id) - (x->id < y->id);
}

enum err id_map_put(struct id_map *map, int64_t id, int row)
{
	if (map->len == map->cap) {
		size_t cap = map->cap == 0 ? 16 : 2 * map->cap;
		struct id_row *pairs = realloc(map->pairs, cap * sizeof *pairs);
		if (pairs == NULL)
			return err_set(ERR_MEMORY, _("there is no memory left"));
		map->pairs = pairs;
		map->cap = cap;
	}
	map->disordered = map->disordered || (map->len > 0 && map->pairs[map->len - 1].id > id);
	map->pairs[map->len++] = (struct id_row){ id, row };
	return ERR_OK;
}

void id_map_seal(struct id_map *map)
{
	if (map->disordered)
		qsort(map->pairs, map->len, sizeof *map->pairs, compare_ids);
}

bool id_map_find(const struct id_map *map, int64_t id, int *row)
{
	if (map->len == 0)
		return false;
	size_t near = (size_t)id - (size_t)map->pairs[0].id;
	const struct id_row key = { id, 0 }, *found = near < map->len && map->pairs[near].id == id ? &map->pairs[near] :
		bsearch(&key, map->pairs, map->len, sizeof key, compare_ids);
	if (found != NULL)
		*row = found->row;
	return found != NULL;
}

void id_map_done(struct id_map *map)
{
	free(map->pairs);
	*map = (struct id_map){ 0 };
}
