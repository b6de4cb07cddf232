// SPDX-License-Identifier: MIT
// See demo_figures.h. What stands in config/demo.csv goes before what the rule makes of the same cell.
#include "cli/demo_figures.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/published.h"
#include "core/demo_rule.h"
#include "core/i18n.h"
#include "core/text.h"
#include "exchange/csv.h"

#define NOTE "演示数据"
#define NOT_APPLICABLE "演示数据:本单位无此项"

struct lines {
	const struct plan *plan;
	const struct demo_asked *asked;
	FILE *out;
	int count;
};

static bool same_owner(const struct report_key *a, const struct report_key *b)
{
	return a->dept == b->dept && a->unit == b->unit;
}

static bool wanted(const struct lines *lines, int element, int unit, int period)
{
	const struct demo_asked *asked = lines->asked;
	if (element == PLAN_NONE || unit == PLAN_NONE || period != asked->period)
		return false;
	struct report_key key = report_of_cell(lines->plan, element, unit, period);
	for (int i = 0; i < asked->others_len; i++)
		if (same_owner(&key, &asked->others[i]))
			return false;
	return asked->owner == NULL || same_owner(&key, asked->owner);
}

static bool is_exception(const struct plan *plan, const struct entry *entry)
{
	const struct embed exceptions = embed_demo_figures();
	char begin[160];
	text_format(begin, sizeof begin, "\n%s,%s,%d,", plan->elements[entry->element].code, plan->units[entry->unit].code, entry->period);
	return strstr(exceptions.bytes, begin) != NULL;
}

static enum err put_line(const struct entry *entry, void *ctx)
{
	struct lines *lines = ctx;
	if (!wanted(lines, entry->element, entry->unit, entry->period) || is_exception(lines->plan, entry))
		return ERR_OK;
	csv_put_entry(lines->out, lines->plan, entry, "");
	lines->count++;
	return ERR_OK;
}

// The lines of config/demo.csv that are wanted, as they stand.
static void put_exceptions(struct lines *lines)
{
	const struct embed exceptions = embed_demo_figures();
	const char *end = exceptions.bytes + exceptions.len, *at = memchr(exceptions.bytes, '\n', exceptions.len);
	for (at++; at < end; at = (const char *)memchr(at, '\n', (size_t)(end - at)) + 1) {
		char element[80], unit[80];
		int period;
		if (sscanf(at, "%79[^,],%79[^,],%d,", element, unit, &period) != 3 ||
			!wanted(lines, plan_element_by_code(lines->plan, element), plan_unit_by_code(lines->plan, unit), period))
			continue;
		fprintf(lines->out, "%.*s,,,\n", (int)strcspn(at, "\n"), at);
		lines->count++;
	}
}

enum err demo_figures_put(struct context *context, const struct demo_asked *asked)
{
	struct embed file = {.name = "demo"};
	char *text = NULL;
	struct lines lines = {context->plan, asked, open_memstream(&text, &file.len), 0};
	if (lines.out == NULL)
		return err_set(ERR_MEMORY, _("out of memory"));
	csv_put_header(lines.out);
	put_exceptions(&lines);
	enum err err = demo_rule_each(context->plan, NOTE, NOT_APPLICABLE, put_line, &lines);
	if (fclose(lines.out) != 0 && err == ERR_OK)
		err = err_set(ERR_MEMORY, _("out of memory"));
	file.bytes = text;
	if (err == ERR_OK && lines.count > 0)
		err = published_put_file(context, context->store, context->plan, &file, NOTE);
	free(text);
	return err;
}
