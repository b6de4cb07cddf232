// SPDX-License-Identifier: MIT
// Publishing for readers: by the command, and by itself after what [publish] of duibiao.ini names.
#ifndef CLI_PUBLISHING_H
#define CLI_PUBLISHING_H

#include "cli/context.h"

// The open file into FOLDER, under its own name.
must_check enum err publishing_to(struct context *context, const char *folder);
// WHAT (enum settings_publish_after) has just been committed. Where the settings want it, readers get it now, which is added to
// the sentence OUT; so is a failure, which takes nothing back.
void publishing_after(struct context *context, enum settings_publish_after what, char *out, size_t cap);
// The file is about to be closed: what was saved in it, when that is wanted, too. A failure is said on standard error.
void publishing_leave(struct context *context);

#endif
