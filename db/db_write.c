// SPDX-License-Identifier: MIT
// Making a file (db_write.h). SQLite would make it 0644 whatever the umask, and the second clerk could not write: the file
// is made here first, empty, with the right mode; the journal then inherits it.
#include "db/db_write.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/i18n.h"
#include "db/write.h"

static enum err make_empty(const char *path, mode_t mode)
{
	int fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode);
	if (fd < 0 && errno == EEXIST)
		return err_set(ERR_REFUSED, _("%s exists already and was left as it is"), path);
	if (fd < 0)
		return err_set(ERR_IO, _("%s cannot be made: %s"), path, strerror(errno));
	bool failed = fchmod(fd, mode) != 0;
	int why = errno;
	close(fd);
	if (!failed)
		return ERR_OK;
	unlink(path);
	return err_set(ERR_IO, _("%s cannot be made: %s"), path, strerror(why));
}

// The name itself must survive a power cut, or acknowledged saves lie in a file that is nowhere.
static enum err sync_folder(const char *path)
{
	char folder[PATH_MAX];
	memcpy(folder, path, strlen(path) + 1);
	int fd = open(dirname(folder), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool done = fd >= 0 && fsync(fd) == 0;
	int why = errno;
	if (fd >= 0)
		close(fd);
	return done ? ERR_OK : err_set(ERR_IO, _("%s cannot be made: %s"), path, strerror(why));
}

static enum err fill(const char *path)
{
	struct store *store;
	enum err err = db_open_empty(path, &store);
	if (err != ERR_OK)
		return err;
	err = db_upgrade(store);
	db_close(store);
	return err == ERR_OK ? sync_folder(path) : err;
}

enum err db_create(const char *path, bool shared)
{
	struct stat st;
	if (strlen(path) >= PATH_MAX)
		return err_set(ERR_IO, _("%s cannot be made: %s"), path, strerror(ENAMETOOLONG));
	if (lstat(path, &st) == 0)
		return err_set(ERR_REFUSED, _("%s exists already and was left as it is"), path);
	enum err err = db_check_writable(path);
	if (err == ERR_OK)
		err = make_empty(path, shared ? 0660 : 0600);
	if (err != ERR_OK)
		return err;
	err = fill(path);
	if (err != ERR_OK)
		unlink(path);
	return err;
}
