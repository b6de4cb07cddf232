// SPDX-License-Identifier: MIT
// Entries, read. `accepted` is not stored: an entry of the root or a comparison unit that names its source is accepted, any
// other by the report it belongs to, when its line is not after the newest that the report accepts. Both runs are in the order
// of units, so they are merged instead of joined.
#include "db/base.h"

#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"

// ------------------------------------------------------------ whose report is accepted

struct accepting {
	struct store *store;
	const struct plan *plan;
	sqlite3_stmt *stmt;       // of dept 0: units some of whose entries are accepted, ascending; NULL when exhausted
	int64_t unit, upto;       // where it stands
	int64_t all;              // of a department: its one report's; 0 none
};

static enum err accepting_next(struct accepting *a)
{
	bool row;
	enum err err = db_step(a->store, a->stmt, &row);
	if (err == ERR_OK && row) {
		a->unit = sqlite3_column_int64(a->stmt, 0);
		a->upto = sqlite3_column_int64(a->stmt, 1);
		return ERR_OK;
	}
	db_done(a->stmt);
	a->stmt = NULL;
	return err;
}

static enum err accepting_start(struct accepting *a, int element, int period)
{
	static const char sql[] = "SELECT unit, upto FROM report WHERE period = :period AND dept = :dept AND upto > 0 ORDER BY unit";
	int owner = a->plan->elements[element].owner;
	db_done(a->stmt);
	a->stmt = NULL;
	a->all = 0;
	enum err err = db_bound(a->store, sql, DB_KEYS(period, a->plan->depts[owner].id), &a->stmt);
	if (err == ERR_OK)
		err = accepting_next(a);
	if (err == ERR_OK && owner != 0 && a->stmt != NULL) {
		a->all = a->upto;
		db_done(a->stmt);
		a->stmt = NULL;
	}
	return err;
}

// Does any report accept something of the run that was started?
static bool accepting_any(const struct accepting *a)
{
	return a->stmt != NULL || a->all > 0;
}

static bool needs_no_report(const struct plan *plan, int unit)
{
	return unit == plan->root || plan->units[unit].compare;
}

static bool accepted_when_saved(const struct plan *plan, int unit, const char *doc)
{
	return needs_no_report(plan, unit) && doc[0] != '\0';
}

static enum err accepting_tell(struct accepting *a, struct entry *entry)
{
	enum err err = ERR_OK;
	int64_t unit = a->plan->units[entry->unit].id, upto = a->all;
	while (err == ERR_OK && a->stmt != NULL && a->unit < unit)
		err = accepting_next(a);
	if (a->stmt != NULL && a->unit == unit)
		upto = a->upto;
	entry->accepted = upto > 0 && entry->change <= upto;
	return err;
}

// ------------------------------------------------------------ rows

// Columns from FIRST on: kind, figure, qualifier, final, promised, note, doc, change, copied.
static void take_row(sqlite3_stmt *stmt, int first, struct entry *entry)
{
	entry->kind = (enum entry_kind)sqlite3_column_int(stmt, first);
	entry->figure = sqlite3_column_int64(stmt, first + 1);
	entry->qualifier = (enum num_qualifier)sqlite3_column_int(stmt, first + 2);
	entry->final = sqlite3_column_int(stmt, first + 3) != 0;
	entry->promised = sqlite3_column_int(stmt, first + 4);
	entry->note = db_text(stmt, first + 5);
	entry->doc = db_text(stmt, first + 6);
	entry->change = sqlite3_column_int64(stmt, first + 7);
	entry->copied = sqlite3_column_int(stmt, first + 8) != 0;
}

struct walk {
	struct store *store;
	struct accepting accepting;
	int dated;                      // column of the change in a run of figures; 0: it is not read
	struct entry entry;             // its element and period are those of the run at hand
	store_entry_fn *fn;
	void *ctx;
};

static enum err take_unit(struct walk *w, sqlite3_stmt *stmt, int column)
{
	int64_t id = sqlite3_column_int64(stmt, column);
	w->entry.unit = plan_unit_by_id(w->accepting.plan, id);
	return w->entry.unit != PLAN_NONE ? ERR_OK : db_damaged(w->store, "entry.unit", id);
}

