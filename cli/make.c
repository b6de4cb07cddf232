// SPDX-License-Identifier: MIT
// See make.h. The file is built under another name in the same folder and linked to its own when it is complete: a kill,
// a full disk or a second desk making it at the same moment leaves no half file under the name people use.
#include "cli/make.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/op.h"
#include "cli/place.h"
#include "cli/plan_in.h"
#include "cli/published.h"
#include "core/i18n.h"
#include "core/text.h"
#include "db/db_write.h"

#define SHARED_FOLDER 02770
#define OWN_FOLDER 0700
#define MAKING ".making-"        // and the process

static void folder_of(const char *path, char out[PATH_MAX])
{
	const char *slash = strrchr(path, '/');
	int len = slash == NULL || slash == path ? 1 : (int)(slash - path);
	text_format(out, PATH_MAX, "%.*s", len, slash == NULL ? "." : path);
}

// A folder that is there already is left as it is: it may be anybody's home.
static enum err check_shared(const char *folder)
{
	struct stat status;
	if (stat(folder, &status) != 0)
		return err_set(ERR_IO, _("the folder %s cannot be looked at: %s"), folder, strerror(errno));
	if ((status.st_mode & SHARED_FOLDER) == SHARED_FOLDER)
		return ERR_OK;
	return err_set(ERR_REFUSED, _("the folder %s is not shared; name a new folder, or let its owner run: chmod 2770 %s"),
		folder, folder);
}

static enum err prepare_folder(const char *path, bool shared)
{
	char folder[PATH_MAX];
	folder_of(path, folder);
	enum err err = place_make_folders(path, shared ? SHARED_FOLDER : OWN_FOLDER);
	return err == ERR_OK && shared ? check_shared(folder) : err;
}

static enum err put_plan(const struct context *context, struct store *store, const struct embed *given)
{
	const struct embed file = given != NULL ? *given : embed_plan();
	struct plan *plan = NULL;
	enum err err = plan_in_bytes(file.name, file.bytes, file.len, &plan);
	if (err == ERR_OK)
		err = op_write_plan(context, store, plan, "init");
	plan_free(plan);
	return err;
}

static enum err put_published(const struct context *context, struct store *store)
{
	struct plan *plan = NULL;
	enum err err = store_read_plan(store, &plan);
	if (err == ERR_OK)
		err = published_put(context, store, plan);
	plan_free(plan);
	return err;
}

static enum err fill(const struct context *context, const char *path, const struct embed *plan)
{
	struct db_options options = {.mode = DB_WRITE, .random_bytes = context_random, .upgrade = db_upgrade};
	struct store *store = NULL;
	enum err err = db_open(path, &options, &store);
	if (err == ERR_OK)
		err = put_plan(context, store, plan);
	if (err == ERR_OK && plan == NULL)
		err = put_published(context, store);
	if (store != NULL)
		db_close(store);
	return err;
}

static enum err give_name(const char *making, const char *path)
{
	if (link(making, path) == 0)
		return ERR_OK;
	if (errno == EEXIST)
		return err_set(ERR_REFUSED, _("%s exists already; name another file"), path);
	return err_set(ERR_IO, _("%s cannot be made: %s"), path, strerror(errno));
}

static void remove_making(const char *making)
{
	char journal[PATH_MAX + 16];
	text_format(journal, sizeof journal, "%s-journal", making);
	unlink(journal);
	unlink(making);
}

// What a start that was killed left behind: files of this name whose process is gone.
static void sweep(const char *path)
{
	char folder[PATH_MAX], making[2 * PATH_MAX], prefix[PATH_MAX];
	const char *slash = strrchr(path, '/');
	struct dirent *entry;
	folder_of(path, folder);
	text_format(prefix, sizeof prefix, "%s" MAKING, slash != NULL ? slash + 1 : path);
	DIR *listing = opendir(folder);
	while (listing != NULL && (entry = readdir(listing)) != NULL) {
		long process = strncmp(entry->d_name, prefix, strlen(prefix)) == 0 ? atol(entry->d_name + strlen(prefix)) : 0;
		if (process <= 0 || kill((pid_t)process, 0) == 0 || errno != ESRCH)
			continue;
		text_format(making, sizeof making, "%s/%s%ld", folder, prefix, process);
		remove_making(making);
	}
	if (listing != NULL)
		closedir(listing);
}

enum err make_file(const struct context *context, const char *path, bool shared, const struct embed *plan)
{
	char making[PATH_MAX];
	struct stat status;
	if (path[0] == '\0' || strlen(path) + 32 >= sizeof making)
		return err_set(ERR_INPUT, _("the name of the file is empty or too long"));
	if (lstat(path, &status) == 0)
		return err_set(ERR_REFUSED, _("%s exists already; name another file"), path);
	text_format(making, sizeof making, "%s" MAKING "%ld", path, (long)getpid());
	enum err err = prepare_folder(path, shared);
	if (err != ERR_OK)
		return err;
	sweep(path);
	err = db_create(making, shared);
	if (err != ERR_OK)
		return err;
	err = fill(context, making, plan);
	if (err == ERR_OK)
		err = give_name(making, path);
	remove_making(making);
	return err;
}

enum err make_default(struct context *context)
{
	struct stat status;
	enum err err = make_file(context, context->path, false, NULL);
	if (err == ERR_REFUSED && stat(context->path, &status) == 0)
		return ERR_OK;           // another start made it at the same moment
	if (err == ERR_OK)
		fprintf(stderr, _("Made with the built-in plan and the published figures: %s\n"), context->path);
	return err;
}
