// SPDX-License-Identifier: MIT
// See draft.h.
#include "cli/draft.h"

#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/place.h"
#include "core/i18n.h"
#include "core/text.h"

#define DRAFT_PREFIX "draft-"
#define DRAFT_FIELDS 6               // mark, file, row, unit, when, text, each with its NUL
#define DRAFT_RECORD (PATH_MAX + DRAFT_TEXT + 256)

static const char *const marks[] = {[DRAFT_CELL] = "duibiao-draft-1", [DRAFT_TARGET] = "duibiao-draft-target-1"};
#define MARKS (sizeof marks / sizeof marks[0])

struct drafts {
	char database[PATH_MAX];     // absolute, as others know it
	char *folder;                // with a slash at its end
	int own, offered;            // locked descriptors, -1 none
	char own_path[PATH_MAX], offered_path[PATH_MAX];
	bool typing;
};

enum err drafts_new(const char *path, struct drafts **out)
{
	struct drafts *drafts = calloc(1, sizeof *drafts);
	if (drafts == NULL)
		return err_set(ERR_MEMORY, _("out of memory"));
	drafts->own = drafts->offered = -1;
	if (realpath(path, drafts->database) == NULL)
		text_format(drafts->database, sizeof drafts->database, "%s", path);
	enum err err = place_of("XDG_STATE_HOME", ".local/state", "", &drafts->folder);
	if (err != ERR_OK) {
		free(drafts);
		return err;
	}
	*out = drafts;
	return ERR_OK;
}

static void close_and_remove(int *fd, const char *path)
{
	if (*fd < 0)
		return;
	unlink(path);
	close(*fd);
	*fd = -1;
}

static void close_only(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

void drafts_free(struct drafts *drafts)
{
	if (drafts == NULL)
		return;
	if (drafts->typing)
		close_only(&drafts->own);
	else
		close_and_remove(&drafts->own, drafts->own_path);
	close_only(&drafts->offered);
	free(drafts->folder);
	free(drafts);
}

// Locked and still there: between making and locking it another process may have taken it for a dead one's.
static bool lock_own(int fd)
{
	struct stat status;
	return flock(fd, LOCK_EX | LOCK_NB) == 0 && fstat(fd, &status) == 0 && status.st_nlink > 0;
}

static void open_own(struct drafts *drafts)
{
	for (int try = 0; try < 8 && drafts->own < 0; try++) {
		int len = snprintf(drafts->own_path, sizeof drafts->own_path, "%s" DRAFT_PREFIX "%ld-%d", drafts->folder,
			(long)getpid(), try);
		if (len < 0 || (size_t)len >= sizeof drafts->own_path || place_make_folders(drafts->own_path, 0700) != ERR_OK)
			return;
		drafts->own = open(drafts->own_path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
		if (drafts->own >= 0 && !lock_own(drafts->own))
			close_only(&drafts->own);
	}
}

static void add_field(char *record, size_t cap, size_t *len, const char *text)
{
	if (*len < cap)
		text_format(record + *len, cap - *len, "%s", text);
	*len += *len < cap ? strlen(record + *len) + 1 : 0;
}

static size_t write_record(const struct drafts *drafts, const struct draft *draft, char record[DRAFT_RECORD])
{
	char when[16];
	size_t len = 0;
	snprintf(when, sizeof when, "%d", draft->when);
	const char *const fields[DRAFT_FIELDS] = {marks[draft->kind], drafts->database, draft->row, draft->unit, when, draft->text};
	for (int i = 0; i < DRAFT_FIELDS; i++)
		add_field(record, DRAFT_RECORD, &len, fields[i]);
	return len;
}

void drafts_keep(struct drafts *drafts, const struct draft *draft)
{
	char record[DRAFT_RECORD];
	size_t len = draft != NULL ? write_record(drafts, draft, record) : 0;
	drafts->typing = draft != NULL;
	if (drafts->own < 0 && draft != NULL)
		open_own(drafts);
	if (drafts->own < 0)
		return;
	// The new record first: a kill before ftruncate leaves it whole, what follows its sixth NUL is not read.
	ssize_t written = pwrite(drafts->own, record, len, 0);
	if (written == (ssize_t)len && ftruncate(drafts->own, (off_t)len) != 0)
		drafts->typing = draft != NULL;
}

static bool copy_field(char *out, size_t cap, const char *text)
{
	return strlen(text) < cap && snprintf(out, cap, "%s", text) >= 0;
}

static bool read_mark(const char *mark, enum desk_draft_kind *out)
{
	size_t kind = 0;
	while (kind < MARKS && strcmp(marks[kind], mark) != 0)
		kind++;
	*out = (enum desk_draft_kind)kind;
	return kind < MARKS;
}

static bool read_record(const char *record, size_t len, const char *database, struct draft *out)
{
	const char *field[DRAFT_FIELDS];
	size_t at = 0;
	for (int i = 0; i < DRAFT_FIELDS; i++) {
		const char *end = at < len ? memchr(record + at, '\0', len - at) : NULL;
		if (end == NULL)
			return false;
		field[i] = record + at;
		at = (size_t)(end - record) + 1;
	}
	out->when = atoi(field[4]);
	return read_mark(field[0], &out->kind) && strcmp(field[1], database) == 0 &&
		copy_field(out->row, sizeof out->row, field[2]) && copy_field(out->unit, sizeof out->unit, field[3]) &&
		field[5][0] != '\0' && copy_field(out->text, sizeof out->text, field[5]);
}

// Take NAME when its process is gone. One without a record had nothing typed and is removed.
static bool take(struct drafts *drafts, const char *name, struct draft *out)
{
	char record[DRAFT_RECORD];
	int len = snprintf(drafts->offered_path, sizeof drafts->offered_path, "%s%s", drafts->folder, name);
	if (len < 0 || (size_t)len >= sizeof drafts->offered_path)
		return false;
	int fd = open(drafts->offered_path, O_RDWR | O_CLOEXEC | O_NOFOLLOW);
	if (fd < 0 || flock(fd, LOCK_EX | LOCK_NB) != 0) {
		close_only(&fd);
		return false;
	}
	ssize_t got = pread(fd, record, sizeof record, 0);
	if (got > 0 && read_record(record, (size_t)got, drafts->database, out)) {
		drafts->offered = fd;
		return true;
	}
	if (got == 0)
		close_and_remove(&fd, drafts->offered_path);
	close_only(&fd);
	return false;
}

bool drafts_offer(struct drafts *drafts, struct draft *out)
{
	struct dirent *entry;
	bool found = false;
	DIR *folder = opendir(drafts->folder);
	if (folder == NULL)
		return false;
	close_only(&drafts->offered);
	while (!found && (entry = readdir(folder)) != NULL)
		if (strncmp(entry->d_name, DRAFT_PREFIX, strlen(DRAFT_PREFIX)) == 0)
			found = take(drafts, entry->d_name, out);
	closedir(folder);
	return found;
}

void drafts_drop(struct drafts *drafts)
{
	close_and_remove(&drafts->offered, drafts->offered_path);
}
