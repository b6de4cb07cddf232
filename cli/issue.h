// SPDX-License-Identifier: MIT
// Issuing a bulletin: numbered, dated and kept in the file.
#ifndef CLI_ISSUE_H
#define CLI_ISSUE_H

#include "cli/context.h"
#include "core/bulletin.h"
#include "core/desk.h"

// The file is open for writing. ERR_REFUSED: not for this operator. BULLETIN as made; numbered afterwards.
must_check enum err issue_bulletin(struct context *context, struct bulletin *bulletin);
// The same for a screen: a refusal is an answer.
must_check enum err issue_answer(struct context *context, struct bulletin *bulletin, struct desk_answer *out);
// The newest one of that number (of the year YEAR, 0: whichever is newest), with its lines. ERR_INPUT: there is none.
must_check enum err issue_find(const struct context *context, int year, int no, struct bulletin *out);

#endif
