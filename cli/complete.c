// SPDX-License-Identifier: MIT
// See complete.h.
#include "cli/complete.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "core/text.h"

#define PATH 4096
#define NAME 260
#define SHOWN 6                  // names

char *complete_home(const char *text, char *out, size_t cap)
{
	const char *home = text[0] == '~' && (text[1] == '/' || text[1] == '\0') ? getenv("HOME") : NULL;
	return text_format(out, cap, "%s%s", home != NULL ? home : "", home != NULL ? text + 1 : text);
}

static bool is_folder(const char *folder, const char *name)
{
	char path[PATH];
	struct stat at;
	if (snprintf(path, sizeof path, "%s/%s", folder, name) >= (int)sizeof path)
		return false;
	return stat(path, &at) == 0 && S_ISDIR(at.st_mode);
}

static bool is_table(const char *name)
{
	size_t len = strlen(name);
	return len > 4 && strcasecmp(name + len - 4, ".csv") == 0;
}

// A hidden file is meant where its point is typed; what could not be typed or shown is left out.
static bool answers(const char *name, const char *begin)
{
	bool hidden = name[0] == '.' && begin[0] != '.', dots = strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
	return !hidden && !dots && strncmp(name, begin, strlen(begin)) == 0 && strlen(name) + 2 <= NAME &&
		text_valid_utf8(name, strlen(name)) == strlen(name) && !text_has_controls(name);
}

// What A and B begin with, on a character.
static size_t in_common(const char *a, const char *b)
{
	size_t len = 0;
	while (a[len] != '\0' && a[len] == b[len])
		len++;
	while (len > 0 && ((unsigned char)a[len] & 0xC0) == 0x80)
		len--;
	return len;
}

static int compare(const void *a, const void *b)
{
	return strcmp(a, b);
}

struct names { char common[NAME], first[SHOWN][NAME]; int len; };

static void take_name(struct names *names, const char *name)
{
	int kept = names->len < SHOWN ? names->len : SHOWN - 1;
	if (names->len++ == 0)
		text_format(names->common, sizeof names->common, "%s", name);
	names->common[in_common(names->common, name)] = '\0';
	text_format(names->first[kept], NAME, "%s", name);
}

static void look(const char *folder, const char *begin, struct names *out)
{
	DIR *open = opendir(folder);
	for (struct dirent *file; open != NULL && (file = readdir(open)) != NULL;) {
		char name[NAME];
		if (!answers(file->d_name, begin))
			continue;
		bool inside = is_folder(folder, file->d_name);
		if (inside || is_table(file->d_name))
			take_name(out, text_format(name, sizeof name, "%s%s", file->d_name, inside ? "/" : ""));
	}
	if (open != NULL)
		closedir(open);
}

int complete_path(char *text, size_t cap, char *found, size_t found_cap)
{
	char folder[PATH];
	struct names names = { .len = 0 };
	const char *slash = strrchr(text, '/');
	size_t before = slash == NULL ? 0 : (size_t)(slash - text) + 1;
	char typed[PATH];
	text_format(typed, sizeof typed, "%.*s", (int)before, text);
	complete_home(before > 0 ? typed : ".", folder, sizeof folder);
	look(folder, text + before, &names);
	found[0] = '\0';
	if (names.len == 0)
		return 0;
	int shown = names.len < SHOWN ? names.len : SHOWN;
	qsort(names.first, (size_t)shown, NAME, compare);
	for (int i = 0; i < shown; i++) {
		size_t len = strlen(found);
		text_format(found + len, found_cap - len, "%s%s", i > 0 ? "  " : "", names.first[i]);
	}
	text_format(text + before, cap - before, "%s", names.common);
	return names.len;
}
