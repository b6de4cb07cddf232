// SPDX-License-Identifier: MIT
// The worked examples (tests/data/*_examples.tsv): each row becomes a small plan with its entries in memory, stands through
// the same code as a file does, and gives its columns by name.
#ifndef TESTS_UNIT_EXAMPLES_H
#define TESTS_UNIT_EXAMPLES_H

#include "core/plan.h"
#include "core/standing.h"
#include "core/survey_part.h"

struct example_data;
struct example {
	struct plan *plan;
	struct survey_query query;
	int indicator, unit;                 // under test
	struct survey *survey;               // survey_unit of it
	const struct standing *standing;     // borrowed from the survey
	struct rollup_source source;
	struct example_data *data;
	const char *const *names;            // columns
	char **cells;
	int columns;
};
typedef void example_fn(const struct example *example, void *ctx);
// Every row of PATH; a cmocka failure when the file, a row or the survey does not hold. Returns how many rows there were.
int examples_each(const char *path, example_fn *fn, void *ctx);
// The cell under NAME, "" when it is empty or the file has no such column.
const char *example_cell(const struct example *example, const char *name);
bool example_has_column(const struct example *example, const char *name);

#endif
