// SPDX-License-Identifier: MIT
// See planbytes.h.
#include "tests/unit/planbytes.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

char *planbytes_read(const char *path, size_t *len)
{
	FILE *file = fopen(path, "rb");
	if (file == NULL)
		fail_msg("%s: cannot be opened", path);
	size_t cap = 1 << 20;
	char *bytes = malloc(cap);
	assert_non_null(bytes);
	*len = fread(bytes, 1, cap - 1, file);
	bytes[*len] = '\0';
	fclose(file);
	return bytes;
}

static struct plan *parse(const char *name, const char *bytes, size_t len)
{
	struct plan *plan = NULL;
	struct planfile_report report;
	enum err err = planfile_parse(name, bytes, len, &plan, &report);
	for (int i = 0; i < report.len; i++) {
		char line[1024];
		planfile_mistake_write(name, &report.mistakes[i], line, sizeof line);
		print_error("%s\n", line);
	}
	planfile_report_free(&report);
	assert_int_equal(err, ERR_OK);
	return plan;
}

struct plan *planbytes_plan(const char *path)
{
	size_t len;
	char *bytes = planbytes_read(path, &len);
	struct plan *plan = parse(path, bytes, len);
	free(bytes);
	return plan;
}

struct plan *planbytes_parse(const char *text)
{
	return parse("test", text, strlen(text));
}
