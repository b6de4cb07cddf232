// SPDX-License-Identifier: MIT
// See publishing.h. The figures are in the file whatever becomes of the snapshot: a failure is a sentence, never an error.
#include "cli/publishing.h"

#include <libgen.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "core/i18n.h"
#include "core/text.h"
#include "db/publish.h"

enum err publishing_to(struct context *context, const char *folder)
{
	char *path = strdup(context->path);
	if (path == NULL)
		return err_set(ERR_MEMORY, _("out of memory"));
	enum err err = db_publish(context->store, folder, basename(path), (int64_t)time(NULL));
	free(path);
	if (err == ERR_OK)
		context->published = db_written(context->store);
	return err;
}

// The folder of the settings is seen from that of the data file, so that one line serves every file of the host, and a copy of a
// file somewhere else publishes nothing in its place.
static enum err publish(struct context *context)
{
	const char *folder = context->settings.publish_folder;
	char *path = strdup(context->path), *full = NULL;
	if (path == NULL)
		return err_set(ERR_MEMORY, _("out of memory"));
	const char *beside = dirname(path);
	size_t size = strlen(beside) + strlen(folder) + 2;
	full = malloc(size);
	enum err err = full != NULL ? ERR_OK : err_set(ERR_MEMORY, _("out of memory"));
	if (err == ERR_OK)
		err = publishing_to(context, folder[0] == '/' ? folder : text_format(full, size, "%s/%s", beside, folder));
	free(full);
	free(path);
	return err;
}

static bool is_wanted(const struct context *context, enum settings_publish_after what)
{
	return context->settings.publish_folder[0] != '\0' && context->scratch == NULL && (int)what <= context->settings.publish_after;
}

void publishing_after(struct context *context, enum settings_publish_after what, char *out, size_t cap)
{
	if (!is_wanted(context, what))
		return;
	if (publish(context) == ERR_OK)
		text_add(out, cap, "%s", _("; published for readers"));
	else
		text_add(out, cap, _("; NOT published for readers: %s"), err_message());
}

void publishing_leave(struct context *context)
{
	if (!is_wanted(context, SETTINGS_PUBLISH_AFTER_ALL) || db_written(context->store) == context->published)
		return;
	if (publish(context) != ERR_OK)
		fprintf(stderr, _("Saved, but NOT published for readers: %s\n"), err_message());
}
