// SPDX-License-Identifier: MIT
// Entries, read. `accepted` is not stored: an entry of the root or a comparison unit that names its source is accepted, any
// other by the report it belongs to. Both runs are in the order of units, so they are merged instead of joined.
#include "db/base.h"

#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"

// ------------------------------------------------------------ whose report is accepted

struct accepting {
	struct store *store;
	const struct plan *plan;
	sqlite3_stmt *stmt;       // of dept 0: accepted units, ascending; NULL when exhausted
	int64_t unit;             // where it stands
	bool all;                 // of a department: its one report
};

static enum err accepting_next(struct accepting *a)
{
	bool row;
	enum err err = db_step(a->store, a->stmt, &row);
	if (err == ERR_OK && row) {
		a->unit = sqlite3_column_int64(a->stmt, 0);
		return ERR_OK;
	}
	db_done(a->stmt);
	a->stmt = NULL;
	return err;
}

static enum err accepting_start(struct accepting *a, int element, int period)
{
	static const char sql[] = "SELECT unit FROM report WHERE period = :period AND dept = :dept AND state IN (3, 4) ORDER BY unit";
	db_done(a->stmt);
	a->stmt = NULL;
	a->all = false;
	enum err err = db_statement(a->store, sql, &a->stmt);
	if (err != ERR_OK)
		return err;
	int owner = a->plan->elements[element].owner;
	db_bind(a->stmt, 1, period);
	db_bind(a->stmt, 2, a->plan->depts[owner].id);
	err = accepting_next(a);
	if (err == ERR_OK && owner != 0) {
		a->all = a->stmt != NULL;
		db_done(a->stmt);
		a->stmt = NULL;
	}
	return err;
}

static bool accepted_when_saved(const struct plan *plan, int unit, const char *doc)
{
	return (unit == plan->root || plan->units[unit].compare) && doc[0] != '\0';
}

static enum err accepting_tell(struct accepting *a, struct entry *entry)
{
	int64_t unit = a->plan->units[entry->unit].id;
	enum err err = ERR_OK;
	while (err == ERR_OK && a->stmt != NULL && a->unit < unit)
		err = accepting_next(a);
	entry->accepted = a->all || (a->stmt != NULL && a->unit == unit) ||
		accepted_when_saved(a->plan, entry->unit, entry->doc);
	return err;
}

// ------------------------------------------------------------ rows

// Columns from FIRST on: kind, figure, qualifier, final, promised, note, doc, change.
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
}

enum err store_each_entry(struct store *store, const struct plan *plan, int element, int period, store_entry_fn *fn, void *ctx)
{
	static const char sql[] = "SELECT unit, kind, figure, qualifier, final, promised, note, doc, change FROM entry "
		"WHERE element = :element AND period = :period ORDER BY unit";
	struct accepting accepting = { .store = store, .plan = plan };
	sqlite3_stmt *stmt;
	bool row = true;
	enum err err = db_statement(store, sql, &stmt);
	if (err != ERR_OK)
		return err;
	db_bind(stmt, 1, plan->elements[element].id);
	db_bind(stmt, 2, period);
	err = accepting_start(&accepting, element, period);
	while (err == ERR_OK && (err = db_step(store, stmt, &row)) == ERR_OK && row) {
		struct entry entry = { .element = element, .period = period };
		entry.unit = plan_unit_by_id(plan, sqlite3_column_int64(stmt, 0));
		if (entry.unit == PLAN_NONE) {
			err = db_damaged(store, "entry.unit", sqlite3_column_int64(stmt, 0));
			break;
		}
		take_row(stmt, 1, &entry);
		err = accepting_tell(&accepting, &entry);
		if (err == ERR_OK)
			err = fn(&entry, ctx);
	}
	db_done(accepting.stmt);
	db_done(stmt);
	return err;
}

