// SPDX-License-Identifier: MIT
// Where a command's result goes: standard output, or a new file that is there whole or not at all.
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include <stdbool.h>
#include <stdio.h>

#include "cli/context.h"

struct output {
	FILE *file;
	char *path, *making;          // NULL: standard output. MAKING is written and then takes the name PATH
	bool replace;                 // what stands at PATH may go (--force)
};
// By --output and --force. ERR_REFUSED when there is such a file already that may not go, or a folder.
must_check enum err output_open(const struct context *context, struct output *out);
// The same for a path of the program's own.
must_check enum err output_open_path(const char *path, bool replace, struct output *out);
// Everything is written: give the file its name. ERR_IO when it could not all be written (a full disk); then nothing is left.
must_check enum err output_close(struct output *out);
void output_drop(struct output *out);

#endif
