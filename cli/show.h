// SPDX-License-Identifier: MIT
// The screens on a file that is open: of the desk's program and of the read-only one, which has neither desk nor paper.
#ifndef CLI_SHOW_H
#define CLI_SHOW_H

#include "cli/context.h"

struct app;
struct desk;
struct paper;
struct past;

struct show {
	const struct desk *desk;              // NULL where nothing may be written, like PAPER
	const struct paper *paper;
	const struct past *past;              // NULL: there is no looking back
	void (*begin)(struct app *app);       // as in struct app
	enum err (*enter)(const struct context *context);   // once the terminal is open, before a key is read; NULL: nothing
	int idle;                             // as in struct app
	bool across;                          // where Enter goes, as in struct app; then as it was left
};
must_check enum err show_run(const struct context *context, struct show *show);
// A BEGIN: says that UTF-8 is used instead of a locale that is not installed.
void show_begin_otherwise(struct app *app);

#endif
