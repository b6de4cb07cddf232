// SPDX-License-Identifier: MIT
// See legend.h.
#include "tui/legend.h"

#include "core/i18n.h"
#include "core/text.h"
#include "tui/keymap.h"

#define WORD 64

void legend_draw(struct paint *p, int y, legend_offers_fn *offers, const void *ctx)
{
	int x = 1;
	for (int i = 0; i < action_rows_len; i++) {
		const struct action_row *row = &action_rows[i];
		char key[WORD];
		if (row->label[0] == '\0')
			continue;
		keymap_first(row->action, key, sizeof key);
		const char *label = _(row->label);
		int key_cells = text_cells(key), cells = key_cells + text_cells(label);
		if (offers(ctx, row->action)) {
			paint_text(p, y, x, key_cells, ROLE_LEGEND_KEY, key);
			paint_text(p, y, x + key_cells, cells - key_cells, ROLE_TEXT, label);
		}
		x += cells + 1;
	}
}
