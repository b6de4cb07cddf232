// SPDX-License-Identifier: MIT
// See widths.h. One small file a TERM, so that two programs at different terminals never write the same.
#include "cli/widths.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/kept.h"
#include "core/text.h"
#include "tui/term.h"

#define CELLS_MOST 15

static struct term_widths kept;

// TERM comes from the other end of a line and may hold anything.
static const char *name_of_terminal(char *out, size_t cap)
{
	const char *type = getenv("TERM");
	text_format(out, cap, "width-%.60s", type == NULL ? "" : type);
	for (char *at = out; *at != '\0'; at++)
		if (!isalnum((unsigned char)*at) && strchr("-+.", *at) == NULL)
			*at = '_';
	return out;
}

static bool is_sound(const struct term_widths *widths)
{
	return widths->quote >= 0 && widths->quote <= CELLS_MOST && widths->blocks >= 0 && widths->blocks <= CELLS_MOST;
}

void widths_recall(void)
{
	struct term_widths widths;
	char name[80], text[64];
	if (!kept_read(name_of_terminal(name, sizeof name), text, sizeof text) ||
		sscanf(text, "%d %d", &widths.quote, &widths.blocks) != 2 || !is_sound(&widths))
		return;
	kept = widths;
	term_assume(widths);
}

void widths_keep(void)
{
	const struct term_widths now = term_widths();
	char name[80], text[64];
	text_format(text, sizeof text, "%d %d", now.quote, now.blocks);
	if (now.quote != kept.quote || now.blocks != kept.blocks)
		kept_write(name_of_terminal(name, sizeof name), text);
}
