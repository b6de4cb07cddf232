// SPDX-License-Identifier: MIT
// See language.h.
#include "cli/language.h"

#include <langinfo.h>
#include <locale.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "cli/place.h"
#include "core/i18n.h"

#define FALLBACK_LOCALE "C.UTF-8"

static const char *value_of(const char *name)
{
	const char *value = getenv(name);
	return value != NULL && value[0] != '\0' ? value : NULL;
}

void language_leave_c(const char *folder)
{
	const char *path = getenv("LOCPATH");
	if (strncmp(setlocale(LC_MESSAGES, NULL), "C.", 2) != 0)
		return;
	char *before = path != NULL ? strdup(path) : NULL;
	setenv("LOCPATH", folder, 1);
	setlocale(LC_MESSAGES, "zh_CN");
	if (before != NULL)
		setenv("LOCPATH", before, 1);
	else
		unsetenv("LOCPATH");
	free(before);
}

static void leave_c(void)
{
	char *folder = place_beside_program("../share/duibiao/locale");
	if (folder != NULL)
		language_leave_c(folder);
	free(folder);
}

// Only what is used: each of the other ten categories is a file to be found and mapped at every start.
static bool take_locale(const char *locale)
{
	bool letters = setlocale(LC_CTYPE, locale) != NULL, messages = setlocale(LC_MESSAGES, locale) != NULL;
	return letters && messages;
}

void language_fall_back(void)
{
	take_locale(FALLBACK_LOCALE);
	leave_c();
}

const char *language_without_han(void)
{
	return strcmp(nl_langinfo(CODESET), "ANSI_X3.4-1968") == 0 ? setlocale(LC_CTYPE, NULL) : NULL;
}

const char *language_take_locale(void)
{
	static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};    // the first that is set decides
	const char *wanted = NULL;
	for (size_t i = 0; i < sizeof names / sizeof names[0] && wanted == NULL; i++)
		wanted = value_of(names[i]);
	bool known = take_locale("");
	if (!known || wanted == NULL)
		language_fall_back();
	return known ? NULL : wanted != NULL ? wanted : "";
}

void language_bind(const struct settings *settings)
{
	static const char *const languages[] = { [SETTINGS_LANGUAGE_ZH_CN] = "zh_CN", [SETTINGS_LANGUAGE_EN] = "en" };
	char *folder = place_beside_program("../share/locale");
	if (settings->language != SETTINGS_LANGUAGE_AUTO)
		setenv("LANGUAGE", languages[settings->language], 1);
	else if (value_of("LANGUAGE") == NULL)
		setenv("LANGUAGE", "zh_CN", 1);
	if (folder != NULL)
		bindtextdomain(I18N_DOMAIN, folder);
	// Inside, all text is UTF-8; whoever draws or prints converts to what the terminal takes.
	bind_textdomain_codeset(I18N_DOMAIN, "UTF-8");
	// A file that goes out has its decimal point wherever this desk is.
	setlocale(LC_NUMERIC, "C");
	leave_c();
	free(folder);
}
