// SPDX-License-Identifier: MIT
// Which process of this machine keeps a busy file. SQLite's locks are those of the kernel, which knows; it is asked by the
// descriptor that SQLite has open already, for closing another one would drop our own locks (traps.md).
#include "db/db_write.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "db/base.h"

#define LOCKS_AT 0x40000000      // the bytes of a database that SQLite locks
#define LOCKS_LEN 512

static int descriptor_of(const struct store *store)
{
	struct dirent *entry;
	int found = -1;
	DIR *folder = opendir("/proc/self/fd");
	while (folder != NULL && found < 0 && (entry = readdir(folder)) != NULL) {
		struct stat status;
		int fd = atoi(entry->d_name);
		if (entry->d_name[0] != '.' && fstat(fd, &status) == 0 && status.st_dev == store->dev && status.st_ino == store->ino)
			found = fd;
	}
	if (folder != NULL)
		closedir(folder);
	return found;
}

bool db_holder(const struct store *store, pid_t *out)
{
	struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = LOCKS_AT, .l_len = LOCKS_LEN};
	int fd = descriptor_of(store);
	if (fd < 0 || fcntl(fd, F_GETLK, &lock) != 0 || lock.l_type == F_UNLCK || lock.l_pid <= 0)
		return false;
	*out = lock.l_pid;
	return true;
}
