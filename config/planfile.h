// SPDX-License-Identifier: MIT
// The plan file (plan_samples/): INI text to struct plan. All mistakes at once, each with line, section, key and what was
// expected.
#ifndef CONFIG_PLANFILE_H
#define CONFIG_PLANFILE_H

#include <stddef.h>

#include "core/err.h"
#include "core/plan.h"

struct planfile_mistake { int line; char *section, *key, *text; };   // text: the sentence, translated
struct planfile_report { struct planfile_mistake *mistakes; int len; };
// BYTES as read from the file. *OUT sealed and owned when ERR_OK; with mistakes ERR_INPUT, *OUT NULL and REPORT filled (at
// most 200). NAME only for messages.
must_check enum err planfile_parse(const char *name, const char *bytes, size_t len, struct plan **out,
	struct planfile_report *report);
void planfile_report_free(struct planfile_report *report);
// One line a mistake: "xuchang.ini 第214行 [g5] baseline：应为数字，现为“一百五”". OUT holds CAP bytes.
void planfile_mistake_write(const char *name, const struct planfile_mistake *mistake, char *out, size_t cap);

// What `plan apply` would change, one line a difference, through FN. OLD may be NULL (a new file). Returns how many, -1
// without memory.
int plandiff_each(const struct plan *old, const struct plan *new, void (*fn)(const char *line, void *ctx), void *ctx);

#endif
