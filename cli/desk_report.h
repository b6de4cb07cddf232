// SPDX-License-Identifier: MIT
// Reports, explanations, corrections and operators at a desk and from the command line: core/desk.h says what each does. What may
// not be done is an answer with its sentence; an error is a failure of the file.
#ifndef CLI_DESK_REPORT_H
#define CLI_DESK_REPORT_H

#include "cli/context.h"
#include "core/check.h"
#include "core/desk.h"

must_check enum err desk_report_step(struct context *context, const struct desk_step *ask, struct desk_answer *out);
must_check enum err desk_report_explain(struct context *context, const struct explanation *of, int len, struct desk_answer *out);
must_check enum err desk_report_propose(struct context *context, const struct correction *ask, struct desk_answer *out);
must_check enum err desk_report_decide(struct context *context, int64_t id, bool accept, const char *why, struct desk_answer *out);
must_check enum err desk_report_get_operator(struct context *context, struct operator *out);
must_check enum err desk_report_put_operator(struct context *context, const struct operator *who, struct desk_answer *out);

#endif
