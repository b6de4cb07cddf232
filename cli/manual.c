// SPDX-License-Identifier: MIT
// --help and the manual page, from the same rows that the command line is read by.
#include <string.h>

#include "cli/command.h"
#include "core/action.h"
#include "core/check.h"
#include "core/i18n.h"
#include "core/settings.h"
#include "core/text.h"

#define HELP_INDENT 26

static void print_padded(FILE *out, const char *text)
{
	int cells = text_cells(text);
	fprintf(out, "  %s%*s", text, cells < HELP_INDENT - 2 ? HELP_INDENT - 2 - cells : 1, "");
}

static const char *words(const char *text)   // the empty string is gettext's header
{
	return text == NULL || text[0] == '\0' ? "" : _(text);
}

static void print_wrapped(const char *line, size_t len, void *ctx)
{
	fprintf(ctx, "%.*s\n", (int)len, line);
}

static void print_option(const struct option_row *row, FILE *out)
{
	char left[128], letter[4] = {'-', row->letter, '\0'};
	text_format(left, sizeof left, "%s%s--%s%s%s", row->letter != '\0' ? letter : "", row->letter != '\0' ? ", " : "",
		row->name, row->argument != NULL ? " " : "", words(row->argument));
	print_padded(out, left);
	fprintf(out, "%s\n", words(row->help));
}

static void print_usage(const struct command *command, FILE *out)
{
	fprintf(out, "%s%s%s", command_program, command->name[0] != '\0' ? " " : "", command->name);
	for (int i = 0; i < OPTION_COUNT; i++)
		if ((command->options >> i & 1) != 0)
			fprintf(out, " [--%s%s%s]", option_rows[i].name, option_rows[i].argument != NULL ? " " : "",
				words(option_rows[i].argument));
	fprintf(out, "%s%s\n", command->arguments[0] != '\0' ? " " : "", words(command->arguments));
}

static void print_commands(FILE *out)
{
	fprintf(out, "\n%s\n", _("Commands:"));
	for (int i = 1; i < commands_len; i++) {
		print_padded(out, commands[i].name);
		fprintf(out, "%s\n", words(commands[i].help));
	}
	fprintf(out, _("\n%s COMMAND --help tells more about one.\n"), command_program);
}

void command_help(const struct command *command, FILE *out)
{
	fprintf(out, "%s ", _("Usage:"));
	print_usage(command, out);
	fprintf(out, "%s\n", words(command->help));
	if (command->more[0] != '\0') {
		fputc('\n', out);
		text_wrap(words(command->more), 78, print_wrapped, out);
	}
	fprintf(out, "\n%s\n", _("Options:"));
	for (int i = 0; i < OPTION_COUNT; i++)
		if ((command_options(command) >> i & 1) != 0)
			print_option(&option_rows[i], out);
	if (command == &commands[0] && commands_len > 1)
		print_commands(out);
}

// mdoc: a line that begins with . or ' is a request, \ escapes, and a sentence begins on a new line.
static void print_roff(FILE *out, const char *text)
{
	if (text[0] == '.' || text[0] == '\'')
		fputs("\\&", out);
	for (char before = '\0'; *text != '\0'; before = *text++)
		fputs(*text == '\\' ? "\\e" : (char[]){(char)(*text == ' ' && before == '.' ? '\n' : *text), '\0'}, out);
}

static void manual_options(uint64_t options, FILE *out)
{
	fputs(".Bl -tag -width Ds\n", out);
	for (int i = 0; i < OPTION_COUNT; i++) {
		const struct option_row *row = &option_rows[i];
		if ((options >> i & 1) == 0)
			continue;
		if (row->letter != '\0')
			fprintf(out, ".It Fl %c , Fl Fl %s", row->letter, row->name);
		else
			fprintf(out, ".It Fl Fl %s", row->name);
		fprintf(out, "%s%s\n", row->argument != NULL ? " Ar " : "", words(row->argument));
		print_roff(out, words(row->help));
		fputs(".\n", out);
	}
	fputs(".El\n", out);
}

static void manual_command(const struct command *command, FILE *out)
{
	fprintf(out, ".It Nm %s %s\n", command_program, command->name);
	if (command->arguments[0] != '\0')
		fprintf(out, ".Ar %s\n", words(command->arguments));
	fputs(".Pp\n", out);
	print_roff(out, words(command->help));
	fputs(".\n", out);
	if (command->more[0] != '\0') {
		print_roff(out, words(command->more));
		fputs("\n", out);
	}
	if (command->options != 0)
		manual_options(command->options, out);
}

// text, or one tagged row of a .Bl list
struct manual_row { const char *tag, *text; };