// Element, period and unit of a row of the whole table; a new run of reports when element or period moved on.
static enum err take_place(struct store *store, sqlite3_stmt *stmt, struct accepting *accepting, struct entry *entry)
{
	int element = entry->element, period = entry->period;
	entry->element = plan_element_by_id(accepting->plan, sqlite3_column_int64(stmt, 0));
	entry->period = sqlite3_column_int(stmt, 1);
	entry->unit = plan_unit_by_id(accepting->plan, sqlite3_column_int64(stmt, 2));
	if (entry->element == PLAN_NONE)
		return db_damaged(store, "entry.element", sqlite3_column_int64(stmt, 0));
	if (entry->unit == PLAN_NONE)
		return db_damaged(store, "entry.unit", sqlite3_column_int64(stmt, 2));
	if (entry->element == element && entry->period == period)
		return ERR_OK;
	return accepting_start(accepting, entry->element, entry->period);
}

enum err store_every_entry(struct store *store, const struct plan *plan, store_entry_fn *fn, void *ctx)
{
	static const char sql[] = "SELECT element, period, unit, kind, figure, qualifier, final, promised, note, doc, change "
		"FROM entry ORDER BY element, period, unit";
	struct accepting accepting = { .store = store, .plan = plan };
	struct entry entry = { .element = PLAN_NONE };
	sqlite3_stmt *stmt;
	bool row;
	enum err err = db_statement(store, sql, &stmt);
	if (err != ERR_OK)
		return err;
	while ((err = db_step(store, stmt, &row)) == ERR_OK && row) {
		err = take_place(store, stmt, &accepting, &entry);
		if (err != ERR_OK)
			break;
		take_row(stmt, 3, &entry);
		err = accepting_tell(&accepting, &entry);
		if (err == ERR_OK)
			err = fn(&entry, ctx);
		if (err != ERR_OK)
			break;
	}
	db_done(accepting.stmt);
	db_done(stmt);
	return err;
}

// ------------------------------------------------------------ one cell

// The statement is reset before its text is used: the store keeps a copy until the next call.
static enum err keep(char **kept, const char **text)
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
	static const char sql[] = "SELECT 1 FROM report WHERE period = :period AND dept = :dept AND unit = :unit AND state IN (3, 4)";
	int owner = plan->elements[entry->element].owner;
	sqlite3_stmt *stmt;
	enum err err = db_statement(store, sql, &stmt);
	if (err != ERR_OK)
		return err;
	db_bind(stmt, 1, entry->period);
	db_bind(stmt, 2, plan->depts[owner].id);
	db_bind(stmt, 3, plan->units[owner == 0 ? entry->unit : plan->root].id);
	err = db_step(store, stmt, out);
	db_done(stmt);
	return err;
}

enum err store_get_entry(struct store *store, const struct plan *plan, int element, int unit, int period, struct entry *out)
{
	static const char sql[] = "SELECT kind, figure, qualifier, final, promised, note, doc, change FROM entry "
		"WHERE element = :element AND period = :period AND unit = :unit";
	struct entry entry = { .element = element, .unit = unit, .period = period, .note = "", .doc = "" };
	sqlite3_stmt *stmt;
	bool row;
	enum err err = db_statement(store, sql, &stmt);
	if (err != ERR_OK)
		return err;
	db_bind(stmt, 1, plan->elements[element].id);
	db_bind(stmt, 2, period);
	db_bind(stmt, 3, plan->units[unit].id);
	err = db_step(store, stmt, &row);
	if (err == ERR_OK && row) {
		take_row(stmt, 0, &entry);
		err = keep(&store->cell_note, &entry.note);
		if (err == ERR_OK)
			err = keep(&store->cell_doc, &entry.doc);
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
	enum err err = db_statement(store, sql, &stmt);
	if (err != ERR_OK)
		return err;
	db_bind(stmt, 1, plan->elements[element].id);
	db_bind(stmt, 2, period);
	err = db_step(store, stmt, &row);
	if (err == ERR_OK)
		*out = row ? sqlite3_column_int(stmt, 0) : 0;
	db_done(stmt);
	return err;
}
