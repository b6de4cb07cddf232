// SPDX-License-Identifier: MIT
// See plan_index.h. Words are hashed, for a plan may hold thousands of units and every row of an import looks one up; the
// children of all units lie in one array, a slice a unit.
#include "core/plan_index.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"
#include "core/id_map.h"

struct word_map {
	const char **words;              // NULL: free slot
	int *rows;
	size_t mask;                     // slots - 1; slots is a power of two, at least twice the words
};
struct plan_index {
	struct word_map words[PLAN_WORDS];
	struct id_map ids[PLAN_IDS];
	int *children;                   // unit rows, grouped by parent, official order within
	int *first;                      // units_len + 1 offsets into children
	int *leaves; int leaves_len;
	int units_len;
};

static size_t hash(const char *word)
{
	uint64_t h = UINT64_C(14695981039346656037);     // FNV-1a
	for (; *word != '\0'; word++)
		h = (h ^ (unsigned char)*word) * UINT64_C(1099511628211);
	return (size_t)(h ^ h >> 32);
}

static enum err map_init(struct word_map *map, int words)
{
	size_t slots = 8;
	while (slots < 2 * (size_t)words + 2)
		slots *= 2;
	map->words = calloc(slots, sizeof *map->words);
	map->rows = calloc(slots, sizeof *map->rows);
	map->mask = slots - 1;
	return map->words != NULL && map->rows != NULL ? ERR_OK : err_set(ERR_MEMORY, _("there is no memory left"));
}

static size_t map_slot(const struct word_map *map, const char *word)
{
	size_t i = hash(word) & map->mask;
	while (map->words[i] != NULL && strcmp(map->words[i], word) != 0)
		i = (i + 1) & map->mask;
	return i;
}

// The first row that bears a word keeps it: codes are put in before names, names before short forms.
static void map_put(struct word_map *map, const char *word, int row)
{
	if (word == NULL || *word == '\0')
		return;
	size_t i = map_slot(map, word);
	if (map->words[i] != NULL)
		return;
	map->words[i] = word;
	map->rows[i] = row;
}

// Fill one map from the member FIELD of the rows of ARRAY.
#define MAP_ROWS(map, array, len, field) \
	do { \
		for (int row = 0; row < (len); row++) \
			map_put(map, (array)[row].field, row); \
	} while (0)

static enum err words_init(struct plan_index *index, const struct plan *plan)
{
	const int sizes[PLAN_WORDS] = {
		[PLAN_WORDS_UNIT] = plan->units_len, [PLAN_WORDS_UNIT_NAME] = 3 * plan->units_len,
		[PLAN_WORDS_ELEMENT] = plan->elements_len, [PLAN_WORDS_ELEMENT_NAME] = 3 * plan->elements_len,
		[PLAN_WORDS_INDICATOR] = plan->indicators_len, [PLAN_WORDS_PLACE] = plan->places_len,
		[PLAN_WORDS_OUTLINE] = plan->outlines_len,
	};
	struct word_map *words = index->words;
	for (int kind = 0; kind < PLAN_WORDS; kind++) {
		enum err err = map_init(&words[kind], sizes[kind]);
		if (err != ERR_OK)
			return err;
	}
	MAP_ROWS(&words[PLAN_WORDS_UNIT], plan->units, plan->units_len, code);
	MAP_ROWS(&words[PLAN_WORDS_UNIT_NAME], plan->units, plan->units_len, code);
	MAP_ROWS(&words[PLAN_WORDS_UNIT_NAME], plan->units, plan->units_len, name);
	MAP_ROWS(&words[PLAN_WORDS_UNIT_NAME], plan->units, plan->units_len, short_name);
	MAP_ROWS(&words[PLAN_WORDS_ELEMENT], plan->elements, plan->elements_len, code);
	MAP_ROWS(&words[PLAN_WORDS_ELEMENT_NAME], plan->elements, plan->elements_len, code);
	MAP_ROWS(&words[PLAN_WORDS_ELEMENT_NAME], plan->elements, plan->elements_len, name);
	MAP_ROWS(&words[PLAN_WORDS_ELEMENT_NAME], plan->elements, plan->elements_len, short_name);
	MAP_ROWS(&words[PLAN_WORDS_INDICATOR], plan->indicators, plan->indicators_len, code);
	MAP_ROWS(&words[PLAN_WORDS_PLACE], plan->places, plan->places_len, code);
	MAP_ROWS(&words[PLAN_WORDS_OUTLINE], plan->outlines, plan->outlines_len, code);
	return ERR_OK;
}

