// SPDX-License-Identifier: MIT
// See demo.h. The figures go in as anybody's would, as lines of the import's own format: what intake refuses does not get in.
#include "cli/demo.h"

#include <stdlib.h>
#include <string.h>

#include "cli/demo_way.h"
#include "cli/make.h"
#include "cli/scratch.h"
#include "core/i18n.h"
#include "core/text.h"
#include "db/db_write.h"
#include "exchange/csv.h"

// What stands in the file is Chinese, whatever the language of the screens: as the plan is.
#define FIRST_DAY 20200930
#define PLAN_HEAD "[plan]\n"
#define PLAN_DEMO "demo = yes\n"

// The shipped plan, marked, and the targets of the units behind it.
static char *plan_text(size_t *len)
{
	const struct embed plan = embed_plan(), targets = embed_demo_targets();
	char *text = NULL;
	FILE *out = open_memstream(&text, len);
	const char *head = strstr(plan.bytes, PLAN_HEAD);
	if (out == NULL || head == NULL)
		return NULL;
	size_t before = (size_t)(head - plan.bytes) + strlen(PLAN_HEAD);
	fwrite(plan.bytes, 1, before, out);
	fputs(PLAN_DEMO, out);
	fwrite(plan.bytes + before, 1, plan.len - before, out);
	fputc('\n', out);
	fwrite(targets.bytes, 1, targets.len, out);
	if (fclose(out) == 0)
		return text;
	free(text);
	return NULL;
}

static enum err make_with_plan(const struct context *context, const char *path)
{
	struct embed plan = {embed_demo_targets().name, NULL, 0};
	char *text = plan_text(&plan.len);
	if (text == NULL)
		return err_set(ERR_MEMORY, _("out of memory"));
	plan.bytes = text;
	enum err err = make_file(context, path, false, &plan);
	free(text);
	return err;
}

static enum err fill(struct context *context, const char *path)
{
	const struct db_options options = {.mode = DB_WRITE, .scratch = true, .random_bytes = context_random, .upgrade = db_upgrade};
	enum err err = db_open(path, &options, &context->store);
	if (err == ERR_OK)
		err = store_read_plan(context->store, &context->plan);
	if (err == ERR_OK)
		err = demo_way_put(context);
	plan_free(context->plan);
	context->plan = NULL;
	if (context->store != NULL)
		db_close(context->store);
	context->store = NULL;
	return err;
}

// ------------------------------------------------------------ the file

enum err demo_make(struct context *context)
{
	demo_done(context);
	enum err err = scratch_new(&context->scratch);
	if (err != ERR_OK)
		return err;
	const char *path = scratch_path(context->scratch);
	demo_way_at(context, FIRST_DAY, 900);
	context->is_default = false;
	text_format(context->who, sizeof context->who, "%s", DEMO_PERSON);
	free(context->path);
	context->path = NULL;
	err = text_dup(path, &context->path);
	if (err == ERR_OK)
		err = make_with_plan(context, path);
	return err == ERR_OK ? fill(context, path) : err;
}

void demo_done(struct context *context)
{
	scratch_free(context->scratch);
	context->scratch = NULL;
}
