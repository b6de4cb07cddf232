// SPDX-License-Identifier: MIT
// See output.h. The file is written under another name in the same folder and then linked to its own: link() never replaces
// what stands there, and a full disk or a kill leaves no half report under a name that somebody sends on. With --force the old
// file stays until the new one is whole, and gives its name and rights to it.
#include "cli/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/i18n.h"
#include "core/text.h"

static void forget(struct output *out)
{
	free(out->path);
	free(out->making);
	*out = (struct output){0};
}

// *MODE the rights of a file that may be replaced; 0 there is none.
static enum err check_path(const char *path, bool replace, mode_t *mode)
{
	struct stat status;
	*mode = 0;
	if (path[0] == '\0')
		return err_set(ERR_USAGE, "%s", _("the name of the file to write is empty"));
	if (lstat(path, &status) != 0)
		return ERR_OK;
	if (S_ISDIR(status.st_mode))
		return err_set(ERR_REFUSED, _("%s is a folder; name a file in it"), path);
	if (!replace)
		return err_set(ERR_REFUSED, _("%s exists already and is left as it is; name another file, or replace it with --force"), path);
	if (!S_ISREG(status.st_mode))
		return err_set(ERR_REFUSED, _("%s is a device, a link or the like and is left as it is; name another file"), path);
	*mode = status.st_mode & 0777;
	return ERR_OK;
}

static enum err open_making(struct output *out, mode_t mode)
{
	int fd = open(out->making, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	if (fd < 0)
		return err_set(ERR_IO, _("%s cannot be written: %s"), out->path, strerror(errno));
	// Where the rights cannot be kept (a stick's file system), the file is worth more than they are.
	out->file = mode != 0 && fchmod(fd, mode) != 0 && errno != EPERM ? NULL : fdopen(fd, "w");
	if (out->file != NULL)
		return ERR_OK;
	close(fd);
	unlink(out->making);
	return err_set(ERR_MEMORY, "%s", _("no memory"));
}

enum err output_open_path(const char *path, bool replace, struct output *out)
{
	char making[4096];
	mode_t mode;
	*out = (struct output){.replace = replace};
	enum err err = check_path(path, out->replace, &mode);
	if (err == ERR_OK && strlen(path) + 32 > sizeof making)
		err = err_set(ERR_USAGE, "%s", _("the name of the file to write is too long"));
	if (err == ERR_OK)
		err = text_dup(path, &out->path);
	if (err == ERR_OK)
		err = text_dup(text_format(making, sizeof making, "%s.writing-%ld", path, (long)getpid()), &out->making);
	if (err == ERR_OK)
		err = open_making(out, mode);
	if (err != ERR_OK)
		forget(out);
	return err;
}

enum err output_open(const struct context *context, struct output *out)
{
	const char *path = context->option[OPTION_OUTPUT];
	if (path != NULL)
		return output_open_path(path, context->option[OPTION_FORCE] != NULL, out);
	*out = (struct output){.file = context->out};
	return ERR_OK;
}

static enum err flush(FILE *file, const char *name)
{
	errno = 0;
	if (fflush(file) == 0 && !ferror(file))
		return ERR_OK;
	return err_set(
		ERR_IO, _("%s could not be written whole: %s"), name, errno != 0 ? strerror(errno) : _("the disk may be full"));
}

static enum err give_name(const struct output *out)
{
	mode_t mode;
	if (!out->replace && link(out->making, out->path) == 0)
		return ERR_OK;
	// Some file systems of sticks and shares have no links: look once more and rename.
	if ((out->replace || errno != EEXIST) && check_path(out->path, out->replace, &mode) == ERR_OK &&
		rename(out->making, out->path) == 0)
		return ERR_OK;
	enum err err = check_path(out->path, out->replace, &mode);
	return err != ERR_OK ? err : err_set(ERR_IO, _("%s cannot be written: %s"), out->path, strerror(errno));
}

enum err output_close(struct output *out)
{
	if (out->making == NULL)
		return ERR_OK;        // standard output is flushed, and looked at, when the command has ended
	enum err err = flush(out->file, out->path);
	if (err == ERR_OK && fsync(fileno(out->file)) != 0)
		err = err_set(ERR_IO, _("%s could not be written whole: %s"), out->path, strerror(errno));
	if (fclose(out->file) != 0 && err == ERR_OK)
		err = err_set(ERR_IO, _("%s could not be written whole: %s"), out->path, strerror(errno));
	if (err == ERR_OK)
		err = give_name(out);
	unlink(out->making);
	forget(out);
	return err;
}

void output_drop(struct output *out)
{
	if (out->making != NULL) {
		fclose(out->file);
		unlink(out->making);
	}
	forget(out);
}
