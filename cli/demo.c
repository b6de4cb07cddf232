// SPDX-License-Identifier: MIT
// See demo.h. The figures go in as anybody's would, as lines of the import's own format: what intake refuses does not get in.
#include "cli/demo.h"

#include <stdlib.h>
#include <string.h>

#include "cli/demo_stages.h"
#include "cli/make.h"
#include "cli/op.h"
#include "cli/published.h"
#include "cli/scratch.h"
#include "core/demo_rule.h"
#include "core/i18n.h"
#include "core/text.h"
#include "db/db_write.h"
#include "exchange/csv.h"

// What stands in the file is Chinese, whatever the language of the screens: as the plan is.
#define OPERATOR "张三"
#define NOTE "演示数据"
#define PUBLISHED "公布数"
#define NOT_APPLICABLE "演示数据:本单位无此项"
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

// ------------------------------------------------------------ figures

struct lines { const struct plan *plan; FILE *out; };

static enum err put_line(const struct entry *entry, void *ctx)
{
	const struct lines *lines = ctx;
	csv_put_entry(lines->out, lines->plan, entry, "");
	return ERR_OK;
}

static enum err rule_lines(const struct plan *plan, struct embed *out, char **owned)
{
	struct lines lines = {plan, open_memstream(owned, &out->len)};
	if (lines.out == NULL)
		return err_set(ERR_MEMORY, _("out of memory"));
	csv_put_header(lines.out);
	enum err err = demo_rule_each(plan, NOTE, NOT_APPLICABLE, put_line, &lines);
	if (fclose(lines.out) != 0 && err == ERR_OK)
		err = err_set(ERR_MEMORY, _("out of memory"));
	out->name = "demo_rule.def";
	out->bytes = *owned;
	return err;
}

// First what is published and the exceptions; the rule fills in the rest.
static enum err put_figures(const struct context *context, struct store *store, const struct plan *plan)
{
	const struct embed published = embed_published(), exceptions = embed_demo_figures();
	struct embed lines = {NULL, NULL, 0};
	char *owned = NULL;
	enum err err = published_put_file(context, store, plan, &published, PUBLISHED);
	if (err == ERR_OK)
		err = published_put_file(context, store, plan, &exceptions, NOTE);
	if (err == ERR_OK)
		err = demo_stages_put(context, store, plan, NOTE);
	if (err == ERR_OK)
		err = rule_lines(plan, &lines, &owned);
	if (err == ERR_OK)
		err = published_put_file(context, store, plan, &lines, NOTE);
	free(owned);
	return err;
}

static enum err fill(const struct context *context, const char *path)
{
	const struct db_options options = {.mode = DB_WRITE, .random_bytes = context_random, .upgrade = db_upgrade};
	struct store *store = NULL;
	struct plan *plan = NULL;
	enum err err = db_open(path, &options, &store);
	if (err == ERR_OK)
		err = store_read_plan(store, &plan);
	if (err == ERR_OK)
		err = put_figures(context, store, plan);
	plan_free(plan);
	if (store != NULL)
		db_close(store);
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
	context->fixed_now = DEMO_NOW;
	context->today = DEMO_TODAY;
	context->is_default = false;
	text_format(context->who, sizeof context->who, "%s", OPERATOR);
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
