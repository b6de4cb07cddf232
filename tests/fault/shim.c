// SPDX-License-Identifier: MIT
// See shim.h. Files are written through at once, so that the process reads what it wrote; beside each stands what would be on
// the disk if the power went now, and the operations since.
#include "tests/fault/shim.h"

#include <fcntl.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FILES 16
#define SECTOR 512

struct pending { sqlite3_int64 at; int len; char *bytes; };      // bytes NULL: truncated to AT
struct image {                                                   // of a file that may lose what was not synced
	char *path, *bytes;
	sqlite3_int64 size;
	struct pending *pending;
	int pending_len;
};
struct shim_file {
	sqlite3_file base;
	struct image *image;
	sqlite3_file *real;
};

static struct {
	enum shim_fault fault;
	int at, lasting, steps;
	bool armed;
	uint32_t random;
	sqlite3_vfs vfs, *real;
	struct image images[FILES];
	int images_len;
} shim;

static uint32_t random_number(void)
{
	shim.random = shim.random * 1664525U + 1013904223U;
	return shim.random >> 8;
}

// ------------------------------------------------------------ what the disk holds

static void resize(struct image *image, sqlite3_int64 size)
{
	image->bytes = realloc(image->bytes, (size_t)size + 1);
	if (image->bytes == NULL)
		abort();
	if (size > image->size)
		memset(image->bytes + image->size, 0, (size_t)(size - image->size));
	image->size = size;
}

static void apply(struct image *image, const struct pending *p, int len)
{
	if (p->bytes == NULL) {
		if (p->at < image->size)
			resize(image, p->at);
		return;
	}
	if (p->at + len > image->size)
		resize(image, p->at + len);
	memcpy(image->bytes + p->at, p->bytes, (size_t)len);
}

static void remember(struct image *image, sqlite3_int64 at, int len, const void *bytes)
{
	image->pending = realloc(image->pending, ((size_t)image->pending_len + 1) * sizeof *image->pending);
	struct pending *p = &image->pending[image->pending_len++];
	*p = (struct pending){ at, len, NULL };
	if (bytes != NULL) {
		p->bytes = malloc((size_t)len);
		memcpy(p->bytes, bytes, (size_t)len);
	}
}

static void settle(struct image *image)
{
	for (int i = 0; i < image->pending_len; i++) {
		apply(image, &image->pending[i], image->pending[i].len);
		free(image->pending[i].bytes);
	}
	image->pending_len = 0;
}

static struct image *image_of(const char *path)
{
	for (int i = 0; i < shim.images_len; i++)
		if (strcmp(shim.images[i].path, path) == 0)
			return &shim.images[i];
	if (shim.images_len == FILES)
		abort();
	struct image *image = &shim.images[shim.images_len++];
	struct stat st;
	*image = (struct image){ .path = strdup(path) };
	int fd = open(path, O_RDONLY);
	if (fd >= 0 && fstat(fd, &st) == 0) {
		resize(image, st.st_size);
		if (read(fd, image->bytes, (size_t)st.st_size) != st.st_size)
			abort();
	}
	if (fd >= 0)
		close(fd);
	return image;
}

// Some of the writes since the last sync got there, in any order, the last of them perhaps in part.
static void cut_power(void)
{
	for (int i = 0; i < shim.images_len; i++) {
		struct image *image = &shim.images[i];
		for (int k = 0; k < image->pending_len; k++) {
			const struct pending *p = &image->pending[k];
			uint32_t fate = random_number() % 3;
			if (fate == 0)
				continue;
			apply(image, p, fate == 1 || p->len <= SECTOR ? p->len : (int)(random_number() % (uint32_t)(p->len / SECTOR)) * SECTOR);
		}
		int fd = open(image->path, O_WRONLY | O_TRUNC);
		if (fd >= 0 && write(fd, image->bytes, (size_t)image->size) != image->size)
			abort();
	}
	_exit(77);
}

// One more step. Non-zero: SQLite's code of the error it shall report.
static int step(int error)
{
	if (!shim.armed)
		return SQLITE_OK;
	shim.steps++;
	if (shim.fault == SHIM_NONE || shim.steps < shim.at || (shim.steps > shim.at && !shim.lasting))
		return SQLITE_OK;
	if (shim.fault == SHIM_KILL)
		raise(SIGKILL);
	if (shim.fault == SHIM_POWER)
		cut_power();
	return shim.fault == SHIM_FULL ? SQLITE_FULL : error;
}

// ------------------------------------------------------------ files

