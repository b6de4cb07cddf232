// SPDX-License-Identifier: MIT
// A bar as cells, without a terminal (screens.md "Letters, figures, bars"). Rounded down; full only when met.
#ifndef CORE_BAR_H
#define CORE_BAR_H

#include <stdbool.h>

#include "core/standing.h"

enum bar_shape { BAR_NONE, BAR_SOLID, BAR_DOTTED };   // dotted (:::): V/T without a baseline, no mark, no claim
struct bar {
	enum bar_shape shape;
	int eighths;        // filled eighths of a cell, 0 .. 8 * width
	int mark;           // cell of the 序时 mark, -1 none
	bool beyond;        // over the target: '>' in the last cell
};
// WIDTH cells between the brackets, 4 or more.
void bar_of(const struct standing *s, int width, struct bar *out);

#endif
