// SPDX-License-Identifier: MIT
// See term_paste.h. Byte by byte: curses keeps none of its own behind a key it knows, and what follows the end belongs to it.
#include "tui/term_paste.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

#include "core/text.h"

#define CAP_FIRST 4096

static const char ending[] = "\033[201~";
#define ENDING (sizeof ending - 1)

struct gathered {
	struct term_paste *paste;
	size_t cap, came;            // came: bytes in all, also those that were not kept
	char last[ENDING];           // the newest bytes, in a ring
};

static bool make_room(struct gathered *g)
{
	size_t cap = g->cap > 0 ? 2 * g->cap : CAP_FIRST;
	if (g->paste != NULL && g->paste->len + 1 < g->cap)
		return true;
	struct term_paste *larger = realloc(g->paste, sizeof *larger + cap);
	if (larger == NULL)
		return false;
	if (g->paste == NULL)
		*larger = (struct term_paste){.state = TERM_PASTE_HALF};
	g->paste = larger;
	g->cap = cap;
	return true;
}

static void keep(struct gathered *g, char byte)
{
	if (g->paste == NULL)
		return;
	if (g->paste->len == TERM_PASTE_MOST + ENDING)
		g->paste->state = TERM_PASTE_LARGE;
	else if (make_room(g))
		g->paste->text[g->paste->len++] = byte;
	else
		g->paste->state = TERM_PASTE_LARGE;
}

static bool has_ended(const struct gathered *g)
{
	for (size_t i = 0; i < ENDING; i++)
		if (g->came < ENDING || g->last[(g->came + i) % ENDING] != ending[i])
			return false;
	return true;
}

// One byte; false: none comes any more.
static bool next_byte(int tty, bool (*wait)(void), char *byte)
{
	for (;;) {
		ssize_t got = read(tty, byte, 1);
		if (got == 1)
			return true;
		if (got == 0 || (errno != EAGAIN && errno != EINTR) || !wait())
			return false;
	}
}

static void finish(struct term_paste *paste, bool ended)
{
	if (ended && paste->state == TERM_PASTE_HALF) {
		paste->state = paste->len - ENDING > TERM_PASTE_MOST ? TERM_PASTE_LARGE : TERM_PASTE_WHOLE;
		paste->len -= ENDING;
	}
}

// From the terminal's own encoding. NULL: no memory.
static struct term_paste *to_utf8(struct term_paste *raw)
{
	struct term_paste *paste = malloc(sizeof *paste + 4 * raw->len + 1);
	mbstate_t state = {0};
	size_t at = 0;
	if (paste != NULL)
		*paste = (struct term_paste){.state = raw->state};
	while (paste != NULL && at < raw->len) {
		wchar_t wide;
		size_t used = mbrtowc(&wide, raw->text + at, raw->len - at, &state);
		bool broken = used == (size_t)-1 || used == (size_t)-2;
		uint32_t code = broken ? TEXT_INVALID + (uint32_t)(unsigned char)raw->text[at] : (uint32_t)wide;
		if (broken)
			state = (mbstate_t){0};
		paste->len += text_encode(code, paste->text + paste->len);
		at += broken || used == 0 ? 1 : used;
	}
	if (paste != NULL)
		paste->text[paste->len] = '\0';
	free(raw);
	return paste;
}

struct term_paste *term_paste_read(int tty, bool (*wait)(void))
{
	struct gathered g = {0};
	char byte;
	bool ended = false;
	make_room(&g);
	while (!ended && next_byte(tty, wait, &byte)) {
		keep(&g, byte);
		g.last[g.came++ % ENDING] = byte;
		ended = has_ended(&g);
	}
	if (g.paste == NULL)
		return NULL;
	finish(g.paste, ended);
	return to_utf8(g.paste);
}
