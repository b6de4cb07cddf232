// SPDX-License-Identifier: MIT
// What the checks say of the rows of a small file that would be written, for a screen (import.h).
#include <stdlib.h>
#include <string.h>

#include "core/check.h"
#include "core/i18n.h"
#include "core/text.h"
#include "exchange/import_check.h"

struct findings {
	struct import *import;
	struct check_source stands;
	const struct import_row **written;   // in order of their cells
	size_t len;
	struct import_row *row;              // being checked
	int today;
};

static int compare_int(int a, int b)
{
	return (a > b) - (a < b);
}

static int compare(const void *a, const void *b)
{
	const struct import_row *x = *(const struct import_row *const *)a, *y = *(const struct import_row *const *)b;
	int order = compare_int(x->element, y->element);
	if (order == 0)
		order = compare_int(x->unit, y->unit);
	return order == 0 ? compare_int(x->period, y->period) : order;
}

// What is to be written stands already, and of other cells what stands.
static enum err read_entry(void *ctx, int element, int unit, int period, struct entry *out)
{
	const struct findings *f = ctx;
	const struct import_row wanted = {.element = element, .unit = unit, .period = period}, *key = &wanted;
	const struct import_row *const *found = bsearch(&key, f->written, f->len, sizeof *f->written, compare);
	if (found == NULL)
		return f->stands.entry(f->stands.ctx, element, unit, period, out);
	*out = (*found)->result->after;
	out->change = 1;
	return ERR_OK;
}

static enum err hear(const struct check_finding *finding, void *ctx)
{
	struct findings *f = ctx;
	bool hard = finding->level == CHECK_HARD;
	if (!hard && import_explains(f->row->explanations, finding->rule))
		return ERR_OK;
	f->import->hard += hard;
	f->import->soft += !hard;
	if (f->row->finding != NULL)
		return ERR_OK;
	f->row->hard = hard;
	return text_dup(finding->text, &f->row->finding);
}

static void forget(struct import *import)
{
	import->hard = import->soft = 0;
	for (int i = 0; i < import->len; i++) {
		free(import->rows[i].finding);
		import->rows[i].finding = NULL;
	}
}

static enum err check_rows(struct findings *f, struct store *store)
{
	const struct check_source source = {f, read_entry, f->today};
	enum err err = store_begin(store);
	if (err != ERR_OK)
		return err;
	for (int i = 0; i < f->import->len && err == ERR_OK; i++) {
		f->row = &f->import->rows[i];
		if (import_row_written(f->row, false))
			err = check_cell(f->import->plan, &source, &f->row->result->after, hear, f);
	}
	store_end(store);
	return err;
}

enum err import_find(struct import *import, struct store *store, int today)
{
	struct check_store at = {store, import->plan, today};
	struct findings f = {.import = import, .today = today, .stands = check_source_of_store(&at)};
	forget(import);
	f.written = calloc((size_t)import->len + 1, sizeof(struct import_row *));
	if (f.written == NULL)
		return err_set(ERR_MEMORY, "%s", _("no memory"));
	for (int i = 0; i < import->len; i++)
		if (import_row_written(&import->rows[i], false))
			f.written[f.len++] = &import->rows[i];
	qsort(f.written, f.len, sizeof *f.written, compare);
	enum err err = check_rows(&f, store);
	free(f.written);
	return err;
}
