// SPDX-License-Identifier: MIT
// See scratch.h. The folder is locked as long as its process lives, so one that can be locked belongs to nobody any more: no
// process numbers, which are used again. Only what this module puts into a folder is ever removed from it.
#include "cli/scratch.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/i18n.h"

#define PREFIX "duibiao-demo-"
#define FILE_NAME "demo.db"
#define TRIES 8

struct scratch {
	int lock;                // the folder, open and locked
	char folder[PATH_MAX], path[PATH_MAX + 16];
};

static const char *parent(void)
{
	const char *folder = getenv("TMPDIR");
	return folder != NULL && folder[0] == '/' ? folder : "/tmp";
}

// FOLDER is open as FD, so that nobody can put another one in its place meanwhile.
static void remove_all(int fd, const char *folder)
{
	DIR *listing = fdopendir(dup(fd));
	struct dirent *entry;
	while (listing != NULL && (entry = readdir(listing)) != NULL)
		if (strncmp(entry->d_name, FILE_NAME, strlen(FILE_NAME)) == 0)     // its journal too, and what became none
			unlinkat(fd, entry->d_name, 0);
	if (listing != NULL)
		closedir(listing);
	rmdir(folder);
}

// A folder of this account that could be locked: its process has gone, or is this one. -1: leave it alone.
static int lock_folder(const char *folder)
{
	struct stat open_one, named;
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (fd < 0)
		return -1;
	// Between making and locking it another process may have taken it for a dead one's, and away.
	if (fstat(fd, &open_one) == 0 && open_one.st_uid == getuid() && flock(fd, LOCK_EX | LOCK_NB) == 0 &&
		lstat(folder, &named) == 0 && named.st_ino == open_one.st_ino && named.st_dev == open_one.st_dev)
		return fd;
	close(fd);
	return -1;
}

static void sweep(void)
{
	char folder[PATH_MAX];
	struct dirent *entry;
	DIR *listing = opendir(parent());
	while (listing != NULL && (entry = readdir(listing)) != NULL) {
		if (strncmp(entry->d_name, PREFIX, strlen(PREFIX)) != 0)
			continue;
		int len = snprintf(folder, sizeof folder, "%s/%s", parent(), entry->d_name), fd;
		if (len < 0 || (size_t)len >= sizeof folder || (fd = lock_folder(folder)) < 0)
			continue;
		remove_all(fd, folder);
		close(fd);
	}
	if (listing != NULL)
		closedir(listing);
}

static enum err make(struct scratch *scratch)
{
	scratch->lock = -1;
	for (int try = 0; try < TRIES && scratch->lock < 0; try++) {
		int len = snprintf(scratch->folder, sizeof scratch->folder, "%s/" PREFIX "XXXXXX", parent());
		if (len < 0 || (size_t)len >= sizeof scratch->folder)
			return err_set(ERR_USAGE, _("the name of the folder for temporary files is too long"));
		if (mkdtemp(scratch->folder) == NULL)
			break;
		scratch->lock = lock_folder(scratch->folder);
	}
	if (scratch->lock < 0)
		return err_set(ERR_IO, _("no folder could be made in %s for the demonstration: %s"), parent(), strerror(errno));
	snprintf(scratch->path, sizeof scratch->path, "%s/" FILE_NAME, scratch->folder);
	return ERR_OK;
}

enum err scratch_new(struct scratch **out)
{
	struct scratch *scratch = calloc(1, sizeof *scratch);
	if (scratch == NULL)
		return err_set(ERR_MEMORY, _("out of memory"));
	sweep();
	enum err err = make(scratch);
	if (err != ERR_OK) {
		free(scratch);
		return err;
	}
	*out = scratch;
	return ERR_OK;
}

const char *scratch_path(const struct scratch *scratch)
{
	return scratch->path;
}

void scratch_free(struct scratch *scratch)
{
	if (scratch == NULL)
		return;
	remove_all(scratch->lock, scratch->folder);
	close(scratch->lock);
	free(scratch);
}
