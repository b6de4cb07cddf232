// SPDX-License-Identifier: MIT
// See program.h.
#include "cli/program.h"

#include <errno.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/charset.h"
#include "cli/language.h"
#include "cli/place.h"
#include "config/settings.h"
#include "core/i18n.h"
#include "core/text.h"

#define VERSION "0.1.0"
#define SETTINGS_BYTES (1 << 20)
#define SENTENCE 4096
#define WORDS_MOST 8         // arguments of a command that are no file

// Cleaned: a sentence quotes what was typed and names of files, and these may hold anything.
static void say(const char *sentence)
{
	char clean[SENTENCE];
	text_fit(sentence, SENTENCE, false, false, clean, sizeof clean);
	fprintf(stderr, "%s: %s\n", command_program, clean);
}

static void say_fault(void *ctx, const char *sentence)
{
	(void)ctx;
	say(sentence);
}

// A file that is not there is no fault: nobody needs settings.
static void read_settings(const char *path, struct settings *settings, settings_fault_fn *fault)
{
	char *bytes = NULL;
	size_t len = 0;
	enum err err = path == NULL ? ERR_MISSING : place_read_file(path, SETTINGS_BYTES, &bytes, &len);
	if (err == ERR_OK)
		settings_read(path, bytes, len, settings, fault, NULL);
	else if (err != ERR_MISSING)
		fault(NULL, err_message());
	free(bytes);
}

static void ignore_fault(void *ctx, const char *sentence)
{
	(void)ctx;
	(void)sentence;
}

static void read_all_settings(struct settings *settings, settings_fault_fn *fault)
{
	char *own = NULL;
	if (place_of("XDG_CONFIG_HOME", ".config", "duibiao.ini", &own) != ERR_OK)
		own = NULL;
	memset(settings, 0, sizeof *settings);
	read_settings("/etc/duibiao.ini", settings, fault);
	read_settings(own, settings, fault);
	free(own);
}

// Read once for the language, then once more so that mistakes are said in it.
static void take_language_and_settings(struct context *context)
{
	context->lost_locale = language_take_locale();
	stderr = charset_for_terminal(stderr);
	setvbuf(stderr, NULL, _IONBF, 0);
	context->out = charset_for_terminal(stdout);
	read_all_settings(&context->settings, ignore_fault);
	language_bind(&context->settings);
	read_all_settings(&context->settings, say_fault);
}

// The screens have a place of their own to say it.
static void say_lost_locale(const struct context *context)
{
	bool screens = context->command == &commands[0] && context->terminal;
	if (context->lost_locale != NULL && !screens && isatty(STDERR_FILENO) == 1)
		say(_("the locale of this environment is not installed here; C.UTF-8 is used. Set LANG to one that `locale -a` "
		      "lists"));
}

static bool tell_about(const struct context *context)
{
	if (context->option[OPTION_HELP] != NULL)
		command_help(context->command, context->out);
	else if (context->option[OPTION_VERSION] != NULL)
		fprintf(context->out, "%s %s\n", command_program, VERSION);
	else if (context->option[OPTION_MAN] != NULL)
		command_manual(context->out);
	else
		return false;
	return true;
}

static enum err finish_output(const struct context *context, enum err err)
{
	if (fflush(context->out) == 0 && ferror(context->out) == 0)
		return err;
	return err_set(ERR_IO, _("the results could not be written: %s"), strerror(errno));
}

// Words of a GBK terminal, converted. Names of files stay the bytes that they are.
struct words { char *at[OPTION_COUNT + WORDS_MOST]; int len; };

static const char *take_word(struct words *words, const char *word)
{
	char *converted = words->len < OPTION_COUNT + WORDS_MOST ? charset_of_word(word) : NULL;
	if (converted == NULL)
		return word;
	words->at[words->len++] = converted;
	return converted;
}

static void take_words(struct context *context, struct words *words, char **rest, int rest_len)
{
	for (int i = 0; i < OPTION_COUNT; i++) {
		const char *argument = option_rows[i].argument;
		if (context->option[i] != NULL && argument != NULL && strcmp(argument, "FILE") != 0)
			context->option[i] = take_word(words, context->option[i]);
	}
	for (int i = 0; i < rest_len && strstr(context->command->arguments, "FILE") == NULL; i++)
		rest[i] = (char *)take_word(words, rest[i]);
}

static void free_words(struct words *words)
{
	for (int i = 0; i < words->len; i++)
		free(words->at[i]);
}

static enum err run_command(struct context *context, char **rest, int rest_len)
{
	enum err err = ERR_OK;
	if (tell_about(context))
		return finish_output(context, ERR_OK);
	err = context_find_file(context);
	if (err == ERR_OK)
		err = context->command->run(context, rest_len, rest);
	return finish_output(context, err);
}

static void close_streams(const struct context *context, FILE *plain_err)
{
	if (context->out != stdout)
		fclose(context->out);
	if (stderr != plain_err)
		fclose(stderr);
	stderr = plain_err;
}

int program_run(int argc, char **argv, const struct context_writer *writer)
{
	struct context context;
	char **rest = calloc((size_t)argc + 1, sizeof *rest);
	int rest_len = 0;
	struct words words = {.len = 0};
	FILE *plain_err = stderr;
	enum err err = context_init(&context);
	take_language_and_settings(&context);
	context.writer = writer;
	if (rest == NULL)
		err = err_set(ERR_MEMORY, _("out of memory"));
	if (err == ERR_OK)
		err = command_read(argc, argv, &context.command, context.option, rest, &rest_len);
	if (err == ERR_OK) {
		say_lost_locale(&context);
		take_words(&context, &words, rest, rest_len);
		err = run_command(&context, rest, rest_len);
	}
	if (err != ERR_OK && err_message()[0] != '\0')
		say(err_message());
	context_done(&context);
	free_words(&words);
	free(rest);
	close_streams(&context, plain_err);
	return err_exit_status(err);
}
