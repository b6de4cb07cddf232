// SPDX-License-Identifier: MIT
// See theme.h.
#include "tui/theme.h"

#include <curses.h>

#define DEFAULT_COLOUR (-1)

struct look {
	attr_t attributes;
	short colour;                    // foreground
};
enum depth { DEPTH_MONO, DEPTH_EIGHT, DEPTH_MANY, DEPTHS };

#define PLAIN(attributes) {attributes, DEFAULT_COLOUR}
#define COLOUR(attributes, colour) {attributes, colour}
static const struct look looks[ROLE_COUNT][DEPTHS] = {
#define ROLE(NAME, mono, eight, many) [ROLE_##NAME] = {PLAIN(mono), eight, many},
#include "tui/theme.def"
#undef ROLE
};

static struct {
	attr_t attributes;
	short pair;
} roles[ROLE_COUNT];
static enum depth depth;

static enum depth find_depth(bool colours)
{
	if (!colours || !has_colors() || start_color() == ERR || use_default_colors() == ERR || COLOR_PAIRS <= ROLE_COUNT)
		return DEPTH_MONO;
	return COLORS >= 256 ? DEPTH_MANY : COLORS >= 8 ? DEPTH_EIGHT : DEPTH_MONO;
}

void theme_init(bool colours)
{
	depth = find_depth(colours);
	for (int i = 0; i < ROLE_COUNT; i++) {
		const struct look *look = &looks[i][depth];
		roles[i].attributes = look->attributes;
		roles[i].pair = 0;
		if (look->colour != DEFAULT_COLOUR && init_pair((short)(i + 1), look->colour, DEFAULT_COLOUR) == OK)
			roles[i].pair = (short)(i + 1);
	}
}

int theme_colours(void)
{
	static const int colours[DEPTHS] = {0, 8, 256};
	return colours[depth];
}

void theme_set(enum role role)
{
	wattr_set(stdscr, roles[role].attributes, roles[role].pair, NULL);
}

void theme_set_reversed(enum role role)
{
	wattr_set(stdscr, roles[role].attributes | A_REVERSE, roles[role].pair, NULL);
}
