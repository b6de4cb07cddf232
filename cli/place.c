// SPDX-License-Identifier: MIT
// See place.h.
#include "cli/place.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pwd.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/i18n.h"
#include "core/text.h"

static const char *home_folder(void)
{
	const char *home = getenv("HOME");
	const struct passwd *account = home != NULL && home[0] == '/' ? NULL : getpwuid(getuid());
	return account != NULL ? account->pw_dir : home;
}

enum err place_of(const char *variable, const char *fallback, const char *name, char **out)
{
	char path[PATH_MAX];
	const char *base = getenv(variable), *home = home_folder();
	int len;
	if (base != NULL && base[0] == '/')
		len = snprintf(path, sizeof path, "%s/duibiao/%s", base, name);
	else if (home != NULL && home[0] == '/')
		len = snprintf(path, sizeof path, "%s/%s/duibiao/%s", home, fallback, name);
	else
		return err_set(ERR_USAGE, _("neither %s nor HOME names a folder; name the file with --file"), variable);
	if (len < 0 || (size_t)len >= sizeof path)
		return err_set(ERR_USAGE, _("the folder that %s or HOME names is too long"), variable);
	*out = strdup(path);
	return *out != NULL ? ERR_OK : err_set(ERR_MEMORY, _("out of memory"));
}

char *place_beside_program(const char *name)
{
	char path[PATH_MAX];
	ssize_t len = readlink("/proc/self/exe", path, sizeof path - 1);
	char *slash = NULL;
	if (len > 0) {
		path[len] = '\0';
		slash = strrchr(path, '/');
	}
	if (slash == NULL || (size_t)(slash - path) + strlen(name) + 2 > sizeof path)
		return NULL;
	text_format(slash + 1, sizeof path - (size_t)(slash + 1 - path), "%s", name);
	return strdup(path);
}

static enum err read_all(int fd, const char *path, size_t size, char *bytes, size_t *len)
{
	*len = 0;
	while (*len < size) {
		ssize_t got = read(fd, bytes + *len, size - *len);
		if (got < 0)
			return err_set(ERR_IO, _("%s cannot be read: %s"), path, strerror(errno));
		if (got == 0)
			break;
		*len += (size_t)got;
	}
	bytes[*len] = '\0';
	return ERR_OK;
}

static enum err check_kind(int fd, const char *path, size_t limit, size_t *size)
{
	struct stat status;
	if (fstat(fd, &status) != 0)
		return err_set(ERR_IO, _("%s cannot be read: %s"), path, strerror(errno));
	if (S_ISDIR(status.st_mode))
		return err_set(ERR_INPUT, _("%s is a folder; name a file in it"), path);
	if (!S_ISREG(status.st_mode))
		return err_set(ERR_INPUT, _("%s is not a regular file; name one"), path);
	if ((uintmax_t)status.st_size > limit)
		return err_set(ERR_INPUT, _("%s is larger than the %zu bytes that are taken"), path, limit);
	*size = (size_t)status.st_size;
	return ERR_OK;
}

enum err place_open(const char *path, size_t limit, int *fd, size_t *size)
{
	*fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (*fd < 0 && errno == ENOENT)
		return err_set(ERR_MISSING, _("there is no file %s"), path);
	if (*fd < 0 && errno == ENXIO)
		return err_set(ERR_INPUT, _("%s is not a regular file; name one"), path);
	if (*fd < 0)
		return err_set(ERR_IO, _("%s cannot be read: %s"), path, strerror(errno));
	enum err err = check_kind(*fd, path, limit, size);
	if (err != ERR_OK)
		close(*fd);
	return err;
}

enum err place_read_file(const char *path, size_t limit, char **out, size_t *len)
{
	size_t size = 0;
	int fd;
	char *bytes = NULL;
	enum err err = place_open(path, limit, &fd, &size);
	if (err != ERR_OK)
		return err;
	if ((bytes = malloc(size + 1)) == NULL)
		err = err_set(ERR_MEMORY, _("out of memory"));
	if (err == ERR_OK)
		err = read_all(fd, path, size, bytes, len);
	close(fd);
	if (err != ERR_OK) {
		free(bytes);
		return err;
	}
	*out = bytes;
	return ERR_OK;
}
