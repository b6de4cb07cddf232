// SPDX-License-Identifier: MIT
// See err.h. One message a process is enough: errors travel straight up to where the person is.
#include "core/err.h"

#include <stdarg.h>
#include <string.h>

#include "core/text.h"

#define ERR_TEXT 1024

static char message[ERR_TEXT];

static const int exit_status[] = {
#define X(name, status) status,
	ERR_LIST(X)
#undef X
};

enum err err_set(enum err code, const char *format, ...)
{
	char text[ERR_TEXT];   // FORMAT's arguments may point into the present message
	va_list args;
	va_start(args, format);
	text_vformat(text, sizeof text, format, args);
	va_end(args);
	memcpy(message, text, sizeof message);
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
