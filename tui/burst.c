// SPDX-License-Identifier: MIT
// the code of burst.h.
#include "tui/burst.h"

#include <stdlib.h>

#include "core/text.h"
#include "tui/term_paste.h"

#define PAUSE 50                 // ms after which a block has ended
#define MOST_KEYS 4096           // taken as keys at once

struct burst {
	struct ahead *ahead;
	struct burst_marks marks, pending;       // pending: parts it from the next character, if one comes
	bool ended;                              // a cell has: Esc and a digit are an F key again
	bool text;                               // all so far
};

static void note(struct burst *b, const struct term_key *key)
{
	b->ended = !key->function && (key->code == '\t' || key->code == '\n' || key->code == '\r');
	b->text = !key->function && (b->ended || (key->code >= ' ' && key->code != 127));
	b->pending.tabs |= key->code == '\t';
	b->pending.feeds |= key->code == '\n';
	b->pending.returns |= key->code == '\r';
	if (b->ended || !b->text)
		return;
	b->marks.tabs |= b->pending.tabs;
	b->marks.feeds |= b->pending.feeds;
	b->marks.returns |= b->pending.returns;
	b->pending = (struct burst_marks){false, false, false};
}

static bool more(struct burst *b, bool *resized)
{
	struct term_key key;
	bool parted = b->marks.tabs || b->marks.feeds || b->pending.tabs || b->pending.feeds;
	if (!b->text || b->ahead->len >= (parted ? TERM_PASTE_MOST : MOST_KEYS))
		return false;
	enum term_event event = term_wait(parted ? PAUSE : 0, b->ended, &key);
	*resized = *resized || event == TERM_RESIZED;
	if (event == TERM_RESIZED)
		return true;
	if (event != TERM_KEY || !ahead_add(b->ahead, &key))
		return false;
	note(b, &key);
	return true;
}

static struct term_paste *paste_of(const struct term_key *first, const struct ahead *ahead)
{
	struct term_paste *paste = malloc(sizeof *paste + 4 * (size_t)(ahead->len + 1) + 1);
	if (paste == NULL)
		return NULL;
	*paste = (struct term_paste){.state = ahead->len < TERM_PASTE_MOST ? TERM_PASTE_WHOLE : TERM_PASTE_LARGE};
	paste->len = text_encode((uint32_t)first->code, paste->text);
	for (int i = ahead->at; i < ahead->len; i++)
		paste->len += text_encode((uint32_t)ahead->keys[i].code, paste->text + paste->len);
	paste->text[paste->len] = '\0';
	return paste;
}

struct term_paste *burst_take(const struct term_key *first, struct ahead *ahead, burst_fn *is_block, const void *state, bool *resized)
{
	struct burst b = {.ahead = ahead, .text = true};
	note(&b, first);
	while (more(&b, resized))
		continue;
	if (!b.text || !is_block(state, &b.marks))
		return NULL;
	struct term_paste *paste = paste_of(first, ahead);
	if (paste != NULL)
		ahead_forget(ahead);
	return paste;
}
