// SPDX-License-Identifier: MIT
// See xlsx.h.
#include "tests/storage/xlsx.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define CELL 4096

struct xlsx { char *sheet, *strings; char cell[CELL]; };

char *xlsx_part(const char *path, const char *part)
{
	char command[1024], *text = NULL;
	size_t len = 0;
	snprintf(command, sizeof command, "unzip -p '%s' '%s' 2>/dev/null", path, part);
	FILE *in = popen(command, "r"), *out = open_memstream(&text, &len);
	assert_non_null(in);
	assert_non_null(out);
	for (int c; (c = fgetc(in)) != EOF;)
		fputc(c, out);
	fclose(out);
	if (pclose(in) == 0)
		return text;
	free(text);
	return NULL;
}

struct xlsx *xlsx_read(const char *path, int sheet)
{
	char part[64];
	struct xlsx *xlsx = calloc(1, sizeof *xlsx);
	assert_non_null(xlsx);
	snprintf(part, sizeof part, "xl/worksheets/sheet%d.xml", sheet);
	xlsx->sheet = xlsx_part(path, part);
	xlsx->strings = xlsx_part(path, "xl/sharedStrings.xml");
	if (xlsx->sheet == NULL || xlsx->strings == NULL)
		fail_msg("%s has no sheet %d, or unzip is not there", path, sheet);
	return xlsx;
}

void xlsx_free(struct xlsx *xlsx)
{
	free(xlsx->sheet);
	free(xlsx->strings);
	free(xlsx);
}

// What stands from FROM up to UNTIL, with the five entities undone.
static void take(const char *from, const char *until, char out[CELL])
{
	static const char *const entities[][2] = {{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&apos;", "'"}};
	size_t len = 0;
	while (from < until && len + 1 < CELL) {
		size_t step = 1;
		out[len] = *from;
		for (size_t i = 0; i < 5; i++)
			if (strncmp(from, entities[i][0], strlen(entities[i][0])) == 0) {
				out[len] = entities[i][1][0];
				step = strlen(entities[i][0]);
			}
		from += step;
		len++;
	}
	out[len] = '\0';
}

static void take_string(struct xlsx *xlsx, int index)
{
	const char *at = xlsx->strings;
	for (int i = 0; i <= index && at != NULL; i++)
		at = strstr(at + 1, "<si>");
	assert_non_null(at);
	const char *text = strchr(strstr(at, "<t"), '>') + 1;
	take(text, strstr(text, "</t>"), xlsx->cell);
}

const char *xlsx_cell(struct xlsx *xlsx, int row, int col, bool *number)
{
	char mark[32];
	snprintf(mark, sizeof mark, "<c r=\"%c%d\"", 'A' + col, row + 1);
	const char *cell = strstr(xlsx->sheet, mark);
	xlsx->cell[0] = '\0';
	if (number != NULL)
		*number = false;
	if (cell == NULL)
		return xlsx->cell;
	const char *end = strchr(cell, '>');
	if (end[-1] == '/')
		return xlsx->cell;
	bool string = strstr(cell, "t=\"s\"") != NULL && strstr(cell, "t=\"s\"") < end;
	const char *value = strstr(end, "<v>") + 3;
	take(value, strstr(value, "</v>"), xlsx->cell);
	if (string)
		take_string(xlsx, atoi(xlsx->cell));
	else if (number != NULL)
		*number = true;
	return xlsx->cell;
}

int xlsx_find_row(struct xlsx *xlsx, int col, const char *text)
{
	for (int row = 0; row < 400; row++)
		if (strcmp(xlsx_cell(xlsx, row, col, NULL), text) == 0)
			return row;
	return -1;
}

int xlsx_find_column(struct xlsx *xlsx, int row, const char *text)
{
	for (int col = 0; col < 26; col++)
		if (strcmp(xlsx_cell(xlsx, row, col, NULL), text) == 0)
			return col;
	return -1;
}
