// SPDX-License-Identifier: MIT
// duibiao ssh-setup --print [PLAN [ACCOUNT]]: what an administrator does for readers over SSH (ssh_setup.def). It is only told.
#include <stdlib.h>
#include <string.h>

#include "cli/commands.h"
#include "cli/place.h"
#include "core/i18n.h"
#include "core/text.h"

#define NAME_MOST 24
#define COLUMNS 78

static const struct { const char *what, *lines; } pieces[] = {
#define SETUP(what, lines) {what, lines},
#include "cli/ssh_setup.def"
#undef SETUP
};
#define PIECES (sizeof pieces / sizeof pieces[0])

struct mark { const char *mark, *name; };
#define MARKS 3

// What stands in a group, a path and sshd_config without being quoted.
static enum err check_name(const char *name)
{
	static const char all[] = "abcdefghijklmnopqrstuvwxyz-_0123456789";
	char quoted[160];
	if (name[0] >= 'a' && name[0] <= 'z' && strspn(name, all) == strlen(name) && strlen(name) <= NAME_MOST)
		return ERR_OK;
	return err_set(ERR_USAGE, _("\"%s\" is no name of a plan or account here: a small letter, then at most %d of a-z 0-9 - _"),
		text_quote(name, 40, quoted, sizeof quoted), NAME_MOST - 1);
}

static void put_filled(const char *text, const struct mark marks[MARKS], FILE *out)
{
	while (*text != '\0') {
		int i = 0;
		while (i < MARKS && strncmp(text, marks[i].mark, strlen(marks[i].mark)) != 0)
			i++;
		if (i < MARKS)
			fputs(marks[i].name, out);
		else
			fputc(*text, out);
		text += i < MARKS ? strlen(marks[i].mark) : 1;
	}
}

static void put_comment(const char *line, size_t len, void *ctx)
{
	fprintf(ctx, "# %.*s\n", (int)len, line);
}

static enum err put_pieces(const struct mark marks[MARKS], FILE *out)
{
	for (size_t i = 0; i < PIECES; i++) {
		char *text = NULL;
		size_t len = 0;
		FILE *filled = open_memstream(&text, &len);
		if (filled == NULL)
			return err_set(ERR_MEMORY, _("out of memory"));
		put_filled(_(pieces[i].what), marks, filled);
		if (fclose(filled) == 0)
			text_wrap(text, COLUMNS, put_comment, out);
		free(text);
		put_filled(pieces[i].lines, marks, out);
		fputs(i + 1 < PIECES ? "\n" : "", out);
	}
	return ERR_OK;
}

// Where this program is, the read-only one is.
static char *folder_of_programs(void)
{
	char *path = place_beside_program("duibiao-view"), *slash = path != NULL ? strrchr(path, '/') : NULL;
	if (slash != NULL)
		*slash = '\0';
	return path;
}

enum err cmd_ssh_setup(struct context *context, int argc, char **argv)
{
	const char *plan = argc > 0 ? argv[0] : "xuchang", *account = argc > 1 ? argv[1] : "view";
	if (context->option[OPTION_PRINT] == NULL)
		return err_set(ERR_USAGE, "%s", _("it only tells what is to be done, and changes nothing; say --print"));
	enum err err = check_name(plan);
	if (err == ERR_OK)
		err = check_name(account);
	if (err != ERR_OK)
		return err;
	char *bin = folder_of_programs();
	err = put_pieces((const struct mark[MARKS]){{"{plan}", plan}, {"{account}", account},
		{"{bin}", bin != NULL ? bin : "/usr/local/bin"}}, context->out);
	free(bin);
	return err;
}
