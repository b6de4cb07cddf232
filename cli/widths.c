// SPDX-License-Identifier: MIT
// See widths.h. One small file a TERM, so that two programs at different terminals never write the same.
#include "cli/widths.h"

#include <ctype.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/place.h"
#include "core/text.h"
#include "tui/term.h"

#define BYTES_MOST 64
#define CELLS_MOST 15

static struct term_widths kept;

// Owned; NULL: there is no place for it. TERM comes from the other end of a line and may hold anything.
static char *path_of_terminal(void)
{
	const char *type = getenv("TERM");
	char name[80], *path = NULL;
	text_format(name, sizeof name, "width-%.60s", type == NULL ? "" : type);
	for (char *at = name; *at != '\0'; at++)
		if (!isalnum((unsigned char)*at) && strchr("-+.", *at) == NULL)
			*at = '_';
	return place_of("XDG_STATE_HOME", ".local/state", name, &path) == ERR_OK ? path : NULL;
}

static bool is_sound(const struct term_widths *widths)
{
	return widths->quote >= 0 && widths->quote <= CELLS_MOST && widths->blocks >= 0 && widths->blocks <= CELLS_MOST;
}

void widths_recall(void)
{
	struct term_widths widths;
	char *path = path_of_terminal(), *bytes = NULL;
	size_t len;
	if (path != NULL && place_read_file(path, BYTES_MOST, &bytes, &len) == ERR_OK &&
		sscanf(bytes, "%d %d", &widths.quote, &widths.blocks) == 2 && is_sound(&widths)) {
		kept = widths;
		term_assume(widths);
	}
	free(bytes);
	free(path);
}

void widths_keep(void)
{
	const struct term_widths now = term_widths();
	char *path = now.quote == kept.quote && now.blocks == kept.blocks ? NULL : path_of_terminal(), text[BYTES_MOST];
	int fd = path != NULL && place_make_folders(path, 0700) == ERR_OK
		? open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600) : -1;
	if (fd >= 0) {
		text_format(text, sizeof text, "%d %d\n", now.quote, now.blocks);
		(void)!write(fd, text, strlen(text));
		close(fd);
	}
	free(path);
}
