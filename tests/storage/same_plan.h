// SPDX-License-Identifier: MIT
// Two plans, compared field by field: A as made, B as read back from a file.
#ifndef TESTS_STORAGE_SAME_PLAN_H
#define TESTS_STORAGE_SAME_PLAN_H

#include "core/plan.h"

void same_plans(const struct plan *a, const struct plan *b);

#endif
