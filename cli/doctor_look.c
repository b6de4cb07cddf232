// SPDX-License-Identifier: MIT
// See doctor_look.h. One function a fact, in one table. Names of settings stand as PuTTY, Xshell and Windows Terminal write them.
#include "cli/doctor_look.h"

#include <langinfo.h>
#include <libgen.h>
#include <limits.h>
#include <locale.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "cli/context.h"
#include "cli/landlock.h"
#include "cli/language.h"
#include "cli/place.h"
#include "core/i18n.h"
#include "core/text.h"
#include "tui/paint_sheet.h"
#include "tui/term.h"
#include "tui/term_info.h"

#define UTF8_BYTES 3         // of a quotation mark: a terminal that is not of UTF-8 draws one sign a byte

static void say(struct doctor_fact *fact, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void say(struct doctor_fact *fact, const char *format, ...)
{
	char value[sizeof fact->value];
	va_list args;
	va_start(args, format);
	text_vformat(value, sizeof value, format, args);
	va_end(args);
	text_fit(value, sizeof value, false, false, fact->value, sizeof fact->value);        // TERM and paths may hold anything
}

static void judge(struct doctor_fact *fact, enum doctor_verdict verdict, const char *cure)
{
	fact->verdict = verdict;
	text_format(fact->cure, sizeof fact->cure, "%s", cure);
}

// ------------------------------------------------------------ the terminal

static void look_type(const struct context *context, struct doctor_fact *fact)
{
	struct term_info info;
	(void)context;
	term_info_read(&info);
	say(fact, "TERM=%s", info.name);
	if (info.known && info.missing[0] == '\0')
		return;
	if (info.known)
		say(fact, _("TERM=%s, which cannot do: %s"), info.name, info.missing);
	else
		say(fact, _("TERM=%s, which terminfo does not know"), info.name);
	judge(fact, DOCTOR_WRONG,
		_("Put `export TERM=xterm-256color` into ~/.profile. PuTTY: Connection > Data > Terminal-type string: "
		  "putty-256color or xterm-256color. Xshell: Properties > Terminal > Terminal type: xterm. Windows Terminal sets it "
		  "by itself. For a type that terminfo does not know: apt-get install ncurses-term."));
}

static void look_size(const struct context *context, struct doctor_fact *fact)
{
	struct winsize size = {0};
	(void)context;
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) {
		say(fact, "%s", _("no terminal"));
		return;
	}
	say(fact, _("%d columns, %d rows"), size.ws_col, size.ws_row);
	if (size.ws_col < PAINT_LEAST_COLS || size.ws_row < PAINT_LEAST_ROWS)
		judge(fact, DOCTOR_NOTE, _("Screens are made for 80x24; a smaller window shows a part of them. Make it larger, or the letters "
			"smaller."));
}

static void look_colours(const struct context *context, struct doctor_fact *fact)
{
	const char *plain = getenv("NO_COLOR");
	struct term_info info;
	term_info_read(&info);
	if ((plain != NULL && plain[0] != '\0') || context->settings.colour == SETTINGS_COLOUR_NEVER) {
		say(fact, "%s", _("none, as NO_COLOR or the settings want it"));
		return;
	}
	say(fact, "%d", info.colours);
	if (info.colours < 8)
		judge(fact, DOCTOR_NOTE,
			_("Bold and reverse are used instead; letters say all that colours say. For colours: TERM=xterm-256color."));
}

// ------------------------------------------------------------ characters

static void look_locale(const struct context *context, struct doctor_fact *fact)
{
	say(fact, "%s", setlocale(LC_CTYPE, NULL));
	if (context->lost_locale != NULL) {
		say(fact, _("%s is not installed; C.UTF-8 is used"), context->lost_locale);
		judge(fact, DOCTOR_WRONG, _("Put `export LANG=C.UTF-8` into ~/.profile, or let an administrator make zh_CN.UTF-8: "
			"localedef -i zh_CN -f UTF-8 zh_CN.UTF-8"));
	} else if (language_without_han() != NULL) {
		judge(fact, DOCTOR_WRONG, _("It has no Chinese characters. Put `export LANG=zh_CN.UTF-8` (or C.UTF-8) into ~/.profile."));
	}
}

static void look_charset(const struct context *context, struct doctor_fact *fact)
{
	const char *codeset = nl_langinfo(CODESET);
	(void)context;
	if (strcmp(codeset, "UTF-8") == 0) {
		say(fact, "%s", "UTF-8");
		return;
	}
	say(fact, _("%s, not UTF-8"), codeset);
	if (language_without_han() == NULL)
		judge(fact, DOCTOR_NOTE, _("The terminal must be set to the same. Better is UTF-8 on both sides: LANG=zh_CN.UTF-8 here, and in "
			"PuTTY: Window > Translation > Remote character set: UTF-8; Xshell: Properties > Terminal > Encoding: "
			"Unicode (UTF-8)."));
}

static void look_quote(const struct context *context, struct doctor_fact *fact)
{
	int cells = term_widths().quote;
	(void)context;
	if (cells == 0)
		say(fact, "%s", _("not measured"));
	else
		say(fact, P_("%d cell", "%d cells", cells), cells);
	if (cells == 2)
		judge(fact, DOCTOR_NOTE, _("This terminal draws “ — × two cells wide, and duibiao lays out for it. Finer bars need them "
			"narrow. PuTTY: Window > Translation: untick \"Treat CJK ambiguous characters as wide\". Xshell: Properties > "
			"Terminal: untick the option for ambiguous-width characters. Windows Terminal: ambiguousWidth: narrow."));
	else if (cells >= UTF8_BYTES)
		judge(fact, DOCTOR_WRONG, _("The terminal is not set to UTF-8. PuTTY: Window > Translation > Remote character set: UTF-8. "
			"Xshell: Properties > Terminal > Encoding: Unicode (UTF-8). Windows Terminal: always UTF-8; look at the "
			"program in between."));
}

