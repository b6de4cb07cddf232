// SPDX-License-Identifier: MIT
// See err.h. One message a process is enough: errors travel straight up to where the person is.
#include "core/err.h"

#include <stdarg.h>
#include <stdio.h>

#define ERR_TEXT 1024

static char message[ERR_TEXT];

static const int exit_status[] = {
#define X(name, status) status,
	ERR_LIST(X)
#undef X
};

// A cut must not leave half a UTF-8 character: drop the tail bytes of one that lost its end.
static void cut_whole(char *text, size_t len)
{
	size_t start = len;
	while (start > 0 && ((unsigned char)text[start - 1] & 0xC0) == 0x80)
		start--;
	if (start > 0 && (unsigned char)text[start - 1] >= 0xC0)
		text[start - 1] = '\0';
}

enum err err_set(enum err code, const char *format, ...)
{
	char text[ERR_TEXT];   // FORMAT's arguments may point into the present message
	va_list args;
	va_start(args, format);
	int len = vsnprintf(text, sizeof text, format, args);
	va_end(args);
	if (len >= ERR_TEXT)
		cut_whole(text, ERR_TEXT - 1);
	snprintf(message, sizeof message, "%s", len < 0 ? "" : text);
	return code;
}

const char *err_message(void)
{
	return message;
}

int err_exit_status(enum err code)
{
	return exit_status[code];
}
