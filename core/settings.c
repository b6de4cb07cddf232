// SPDX-License-Identifier: MIT
// See settings.h.
#include "core/settings.h"

#include <stdio.h>
#include <string.h>

#include "core/i18n.h"

const struct settings_row settings_rows[] = {
#define SETTING(field, section, key, choices, help) { section, key, choices, help, offsetof(struct settings, field) },
#define SETTING_PATH(field, section, key, help) { section, key, NULL, help, offsetof(struct settings, field) },
#include "core/opts.def"
#undef SETTING
#undef SETTING_PATH
};
const int settings_rows_len = (int)(sizeof settings_rows / sizeof settings_rows[0]);

const struct settings_row *settings_find(const char *section, const char *key)
{
	for (int i = 0; i < settings_rows_len; i++)
		if (strcmp(settings_rows[i].section, section) == 0 && strcmp(settings_rows[i].key, key) == 0)
			return &settings_rows[i];
	return NULL;
}

int settings_choice(const struct settings_row *row, const char *word)
{
	int index = 0;
	for (const char *at = row->choices != NULL ? row->choices : ""; *at != '\0'; index++) {
		size_t len = strcspn(at, " ");
		if (len == strlen(word) && strncmp(at, word, len) == 0)
			return index;
		at += len + strspn(at + len, " ");
	}
	return -1;
}

void settings_word(const struct settings_row *row, int index, char *out, size_t cap)
{
	const char *at = row->choices != NULL ? row->choices : "";
	for (int i = 0; i < index; i++) {
		at += strcspn(at, " ");
		at += strspn(at, " ");
	}
	snprintf(out, cap, "%.*s", (int)strcspn(at, " "), at);
}

void settings_set(struct settings *settings, const struct settings_row *row, int index)
{
	memcpy((char *)settings + row->field, &index, sizeof index);
}

void settings_set_path(struct settings *settings, const struct settings_row *row, const char *path)
{
	snprintf((char *)settings + row->field, SETTINGS_PATH, "%s", path);
}
