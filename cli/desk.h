// SPDX-License-Identifier: MIT
// The roof's filling of core/desk.h: saves through intake, undo by change lines, drafts in a folder.
#ifndef CLI_DESK_H
#define CLI_DESK_H

#include "cli/context.h"
#include "core/desk.h"

struct desk_session;
// CONTEXT is open for writing and outlives the session.
must_check enum err desk_new(struct context *context, struct desk_session **out);
void desk_free(struct desk_session *session);
// Op SEQ was written beside the table: undo takes it back as one of its own. 0: none was.
must_check enum err desk_note(struct desk_session *session, int64_t seq);
const struct desk *desk_of(struct desk_session *session);

#endif
