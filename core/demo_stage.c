// SPDX-License-Identifier: MIT
// See demo_stage.h. A row takes the shape that its place in the plan gives it: most go as planned, a few of every other kind.
#include "core/demo_stage.h"

#include <stddef.h>

#define NONE (-1)
#define PERIODS 2

static const struct shape {
	char letter;
	enum stage_kind before, now;          // at the two periods
	int percent[PERIODS];
	struct demo_node nodes[DEMO_STAGE_NODES];
} shapes[] = {
	{ 'p', STAGE_UNDER_WAY, STAGE_UNDER_WAY, { NONE, NONE }, { { 202212, 202211 }, { 202312, 202312 }, { 202412, 0 } } },
	{ 'd', STAGE_UNDER_WAY, STAGE_DONE, { NONE, NONE }, { { 202212, 202212 }, { 202403, 202403 } } },
	{ 'l', STAGE_UNDER_WAY, STAGE_UNDER_WAY, { NONE, NONE }, { { 202306, 202306 }, { 202405, 0 }, { 202506, 0 } } },
	{ 'c', STAGE_UNDER_WAY, STAGE_UNDER_WAY, { NONE, NONE }, { { 202206, 202209 }, { 202312, 0 }, { 202506, 0 } } },
	{ 'w', STAGE_UNDER_WAY, STAGE_UNDER_WAY, { NONE, NONE }, { { 0, 0 } } },
	{ 'n', STAGE_NOT_STARTED, STAGE_NOT_STARTED, { NONE, NONE }, { { 0, 0 } } },
	{ 'g', STAGE_UNDER_WAY, STAGE_UNDER_WAY, { 55, 68 }, { { 0, 0 } } },
	{ 's', STAGE_UNDER_WAY, STAGE_UNDER_WAY, { 40, 45 }, { { 0, 0 } } },
};
// By the rows' order; a letter that no shape has: nothing was said.
static const char pattern[] = "ppdpgpwplppdppsppcppnpp.";
static const int periods[PERIODS] = { 202312, 202406 };

static const struct shape *shape_of(int place)
{
	char letter = pattern[(size_t)place % (sizeof pattern - 1)];
	for (size_t i = 0; i < sizeof shapes / sizeof shapes[0]; i++)
		if (shapes[i].letter == letter)
			return &shapes[i];
	return NULL;
}

static enum err give(const struct shape *shape, int element, int unit, demo_stage_fn *fn, void *ctx)
{
	enum err err = ERR_OK;
	for (int i = 0; shape != NULL && i < PERIODS && err == ERR_OK; i++) {
		bool last = i == PERIODS - 1;
		const struct demo_stage stage = { element, unit, periods[i], last ? shape->now : shape->before, shape->percent[i],
			last ? shape->nodes : NULL };
		err = fn(&stage, ctx);
	}
	return err;
}

enum err demo_stage_each(const struct plan *plan, demo_stage_fn *fn, void *ctx)
{
	enum err err = ERR_OK;
	for (int element = 0, place = 0; element < plan->elements_len; element++) {
		if (plan->elements[element].kind != PLAN_STAGE)
			continue;
		for (int unit = 0, nth = 0; unit < plan->units_len && err == ERR_OK; unit++)
			if (plan_element_applies(plan, element, unit))
				err = give(shape_of(place + nth++), element, unit, fn, ctx);
		place++;
	}
	return err;
}
