// SPDX-License-Identifier: MIT
// See keymap.h.
#include "tui/keymap.h"

#include <curses.h>
#include <stdlib.h>
#include <string.h>
#include <wctype.h>

#include "core/i18n.h"
#include "core/text.h"

#define CONTROL(letter) ((letter) & 0x1F)
#define MOST_KEYS 256
#define FULL_WIDTH 0xFF01        // of a !, the first

static const struct {
	const char *name;
	struct term_key key;
} names[] = {
#define KEY(name, function, code) { name, { function, code } },
#include "core/key.def"
#undef KEY
};

static const struct {
	struct term_key key;
	enum edit_op edit;
} line_keys[] = {
	{{true, KEY_LEFT}, EDIT_LEFT},
	{{true, KEY_RIGHT}, EDIT_RIGHT},
	{{true, KEY_HOME}, EDIT_HOME},
	{{true, KEY_END}, EDIT_END},
	{{true, KEY_BACKSPACE}, EDIT_BACKSPACE},
	{{false, 127}, EDIT_BACKSPACE},
	{{false, 8}, EDIT_BACKSPACE},
	{{true, KEY_DC}, EDIT_DELETE},
	{{false, CONTROL('A')}, EDIT_HOME},
	{{false, CONTROL('E')}, EDIT_END},
	{{false, CONTROL('U')}, EDIT_KILL_START},
	{{false, CONTROL('K')}, EDIT_KILL_END},
	{{false, CONTROL('W')}, EDIT_KILL_WORD},
};

// Signs that a Chinese IME gives for a key, beside the full-width forms.
static const struct {
	wchar_t typed, meant;
} signs[] = {{0x3010, '['}, {0x3011, ']'}, {0x3001, '/'}, {0x3002, '.'}};

static struct binding {
	struct term_key key;
	enum action action;
} bindings[MOST_KEYS];
static int bindings_len;
static const struct keys *used;              // NULL: as in core/action.def

void keymap_use(const struct keys *keys)
{
	used = keys;
	bindings_len = 0;
}

static bool same_key(const struct term_key *a, const struct term_key *b)
{
	return a->function == b->function && a->code == b->code;
}

static void bind(struct term_key key, enum action action)
{
	if (bindings_len < MOST_KEYS)
		bindings[bindings_len++] = (struct binding){key, action};
}

static void bind_name(const char *name, enum action action)
{
	size_t len = strlen(name);
	if (len == 1)
		bind((struct term_key){false, (wint_t)name[0]}, action);
	else if (name[0] == '^' && len == 2)
		bind((struct term_key){false, CONTROL(name[1])}, action);
	else if (name[0] == 'F' && name[1] >= '1' && name[1] <= '9')
		bind((struct term_key){true, (wint_t)KEY_F(atoi(name + 1))}, action);
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		if (strcmp(name, names[i].name) == 0)
			bind(names[i].key, action);
}

static void bind_all(void)
{
	for (int i = 0; i < action_rows_len; i++) {
		char name[KEYS_TEXT];
		for (const char *rest = keys_of(used, action_rows[i].action); keys_next(&rest, name);)
			bind_name(name, action_rows[i].action);
	}
}

static enum action find_binding(const struct term_key *key)
{
	if (bindings_len == 0)
		bind_all();
	for (int i = 0; i < bindings_len; i++)
		if (same_key(&bindings[i].key, key))
			return bindings[i].action;
	return ACTION_NONE;
}

wint_t keymap_halve(wint_t code)
{
	for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
		if (code == (wint_t)signs[i].typed)
			return (wint_t)signs[i].meant;
	return (wint_t)text_half((uint32_t)code);
}

static bool is_character(const struct term_key *key)
{
	return !key->function && key->code >= ' ' && key->code != 127 && (key->code < 0x80 || key->code >= 0xA0);
}

static bool begins_text(wint_t half, enum keymap_mode mode)
{
	if (half >= '0' && half <= '9')
		return true;
	return mode == KEYMAP_ENTRY && (half == '.' || half == '-' || half == '/' || half >= 0x80);
}

static enum action find_line_key(const struct term_key *pressed, struct key *out)
{
	for (size_t i = 0; i < sizeof line_keys / sizeof line_keys[0]; i++)
		if (same_key(&line_keys[i].key, pressed)) {
			out->edit = line_keys[i].edit;
			return ACTION_LINE;
		}
	return ACTION_NONE;
}

enum action keymap_find(const struct term_key *pressed, enum keymap_mode mode, struct key *out)
{
	struct term_key half = *pressed;
	*out = (struct key){0};
	if (mode == KEYMAP_EDITING) {
		out->code = (wchar_t)pressed->code;
		if (is_character(pressed))
			return ACTION_TYPE;
		enum action line = find_line_key(pressed, out);
		return line != ACTION_NONE ? line : find_binding(pressed);
	}
	if (is_character(pressed)) {
		half.code = keymap_halve(pressed->code);
		if (begins_text(half.code, mode)) {
			bool stays = mode == KEYMAP_ENTRY && pressed->code >= FULL_WIDTH;
			out->code = (wchar_t)(stays ? pressed->code : half.code);
			return ACTION_TYPE;
		}
	}
	return find_binding(&half);
}

// A key's name is a word where the table above has it, else it is what the key shows: F1, ?, ^A.
static const char *name_words(const char *name)
{
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		if (strcmp(name, names[i].name) == 0)
			return _(names[i].name);
	return name;
}

char *keymap_words(enum action action, char *out, size_t cap)
{
	char name[KEYS_TEXT];
	out[0] = '\0';
	for (const char *rest = keys_of(used, action); keys_next(&rest, name);)
		text_join(out, cap, " ", "%s", name_words(name));
	return out;
}

char *keymap_first(enum action action, char *out, size_t cap)
{
	char name[KEYS_TEXT];
	const char *keys = keys_of(used, action);
	keys_next(&keys, name);
	return text_format(out, cap, "%s", name_words(name));
}

char *keymap_name(const struct term_key *key, char *out, size_t cap)
{
	char utf8[5] = "";
	int number = (int)key->code - KEY_F0;
	if (key->function && number >= 1 && number <= 63)
		return text_format(out, cap, "F%d", number);
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		if (same_key(&names[i].key, key))
			return text_format(out, cap, "%s", _(names[i].name));
	if (!key->function && key->code < ' ')
		return text_format(out, cap, "^%c", (int)key->code + '@');
	if (!key->function)
		text_encode((uint32_t)key->code, utf8);
	return text_format(out, cap, "%s", utf8);
}
