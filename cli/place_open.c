// SPDX-License-Identifier: MIT
// A file to be read as often as asked (place.h): apart, so that the read-only program does not link it.
#include <stdint.h>
#include <stdio.h>
#include <unistd.h>

#include "cli/place.h"
#include "core/i18n.h"

enum err place_open_file(const char *path, FILE **out)
{
	size_t size;
	int fd;
	enum err err = place_open(path, SIZE_MAX, &fd, &size);
	*out = NULL;
	if (err != ERR_OK)
		return err;
	*out = fdopen(fd, "r");
	if (*out != NULL)
		return ERR_OK;
	close(fd);
	return err_set(ERR_MEMORY, _("out of memory"));
}
