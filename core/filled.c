// SPDX-License-Identifier: MIT
// See filled.h.
#include "core/filled.h"

#include <string.h>

#include "core/i18n.h"
#include "core/text.h"

static char *tasks_words(const struct report_line *line, char *out, size_t cap)
{
	return text_format(out, cap, _("tasks %d/%d"), line->told, line->tasks);
}

static char *figures_words(const struct report_line *line, char *out, size_t cap)
{
	return text_format(out, cap, "%d/%d", line->filled, line->asked);
}

char *filled_words(const struct report_line *line, char *out, size_t cap)
{
	out[0] = '\0';
	if (line == NULL)
		return out;
	if (line->asked > 0)
		figures_words(line, out, cap);
	size_t len = strlen(out);
	if (line->tasks > 0 && len > 0)
		text_format(out + len, cap - len, " ");
	len = strlen(out);
	if (line->tasks > 0)
		tasks_words(line, out + len, cap - len);
	return out;
}

char *filled_brief(const struct report_line *line, char *out, size_t cap)
{
	out[0] = '\0';
	if (line == NULL || line->asked + line->tasks == 0)
		return out;
	bool tasks = line->filled == line->asked && (line->asked == 0 || line->told < line->tasks);
	return tasks ? tasks_words(line, out, cap) : figures_words(line, out, cap);
}