static enum err put_id(struct id_map *map, int64_t id, int row)
{
	return id != 0 ? id_map_put(map, id, row) : ERR_OK;      // not stored yet
}

// Fill one map from the ids of the rows of ARRAY.
#define ID_ROWS(map, array, len, err) \
	do { \
		for (int row = 0; row < (len) && (err) == ERR_OK; row++) \
			(err) = put_id(map, (array)[row].id, row); \
		id_map_seal(map); \
	} while (0)

static enum err all_ids_init(struct plan_index *index, const struct plan *plan)
{
	enum err err = ERR_OK;
	ID_ROWS(&index->ids[PLAN_IDS_UNIT], plan->units, plan->units_len, err);
	ID_ROWS(&index->ids[PLAN_IDS_ELEMENT], plan->elements, plan->elements_len, err);
	ID_ROWS(&index->ids[PLAN_IDS_INDICATOR], plan->indicators, plan->indicators_len, err);
	return err;
}

// A counting sort by parent keeps the official order within each parent.
static enum err children_init(struct plan_index *index, const struct plan *plan)
{
	int n = plan->units_len;
	index->units_len = n;
	index->first = calloc((size_t)n + 2, sizeof *index->first);
	index->children = calloc((size_t)n + 1, sizeof *index->children);
	index->leaves = calloc((size_t)n + 1, sizeof *index->leaves);
	if (index->first == NULL || index->children == NULL || index->leaves == NULL)
		return err_set(ERR_MEMORY, _("there is no memory left"));
	for (int unit = 0; unit < n; unit++)
		if (plan->units[unit].parent != PLAN_NONE)
			index->first[plan->units[unit].parent + 2]++;
	for (int unit = 2; unit <= n + 1; unit++)
		index->first[unit] += index->first[unit - 1];
	for (int unit = 0; unit < n; unit++)
		if (plan->units[unit].parent != PLAN_NONE)
			index->children[index->first[plan->units[unit].parent + 1]++] = unit;
	for (int unit = 0; unit < n; unit++)
		if (index->first[unit] == index->first[unit + 1] && !plan->units[unit].compare)
			index->leaves[index->leaves_len++] = unit;
	return ERR_OK;
}

enum err plan_index_new(const struct plan *plan, struct plan_index **out)
{
	struct plan_index *index = calloc(1, sizeof *index);
	if (index == NULL)
		return err_set(ERR_MEMORY, _("there is no memory left"));
	enum err err = words_init(index, plan);
	if (err == ERR_OK)
		err = all_ids_init(index, plan);
	if (err == ERR_OK)
		err = children_init(index, plan);
	if (err == ERR_OK)
		*out = index;
	else
		plan_index_free(index);
	return err;
}

void plan_index_free(struct plan_index *index)
{
	if (index == NULL)
		return;
	for (int kind = 0; kind < PLAN_WORDS; kind++) {
		free(index->words[kind].words);
		free(index->words[kind].rows);
	}
	for (int kind = 0; kind < PLAN_IDS; kind++)
		id_map_done(&index->ids[kind]);
	free(index->children);
	free(index->first);
	free(index->leaves);
	free(index);
}

int plan_index_word(const struct plan_index *index, enum plan_words kind, const char *word)
{
	const struct word_map *map = &index->words[kind];
	size_t i = map_slot(map, word);
	return map->words[i] != NULL ? map->rows[i] : PLAN_NONE;
}

int plan_index_id(const struct plan_index *index, enum plan_ids kind, int64_t id)
{
	int row;
	return id_map_find(&index->ids[kind], id, &row) ? row : PLAN_NONE;
}

const int *plan_index_children(const struct plan_index *index, int unit, int *len)
{
	assert(unit >= 0 && unit < index->units_len);
	*len = index->first[unit + 1] - index->first[unit];
	return index->children + index->first[unit];
}

const int *plan_index_leaves(const struct plan_index *index, int *len)
{
	*len = index->leaves_len;
	return index->leaves;
}
