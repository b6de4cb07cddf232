// SPDX-License-Identifier: MIT
// See plan_in.h.
#include "cli/plan_in.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/place.h"
#include "config/planfile.h"
#include "core/i18n.h"

#define MISTAKE_TEXT 1200

static enum err say_mistakes(const char *name, const struct planfile_report *report)
{
	char line[MISTAKE_TEXT];
	for (int i = 0; i < report->len; i++) {
		planfile_mistake_write(name, &report->mistakes[i], line, sizeof line);
		fprintf(stderr, "%s\n", line);
	}
	return err_set(ERR_INPUT,
		P_("%d mistake in all, the plan is unchanged; mend it, then run: duibiao plan check %s",
			"%d mistakes in all, the plan is unchanged; mend them, then run: duibiao plan check %s",
			(unsigned long)report->len),
		report->len, name);
}

enum err plan_in_bytes(const char *name, const char *bytes, size_t len, struct plan **out)
{
	struct planfile_report report = {NULL, 0};
	enum err err = planfile_parse(name, bytes, len, out, &report);
	if (err == ERR_INPUT && report.len > 0)
		err = say_mistakes(name, &report);
	planfile_report_free(&report);
	return err;
}

enum err plan_in_file(const char *path, struct plan **out)
{
	char *bytes = NULL;
	size_t len = 0;
	enum err err = place_read_file(path, PLAN_IN_BYTES, &bytes, &len);
	if (err == ERR_OK)
		err = plan_in_bytes(path, bytes, len, out);
	free(bytes);
	return err;
}
