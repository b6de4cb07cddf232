// SPDX-License-Identifier: MIT
// See term_copy.h. The text is base64 of UTF-8, whatever the terminal's charset is: no byte of it can end the sequence.
#include "tui/term_copy.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static const char begins[] = "\033]52;c;", ends[] = "\a";

// tmux and screen keep such text to themselves unless they are told otherwise, and PuTTY says that it is an xterm.
bool term_copy_known(const char *name)
{
	static const char *const known[] = {"xterm", "foot", "alacritty", "kitty", "wezterm", "iterm", "contour", "mintty", "ghostty"};
	for (size_t i = 0; name != NULL && i < sizeof known / sizeof known[0]; i++)
		if (strncmp(name, known[i], strlen(known[i])) == 0)
			return true;
	return false;
}

static char *encode(const unsigned char *bytes, size_t len, char *out)
{
	static const char signs[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	for (size_t i = 0; i < len; i += 3) {
		size_t left = len - i;
		uint32_t three = (uint32_t)bytes[i] << 16 | (left > 1 ? (uint32_t)bytes[i + 1] << 8 : 0) | (left > 2 ? bytes[i + 2] : 0);
		*out++ = signs[three >> 18];
		*out++ = signs[three >> 12 & 63];
		*out++ = left > 1 ? signs[three >> 6 & 63] : '=';
		*out++ = left > 2 ? signs[three & 63] : '=';
	}
	return out;
}

char *term_copy_bytes(const char *text, size_t len)
{
	char *out = malloc(sizeof begins + (len + 2) / 3 * 4 + sizeof ends);
	if (out == NULL)
		return NULL;
	memcpy(out, begins, sizeof begins - 1);
	char *end = encode((const unsigned char *)text, len, out + sizeof begins - 1);
	memcpy(end, ends, sizeof ends);
	return out;
}
