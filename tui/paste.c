// SPDX-License-Identifier: MIT
// See paste.h.
#include "tui/paste.h"

#include <stdbool.h>
#include <string.h>

#include "core/i18n.h"
#include "core/text.h"
#include "tui/term_paste.h"

#define ESCAPE 27

const char *paste_refusal(const struct term_paste *paste)
{
	if (paste == NULL || paste->state == TERM_PASTE_LARGE)
		return _("What was pasted is too large (at most 1 MiB); nothing is changed. Copy fewer cells and paste again.");
	if (paste->state == TERM_PASTE_HALF)
		return _("Only a part of what was pasted has come; nothing is changed. Paste it again.");
	return NULL;
}

// Behind the Esc at TEXT: Esc [ ... letter, Esc O letter, or the Esc alone.
static const char *skip_sequence(const char *text)
{
	if (*++text == '[') {
		do
			text++;
		while (*text >= ' ' && *text <= '?');
		return *text >= '@' && *text <= '~' ? text + 1 : text;
	}
	return *text == 'O' && text[1] != '\0' ? text + 2 : text;
}

void paste_type(const struct term_paste *paste, void (*fn)(wchar_t c, void *ctx), void *ctx)
{
	uint32_t code;
	bool blank = false, begun = false;
	const char *text = paste->text;
	for (size_t len; (len = text_next(text, &code)) != 0;) {
		if (code == ESCAPE) {
			text = skip_sequence(text);
			continue;
		}
		text += len;
		blank = blank || code == '\t' || code == '\n' || code == '\r';
		if (!text_is_shown(code))
			continue;
		if (blank && begun)
			fn(L' ', ctx);
		fn((wchar_t)code, ctx);
		begun = true;
		blank = false;
	}
}
