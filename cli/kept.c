// SPDX-License-Identifier: MIT
// the code of kept.h.
#include "cli/kept.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/place.h"
#include "core/text.h"

#define BYTES_MOST 256

// Owned; NULL: there is no place for it.
static char *path_of(const char *name)
{
	char *path = NULL;
	return place_of("XDG_STATE_HOME", ".local/state", name, &path) == ERR_OK ? path : NULL;
}

bool kept_read(const char *name, char *text, size_t cap)
{
	char *path = path_of(name), *bytes = NULL;
	size_t len;
	bool found = path != NULL && place_read_file(path, BYTES_MOST, &bytes, &len) == ERR_OK;
	if (found)
		text_format(text, cap, "%.*s", (int)strcspn(bytes, "\n"), bytes);
	free(bytes);
	free(path);
	return found;
}

void kept_write(const char *name, const char *text)
{
	char *path = path_of(name), line[BYTES_MOST];
	int fd = path != NULL && place_make_folders(path, 0700) == ERR_OK
		? open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600) : -1;
	if (fd >= 0) {
		text_format(line, sizeof line, "%s\n", text);
		(void)!write(fd, line, strlen(line));
		close(fd);
	}
	free(path);
}
