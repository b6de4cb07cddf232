// SPDX-License-Identifier: MIT
// See landlock.h. What each version can refuse is counted here, for the header may be older than the kernel; struct and mask are
// cut to what the kernel knows.
#define _GNU_SOURCE
#include "cli/landlock.h"

#if defined(__has_include)
#if __has_include(<linux/landlock.h>)
#define HAS_LANDLOCK 1
#endif
#endif

#ifdef HAS_LANDLOCK
#include <fcntl.h>
#include <linux/landlock.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

struct asked { uint64_t files, net, scoped; };           // struct landlock_ruleset_attr as of version 6

// By version: the highest one that is not above the kernel's counts.
static const struct { int version; size_t size; struct asked asked; } versions[] = {
	{6, 24, {0xffff, 3, 3}},                         // neither signals nor abstract sockets beyond itself
	{5, 16, {0xffff, 3, 0}},                         // no ioctl of a device opened later
	{4, 16, {0x7fff, 3, 0}},                         // no bind, no connect
	{3, 8, {0x7fff, 0, 0}},                          // no truncate
	{2, 8, {0x3fff, 0, 0}},                          // no linking across folders
	{1, 8, {0x1fff, 0, 0}},
};

int landlock_version(void)
{
	long version = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
	return version > 0 ? (int)version : 0;
}

static int make_ruleset(int version)
{
	for (size_t i = 0; i < sizeof versions / sizeof versions[0]; i++)
		if (version >= versions[i].version)
			return (int)syscall(SYS_landlock_create_ruleset, &versions[i].asked, versions[i].size, 0);
	return -1;
}

static bool allow_reading(int rules, const char *path)
{
	struct stat st;
	struct landlock_path_beneath_attr beneath = {.parent_fd = open(path, O_PATH | O_CLOEXEC)};
	if (beneath.parent_fd < 0)
		return true;
	bool known = fstat(beneath.parent_fd, &st) == 0;
	beneath.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | (known && S_ISDIR(st.st_mode) ? LANDLOCK_ACCESS_FS_READ_DIR : 0);
	bool added = known && syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0) == 0;
	close(beneath.parent_fd);
	return added;
}

bool landlock_read_only(const char *const *paths)
{
	int version = landlock_version();
	int rules = version > 0 ? make_ruleset(version) : -1;
	bool done = rules >= 0;
	for (; done && *paths != NULL; paths++)
		done = allow_reading(rules, *paths);
	done = done && syscall(SYS_landlock_restrict_self, rules, 0) == 0;
	if (rules >= 0)
		close(rules);
	return done;
}
#else
#include <stddef.h>

int landlock_version(void)
{
	return 0;
}

bool landlock_read_only(const char *const *paths)
{
	(void)paths;
	return false;
}
#endif
