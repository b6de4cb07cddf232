// SPDX-License-Identifier: MIT
// The whole matrix at the foot of a wide workbench: what is done of the target, every indicator over the units.
#ifndef TUI_PART_HOME_MATRIX_H
#define TUI_PART_HOME_MATRIX_H

#include "core/phrase_cell.h"
#include "tui/screen.h"

struct home_matrix {
	int above;                           // the whole that the units make
	int *units, units_len, *lines, len;  // plan indices
	char (*years)[16];                   // what a line's figures are of, where it is not the year asked
	struct phrase_cell *cells;           // by line: the whole, then the units; NULL: not read
};
// Is the terminal large enough for it, and the matrix small enough to be there whole?
bool home_matrix_fits(const struct app *app);
// MATRIX zeroed before; home_matrix_done after a failure too.
must_check enum err home_matrix_load(struct home_matrix *matrix, struct app *app);
void home_matrix_done(struct home_matrix *matrix);
int home_matrix_rows(const struct home_matrix *matrix);              // that it takes; 0: there is none
void home_matrix_draw(struct paint *p, int y, int x, int width, const struct app *app, const struct home_matrix *matrix);

#endif
