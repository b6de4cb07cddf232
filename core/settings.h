// SPDX-License-Identifier: MIT
// Settings of duibiao.ini: the struct that config/settings fills, and the table behind it (opts.def).
#ifndef CORE_SETTINGS_H
#define CORE_SETTINGS_H

#include <stddef.h>

#include "core/keys.h"

enum settings_language { SETTINGS_LANGUAGE_AUTO, SETTINGS_LANGUAGE_ZH_CN, SETTINGS_LANGUAGE_EN };
enum settings_colour { SETTINGS_COLOUR_AUTO, SETTINGS_COLOUR_NEVER };
enum settings_bars { SETTINGS_BARS_AUTO, SETTINGS_BARS_ASCII, SETTINGS_BARS_BLOCKS, SETTINGS_BARS_LINES };
enum settings_copy { SETTINGS_COPY_AUTO, SETTINGS_COPY_OSC52, SETTINGS_COPY_FILE };
enum settings_sandbox { SETTINGS_SANDBOX_REQUIRED, SETTINGS_SANDBOX_OPTIONAL };
enum settings_publish_after { SETTINGS_PUBLISH_AFTER_ACCEPTED, SETTINGS_PUBLISH_AFTER_SUBMITTED, SETTINGS_PUBLISH_AFTER_ALL };
enum settings_enter { SETTINGS_ENTER_DOWN, SETTINGS_ENTER_RIGHT };

#define SETTINGS_PATH 1024     // bytes of a path, with its NUL: more than a line of the file can have
struct settings {              // indices into the row's choices, or a path; all zero is the default
#define SETTING(field, section, key, choices, help) int field;
#define SETTING_PATH(field, section, key, help) char field[SETTINGS_PATH];
#include "core/opts.def"
#undef SETTING
#undef SETTING_PATH
	struct keys keys;      // [keys]
};

struct settings_row {
	const char *section, *key;
	const char *choices;                          // NULL: it is a path
	const char *help;                             // English; translate with _()
	size_t field;                                 // offset of its int, or of its path, in struct settings
};
extern const struct settings_row settings_rows[];
extern const int settings_rows_len;

// Row of KEY in SECTION, NULL when there is none.
const struct settings_row *settings_find(const char *section, const char *key);
// Index of WORD among the row's choices, -1 when it is none of them.
int settings_choice(const struct settings_row *row, const char *word);
// The word of choice INDEX into OUT.
void settings_word(const struct settings_row *row, int index, char *out, size_t cap);
void settings_set(struct settings *settings, const struct settings_row *row, int index);
void settings_set_path(struct settings *settings, const struct settings_row *row, const char *path);      // "" none

#endif
