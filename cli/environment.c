// SPDX-License-Identifier: MIT
// See environment.h. TERM, LANG and LC_* come from the other end of the line; TERMINFO, LOCPATH, GCONV_PATH, LANGUAGE, LD_* and
// whatever else would make a library read a file of the reader's choice is simply not there any more.
#include "cli/environment.h"

#include <stdlib.h>
#include <string.h>

#define NAME_MOST 64
#define NO_HOME "/nonexistent"          // Debian's word for it: no library looks into the account's own folder either

static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

struct kept { const char *name, *more; };
static const struct kept kept[] = {
	{"TERM", ""}, {"LANG", "@"}, {"LC_ALL", "@"}, {"LC_CTYPE", "@"}, {"LC_MESSAGES", "@"}, {"LC_TIME", "@"},
	{"LC_COLLATE", "@"}, {"LC_NUMERIC", "@"}, {"LC_MONETARY", "@"},
};
#define KEPT (sizeof kept / sizeof kept[0])

bool environment_is_name(const char *word, const char *more)
{
	size_t len = strlen(word);
	if (len == 0 || len > NAME_MOST || strchr(letters, word[0]) == NULL || strstr(word, "..") != NULL)
		return false;
	for (const char *at = word; *at != '\0'; at++)
		if (strchr(letters, *at) == NULL && strchr("._+-", *at) == NULL && strchr(more, *at) == NULL)
			return false;
	return true;
}

void environment_clean(void)
{
	char *values[KEPT];
	for (size_t i = 0; i < KEPT; i++) {
		const char *value = getenv(kept[i].name);
		values[i] = value != NULL && environment_is_name(value, kept[i].more) ? strdup(value) : NULL;
	}
	clearenv();
	setenv("HOME", NO_HOME, 1);
	for (size_t i = 0; i < KEPT; i++) {
		if (values[i] != NULL)
			setenv(kept[i].name, values[i], 1);
		free(values[i]);
	}
}
