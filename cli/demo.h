// SPDX-License-Identifier: MIT
// The demonstration: a scratch file with the shipped plan, targets of the units and figures, all invented but the published
// ones, on a day of its own. The same on every machine: no clock and nothing random is in it.
#ifndef CLI_DEMO_H
#define CLI_DEMO_H

#include "cli/context.h"

// For struct context_writer. Makes the file and lets CONTEXT work on it; demo_done takes it away again.
must_check enum err demo_make(struct context *context);
void demo_done(struct context *context);

#endif
