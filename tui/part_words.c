// SPDX-License-Identifier: MIT
// See part_words.h.
#include "tui/part_words.h"

#include "core/indicator_words.h"
#include "tui/prompt.h"

unsigned part_words_show(struct app *app, int indicator, int place)
{
	char words[INDICATOR_WORDS];
	prompt_read(app, app->plan->indicators[indicator].name, indicator_words(app->plan, indicator, place, words, sizeof words));
	return SCREEN_HANDLED | SCREEN_REDRAW;
}
