// SPDX-License-Identifier: MIT
// See doctor.h. A loop of its own instead of a screen's: screens are told actions, and here the keys themselves count.
#include "tui/doctor.h"

#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"
#include "core/text.h"
#include "tui/keymap.h"
#include "tui/paint_sheet.h"
#include "tui/term.h"

#define KEYS 6                   // that are kept in sight
#define WORDS 160
#define ESCAPE 27
#define INTERRUPT 3
#define LABEL_AT 3
#define VALUE_AT 20

struct page {
	struct doctor found;
	doctor_look_fn *look;
	void *ctx;
	char keys[KEYS][WORDS];      // the newest last
	int keys_len;
	bool escaped, leaving;       // Esc was the last key
};

char doctor_letter(enum doctor_verdict verdict)
{
	static const char letters[] = {[DOCTOR_GOOD] = '=', [DOCTOR_NOTE] = '+', [DOCTOR_WRONG] = '!'};
	return letters[verdict];
}

// ------------------------------------------------------------ drawing

static int draw_fact(struct paint *p, int y, int end, const struct doctor_fact *fact)
{
	static const enum role roles[] = {
		[DOCTOR_GOOD] = ROLE_TEXT, [DOCTOR_NOTE] = ROLE_HEADING, [DOCTOR_WRONG] = ROLE_CRITICAL,
	};
	const char letter[] = {doctor_letter(fact->verdict), '\0'};
	paint_text(p, y, 1, 1, roles[fact->verdict], letter);
	paint_text(p, y, LABEL_AT, VALUE_AT - LABEL_AT - 1, ROLE_TEXT, fact->label);
	return paint_wrapped(p, y, end, VALUE_AT, paint_cols(p) - VALUE_AT - 1, roles[fact->verdict], fact->value);
}

// Cures come when all facts stand, as far as there is room; all of them are printed at the end.
static void draw_cures(struct paint *p, int y, int end, const struct doctor *found)
{
	char text[sizeof found->facts[0].cure + 64];
	for (int i = 0; i < found->len && y < end; i++)
		if (found->facts[i].cure[0] != '\0')
			y = paint_wrapped(p, y, end, LABEL_AT, paint_cols(p) - LABEL_AT - 1, ROLE_TEXT,
				text_format(text, sizeof text, "%c %s: %s", doctor_letter(found->facts[i].verdict),
					found->facts[i].label, found->facts[i].cure));
}

static void draw_keys(struct paint *p, int y, const struct page *page)
{
	paint_rule(p, y++, 0, paint_cols(p), _("Keys: press one, it is named here"));
	for (int i = 0; i < page->keys_len; i++)
		paint_text(p, y + i, LABEL_AT, paint_cols(p) - LABEL_AT, ROLE_TEXT, page->keys[i]);
	paint_cursor(p, y + (page->keys_len > 0 ? page->keys_len - 1 : 0), 1);
}

static void draw(const struct page *page)
{
	struct paint p;
	paint_begin(&p, 0, 0);
	p.fixed = true;
	int rows = p.view_rows, cols = paint_cols(&p), keys_at = rows - KEYS - 2, y = 1;
	paint_fill(&p, 0, 0, cols, ROLE_TITLE);
	paint_text(&p, 0, 1, cols - 1, ROLE_TITLE, _("This terminal"));
	for (int i = 0; i < page->found.len && y < keys_at; i++)
		y = draw_fact(&p, y, keys_at, &page->found.facts[i]);
	draw_cures(&p, y, keys_at, &page->found);
	draw_keys(&p, keys_at < 1 ? 1 : keys_at, page);
	paint_text(&p, rows - 1, 1, cols - 1, ROLE_LEGEND_KEY, _("q, Esc twice or Ctrl-C leaves; then everything is printed"));
	paint_end(&p);
	term_update();
}

// ------------------------------------------------------------ keys

static void tell_key(const struct term_key *pressed, char *out, size_t cap)
{
	struct key key;
	char name[16], unknown[96];
	if (pressed->function && pressed->code == TERM_UNKNOWN) {
		text_format(out, cap, _("Esc %s  no key that is known; it does nothing"),
			text_quote(term_unknown(), 30, unknown, sizeof unknown));
		return;
	}
	if (pressed->function && pressed->code == TERM_PASTED) {
		free(term_take_paste());
		text_format(out, cap, "%s", _("pasted text  arrives in one piece"));
		return;
	}
	enum action action = keymap_find(pressed, KEYMAP_LIST, &key);
	const struct action_row *row = action_row(action);
	keymap_name(pressed, name, sizeof name);
	if (row != NULL)
		text_format(out, cap, "%s  %s", name, _(row->help));
	else
		text_format(out, cap,
			action == ACTION_TYPE ? _("%s  arrives as typed") : _("%s  no shortcut; text where text is keyed in"), name);
}

static void take_key(struct page *page, const struct term_key *pressed)
{
	bool escape = !pressed->function && pressed->code == ESCAPE;
	page->leaving = !pressed->function &&
		(keymap_halve(pressed->code) == 'q' || pressed->code == INTERRUPT || (escape && page->escaped));
	page->escaped = escape;
	if (page->keys_len == KEYS)
		memmove(page->keys[0], page->keys[1], sizeof page->keys - sizeof page->keys[0]);
	else
		page->keys_len++;
	tell_key(pressed, page->keys[page->keys_len - 1], WORDS);
}

static void take_event(struct page *page)
{
	struct term_key pressed;
	switch (term_wait(-1, true, &pressed)) {
	case TERM_KEY: take_key(page, &pressed); break;
	case TERM_RESIZED: page->look(page->ctx, &page->found); break;
	case TERM_GONE: page->leaving = true; break;
	case TERM_NOTHING: break;
	}
}

enum err doctor_run(const struct settings *settings, doctor_look_fn *look, void *ctx)
{
	struct page page = {.look = look, .ctx = ctx};
	enum err err = term_open(settings);
	if (err != ERR_OK)
		return err;
	term_tell_all(true);
	look(ctx, &page.found);
	while (!page.leaving) {
		draw(&page);
		take_event(&page);
	}
	term_tell_all(false);
	term_close();
	return ERR_OK;
}
