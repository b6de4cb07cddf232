// SPDX-License-Identifier: MIT
// Roles to attributes: one row a role in theme.def, a column a depth (mono, 8, 256 colours). Screens name roles, never colours.
#ifndef TUI_THEME_H
#define TUI_THEME_H

enum role {
#define ROLE(NAME, mono, eight, many) ROLE_##NAME,
#include "tui/theme.def"
#undef ROLE
	ROLE_COUNT
};

#endif
