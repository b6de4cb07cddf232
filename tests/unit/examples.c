// SPDX-License-Identifier: MIT
// Rows of the worked examples, one after another. See examples.h.
#include "examples.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "examples_data.h"

#define COLUMNS 96

bool example_has_column(const struct example *example, const char *name)
{
	for (int i = 0; i < example->columns; i++)
		if (strcmp(example->names[i], name) == 0)
			return true;
	return false;
}

const char *example_cell(const struct example *example, const char *name)
{
	for (int i = 0; i < example->columns; i++)
		if (strcmp(example->names[i], name) == 0)
			return example->cells[i];
	return "";
}

// ------------------------------------------------------------ entries from memory

static enum err each_entry(void *ctx, int element, int period, int unit, store_entry_fn *fn, void *fn_ctx)
{
	const struct example_data *data = ctx;
	enum err err = ERR_OK;
	for (int i = 0; err == ERR_OK && i < data->entries_len; i++) {
		const struct entry *entry = &data->entries[i];
		if (entry->element == element && entry->period == period && (unit == PLAN_NONE || entry->unit == unit))
			err = fn(entry, fn_ctx);
	}
	return err;
}

static enum err newest(void *ctx, int element, int period, int *out)
{
	const struct example_data *data = ctx;
	*out = 0;
	for (int i = 0; i < data->entries_len; i++) {
		const struct entry *entry = &data->entries[i];
		if (entry->element == element && entry->period <= period && entry->period > *out)
			*out = entry->period;
	}
	return ERR_OK;
}

static enum err each_stage(void *ctx, int element, int period, store_stage_fn *fn, void *fn_ctx)
{
	const struct example_data *data = ctx;
	enum err err = ERR_OK;
	for (int i = 0; err == ERR_OK && i < data->stages_len; i++)
		if (data->stages[i].element == element && data->stages[i].period == period)
			err = fn(&data->stages[i], fn_ctx);
	return err;
}

static enum err each_node(void *ctx, int element, store_node_fn *fn, void *fn_ctx)
{
	const struct example_data *data = ctx;
	enum err err = ERR_OK;
	for (int i = 0; err == ERR_OK && i < data->nodes_len; i++)
		if (data->nodes[i].element == element)
			err = fn(&data->nodes[i], fn_ctx);
	return err;
}

// ------------------------------------------------------------ rows

static int split(char *line, char *cells[COLUMNS])
{
	int len = 0;
	line[strcspn(line, "\n")] = '\0';
	for (char *cell = line; cell != NULL && len < COLUMNS; len++) {
		char *tab = strchr(cell, '\t');
		if (tab != NULL)
			*tab++ = '\0';
		cells[len] = cell;
		cell = tab;
	}
	return len;
}

static void run_row(struct example *example, example_fn *fn, void *ctx)
{
	struct example_data data = { .entries_len = 0 };
	example->data = &data;
	example->source = (struct rollup_source){ &data, each_entry, newest, each_stage, each_node };
	example_build(example);
	if (survey_unit_from(&example->source, example->plan, &example->query, example->unit, &example->survey) != ERR_OK)
		fail_msg("%s: %s", example_cell(example, "case"), err_message());
	example->standing = survey_at(example->survey, example->indicator);
	fn(example, ctx);
	survey_free(example->survey);
	plan_free(example->plan);
	for (int i = 0; i < data.texts_len; i++)
		free(data.texts[i]);
}

int examples_each(const char *path, example_fn *fn, void *ctx)
{
	char head[4096], line[4096], *names[COLUMNS], *cells[COLUMNS];
	int columns = 0, rows = 0;
	FILE *file = fopen(path, "r");
	if (file == NULL)
		fail_msg("%s cannot be read", path);
	while (fgets(columns == 0 ? head : line, 4096, file) != NULL) {
		if (columns == 0) {
			if (head[0] != '#')
				columns = split(head, names);
			continue;
		}
		struct example example = { .names = (const char *const *)names, .cells = cells, .columns = columns };
		assert_int_equal(split(line, cells), columns);
		run_row(&example, fn, ctx);
		rows++;
	}
	fclose(file);
	return rows;
}
