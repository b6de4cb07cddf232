// SPDX-License-Identifier: MIT
// the code of said_rule.h.
#include "core/said_rule.h"

#include <string.h>

bool said_explains(const char *rule)
{
	return strcmp(rule, SAID_REVIEW) != 0 && strcmp(rule, SAID_RETURN) != 0;
}
