// SPDX-License-Identifier: MIT
// See language.h.
#include "cli/language.h"

#include <locale.h>
#include <stdlib.h>

#include "cli/place.h"
#include "core/i18n.h"

#define FALLBACK_LOCALE "C.UTF-8"

static bool is_set(const char *name)
{
	const char *value = getenv(name);
	return value != NULL && value[0] != '\0';
}

bool language_take_locale(void)
{
	bool known = setlocale(LC_ALL, "") != NULL;
	if (!known || !(is_set("LC_ALL") || is_set("LC_CTYPE") || is_set("LANG")))
		setlocale(LC_ALL, FALLBACK_LOCALE);
	return known;
}

void language_bind(const struct settings *settings)
{
	static const char *const languages[] = { [SETTINGS_LANGUAGE_ZH_CN] = "zh_CN", [SETTINGS_LANGUAGE_EN] = "en" };
	char *folder = place_beside_program("../share/locale");
	if (settings->language != SETTINGS_LANGUAGE_AUTO)
		setenv("LANGUAGE", languages[settings->language], 1);
	else if (!is_set("LANGUAGE"))
		setenv("LANGUAGE", "zh_CN", 1);
	if (folder != NULL)
		bindtextdomain(I18N_DOMAIN, folder);
	// Inside, all text is UTF-8; whoever draws or prints converts to what the terminal takes.
	bind_textdomain_codeset(I18N_DOMAIN, "UTF-8");
	free(folder);
}
