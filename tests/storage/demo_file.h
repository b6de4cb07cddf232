// SPDX-License-Identifier: MIT
// The demonstration's file, opened for a test that compares what the programs say of it with what core says.
#ifndef TESTS_STORAGE_DEMO_FILE_H
#define TESTS_STORAGE_DEMO_FILE_H

#include "cli/context.h"
#include "db/db.h"

void demo_file_open(struct context *context, enum db_mode mode);
void demo_file_close(struct context *context);

#endif
