// SPDX-License-Identifier: MIT
// Where Enter goes in a form, as it was last chosen on screen by this account; before that as duibiao.ini says.
#ifndef CLI_ENTER_WAY_H
#define CLI_ENTER_WAY_H

#include <stdbool.h>

#include "core/settings.h"

bool enter_way_recall(const struct settings *settings);        // to the right?
void enter_way_keep(bool before, bool across);

#endif
