// SPDX-License-Identifier: MIT
// See command.h. Own reading of options instead of getopt: a figure below zero (-4.1) is an argument, and messages are ours.
#include "cli/command.h"

#include <string.h>

#include "core/i18n.h"

struct reading {
	int next;
	char **argv;
	const char **option;
	char **rest;
	int rest_len;
	bool only_arguments;     // after --
};

uint64_t command_options(const struct command *command)
{
	return command->options | OPT(FILE) | OPT(HELP);
}

static int find_option(const char *name, size_t len)
{
	for (int i = 0; i < OPTION_COUNT; i++)
		if (strlen(option_rows[i].name) == len && strncmp(option_rows[i].name, name, len) == 0)
			return i;
	return OPTION_COUNT;
}

static int find_letter(const char *word)
{
	for (int i = 0; i < OPTION_COUNT; i++)
		if (option_rows[i].letter != '\0' && word[0] == option_rows[i].letter && word[1] == '\0')
			return i;
	return OPTION_COUNT;
}

// "-" alone and "-4.1" are arguments: not applicable, and a figure.
static bool is_option(const char *word)
{
	return word[0] == '-' && word[1] != '\0' && word[1] != '.' && !(word[1] >= '0' && word[1] <= '9');
}

static enum err read_option(struct reading *reading, const char *word)
{
	bool is_long = word[1] == '-';
	const char *name = word + (is_long ? 2 : 1), *equals = is_long ? strchr(name, '=') : NULL;
	int found = is_long ? find_option(name, equals != NULL ? (size_t)(equals - name) : strlen(name)) : find_letter(name);
	if (found == OPTION_COUNT)
		return err_set(ERR_USAGE, _("there is no option %s; %s --help lists them"), word, command_program);
	const struct option_row *row = &option_rows[found];
	if (row->argument == NULL && equals != NULL)
		return err_set(ERR_USAGE, _("option --%s takes no value"), row->name);
	const char *value = row->argument == NULL ? "" : equals != NULL ? equals + 1 : reading->argv[reading->next];
	if (value == NULL)
		return err_set(ERR_USAGE, _("option --%s needs a value: --%s %s"), row->name, row->name, _(row->argument));
	reading->next += row->argument != NULL && equals == NULL;
	if (reading->option[found] != NULL)
		return err_set(ERR_USAGE, _("option --%s is given twice"), row->name);
	reading->option[found] = value;
	return ERR_OK;
}

static enum err read_word(struct reading *reading)
{
	char *word = reading->argv[reading->next++];
	if (!reading->only_arguments && strcmp(word, "--") == 0) {
		reading->only_arguments = true;
		return ERR_OK;
	}
	if (!reading->only_arguments && is_option(word))
		return read_option(reading, word);
	reading->rest[reading->rest_len++] = word;
	return ERR_OK;
}

static const struct command *find_command(const char *name)
{
	for (int i = 1; i < commands_len; i++)
		if (strcmp(commands[i].name, name) == 0)
			return &commands[i];
	return NULL;
}

static enum err check_counts(const struct command *command, const struct reading *reading)
{
	const char *blank = command->name[0] != '\0' ? " " : "";
	if (reading->rest_len >= command->least && reading->rest_len <= command->most)
		return ERR_OK;
	return err_set(ERR_USAGE, _("wrong number of arguments; it is: %s%s%s %s"), command_program, blank, command->name,
		command->arguments[0] != '\0' ? _(command->arguments) : "");
}

static enum err check_options(const struct command *command, const struct reading *reading)
{
	const char *blank = command->name[0] != '\0' ? " " : "";
	uint64_t allowed = command_options(command);
	for (int i = 0; i < OPTION_COUNT; i++)
		if (reading->option[i] != NULL && (allowed >> i & 1) == 0)
			return err_set(ERR_USAGE, _("%s%s%s has no option --%s; %s%s%s --help lists them"), command_program, blank,
				command->name, option_rows[i].name, command_program, blank, command->name);
	return ERR_OK;
}

enum err command_read(int argc, char **argv, const struct command **command, const char *option[OPTION_COUNT], char **rest,
	int *rest_len)
{
	struct reading reading = {1, argv, option, rest, 0, false};
	enum err err = ERR_OK;
	for (int i = 0; i < OPTION_COUNT; i++)
		option[i] = NULL;
	*command = &commands[0];
	while (reading.next < argc && err == ERR_OK) {
		bool plain = !reading.only_arguments && *command == &commands[0] && reading.rest_len == 0;
		const struct command *named = plain ? find_command(argv[reading.next]) : NULL;
		if (named != NULL) {
			*command = named;
			reading.next++;
		} else {
			err = read_word(&reading);
		}
	}
	if (err == ERR_OK)
		err = check_options(*command, &reading);
	if (err == ERR_OK && option[OPTION_HELP] == NULL)
		err = check_counts(*command, &reading);
	*rest_len = reading.rest_len;
	return err;
}