// A row from its unit on, in column FIRST.
static enum err hand_over(struct walk *w, sqlite3_stmt *stmt, int first)
{
	enum err err = take_unit(w, stmt, first);
	if (err != ERR_OK)
		return err;
	take_row(stmt, first + 1, &w->entry);
	err = accepting_tell(&w->accepting, &w->entry);
	w->entry.accepted = w->entry.accepted || accepted_when_saved(w->accepting.plan, w->entry.unit, w->entry.doc);
	return err == ERR_OK ? w->fn(&w->entry, w->ctx) : err;
}

static enum err take_of_run(sqlite3_stmt *stmt, void *ctx)
{
	return hand_over(ctx, stmt, 0);
}

// What a run reads: the SQL, and the same with the change in column AT where a report accepts some of it.
struct run { const char *plain, *dated; int at; db_row_fn *take; };

static enum err each_of_run(struct store *store, const struct plan *plan, int element, int period, const struct run *run,
	store_entry_fn *fn, void *ctx)
{
	struct walk w = { .store = store, .accepting = { .store = store, .plan = plan },
		.entry = { .element = element, .period = period, .note = "", .doc = "" }, .fn = fn, .ctx = ctx };
	enum err err = accepting_start(&w.accepting, element, period);
	w.dated = accepting_any(&w.accepting) ? run->at : 0;
	if (err == ERR_OK)
		err = db_each(store, w.dated != 0 ? run->dated : run->plain, DB_KEYS(plan->elements[element].id, period), run->take, &w);
	db_done(w.accepting.stmt);
	return err;
}

enum err store_each_entry(struct store *store, const struct plan *plan, int element, int period, store_entry_fn *fn, void *ctx)
{
	static const char sql[] = "SELECT unit, kind, figure, qualifier, final, promised, note, doc, change, copied FROM entry "
		"WHERE element = :element AND period = :period ORDER BY unit";
	static const struct run run = { sql, sql, 0, take_of_run };
	return each_of_run(store, plan, element, period, &run, fn, ctx);
}

// Whether it names a source is asked of the few that it matters for: a text in the run would cost as much as the figure.
static enum err names_source(const struct walk *w, bool *out)
{
	static const char sql[] = "SELECT 1 FROM entry WHERE element = :element AND period = :period AND unit = :unit AND doc <> ''";
	const struct plan *plan = w->accepting.plan;
	sqlite3_stmt *stmt;
	int64_t element = plan->elements[w->entry.element].id, unit = plan->units[w->entry.unit].id;
	enum err err = db_first(w->store, sql, DB_KEYS(element, w->entry.period, unit), &stmt, out);
	if (err == ERR_OK)
		db_done(stmt);
	return err;
}

static enum err take_bare(sqlite3_stmt *stmt, void *ctx)
{
	struct walk *w = ctx;
	struct entry *entry = &w->entry;
	enum err err = take_unit(w, stmt, 0);
	if (err != ERR_OK)
		return err;
	entry->figure = sqlite3_column_int64(stmt, 1);
	entry->kind = (enum entry_kind)sqlite3_column_int(stmt, 2);
	if (w->dated != 0)
		entry->change = sqlite3_column_int64(stmt, w->dated);
	err = accepting_tell(&w->accepting, entry);
	if (err == ERR_OK && !entry->accepted && needs_no_report(w->accepting.plan, entry->unit))
		err = names_source(w, &entry->accepted);
	return err == ERR_OK ? w->fn(entry, w->ctx) : err;
}

static enum err take_figure(sqlite3_stmt *stmt, void *ctx)
{
	struct walk *w = ctx;
	w->entry.qualifier = (enum num_qualifier)sqlite3_column_int(stmt, 3);
	w->entry.final = sqlite3_column_int(stmt, 4) != 0;
	return take_bare(stmt, ctx);
}

enum err store_each_figure(struct store *store, const struct plan *plan, int element, int period, bool bare, store_entry_fn *fn,
	void *ctx)
{
#define FIGURES(columns) "SELECT unit, figure, kind" columns \
	" FROM entry WHERE element = :element AND period = :period ORDER BY unit"
	static const struct run of_bare = { FIGURES(""), FIGURES(", change"), 3, take_bare };
	static const struct run of_figures = { FIGURES(", qualifier, final"), FIGURES(", qualifier, final, change"), 5, take_figure };
	return each_of_run(store, plan, element, period, bare ? &of_bare : &of_figures, fn, ctx);
}

