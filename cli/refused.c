// SPDX-License-Identifier: MIT
// See refused.h.
#include "cli/refused.h"

#include <limits.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "cli/place.h"
#include "core/i18n.h"
#include "core/text.h"
#include "exchange/import_refused.h"

#define MOST 1000

static const char behind[] = "-未导入";

// PATH without its .csv, and without what an earlier file of refused lines has behind its name.
static int stem_length(const char *path)
{
	size_t len = strlen(path);
	if (len > 4 && strcasecmp(path + len - 4, ".csv") == 0)
		len -= 4;
	for (const char *at = strstr(path, behind); at != NULL; at = strstr(at + 1, behind)) {
		size_t end = (size_t)(at - path) + strlen(behind);
		end += path[end] == '-' ? 1 + strspn(path + end + 1, "0123456789") : 0;
		if (end == len)
			return (int)(at - path);
	}
	return (int)len;
}

enum err refused_open(const char *path, struct output *out)
{
	char name[PATH_MAX];
	int stem = stem_length(path);
	if ((size_t)stem + 32 > sizeof name)
		return err_set(ERR_USAGE, "%s", _("the name of the file to write is too long"));
	text_format(name, sizeof name, "%.*s%s.csv", stem, path, behind);
	for (int i = 2; i < MOST && access(name, F_OK) == 0; i++)
		text_format(name, sizeof name, "%.*s%s-%d.csv", stem, path, behind, i);
	return output_open_path(name, false, out);
}

struct keeping { struct output output; struct import_refused rows; };

static enum err keep_line(const struct import_line *line, void *ctx)
{
	struct keeping *keeping = ctx;
	import_refused_line(&keeping->rows, line);
	return ERR_OK;
}

static enum err keep_row(const struct csv_row *row, void *ctx)
{
	struct keeping *keeping = ctx;
	import_refused_row(&keeping->rows, row);
	return ERR_OK;
}

static enum err keep(struct import_job *job, const char *path, char *name, size_t cap)
{
	struct keeping keeping;
	struct import_sum sum;
	enum err err = refused_open(path, &keeping.output);
	if (err != ERR_OK)
		return err;
	const char *slash = strrchr(keeping.output.path, '/');
	text_format(name, cap, "%s", slash != NULL ? slash + 1 : keeping.output.path);
	keeping.rows = import_refused_to(keeping.output.file);
	job->line = keep_line;
	job->row = keep_row;
	job->ctx = &keeping;
	err = import_pass(job, &sum);
	if (err == ERR_OK)
		return output_close(&keeping.output);
	output_drop(&keeping.output);
	return err;
}

enum err refused_keep(struct import_job *job, const char *path, char *name, size_t cap)
{
	FILE *in = NULL;
	enum err err = place_open_file(path, &in);
	if (err != ERR_OK)
		return err;
	err = decode_open(in, path, NULL, &job->in);
	if (err == ERR_OK)
		err = keep(job, path, name, cap);
	decode_close(job->in);
	fclose(in);
	return err;
}
