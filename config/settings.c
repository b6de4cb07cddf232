// SPDX-License-Identifier: MIT
// See settings.h.
#include "config/settings.h"

#include <string.h>

#include "config/iniscan.h"
#include "config/inivalues.h"
#include "core/i18n.h"
#include "core/text.h"

#define SENTENCE 600
#define KEYS "keys"

struct reading {
	const char *name;
	settings_fault_fn *fault;
	void *ctx;
	struct keys before;              // as another file left them
	int lines[ACTION_TYPE];          // where this file changes an action's; 0: nowhere
};

static void tell(const struct reading *reading, int line, const char *section, const char *key, const char *text)
{
	char sentence[SENTENCE];
	text_format(sentence, sizeof sentence, _("%s line %d [%s] %s: %s; the line is passed over"), reading->name, line, section,
		key, text);
	reading->fault(reading->ctx, sentence);
}

static void scan_fault(void *ctx, int line, const char *section, const char *key, const char *text)
{
	tell(ctx, line, section, key, text);
}

// ------------------------------------------------------------ [keys]

static const char *unknown_key(const char *keys, char name[KEYS_TEXT])
{
	while (keys_next(&keys, name))
		if (!keys_known(name))
			return name;
	return NULL;
}

static void read_action(struct reading *reading, const struct iniscan_key *key, const char *value, struct keys *keys)
{
	enum action action = action_named(key->name);
	char name[KEYS_TEXT], text[SENTENCE / 2];
	const char *wrong = unknown_key(value, name);
	if (action == ACTION_NONE) {
		tell(reading, key->line, KEYS, key->name, _("there is no such action"));
	} else if (value[strspn(value, " ")] == '\0' || strlen(value) >= KEYS_TEXT) {
		tell(reading, key->line, KEYS, key->name, _("one key or several with blanks between are expected"));
	} else if (wrong != NULL) {
		text_format(text, sizeof text, _("\"%s\" is no key that an action can have, like F5, ^T, PgDn or x"), wrong);
		tell(reading, key->line, KEYS, key->name, text);
	} else {
		text_format(keys->of[action], KEYS_TEXT, "%s", value);
		reading->lines[action] = key->line;
	}
}

// A line whose key another action has does not count; then what it took from a third one is free again.
static bool drop_clash(struct reading *reading, struct keys *keys, const struct action_row *row)
{
	char name[KEYS_TEXT], text[SENTENCE / 2];
	enum action other = reading->lines[row->action] > 0 ? keys_clash(keys, row->action, name) : ACTION_NONE;
	if (other == ACTION_NONE)
		return false;
	text_format(text, sizeof text, _("%s is the key of %s already"), name, action_row(other)->id);
	tell(reading, reading->lines[row->action], KEYS, row->id, text);
	memcpy(keys->of[row->action], reading->before.of[row->action], KEYS_TEXT);
	reading->lines[row->action] = 0;
	return true;
}

static void settle_keys(struct reading *reading, struct keys *keys)
{
	for (bool again = true; again;) {
		again = false;
		for (int i = 0; i < action_rows_len; i++)
			again = drop_clash(reading, keys, &action_rows[i]) || again;
	}
}

// ------------------------------------------------------------

static void read_key(struct reading *reading, const struct iniscan_key *key, const char *section, const char *value,
	struct settings *settings)
{
	const struct settings_row *row = settings_find(section, key->name);
	bool path = row != NULL && row->choices == NULL;
	int index = row != NULL && !path && value != NULL ? settings_choice(row, value) : -1;
	char text[SENTENCE / 2];
	if (key->bad)
		return;
	if (strcmp(section, KEYS) == 0) {
		read_action(reading, key, value != NULL ? value : "", &settings->keys);
	} else if (row == NULL) {
		tell(reading, key->line, section, key->name, _("there is no such setting"));
	} else if (path) {
		settings_set_path(settings, row, value != NULL ? value : "");
	} else if (index < 0) {
		text_format(text, sizeof text, _("one of %s is expected, not \"%s\""), row->choices, value != NULL ? value : "");
		tell(reading, key->line, section, key->name, text);
	} else {
		settings_set(settings, row, index);
	}
}

void settings_read(
	const char *name, const char *bytes, size_t len, struct settings *settings, settings_fault_fn *fault, void *ctx)
{
	struct reading reading = {.name = name, .fault = fault, .ctx = ctx, .before = settings->keys};
	struct inivalues *values = NULL;
	struct iniscan scan;
	enum err err = iniscan_read(bytes, len, scan_fault, &reading, &scan);
	if (err == ERR_OK)
		err = inivalues_load(&scan, &values);
	for (int i = 0; err == ERR_OK && i < scan.keys_len; i++) {
		const char *section = scan.sections[scan.keys[i].section].name;
		read_key(&reading, &scan.keys[i], section, inivalues_get(values, section, scan.keys[i].name), settings);
	}
	settle_keys(&reading, &settings->keys);
	if (err == ERR_MEMORY)
		fault(ctx, err_message());
	inivalues_free(values);
	iniscan_done(&scan);
}