// A row of the whole table: another run when element or period moved on.
static enum err take_of_all(sqlite3_stmt *stmt, void *ctx)
{
	struct walk *w = ctx;
	int element = plan_element_by_id(w->accepting.plan, sqlite3_column_int64(stmt, 0)), period = sqlite3_column_int(stmt, 1);
	enum err err = ERR_OK;
	if (element == PLAN_NONE)
		return db_damaged(w->store, "entry.element", sqlite3_column_int64(stmt, 0));
	if (element != w->entry.element || period != w->entry.period)
		err = accepting_start(&w->accepting, element, period);
	w->entry.element = element;
	w->entry.period = period;
	return err == ERR_OK ? hand_over(w, stmt, 2) : err;
}

enum err store_every_entry(struct store *store, const struct plan *plan, store_entry_fn *fn, void *ctx)
{
	static const char sql[] = "SELECT element, period, unit, kind, figure, qualifier, final, promised, note, doc, change, copied "
		"FROM entry ORDER BY element, period, unit";
	struct walk w = { .store = store, .accepting = { .store = store, .plan = plan }, .entry = { .element = PLAN_NONE },
		.fn = fn, .ctx = ctx };
	enum err err = db_each(store, sql, DB_NO_KEYS, take_of_all, &w);
	db_done(w.accepting.stmt);
	return err;
}

// ------------------------------------------------------------ one cell

enum err db_keep(char **kept, const char **text)
{
	free(*kept);
	*kept = strdup(*text);
	if (*kept == NULL)
		return err_set(ERR_MEMORY, _("out of memory"));
	*text = *kept;
	return ERR_OK;
}

static enum err report_accepted(struct store *store, const struct plan *plan, const struct entry *entry, bool *out)
{
	static const char sql[] = "SELECT 1 FROM report WHERE period = :period AND dept = :dept AND unit = :unit AND upto >= :change";
	int owner = plan->elements[entry->element].owner;
	int64_t unit = plan->units[owner == 0 ? entry->unit : plan->root].id;
	sqlite3_stmt *stmt;
	enum err err = db_first(store, sql, DB_KEYS(entry->period, plan->depts[owner].id, unit, entry->change), &stmt, out);
	if (err == ERR_OK)
		db_done(stmt);
	return err;
}

enum err store_get_entry(struct store *store, const struct plan *plan, int element, int unit, int period, struct entry *out)
{
	static const char sql[] = "SELECT kind, figure, qualifier, final, promised, note, doc, change, copied FROM entry "
		"WHERE element = :element AND period = :period AND unit = :unit";
	struct entry entry = { .element = element, .unit = unit, .period = period, .note = "", .doc = "" };
	sqlite3_stmt *stmt;
	bool row;
	enum err err = db_first(store, sql, DB_KEYS(plan->elements[element].id, period, plan->units[unit].id), &stmt, &row);
	if (err != ERR_OK)
		return err;
	if (row) {
		take_row(stmt, 0, &entry);
		err = db_keep(&store->cell_note, &entry.note);
		if (err == ERR_OK)
			err = db_keep(&store->cell_doc, &entry.doc);
	}
	db_done(stmt);
	if (err == ERR_OK && row)
		err = report_accepted(store, plan, &entry, &entry.accepted);
	if (err != ERR_OK)
		return err;
	entry.accepted = entry.accepted || accepted_when_saved(plan, unit, entry.doc);
	*out = entry;
	return ERR_OK;
}

enum err store_newest_period(struct store *store, const struct plan *plan, int element, int period, int *out)
{
	static const char sql[] = "SELECT period FROM entry WHERE element = :element AND period <= :period "
		"ORDER BY period DESC LIMIT 1";
	sqlite3_stmt *stmt;
	bool row;
	enum err err = db_first(store, sql, DB_KEYS(plan->elements[element].id, period), &stmt, &row);
	if (err != ERR_OK)
		return err;
	*out = row ? sqlite3_column_int(stmt, 0) : 0;
	db_done(stmt);
	return ERR_OK;
}
