// SPDX-License-Identifier: MIT
// A row of the worked examples as a plan and entries in memory. See examples.h.
#ifndef TESTS_UNIT_EXAMPLES_DATA_H
#define TESTS_UNIT_EXAMPLES_DATA_H

#include "examples.h"

#define EXAMPLE_ROWS 64
struct example_data {
	struct entry entries[EXAMPLE_ROWS]; int entries_len;
	struct stage stages[EXAMPLE_ROWS]; int stages_len;
	struct node nodes[EXAMPLE_ROWS]; int nodes_len;
	char *texts[EXAMPLE_ROWS]; int texts_len;        // of nodes
};
// Read the cells of EXAMPLE into its plan, query and data.
void example_build(struct example *example);

#endif
