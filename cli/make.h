// SPDX-License-Identifier: MIT
// Making a database file: schema, plan and published figures, whole or not at all.
#ifndef CLI_MAKE_H
#define CLI_MAKE_H

#include "cli/context.h"
#include "cli/embed.h"

// At PATH, which must not exist. PLAN NULL: the built-in one with the published figures. Its folder is made when there is
// none: 0700, SHARED 2770; a shared file in a folder that is not shared is refused.
must_check enum err make_file(const struct context *context, const char *path, bool shared, const struct embed *plan);
// For struct context: the default file at the first start, said on stderr.
must_check enum err make_default(struct context *context);

#endif
