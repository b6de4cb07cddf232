// SPDX-License-Identifier: MIT
// duibiao.ini to struct settings. A mistake is said with its line and skipped; it never keeps anyone from working.
#ifndef CONFIG_SETTINGS_H
#define CONFIG_SETTINGS_H

#include <stddef.h>

#include "core/err.h"
#include "core/settings.h"

typedef void settings_fault_fn(void *ctx, const char *sentence);   // translated, borrowed
// BYTES of the file NAME over what SETTINGS holds already (the machine's, then the person's). FAULT is told of each mistake.
void settings_read(
	const char *name, const char *bytes, size_t len, struct settings *settings, settings_fault_fn *fault, void *ctx);

#endif
