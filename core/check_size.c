// SPDX-License-Identifier: MIT
// How large a change is, and how large the unit's own have been. A change is measured by (high - low) / low, so that half as
// much is as far away as twice as much.
#include "core/check_part.h"

int64_t check_step(const struct plan_element *element)
{
	int64_t step = NUM_SCALE;
	for (int i = 0; i < element->decimals; i++)
		step /= 10;
	return step;
}

bool check_is_small(const struct check *check, int64_t figure)
{
	return figure < CHECK_SMALL * check_step(check->element);
}

static const int64_t powers[] = { 10, 100, 1000, 10000, 100000000 };

int64_t check_cure(const struct check *check, int64_t least, int64_t most)
{
	int64_t figure = check->entry->figure, step = check_step(check->element);
	bool larger = figure > most;
	for (size_t i = 0; i < sizeof powers / sizeof powers[0]; i++) {
		if (larger ? figure % (powers[i] * step) != 0 : figure > NUM_LIMIT / powers[i])
			continue;
		int64_t cure = larger ? figure / powers[i] : figure * powers[i];
		if (cure > 0 && least <= cure && cure <= most)
			return cure;
	}
	return 0;
}

struct check_change check_change_of(int64_t from, int64_t to, int period)
{
	bool up = to >= from;
	return (struct check_change){ up ? to : from, up ? from : to, from, to, period };
}

bool check_change_beyond(const struct check_change *a, const struct check_change *b, int n, int d)
{
	num_i128 left = (num_i128)(a->high - a->low) * b->low * d, right = (num_i128)(b->high - b->low) * a->low * n;
	return left > right;
}

bool check_change_over(const struct check_change *a, int percent)
{
	return (num_i128)(a->high - a->low) * 100 > (num_i128)a->low * percent;
}

static enum err find_spread(struct check *check, struct check_change *out, int *len)
{
	int apart = check_is_flow(check) ? check_year_steps(check) : 1;
	*out = (struct check_change){ 1, 1, 1, 1, 0 };
	*len = 0;
	for (int steps = 1; steps + apart <= CHECK_PAST; steps++) {
		struct check_figure to, from = { 0 };
		enum err err = check_before(check, steps, &to);
		if (err == ERR_OK && to.has)
			err = check_before(check, steps + apart, &from);
		if (err != ERR_OK)
			return err;
		if (!to.has || !from.has || from.figure <= 0 || to.figure <= 0)
			continue;
		struct check_change change = check_change_of(from.figure, to.figure, to.period);
		++*len;
		if (check_change_beyond(&change, out, 1, 1))
			*out = change;
	}
	return ERR_OK;
}

// Five rules ask for it one after another.
enum err check_spread(struct check *check, struct check_change *out, int *len)
{
	enum err err = check->spread.known ? ERR_OK : find_spread(check, &check->spread.most, &check->spread.len);
	check->spread.known = err == ERR_OK;
	*out = check->spread.most;
	*len = check->spread.len;
	return err;
}
