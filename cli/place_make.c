// SPDX-License-Identifier: MIT
// The one function of place.h that makes something: apart, so that the read-only program does not link it.
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/place.h"
#include "core/i18n.h"

enum err place_make_folders(const char *path, mode_t mode)
{
	char part[PATH_MAX];
	if (strlen(path) >= sizeof part)
		return err_set(ERR_INPUT, _("the name of the file is too long"));
	for (const char *slash = strchr(path + 1, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
		snprintf(part, sizeof part, "%.*s", (int)(slash - path), path);
		if (mkdir(part, 0700) == 0 ? chmod(part, mode) != 0 : errno != EEXIST)
			return err_set(ERR_IO, _("the folder %s cannot be made: %s"), part, strerror(errno));
	}
	return ERR_OK;
}
