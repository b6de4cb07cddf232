// SPDX-License-Identifier: MIT
// See paper.h.
#include "cli/paper.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "cli/complete.h"
#include "cli/op.h"
#include "cli/place.h"
#include "cli/refused.h"
#include "core/i18n.h"
#include "core/text.h"
#include "exchange/import.h"

#define MOST_COPIES 99
#define FILE_BYTES ((size_t)64 << 20)

static int compare(const void *a, const void *b)
{
	return strcmp(a, b);
}

static int list(void *ctx, const char *names[PAPER_NAMES])
{
	struct papers *papers = ctx;
	DIR *folder = opendir(".");
	int len = 0;
	for (struct dirent *file; folder != NULL && len < PAPER_NAMES && (file = readdir(folder)) != NULL;) {
		size_t size = strlen(file->d_name);
		if (size > 4 && file->d_name[0] != '.' && strcasecmp(file->d_name + size - 4, ".csv") == 0)
			text_format(papers->names[len++], sizeof papers->names[0], "%s", file->d_name);
	}
	if (folder != NULL)
		closedir(folder);
	qsort(papers->names, (size_t)len, sizeof papers->names[0], compare);
	for (int i = 0; i < len; i++)
		names[i] = papers->names[i];
	return len;
}

static int complete(void *ctx, char *text, size_t cap, char *found, size_t found_cap)
{
	(void)ctx;
	return complete_path(text, cap, found, found_cap);
}

static enum err read_file(void *ctx, const char *path, int unit, int period, struct import **out)
{
	struct papers *papers = ctx;
	struct context *context = papers->context;
	struct csv_asked asked = {unit, period};
	const char *name = strrchr(path, '/') != NULL ? strrchr(path, '/') + 1 : path;
	char *bytes = NULL;
	size_t len = 0;
	*out = NULL;
	complete_home(path, papers->path, sizeof papers->path);
	papers->unit = unit;
	papers->period = period;
	enum err err = place_read_file(papers->path, FILE_BYTES, &bytes, &len);
	if (err == ERR_OK)
		err = import_read(context->store, context->plan, context_day(context), name, bytes, len, NULL, &asked, out);
	free(bytes);
	return err;
}

// The figures are written: a folder that takes no file is no reason to say anything else.
static void keep_refused(const struct papers *papers, struct paper_written *out)
{
	const struct csv_asked asked = {papers->unit, papers->period};
	struct import_job job = {.store = papers->context->store, .plan = papers->context->plan, .today = context_day(papers->context),
		.asked = &asked};
	if (refused_keep(&job, papers->path, out->refused, sizeof out->refused) != ERR_OK)
		out->refused[0] = '\0';
}

static enum err check_rows(void *ctx, struct import *import)
{
	struct papers *papers = ctx;
	return import_find(import, papers->context->store, context_day(papers->context));
}

static enum err write_rows(void *ctx, struct import *import, struct paper_written *out)
{
	struct papers *papers = ctx;
	struct ledger_op op = op_make(papers->context, "import", "");
	int64_t seq = 0;
	*out = (struct paper_written){0};
	enum err err = import_write(import, papers->context->store, &op, false, &seq);
	for (int i = 0; i < import->len && seq != 0; i++)
		out->cells += import->rows[i].state == IMPORT_NEW || (import->rows[i].state == IMPORT_DIFFERS && import->rows[i].take);
	if (err == ERR_CONFLICT)
		return err_set(ERR_CONFLICT, "%s", _("not written: another desk has changed a cell meanwhile; read the file again"));
	if (err == ERR_OK && import->count[IMPORT_REFUSED] > 0)
		keep_refused(papers, out);
	return err == ERR_OK ? desk_note(papers->session, seq) : err;
}

static void done(void *ctx, struct import *import)
{
	(void)ctx;
	import_free(import);
}

static enum err write_text(void *ctx, const char *name, const char *text, char *out, size_t cap)
{
	int fd = -1;
	(void)ctx;
	for (int n = 1; n <= MOST_COPIES && fd < 0; n++) {
		text_format(out, cap, n == 1 ? "%s.txt" : "%s-%d.txt", name, n);
		fd = open(out, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644);
		if (fd < 0 && errno != EEXIST)
			break;
	}
	FILE *file = fd < 0 ? NULL : fdopen(fd, "w");
	if (file == NULL) {
		if (fd >= 0)
			close(fd);
		return err_set(ERR_IO, _("%s cannot be made in this folder: %s"), out, strerror(errno));
	}
	bool whole = fputs(text, file) >= 0;
	if (fclose(file) != 0 || !whole) {
		unlink(out);
		return err_set(ERR_IO, _("%s could not be written: %s"), out, strerror(errno));
	}
	return ERR_OK;
}

const struct paper *papers_of(struct papers *papers, struct desk_session *session)
{
	papers->session = session;
	papers->paper = (struct paper){.ctx = papers, .list = list, .complete = complete, .read = read_file, .check = check_rows,
		.write = write_rows, .done = done, .write_text = write_text};
	return &papers->paper;
}
