// SPDX-License-Identifier: MIT
// The database's numbers to rows: filled once, sealed, then asked.
#ifndef CORE_ID_MAP_H
#define CORE_ID_MAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/err.h"

struct id_row { int64_t id; int row; };
struct id_map {                      // all zero: empty
	struct id_row *pairs;        // ascending by id once it is sealed
	size_t len, cap;
	bool disordered;             // while it is filled
};
must_check enum err id_map_put(struct id_map *map, int64_t id, int row);
void id_map_seal(struct id_map *map);
bool id_map_find(const struct id_map *map, int64_t id, int *row);
void id_map_done(struct id_map *map);

#endif
