// SPDX-License-Identifier: MIT
// See import_refused.h.
#include "exchange/import_refused.h"

#include <string.h>

#include "core/text.h"

static const char heading[] = "未导入原因";             // a heading of csv_columns.c

struct import_refused import_refused_to(FILE *out)
{
	csv_put_bom(out);
	return (struct import_refused){.out = out, .reason = -1};
}

// Of a line with many cells each that is refused says why.
void import_refused_line(struct import_refused *refused, const struct import_line *line)
{
	if (line->state == IMPORT_REFUSED)
		text_join(refused->why, sizeof refused->why, "; ", "%s", line->why);
}

// Empty fields behind the columns are left out, so that the reason stands in its own.
static void put_fields(const struct import_refused *refused, const struct csv_row *row, int columns)
{
	int put = 0, len = row->len;
	while (columns > 0 && len > columns && row->fields[len - 1][0] == '\0')
		len--;
	for (int i = 0; i < len; i++) {
		if (i == refused->reason)
			continue;
		if (put++ > 0)
			fputc(',', refused->out);
		csv_put_plain(refused->out, row->fields[i]);
	}
	for (; put < columns; put++)
		fputc(',', refused->out);
}

static void put_heading(struct import_refused *refused, const struct csv_row *row)
{
	for (int i = 0; i < row->len; i++)
		if (strcmp(row->fields[i], heading) == 0)
			refused->reason = i;
	refused->columns = row->len - (refused->reason >= 0);
	put_fields(refused, row, 0);
	fprintf(refused->out, ",%s\n", heading);
}

void import_refused_row(struct import_refused *refused, const struct csv_row *row)
{
	if (row->part == CSV_HEADING) {
		put_heading(refused, row);
	} else if (row->part == CSV_ABOVE) {
		put_fields(refused, row, 0);
		fputc('\n', refused->out);
	} else if (refused->why[0] != '\0') {
		put_fields(refused, row, refused->columns);
		fputc(',', refused->out);
		csv_put_text(refused->out, refused->why);
		fputc('\n', refused->out);
		refused->rows++;
	}
	refused->why[0] = '\0';
}
