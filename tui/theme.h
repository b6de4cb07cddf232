// SPDX-License-Identifier: MIT
// Roles to attributes: one row a role in theme.def, a column a depth (mono, 8, 256 colours). Screens name roles, never colours.
#ifndef TUI_THEME_H
#define TUI_THEME_H

#include <stdbool.h>

enum role {
#define ROLE(NAME, mono, eight, many) ROLE_##NAME,
#include "tui/theme.def"
#undef ROLE
	ROLE_COUNT
};

void theme_init(bool colours);       // after curses has begun; false: attributes only (NO_COLOR)
int theme_colours(void);             // 0, 8 or 256: how many are made use of
void theme_set(enum role role);      // of what is drawn next
void theme_set_reversed(enum role role);

#endif
