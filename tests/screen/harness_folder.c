// SPDX-License-Identifier: MIT
// See harness.h. Temporary folders.
#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

#include "tests/screen/harness.h"

char *harness_folder_new(void)
{
	const char *base = getenv("TMPDIR");
	char path[256];
	snprintf(path, sizeof path, "%s/duibiao-test-XXXXXX", base != NULL ? base : "/tmp");
	assert_non_null(mkdtemp(path));
	return strdup(path);
}

static int remove_one(const char *path, const struct stat *status, int kind, struct FTW *walk)
{
	(void)walk;
	(void)status;
	if (kind == FTW_DP || kind == FTW_D)
		return rmdir(path);
	return unlink(path);
}

static int open_up(const char *path, const struct stat *status, int kind, struct FTW *walk)
{
	(void)walk;
	(void)status;
	if (kind == FTW_D || kind == FTW_DNR)
		(void)!chmod(path, 0700);
	return 0;
}

void harness_folder_remove(char *folder)
{
	nftw(folder, open_up, 16, FTW_PHYS);
	nftw(folder, remove_one, 16, FTW_PHYS | FTW_DEPTH);
	free(folder);
}

char *harness_path(const struct harness *h, const char *name)
{
	char path[512];
	snprintf(path, sizeof path, "%s/%s", harness_folder(h), name);
	return strdup(path);
}

char *harness_locale_new(const char *locale)
{
	char *folder = harness_folder_new(), command[512];
	snprintf(command, sizeof command, "localedef -i zh_CN -f %s %s/%s >/dev/null 2>&1", strchr(locale, '.') + 1, folder, locale);
	if (system(command) == -1)       // its status tells of categories that nobody described
		fail();
	return folder;
}
