// SPDX-License-Identifier: MIT
// The look at a pasted block before it is written (form_paste.h): old and new of every cell, and why what is refused is.
#include <stdlib.h>

#include "core/entry_words.h"
#include "core/i18n.h"
#include "core/text.h"
#include "tui/form_part.h"
#include "tui/form_paste.h"

#define TOP 2
#define NAME_CELLS 22
#define OLD_AT 24
#define NEW_AT 36
#define WHY_AT 48
#define FIGURE_CELLS 10

struct preview {
	struct form *form;
	struct form_paste paste;
	struct list list;
	bool blind;                  // something has been typed that is no answer: the rest of a torn block, or keys without a look
};

static enum err preview_open(void *state, struct app *app, const void *arg)
{
	struct preview *v = state;
	*v = *(const struct preview *)arg;
	list_resize(&v->list, v->paste.len, app->rows - TOP - 2);
	return ERR_OK;
}

static void preview_close(void *state)
{
	form_paste_free(&((struct preview *)state)->paste);
}

static void draw_row(const struct preview *v, struct paint *p, int y, int row)
{
	const struct form_pasted *pasted = &v->paste.cells[row];
	const struct form_cell *cell = form_cell_at(v->form, pasted->row, pasted->col);
	const struct plan *plan = v->form->app->plan;
	bool writes = pasted->read.verdict == INTAKE_WRITE, refused = pasted->read.verdict == INTAKE_REFUSED;
	struct entry after = pasted->read.after;
	char text[ENTRY_WORDS];
	after.change = 1;                    // as if it were saved
	const char *name = v->form->turned ? plan->units[cell->unit].short_name : plan->elements[cell->element].short_name;
	paint_text(p, y, 0, 1, ROLE_MARK, row == v->list.focus ? ">" : " ");
	paint_text(p, y, 1, NAME_CELLS, ROLE_TEXT, name);
	paint_right(p, y, OLD_AT, FIGURE_CELLS, ROLE_DIM, entry_words_cell(plan, &cell->now, text, sizeof text));
	paint_right(p, y, NEW_AT, FIGURE_CELLS, ROLE_TEXT,
		writes ? entry_words_cell(plan, &after, text, sizeof text) : pasted->typed);
	paint_text(p, y, WHY_AT, paint_cols(p) - WHY_AT, refused ? ROLE_FOCUS : ROLE_DIM,
		refused ? pasted->read.why : writes ? "" : _("as it is"));
	if (row == v->list.focus)
		paint_cursor(p, y, 0);
}

static void preview_draw(const void *state, struct paint *p)
{
	const struct preview *v = state;
	char line[256];
	for (int y = 1; y < paint_rows(p) - 2; y++)
		paint_fill(p, y, 0, paint_cols(p), ROLE_TEXT);
	paint_rule(p, 1, 0, paint_cols(p), text_format(line, sizeof line, _("pasted: %d to write, %d refused, %d as they are (old, new)"),
		v->paste.writes, v->paste.refused, v->paste.len - v->paste.writes - v->paste.refused));
	for (int i = 0; i < v->list.height && v->list.top + i < v->list.len; i++)
		draw_row(v, p, TOP + i, v->list.top + i);
}

static unsigned write_all(struct preview *v)
{
	struct form *f = v->form;
	struct intake_result *results = calloc((size_t)v->paste.len, sizeof *results);
	int writes = v->paste.writes, refused = v->paste.refused;
	if (results == NULL)
		return screen_failed(f->app, err_set(ERR_MEMORY, "%s", _("no memory")));
	for (int i = 0; i < v->paste.len; i++)
		results[i] = v->paste.cells[i].read;
	enum err err = f->app->desk->save_cells(f->app->desk->ctx, results, v->paste.len);
	free(results);
	screen_close(f->app);
	screen_release_keys(f->app);
	if (err != ERR_OK)
		return screen_failed(f->app, err) | SCREEN_RELOAD;
	form_tell_saved_at(f);
	screen_message(f->app, refused > 0, _("Pasted: %d written, %d refused and left as they were; u takes all of it back."), writes,
		refused);
	return DRAWN | SCREEN_RELOAD;
}

static unsigned leave(struct preview *v)
{
	struct app *app = v->form->app;
	screen_close(app);
	screen_forget_keys(app);
	screen_message(app, false, "%s", _("Nothing of the paste is written."));
	return DRAWN;
}

static unsigned preview_act(void *state, enum action action, const struct key *key)
{
	struct preview *v = state;
	(void)key;
	list_resize(&v->list, v->paste.len, v->form->app->rows - TOP - 2);
	bool blind = v->blind;
	v->blind = action == ACTION_TYPE;
	if (v->blind || (blind && action == ACTION_OPEN)) {
		screen_message(v->form->app, true, "%s", _("What you type now goes into no cell: Enter alone writes the block, Esc drops it."));
		return DRAWN;
	}
	if (action == ACTION_OPEN)
		return write_all(v);
	if (action == ACTION_BACK)
		return leave(v);
	return list_act(&v->list, action) ? DRAWN : 0;
}

static const char *preview_hint(const void *state)
{
	(void)state;
	return _("Enter writes all that is not refused, as one action; Esc writes nothing");
}

static const struct screen_ops preview_ops = {
	.name = N_("Paste"),
	.context = "prompt",
	.over = true,
	.size = sizeof(struct preview),
	.open = preview_open,
	.draw = preview_draw,
	.act = preview_act,
	.hint = preview_hint,
	.close = preview_close,
};

unsigned form_paste_show(struct form *f, const struct term_paste *paste)
{
	struct preview v = {.form = f};
	char why[256];
	bool fits;
	enum err err = form_paste_read(f, paste, &v.paste, &fits, why, sizeof why);
	if (err != ERR_OK || !fits) {
		form_paste_free(&v.paste);
		if (!fits)
			screen_message(f->app, true, "%s", why);
		return screen_failed(f->app, err);
	}
	screen_hold_keys(f->app);
	screen_push(f->app, &preview_ops, &v);
	return DRAWN;
}
