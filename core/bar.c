// SPDX-License-Identifier: MIT
// Bars (bar.h). Lengths are found by exact comparison with i / parts: a bar never looks longer than the figure is.
#include "core/bar.h"

#include <assert.h>

// The greatest i of 0 .. PARTS with i / PARTS <= V.
static int whole_parts(struct rat v, int parts)
{
	int low = 0, high = parts;
	while (low < high) {
		int middle = (low + high + 1) / 2;
		if (rat_cmp((struct rat){ middle, parts }, v) <= 0)
			low = middle;
		else
			high = middle - 1;
	}
	return low;
}

// The target itself decides, not a rounded logarithm; an average growth is decided by its status only.
static bool is_reached(const struct standing *s)
{
	if (s->path == STANDING_GROWTH)
		return s->status == STANDING_MET;
	return s->gap.has && rat_sign(s->gap.v) <= 0;
}

void bar_of(const struct standing *s, int width, struct bar *out)
{
	assert(width >= 4);
	bool solid = s->done.has, reached = is_reached(s);
	*out = (struct bar){ .mark = -1 };
	if (!s->value.has || s->path == STANDING_PATH_NONE || (!solid && !s->attainment.has))
		return;
	out->shape = solid ? BAR_SOLID : BAR_DOTTED;
	out->beyond = reached && s->gap.has && rat_sign(s->gap.v) < 0;
	int parts = solid ? 8 * width : width;         // dots are whole cells
	int filled = whole_parts(solid ? s->done.v : s->attainment.v, parts);
	if (reached || filled == parts)
		filled = reached ? parts : parts - 1;
	out->eighths = filled * (solid ? 1 : 8);
	// A mark would hide a cell of the full bar, and at the end the bracket is the mark.
	if (solid && !reached && s->elapsed.has && rat_cmp(s->elapsed.v, rat_of_int(1)) < 0)
		out->mark = whole_parts(s->elapsed.v, width);
}