static const struct manual_row manual_files[] = {
	{"$XDG_DATA_HOME/duibiao/plan.db", N_("the default database file (~/.local/share/duibiao/plan.db)")},
	{"$XDG_CONFIG_HOME/duibiao/duibiao.ini", N_("settings of this person, over those of the machine")},
	{"/etc/duibiao.ini", N_("settings of the machine")},
	{"$XDG_STATE_HOME/duibiao/", N_("what is being typed, one file a process, offered again after a crash; what was measured of each terminal")},
};
static const struct manual_row manual_statuses[] = {
	{"0", N_("done")},
	{"1", N_("it ran and there are findings")},
	{"2", N_("usage, or input that does not hold")},
	{"3", N_("the file cannot be used")},
	{"4", N_("refused: read-only, in use, conflict, rules of entry")},
};

static void manual_rows(const char *section, const struct manual_row *rows, size_t len, FILE *out)
{
	fprintf(out, ".Sh %s\n.Bl -tag -width Ds\n", section);
	for (size_t i = 0; i < len; i++) {
		fprintf(out, ".It %s\n", rows[i].tag);
		print_roff(out, _(rows[i].text));
		fputs("\n", out);
	}
	fputs(".El\n", out);
}

static void manual_settings(FILE *out)
{
	fputs(".Sh SETTINGS\n", out);
	print_roff(out, _("A settings file is an INI file; what is not set, or set wrongly, is as the first choice says."));
	fputs("\n.Bl -tag -width Ds\n", out);
	for (int i = 0; i < settings_rows_len; i++) {
		const struct settings_row *row = &settings_rows[i];
		fprintf(out, ".It [%s] %s = %s\n", row->section, row->key, row->choices != NULL ? row->choices : _("FOLDER"));
		print_roff(out, words(row->help));
		fputs(".\n", out);
	}
	fputs(".El\n", out);
}

static void manual_checks(FILE *out)
{
	int len;
	const struct check_rule *rules = check_rules(&len);
	fputs(".Sh CHECKS\n", out);
	print_roff(out, _("Hard ones block a submission, soft ones pass with a written explanation. A figure is checked as it is keyed in, "
			  "and again with its report. Rules between elements stand in the plan file."));
	fputs("\n.Bl -tag -width Ds\n", out);
	for (int i = 0; i < len; i++) {
		fprintf(out, ".It %s ( %s ) : ", rules[i].id, rules[i].level == CHECK_HARD ? _("hard") : _("soft"));
		print_roff(out, words(rules[i].name));
		fputs("\n", out);
		print_roff(out, words(rules[i].help));
		fputs("\n", out);
	}
	fputs(".El\n", out);
}

// A sign that stands alone is punctuation to mdoc, unless something stands before it.
static void print_keys(FILE *out, const char *keys)
{
	char name[KEYS_TEXT];
	while (keys_next(&keys, name)) {
		fputs(" \\&", out);
		print_roff(out, name);
	}
}

static void manual_keys(FILE *out)
{
	print_roff(out, _("Section [keys] gives an action other keys, blanks between them: F1 to F12, Enter Esc Tab Up Down Left Right PgUp "
			  "PgDn Home End, ^A for Ctrl-A, or one character that is no digit. Two actions cannot have one key. The actions, "
			  "with the keys they have else:"));
	fputs("\n.Bl -tag -width Ds\n", out);
	for (int i = 0; i < action_rows_len; i++) {
		fputs(".It ", out);
		print_roff(out, action_rows[i].id);
		fputs(" =", out);
		print_keys(out, action_rows[i].keys);
		fputs("\n", out);
		print_roff(out, words(action_rows[i].help));
		fputs(".\n", out);
	}
	fputs(".El\n", out);
}

void command_manual(FILE *out)
{
	fprintf(out, ".\\\" SPDX-License-Identifier: MIT\n.Dd $Mdocdate$\n.Dt DUIBIAO 1\n.Os\n.Sh NAME\n.Nm %s\n.Nd %s\n",
		command_program, _("hold a plan's figures against their targets and pace"));
	fprintf(out, ".Sh SYNOPSIS\n.Nm %s\n.Op Ar command\n.Op Ar options\n.Sh DESCRIPTION\n", command_program);
	print_roff(out, words(commands[0].help));
	fputs(".\n", out);
	print_roff(out, words(commands[0].more));
	fputs("\n", out);
	manual_options(command_options(&commands[0]), out);
	fputs(".Sh COMMANDS\n.Bl -tag -width Ds\n", out);
	for (int i = 1; i < commands_len; i++)
		manual_command(&commands[i], out);
	fputs(".El\n", out);
	manual_checks(out);
	manual_settings(out);
	manual_keys(out);
	manual_rows("FILES", manual_files, sizeof manual_files / sizeof manual_files[0], out);
	manual_rows("EXIT STATUS", manual_statuses, sizeof manual_statuses / sizeof manual_statuses[0], out);
}
