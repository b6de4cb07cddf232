// SPDX-License-Identifier: MIT
// the code of demo_file.h.
#include "tests/storage/demo_file.h"

#include "cli/demo.h"
#include "tests/storage/fixture.h"
#include "tests/storage/program.h"

void demo_file_open(struct context *context, enum db_mode mode)
{
	program_reset();
	fixture_ok(context_init(context));
	fixture_ok(demo_make(context));
	fixture_ok(context_open(context, mode));
}

void demo_file_close(struct context *context)
{
	context_close(context);
	demo_done(context);
	context_done(context);
	fixture_folder_done();
}
