// SPDX-License-Identifier: MIT
// the code of enter_way.h. The words are those of the setting.
#include "cli/enter_way.h"

#include "cli/kept.h"

#define NAME "enter"

bool enter_way_recall(const struct settings *settings)
{
	char word[16];
	int kept = kept_read(NAME, word, sizeof word) ? settings_choice(settings_find("entry", "enter"), word) : -1;
	return (kept >= 0 ? kept : settings->enter) == SETTINGS_ENTER_RIGHT;
}

void enter_way_keep(bool before, bool across)
{
	char word[16];
	settings_word(settings_find("entry", "enter"), across ? SETTINGS_ENTER_RIGHT : SETTINGS_ENTER_DOWN, word, sizeof word);
	if (across != before)
		kept_write(NAME, word);
}
