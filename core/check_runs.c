// SPDX-License-Identifier: MIT
// the code of check_runs.h.
#include "core/check_runs.h"

#include <stdlib.h>

#include "core/i18n.h"
#include "core/text.h"

#define RUNS 40                          // kept at once: one element's past, and those beside it
#define SEEK_PRICE 16                    // rows of a run that cost as much as a seek

struct cell { int64_t figure, change; char *note, *doc; int promised; enum entry_kind kind; bool copied; };
struct run {
	int element, period;
	int asked;                       // cells, one by one, so far
	long used;                       // when last
	struct cell *cells;              // by unit; NULL: not read whole
};
struct check_runs {
	struct store *store;
	const struct plan *plan;
	int period;
	long clock;
	int len, at;                     // runs known, the one that was asked last
	struct run runs[RUNS];
	struct run *reading;
};

static enum err no_memory(void)
{
	return err_set(ERR_MEMORY, "%s", _("out of memory"));
}

enum err check_runs_new(struct store *store, const struct plan *plan, int period, struct check_runs **out)
{
	struct check_runs *r = calloc(1, sizeof *r);
	if (r == NULL)
		return no_memory();
	r->store = store;
	r->plan = plan;
	r->period = period;
	*out = r;
	return ERR_OK;
}

static void drop(const struct check_runs *r, struct run *run)
{
	for (int unit = 0; run->cells != NULL && unit < r->plan->units_len; unit++) {
		free(run->cells[unit].note);
		free(run->cells[unit].doc);
	}
	free(run->cells);
	*run = (struct run){ 0 };
}

void check_runs_free(struct check_runs *r)
{
	for (int i = 0; r != NULL && i < r->len; i++)
		drop(r, &r->runs[i]);
	free(r);
}

// ------------------------------------------------------------ finding a run

static bool is_of(const struct run *run, int element, int period)
{
	return run->element == element && run->period == period;
}

static struct run *oldest(struct check_runs *r)
{
	struct run *found = &r->runs[0];
	for (int i = 1; i < r->len; i++)
		if (r->runs[i].used < found->used)
			found = &r->runs[i];
	return found;
}

// A past is walked in the order in which it was walked first: the one after the last is tried before the others.
static struct run *run_of(struct check_runs *r, int element, int period)
{
	struct run *run = NULL;
	for (int i = 0; i < r->len && run == NULL; i++) {
		struct run *next = &r->runs[(r->at + i) % r->len];
		run = is_of(next, element, period) ? next : NULL;
	}
	if (run == NULL) {
		run = r->len < RUNS ? &r->runs[r->len++] : oldest(r);
		drop(r, run);
		run->element = element;
		run->period = period;
	}
	run->used = ++r->clock;
	r->at = (int)(run - r->runs) + 1;
	return run;
}

// ------------------------------------------------------------ reading one

static enum err keep_text(const char *text, char **out)
{
	return text[0] == '\0' ? ERR_OK : text_dup(text, out);
}

static enum err take(const struct entry *entry, void *ctx)
{
	struct cell *cell = &((struct check_runs *)ctx)->reading->cells[entry->unit];
	*cell = (struct cell){ .figure = entry->figure, .change = entry->change, .promised = entry->promised, .kind = entry->kind,
		.copied = entry->copied };
	if (cell->change == 0)
		cell->change = 1;        // of a run without changes: it is there
	enum err err = keep_text(entry->note, &cell->note);
	return err == ERR_OK ? keep_text(entry->doc, &cell->doc) : err;
}

static enum err read_run(struct check_runs *r, struct run *run)
{
	r->reading = run;
	run->cells = calloc((size_t)r->plan->units_len + 1, sizeof *run->cells);
	if (run->cells == NULL)
		return no_memory();
	if (run->period == r->period)
		return store_each_entry(r->store, r->plan, run->element, run->period, take, r);
	return store_each_figure(r->store, r->plan, run->element, run->period, true, take, r);
}

static enum err get(void *ctx, int element, int unit, int period, struct entry *out)
{
	struct check_runs *r = ctx;
	struct run *run = run_of(r, element, period);
	if (run->cells == NULL && run->asked++ * SEEK_PRICE < r->plan->units_len)
		return store_get_entry(r->store, r->plan, element, unit, period, out);
	enum err err = run->cells == NULL ? read_run(r, run) : ERR_OK;
	if (err != ERR_OK) {
		drop(r, run);            // read to the middle
		return err;
	}
	const struct cell *cell = &run->cells[unit];
	*out = (struct entry){ .element = element, .unit = unit, .period = period, .kind = cell->kind, .figure = cell->figure,
		.copied = cell->copied, .promised = cell->promised, .change = cell->change, .note = cell->note != NULL ? cell->note : "",
		.doc = cell->doc != NULL ? cell->doc : "" };
	return ERR_OK;
}

struct check_source check_runs_source(struct check_runs *r, int today)
{
	return (struct check_source){ r, get, today };
}
