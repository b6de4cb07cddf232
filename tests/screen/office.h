// SPDX-License-Identifier: MIT
// A data file in a folder of its own, figures set in it, and desks that open it: what the tests of the screens begin with.
//
// The plan is Xuchang's; its published figures stand in the file. Period 202406: a clerk keys in the first half of 2024.
#ifndef TESTS_SCREEN_OFFICE_H
#define TESTS_SCREEN_OFFICE_H

#include "tests/screen/harness.h"

struct office {
	char *folder;
	char file[512];
};
// Of each test, by setup and teardown.
extern struct office office;
int office_open(void **state);
int office_open_unnamed(void **state);      // without who sits there
int office_close(void **state);
// Who sits at the desk, of 市科技局: by setup 张三, planner.
void office_name(const char *name, const char *role);
// As another desk: duibiao set ELEMENT UNIT PERIOD VALUE.
void office_set(const char *element, const char *unit, const char *period, const char *value);
// The same of the city's own figure, with a document, as it needs one.
void office_set_city(const char *element, const char *period, const char *value);
// What `duibiao export` says of one cell, after "element,unit,period,"; owned; NULL: no such line.
char *office_cell(const char *element, const char *unit, const char *period);
bool office_cell_is(const char *element, const char *unit, const char *period, const char *begin);

// The program on the workbench of 202406. OPTION (NULL: none) stands before the file.
struct harness *office_start(int rows, int cols);
struct harness *office_start_with(int rows, int cols, const char *option, const char *const *environment);
// On to the workbench, where reading begins with the overview.
void office_bench(struct harness *h);
// On to the form of 禹州市; office_go moves down to the row that bears NAME.
struct harness *office_form(int rows, int cols);
void office_go(struct harness *h, const char *name);

#endif
