// SPDX-License-Identifier: MIT
// Questions and lines on a file that is open: of the desk's program and of the read-only one, which has neither desk nor paper.
#ifndef CLI_PLAIN_SHOW_H
#define CLI_PLAIN_SHOW_H

#include "cli/context.h"

struct desk;
struct paper;
struct past;

struct plain_show {
	const struct desk *desk;              // NULL where nothing may be written, like PAPER
	const struct paper *paper;
	const struct past *past;              // NULL: there is no looking back
	int idle;                             // seconds without an answer, or with output that nobody reads, after which it ends; 0: never
};
must_check enum err plain_show_run(const struct context *context, const struct plain_show *show);

#endif
