// SPDX-License-Identifier: MIT
// S4, the matrix: indicators x units, or turned; one figure a cell, by view, and the focused cell explained beneath.
#ifndef TUI_SCR_MATRIX_H
#define TUI_SCR_MATRIX_H

#include "tui/screen.h"

extern const struct screen_ops scr_matrix;       // open's arg: const int *, the unit whose units are shown; NULL: the root

#endif