static void look_blocks(const struct context *context, struct doctor_fact *fact)
{
	int cells = term_widths().blocks;
	(void)context;
	if (cells == 0)
		say(fact, "%s", _("not measured"));
	else
		say(fact, _("%d cells for 4 signs"), cells);
}

// What the bars will be is known only once the terminal is open.
static void look_bars(const struct context *context, struct doctor_fact *fact)
{
	(void)context;
	say(fact, "%s", term_tier_words(term_tier()));
}

// ------------------------------------------------------------ folders and file

// PATH, or the nearest folder above it that is there: what is missing is made in it.
static bool can_write(const char *path)
{
	char part[PATH_MAX], *at = part;
	text_format(part, sizeof part, "%s", path);
	while (access(at, F_OK) != 0 && strcmp(at, "/") != 0 && strcmp(at, ".") != 0)
		at = dirname(at);
	return access(at, W_OK) == 0;
}

static void look_folder(struct doctor_fact *fact, const char *variable, const char *fallback, bool needed)
{
	char *path = NULL, cure[256];
	if (place_of(variable, fallback, "", &path) != ERR_OK) {
		say(fact, "%s", err_message());
		judge(fact, DOCTOR_WRONG, _("Set HOME to your own folder."));
		return;
	}
	bool writable = can_write(path);
	say(fact, writable ? _("%s, writable") : _("%s, not writable"), path);
	if (!writable)
		judge(fact, needed ? DOCTOR_WRONG : DOCTOR_NOTE,
			text_format(cure, sizeof cure, _("Let its owner give you the right to write, or set %s to a folder of yours."), variable));
	free(path);
}

static void look_data(const struct context *context, struct doctor_fact *fact)
{
	(void)context;
	look_folder(fact, "XDG_DATA_HOME", ".local/share", true);
}

static void look_state(const struct context *context, struct doctor_fact *fact)
{
	(void)context;
	look_folder(fact, "XDG_STATE_HOME", ".local/state", true);
}

static void look_config(const struct context *context, struct doctor_fact *fact)
{
	(void)context;
	look_folder(fact, "XDG_CONFIG_HOME", ".config", false);
}

static void look_file(const struct context *context, struct doctor_fact *fact)
{
	bool there = access(context->path, F_OK) == 0;
	char folder[PATH_MAX];
	text_format(folder, sizeof folder, "%s", context->path);
	bool made_later = !there && access(dirname(folder), F_OK) != 0;
	if (made_later || db_check_writable(context->path) == ERR_OK) {
		say(fact, there ? _("%s, on a local disk, writable") : _("%s, made at the first start"), context->path);
		return;
	}
	say(fact, "%s", context->path);
	judge(fact, DOCTOR_WRONG, err_message());
}

// ------------------------------------------------------------ what duibiao-view stands on

// Its program says by itself what it cannot have; a desk need not mind.
static void look_walls(const struct context *context, struct doctor_fact *fact)
{
	(void)context;
	bool calls = prctl(PR_GET_SECCOMP, 0, 0, 0, 0) >= 0;
	int files = landlock_version();
	say(fact, "seccomp %s, landlock %d", calls ? "1" : "0", files);
	if (!calls && files == 0)
		judge(fact, DOCTOR_NOTE, _("duibiao-view refuses to start on this kernel, unless sandbox = optional stands in [view] of "
			"/etc/duibiao.ini. It wants Linux 5.13 or later with seccomp and landlock."));
	else if (files == 0)
		judge(fact, DOCTOR_NOTE, _("Readers' duibiao-view is held by its system calls alone: it could read what its account can read. Add "
			"landlock to lsm= on the kernel's command line, or take Linux 5.13 or later."));
}

// ------------------------------------------------------------ all of it

static const struct { const char *id, *label; void (*look)(const struct context *context, struct doctor_fact *fact); } facts[] = {
	{"term", N_("terminal type"), look_type},
	{"size", N_("window size"), look_size},
	{"colours", N_("colours"), look_colours},
	{"locale", N_("locale"), look_locale},
	{"charset", N_("charset"), look_charset},
	{"quote_cells", N_("width of “"), look_quote},
	{"block_cells", N_("width of █▊▏┃"), look_blocks},
	{"bars", N_("bars"), look_bars},
	{"data_folder", N_("data folder"), look_data},
	{"state_folder", N_("state folder"), look_state},
	{"config_folder", N_("settings folder"), look_config},
	{"file", N_("data file"), look_file},
	{"walls", N_("readers' sandbox"), look_walls},
};
#define FACTS (sizeof facts / sizeof facts[0])
_Static_assert(FACTS <= DOCTOR_FACTS, "room for every fact");

void doctor_look(void *context, struct doctor *out)
{
	out->len = (int)FACTS;
	for (size_t i = 0; i < FACTS; i++) {
		out->facts[i] = (struct doctor_fact){.id = facts[i].id, .label = _(facts[i].label)};
		facts[i].look(context, &out->facts[i]);
	}
}