#define REAL(file) (((struct shim_file *)(file))->real)
#define IMAGE(file) (((struct shim_file *)(file))->image)

static int shim_close(sqlite3_file *file) { return REAL(file)->pMethods->xClose(REAL(file)); }
static int shim_read(sqlite3_file *file, void *to, int len, sqlite3_int64 at)
{
	return REAL(file)->pMethods->xRead(REAL(file), to, len, at);
}
static int shim_write(sqlite3_file *file, const void *from, int len, sqlite3_int64 at)
{
	int rc = step(SQLITE_IOERR_WRITE);
	if (rc != SQLITE_OK)
		return rc;
	if (IMAGE(file) != NULL)
		remember(IMAGE(file), at, len, from);
	return REAL(file)->pMethods->xWrite(REAL(file), from, len, at);
}
static int shim_truncate(sqlite3_file *file, sqlite3_int64 size)
{
	int rc = step(SQLITE_IOERR_TRUNCATE);
	if (rc != SQLITE_OK)
		return rc;
	if (IMAGE(file) != NULL)
		remember(IMAGE(file), size, 0, NULL);
	return REAL(file)->pMethods->xTruncate(REAL(file), size);
}
static int shim_sync(sqlite3_file *file, int flags)
{
	int rc = step(SQLITE_IOERR_FSYNC);
	if (rc != SQLITE_OK)
		return rc;
	if (IMAGE(file) != NULL)
		settle(IMAGE(file));
	return REAL(file)->pMethods->xSync(REAL(file), flags);
}
static int shim_size(sqlite3_file *file, sqlite3_int64 *size) { return REAL(file)->pMethods->xFileSize(REAL(file), size); }
static int shim_lock(sqlite3_file *file, int level) { return REAL(file)->pMethods->xLock(REAL(file), level); }
static int shim_unlock(sqlite3_file *file, int level) { return REAL(file)->pMethods->xUnlock(REAL(file), level); }
static int shim_reserved(sqlite3_file *file, int *out) { return REAL(file)->pMethods->xCheckReservedLock(REAL(file), out); }
static int shim_control(sqlite3_file *file, int op, void *arg) { return REAL(file)->pMethods->xFileControl(REAL(file), op, arg); }
static int shim_sector(sqlite3_file *file) { return REAL(file)->pMethods->xSectorSize(REAL(file)); }
static int shim_device(sqlite3_file *file) { return REAL(file)->pMethods->xDeviceCharacteristics(REAL(file)); }

static const sqlite3_io_methods methods = {
	.iVersion = 1, .xClose = shim_close, .xRead = shim_read, .xWrite = shim_write, .xTruncate = shim_truncate, .xSync = shim_sync,
	.xFileSize = shim_size, .xLock = shim_lock, .xUnlock = shim_unlock, .xCheckReservedLock = shim_reserved,
	.xFileControl = shim_control, .xSectorSize = shim_sector, .xDeviceCharacteristics = shim_device,
};

static int shim_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out)
{
	struct shim_file *f = (struct shim_file *)file;
	(void)vfs;
	f->real = (sqlite3_file *)(void *)(f + 1);
	f->image = NULL;
	f->base.pMethods = NULL;
	int rc = shim.real->xOpen(shim.real, name, f->real, flags, out);
	if (rc != SQLITE_OK)
		return rc;
	if (shim.fault == SHIM_POWER && name != NULL)
		f->image = image_of(name);
	f->base.pMethods = &methods;
	return rc;
}

static int shim_delete(sqlite3_vfs *vfs, const char *name, int sync)
{
	(void)vfs;
	int rc = step(SQLITE_IOERR_DELETE);
	return rc == SQLITE_OK ? shim.real->xDelete(shim.real, name, sync) : rc;
}

void shim_install(enum shim_fault fault, int at, int lasting, uint32_t seed)
{
	shim.fault = fault;
	shim.at = at;
	shim.lasting = lasting;
	shim.random = seed;
	shim.real = sqlite3_vfs_find(NULL);
	shim.vfs = *shim.real;
	shim.vfs.zName = "shim";
	shim.vfs.pNext = NULL;
	shim.vfs.szOsFile = (int)sizeof(struct shim_file) + shim.real->szOsFile;
	shim.vfs.xOpen = shim_open;
	shim.vfs.xDelete = shim_delete;
	if (sqlite3_vfs_register(&shim.vfs, 1) != SQLITE_OK)
		abort();
}

void shim_arm(void)
{
	shim.armed = true;
	shim.steps = 0;
}

int shim_steps(void)
{
	return shim.steps;
}
