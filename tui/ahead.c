// SPDX-License-Identifier: MIT
#include "tui/ahead.h"

#include <stdlib.h>

static void drop(const struct term_key *key)
{
	if (key->function && key->code == TERM_PASTED)
		free(term_take_paste());
}

static bool make_room(struct ahead *ahead)
{
	int cap = ahead->cap > 0 ? 2 * ahead->cap : 64;
	struct term_key *larger = ahead->len < ahead->cap ? ahead->keys : realloc(ahead->keys, (size_t)cap * sizeof *larger);
	if (larger == NULL)
		return false;
	if (ahead->len == ahead->cap)
		ahead->cap = cap;
	ahead->keys = larger;
	return true;
}

bool ahead_add(struct ahead *ahead, const struct term_key *key)
{
	bool room = make_room(ahead);
	if (room)
		ahead->keys[ahead->len++] = *key;
	else
		drop(key);
	return room;
}

void ahead_gather(struct ahead *ahead, bool escaped)
{
	struct term_key key;
	while (term_key_waits(escaped, &key))
		ahead_add(ahead, &key);
	ahead->asked = false;
	ahead->held = true;
}

bool ahead_next(struct ahead *ahead, struct term_key *key)
{
	if (ahead->held || ahead->at == ahead->len)
		return false;
	*key = ahead->keys[ahead->at++];
	if (ahead->at == ahead->len)
		ahead->at = ahead->len = 0;
	return true;
}

int ahead_forget(struct ahead *ahead)
{
	int waited = ahead->len - ahead->at;
	for (int i = ahead->at; i < ahead->len; i++)
		drop(&ahead->keys[i]);
	free(ahead->keys);
	*ahead = (struct ahead){0};
	return waited;
}
