// SPDX-License-Identifier: MIT
// See outline_words.h.
#include "core/outline_words.h"

#include <string.h>

#include "core/i18n.h"
#include "core/text.h"

static bool is_bare_numeral(const char *number)
{
	static const char *const digits[] = {"〇", "零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百"};
	const char *at = number;
	for (size_t i = 0; i < sizeof digits / sizeof digits[0];) {
		size_t len = strlen(digits[i]);
		bool is = strncmp(at, digits[i], len) == 0;
		at += is ? len : 0;
		i = is ? 0 : i + 1;
	}
	return at != number && *at == '\0';
}

char *outline_number_words(const struct plan_outline *outline, char *out, size_t cap)
{
	return text_format(out, cap, is_bare_numeral(outline->number) ? _("chapter %s") : "%s", outline->number);
}
