// SPDX-License-Identifier: MIT
// A folder of this process alone for a file that shall not last. It goes with the process; where that was killed, the next one
// that makes such a folder takes it away.
#ifndef CLI_SCRATCH_H
#define CLI_SCRATCH_H

#include "core/err.h"

struct scratch;
must_check enum err scratch_new(struct scratch **out);
const char *scratch_path(const struct scratch *scratch);      // of the one file in it, which is not made yet
void scratch_free(struct scratch *scratch);                   // removes file and folder

#endif
