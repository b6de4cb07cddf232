// SPDX-License-Identifier: MIT
// See ask.h.
#include "cli/ask.h"

#include <stdarg.h>
#include <stdio.h>

bool ask_yes(const char *question, ...)
{
	char answer[16];
	va_list args;
	va_start(args, question);
	vfprintf(stderr, question, args);
	va_end(args);
	return fgets(answer, sizeof answer, stdin) != NULL && (answer[0] == 'y' || answer[0] == 'Y');
}
