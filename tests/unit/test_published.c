// SPDX-License-Identifier: MIT
// The published figures that are shipped: exactly the eight whose scope and date fit, each with its source; nothing of
// the base year, nothing of a county, nothing of another scope.
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/period.h"
#include "exchange/csv.h"
#include "tests/unit/planbytes.h"

struct figure {
	const char *element;
	int period;
	const char *value, *note;            // note: a part of it
	enum num_qualifier qualifier;
};
static const struct figure figures[] = {
	{ "hitech_firms", 201512, "64", "十二五", NUM_EXACT },
	{ "hitech_firms", 201612, "80", "2016", NUM_EXACT },
	{ "hitech_firms", 201712, "100", "第4位", NUM_EXACT },
	{ "hitech_firms", 202212, "380", "突破380家", NUM_ABOVE },
	{ "hitech_firms", 202312, "470", "2023年12月25日", NUM_EXACT },
	{ "sme_firms", 202212, "980", "达到980家", NUM_EXACT },
	{ "platforms", 201712, "147", "两个公布数之和", NUM_EXACT },
	{ "g1", 201909, "44.2", "1—9月", NUM_EXACT },
};
#define FIGURES ((int)(sizeof figures / sizeof figures[0]))

static void the_shipped_figures_are_those_that_fit(void **state)
{
	struct csv_table table;
	size_t len;
	(void)state;
	struct plan *plan = planbytes_plan("config/xuchang.ini");
	char *bytes = planbytes_read("config/xuchang-published.csv", &len);
	assert_int_equal(csv_read(plan, "published", bytes, len, NULL, NULL, &table), ERR_OK);
	assert_int_equal(table.len, FIGURES);
	for (int i = 0; i < FIGURES; i++) {
		const struct csv_cell *cell = &table.cells[i];
		if (cell->mistake != NULL)
			fail_msg("line %d: %s", cell->line, cell->mistake);
		assert_string_equal(plan->elements[cell->cell.element].code, figures[i].element);
		assert_int_equal(cell->cell.unit, plan->root);
		assert_int_equal(cell->cell.period, figures[i].period);
		assert_int_equal(cell->cell.kind, ENTRY_VALUE);
		assert_string_equal(cell->cell.text, figures[i].value);
		assert_int_equal(cell->cell.qualifier, figures[i].qualifier);
		assert_non_null(strstr(cell->cell.note, figures[i].note));
		assert_true(strlen(cell->cell.doc) > 0);
		assert_int_not_equal(period_year(cell->cell.period), plan->base_year);
	}
	csv_table_done(&table);
	free(bytes);
	plan_free(plan);
}

static int set_locale(void **state)
{
	(void)state;
	setlocale(LC_ALL, "C.UTF-8");
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(the_shipped_figures_are_those_that_fit) };
	return cmocka_run_group_tests(tests, set_locale, NULL);
}
