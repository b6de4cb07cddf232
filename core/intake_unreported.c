// SPDX-License-Identifier: MIT
// 未报 as people type and paste it, with the day on which the figure will come.
#include <string.h>

#include "core/i18n.h"
#include "core/intake_part.h"
#include "core/text.h"

static const char *const said[] = { "未报", "not reported", "not-reported" };
static const char *const around[] = { " ", "(", ")", ",", ":", ";", "、", "。", "将于", "于", "补报", "上报", "报", "前", "due " };
#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

static size_t begins(const char *text, const char *const *words, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (strncmp(text, words[i], strlen(words[i])) == 0)
			return strlen(words[i]);
	return 0;
}

static size_t ends(const char *text, const char *const *words, size_t len)
{
	size_t all = strlen(text);
	for (size_t i = 0; i < len; i++) {
		size_t word = strlen(words[i]);
		if (word <= all && strcmp(text + all - word, words[i]) == 0)
			return word;
	}
	return 0;
}

bool intake_not_reported(const char *text, char day[INTAKE_DAY])
{
	char half[2 * INTAKE_DAY];
	if (strlen(text) >= sizeof half)
		return false;
	text_format(half, sizeof half, "%s", text);
	text_halve(half);
	const char *at = half + strspn(half, " ");
	size_t len = begins(at, said, LENGTH(said));
	if (len == 0)
		return false;
	for (at += len; (len = begins(at, around, LENGTH(around))) > 0;)
		at += len;
	text_format(day, INTAKE_DAY, "%s", at);
	while ((len = ends(day, around, LENGTH(around))) > 0)
		day[strlen(day) - len] = '\0';
	return true;
}
