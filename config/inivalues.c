// SPDX-License-Identifier: MIT
// See inivalues.h.
#define _GNU_SOURCE      // memfd_create
#include "config/inivalues.h"

#include <iniparser/iniparser.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "core/i18n.h"

struct inivalues {
	dictionary *dictionary;
};

// The library's own messages have no line number and would stand on the screen.
static int be_silent(const char *format, ...)
{
	(void)format;
	return 0;
}

static enum err write_all(int fd, const char *bytes, size_t len)
{
	while (len > 0) {
		ssize_t written = write(fd, bytes, len);
		if (written < 0 && errno == EINTR)
			continue;
		if (written < 0)
			return err_set(ERR_IO, _("cannot hand the plan to the INI library: %s"), strerror(errno));
		bytes += written;
		len -= (size_t)written;
	}
	return ERR_OK;
}

static enum err load(int fd, struct inivalues *values)
{
	char path[64];
	snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
	iniparser_set_error_callback(be_silent);
	values->dictionary = iniparser_load(path);
	iniparser_set_error_callback(NULL);
	return values->dictionary != NULL ? ERR_OK : err_set(ERR_IO, _("the INI library cannot read the plan"));
}

enum err inivalues_load(const struct iniscan *scan, struct inivalues **out)
{
	struct inivalues *values = calloc(1, sizeof *values);
	if (values == NULL)
		return err_set(ERR_MEMORY, _("there is no memory left"));
	enum err err = ERR_OK;
	int fd = memfd_create("duibiao", MFD_CLOEXEC);
	if (fd < 0)
		err = err_set(ERR_IO, _("cannot hand the plan to the INI library: %s"), strerror(errno));
	if (err == ERR_OK)
		err = write_all(fd, scan->text, scan->len);
	if (err == ERR_OK)
		err = load(fd, values);
	if (fd >= 0)
		close(fd);
	if (err == ERR_OK)
		*out = values;
	else
		inivalues_free(values);
	return err;
}

void inivalues_free(struct inivalues *values)
{
	if (values == NULL)
		return;
	if (values->dictionary != NULL)
		iniparser_freedict(values->dictionary);
	free(values);
}

const char *inivalues_get(const struct inivalues *values, const char *section, const char *key)
{
	char name[2 * INISCAN_LINE + 2];
	snprintf(name, sizeof name, "%s:%s", section, key);
	return iniparser_getstring(values->dictionary, name, NULL);
}
