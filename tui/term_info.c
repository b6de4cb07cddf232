// SPDX-License-Identifier: MIT
// See term_info.h.
#include "tui/term_info.h"

#include <curses.h>
#include <stdlib.h>
#include <term.h>
#include <unistd.h>

#include "core/i18n.h"
#include "core/text.h"
#include "tui/term.h"

static void read_abilities(struct term_info *out)
{
	static const char *const needed[] = {"cup", "el", "clear"};
	for (size_t i = 0; i < sizeof needed / sizeof needed[0]; i++) {
		const char *value = tigetstr(needed[i]);
		if (value == NULL || value == (char *)-1)
			text_join(out->missing, sizeof out->missing, " ", "%s", needed[i]);
	}
	out->colours = tigetnum("colors");
	if (out->colours < 0)
		out->colours = 0;
}

void term_info_read(struct term_info *out)
{
	const char *name = getenv("TERM");
	bool open = term_is_open();
	int status;
	*out = (struct term_info){.known = false};
	text_quote(name == NULL ? "" : name, 40, out->name, sizeof out->name);
	out->known = open || (name != NULL && name[0] != '\0' && setupterm(NULL, STDOUT_FILENO, &status) == OK);
	if (!out->known)
		return;
	read_abilities(out);
	if (!open)
		del_curterm(cur_term);          // which leaves cur_term as NULL
}

// TERM=dumb starts but cannot move its cursor: refuse it in words instead of drawing rubbish.
enum err term_info_check(void)
{
	struct term_info info;
	term_info_read(&info);
	if (info.known && info.missing[0] == '\0')
		return ERR_OK;
	return err_set(ERR_IO,
		_("A terminal of type \"%s\" cannot move its cursor; set TERM to what it really is (xterm-256color, for "
		  "PuTTY, Xshell and Windows Terminal)."),
		info.name);
}
