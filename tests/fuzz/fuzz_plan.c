// SPDX-License-Identifier: MIT
// Any bytes as a plan file: a sealed plan, or mistakes that can be written; never both.
#include <assert.h>
#include <locale.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "config/planfile.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	setlocale(LC_ALL, "C.UTF-8");
	return 0;
}

static void ignore(const char *line, void *ctx)
{
	(void)ctx;
	assert(strlen(line) > 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct plan *plan = NULL;
	struct planfile_report report;
	enum err err = planfile_parse("fuzz.ini", (const char *)bytes, len, &plan, &report);
	assert((err == ERR_OK) == (plan != NULL));
	assert((err == ERR_INPUT) == (report.len > 0));
	for (int i = 0; i < report.len; i++) {
		char line[1024];
		planfile_mistake_write("fuzz.ini", &report.mistakes[i], line, sizeof line);
	}
	if (plan != NULL) {
		int lines = plandiff_each(plan, plan, ignore, NULL);
		assert(lines == 0);
	}
	planfile_report_free(&report);
	plan_free(plan);
	return 0;
}
