// SPDX-License-Identifier: MIT
// What a path is, before SQLite touches it: SQLite takes an empty file for a new database, waits on a FIFO, and calls
// everything else "not a database". A person is told what he has given instead.
//
// The file is opened and closed here, which would drop the locks of a store of this process on the same file: such a
// one is not looked at again (traps.md).
#include "db/base.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "core/i18n.h"

#define HEAD 512

struct magic { const char *bytes; size_t len; const char *what; };
static const struct magic magics[] = {
	{ "PK\003\004", 4, N_("an Excel, Word or zip file") },
	{ "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8, N_("an old Excel or Word file") },
	{ "%PDF", 4, N_("a PDF") },
	{ "\037\213", 2, N_("a gzip file") },
	{ "\x89PNG", 4, N_("a picture") },
	{ "\xFF\xD8\xFF", 3, N_("a picture") },
	{ "\177ELF", 4, N_("a program") },
	{ "SQLite format 3", 16, N_("a database of another program") },
};

static bool looks_like_text(const unsigned char *head, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (head[i] < 0x20 && head[i] != '\t' && head[i] != '\n' && head[i] != '\r')
			return false;
	return true;
}

static const char *what_is(const unsigned char *head, size_t len)
{
	for (size_t i = 0; i < sizeof magics / sizeof magics[0]; i++)
		if (len >= magics[i].len && memcmp(head, magics[i].bytes, magics[i].len) == 0)
			return _(magics[i].what);
	return looks_like_text(head, len) ? _("a text file") : _("a file of unknown kind");
}

static enum err foreign(const char *path, const char *what)
{
	return err_set(ERR_FOREIGN, _("%s is %s, not a file of duibiao; give the right file, or make one with duibiao init"),
		path, what);
}

struct special { mode_t type; const char *what; };
static const struct special specials[] = {
	{ S_IFDIR, N_("a folder") }, { S_IFIFO, N_("a pipe") }, { S_IFSOCK, N_("a socket") },
	{ S_IFCHR, N_("a device") }, { S_IFBLK, N_("a device") },
};

static enum err check_type(const char *path, mode_t mode)
{
	for (size_t i = 0; i < sizeof specials / sizeof specials[0]; i++)
		if ((mode & S_IFMT) == specials[i].type)
			return foreign(path, _(specials[i].what));
	return ERR_OK;
}

static enum err check_head(const char *path, bool *snapshot)
{
	unsigned char head[HEAD];
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	if (fd < 0)
		return err_set(ERR_IO, _("%s cannot be read: %s"), path, strerror(errno));
	ssize_t len = read(fd, head, sizeof head);
	int failed = errno;
	close(fd);
	if (len < 0)
		return err_set(ERR_IO, _("%s cannot be read: %s"), path, strerror(failed));
	if (len == 0)
		return foreign(path, _("an empty file"));
	bool sqlite = len >= 100 && memcmp(head, "SQLite format 3", 16) == 0;
	uint32_t application = (uint32_t)head[68] << 24 | (uint32_t)head[69] << 16 | (uint32_t)head[70] << 8 | head[71];
	*snapshot = application == DB_SNAPSHOT;
	if (!sqlite || (application != DB_APPLICATION && !*snapshot))
		return foreign(path, what_is(head, (size_t)len));
	return ERR_OK;
}

enum err db_sniff(struct store *store)
{
	const char *path = store->path;
	struct stat st;
	if (stat(path, &st) != 0) {
		if (errno == ENOENT || errno == ENOTDIR)
			return err_set(ERR_MISSING, _("there is no file %s; make one with duibiao init"), path);
		return err_set(ERR_IO, _("%s cannot be read: %s"), path, strerror(errno));
	}
	enum err err = check_type(path, st.st_mode);
	if (err != ERR_OK)
		return err;
	store->dev = st.st_dev;
	store->ino = st.st_ino;
	const struct store *open = db_find_open(st.st_dev, st.st_ino);
	if (open == NULL || open == store)
		return check_head(path, &store->snapshot);
	store->snapshot = open->snapshot;
	return ERR_OK;
}

// ------------------------------------------------------------ may it be written

bool db_unsafe_filesystem(unsigned long type)
{
	static const unsigned long unsafe[] = {    // NFS, CIFS, SMB2, SMB, FUSE, 9p, CEPH, AFS
		0x6969, 0xFF534D42, 0xFE534D42, 0x517B, 0x65735546, 0x01021997, 0xC36400, 0x5346414F,
	};
	for (size_t i = 0; i < sizeof unsafe / sizeof unsafe[0]; i++)
		if (type == unsafe[i])
			return true;
	return false;
}

// The folder that the journal will be made in: that of the file itself where PATH is a link.
static enum err folder_of(const char *path, char folder[PATH_MAX])
{
	if (strlen(path) >= PATH_MAX)
		return err_set(ERR_IO, _("%s cannot be opened (%s)"), path, strerror(ENAMETOOLONG));
	if (realpath(path, folder) == NULL)
		memcpy(folder, path, strlen(path) + 1);
	return ERR_OK;
}

enum err db_check_writable(const char *path)
{
	char folder[PATH_MAX];
	struct statfs fs;
	enum err err = folder_of(path, folder);
	if (err != ERR_OK)
		return err;
	const char *parent = dirname(folder);
	if (statfs(parent, &fs) == 0 && db_unsafe_filesystem((unsigned long)fs.f_type & 0xFFFFFFFFUL))
		return err_set(ERR_IO, _("%s lies on a network file system, where two desks can destroy it: put it on a local disk"), path);
	if (access(path, F_OK) == 0 && access(path, W_OK) != 0)
		return err_set(ERR_READONLY, _("%s may only be read by you; look at it with duibiao --browse"), path);
	if (access(parent, W_OK) != 0)
		return err_set(ERR_READONLY, _("the folder of %s may only be read by you; look at the file with duibiao --browse"), path);
	return ERR_OK;
}
