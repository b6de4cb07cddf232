// SPDX-License-Identifier: MIT
// The roof's filling of core/paper.h: files of figures read, held against what stands, written, for the screens.
#ifndef CLI_PAPER_H
#define CLI_PAPER_H

#include "cli/context.h"
#include "cli/desk.h"
#include "core/paper.h"

struct papers {
	struct paper paper;
	struct context *context;
	struct desk_session *session;
	char names[PAPER_NAMES][256];    // of the newest list
	char path[4096];                 // of the newest file, and what it was asked for
	int unit, period;
};
const struct paper *papers_of(struct papers *papers, struct desk_session *session);

#endif
