// SPDX-License-Identifier: MIT
// See harness.h. Keys by name, as a terminal sends them in the mode that the program has set.
#include <stdlib.h>
#include <string.h>

#include "tests/screen/harness_state.h"

static const struct { const char *name; VTermKey key; } named[] = {
	{"Enter", VTERM_KEY_ENTER}, {"Tab", VTERM_KEY_TAB}, {"BackSpace", VTERM_KEY_BACKSPACE}, {"Esc", VTERM_KEY_ESCAPE},
	{"Up", VTERM_KEY_UP}, {"Down", VTERM_KEY_DOWN}, {"Left", VTERM_KEY_LEFT}, {"Right", VTERM_KEY_RIGHT},
	{"Home", VTERM_KEY_HOME}, {"End", VTERM_KEY_END}, {"PgUp", VTERM_KEY_PAGEUP}, {"PgDn", VTERM_KEY_PAGEDOWN},
	{"Ins", VTERM_KEY_INS}, {"Del", VTERM_KEY_DEL},
};

static VTermKey function_key(const char *name)
{
	char *end = NULL;
	long number = name[0] == 'F' && name[1] >= '1' && name[1] <= '9' ? strtol(name + 1, &end, 10) : 0;
	return number >= 1 && number <= 12 && *end == '\0' ? (VTermKey)VTERM_KEY_FUNCTION(number) : VTERM_KEY_NONE;
}

static VTermKey key_named(const char *name)
{
	for (size_t i = 0; i < sizeof named / sizeof named[0]; i++)
		if (strcmp(named[i].name, name) == 0)
			return named[i].key;
	return function_key(name);
}

static void press(struct harness *h, const char *name)
{
	VTermKey key = key_named(name);
	if (key != VTERM_KEY_NONE) {
		vterm_keyboard_key(h->vt, key, VTERM_MOD_NONE);
	} else if (strcmp(name, "BackTab") == 0) {
		harness_send_bytes(h, "\033[Z", 3);
	} else if (strcmp(name, "Space") == 0) {
		harness_send_bytes(h, " ", 1);
	} else if (name[0] == '^' && name[1] != '\0' && name[2] == '\0') {
		const char control = (char)(name[1] & 31);
		harness_send_bytes(h, &control, 1);
	} else {
		harness_type(h, name);
	}
}

void harness_send(struct harness *h, const char *keys)
{
	char name[256];
	while (*(keys += strspn(keys, " ")) != '\0') {
		size_t len = strcspn(keys, " ");
		snprintf(name, sizeof name, "%.*s", (int)len, keys);
		char *star = len > 1 ? strrchr(name + 1, '*') : NULL;
		int times = star != NULL ? atoi(star + 1) : 0;
		if (times > 0)
			*star = '\0';
		for (int i = 0; i < (times > 0 ? times : 1); i++)
			press(h, name);
		keys += len;
	}
}
