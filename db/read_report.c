// SPDX-License-Identifier: MIT
// Reports and operators, read.
#include "db/base.h"

#include "core/report.h"

#define COLUMNS "state, due, first_submitted, submitted, returned, accepted, locked, upto, sentence, change"

// Columns 0..9; a time that is NULL is 0.
static void take_report(sqlite3_stmt *stmt, struct report *out)
{
	out->state = (enum report_state)sqlite3_column_int(stmt, 0);
	out->due = sqlite3_column_int(stmt, 1);
	out->first_submitted = sqlite3_column_int64(stmt, 2);
	out->submitted = sqlite3_column_int64(stmt, 3);
	out->returned = sqlite3_column_int64(stmt, 4);
	out->accepted = sqlite3_column_int64(stmt, 5);
	out->locked = sqlite3_column_int64(stmt, 6);
	out->upto = sqlite3_column_int64(stmt, 7);
	out->sentence = db_text(stmt, 8);
	out->change = sqlite3_column_int64(stmt, 9);
}

enum err store_get_report(struct store *store, const struct plan *plan, struct report *out)
{
	static const char sql[] = "SELECT " COLUMNS " FROM report WHERE period = :period AND dept = :dept AND unit = :unit";
	const struct report_key key = out->key;
	sqlite3_stmt *stmt;
	bool row;
	enum err err = db_first(store, sql, DB_KEYS(key.period, plan->depts[key.dept].id, plan->units[key.unit].id), &stmt, &row);
	if (err != ERR_OK)
		return err;
	*out = (struct report){ .key = key, .sentence = "" };
	if (row) {
		take_report(stmt, out);
		err = db_keep(&store->report_sentence, &out->sentence);
	}
	db_done(stmt);
	return err;
}

struct walk {
	struct store *store;
	const struct plan *plan;
	store_report_fn *report;
	store_operator_fn *operator;
	void *ctx;
};

static int dept_of(const struct plan *plan, int64_t id)
{
	for (int i = 0; i < plan->depts_len; i++)
		if (plan->depts[i].id == id)
			return i;
	return PLAN_NONE;
}

static enum err hand_report(sqlite3_stmt *stmt, void *ctx)
{
	const struct walk *w = ctx;
	struct report report;
	take_report(stmt, &report);
	report.key = (struct report_key){ sqlite3_column_int(stmt, 10), dept_of(w->plan, sqlite3_column_int64(stmt, 11)),
		plan_unit_by_id(w->plan, sqlite3_column_int64(stmt, 12)) };
	if (report.key.dept == PLAN_NONE || report.key.unit == PLAN_NONE)
		return db_damaged(w->store, "report.unit", sqlite3_column_int64(stmt, 12));
	return w->report(&report, w->ctx);
}

enum err store_each_report(struct store *store, const struct plan *plan, int period, store_report_fn *fn, void *ctx)
{
	static const char one[] = "SELECT " COLUMNS ", period, dept, unit FROM report WHERE period = :period ORDER BY dept, unit";
	static const char all[] = "SELECT " COLUMNS ", period, dept, unit FROM report ORDER BY period, dept, unit";
	struct walk w = { .store = store, .plan = plan, .report = fn, .ctx = ctx };
	return period == 0 ? db_each(store, all, DB_NO_KEYS, hand_report, &w) : db_each(store, one, DB_KEYS(period), hand_report, &w);
}

// ------------------------------------------------------------ operators

#define OPERATOR "SELECT dept, unit, role, change, account, name FROM operator "

static enum err take_operator(const struct store *store, const struct plan *plan, sqlite3_stmt *stmt, struct operator *out)
{
	*out = (struct operator){ .dept = dept_of(plan, sqlite3_column_int64(stmt, 0)),
		.unit = plan_unit_by_id(plan, sqlite3_column_int64(stmt, 1)), .role = (enum report_role)sqlite3_column_int(stmt, 2),
		.change = sqlite3_column_int64(stmt, 3), .account = db_text(stmt, 4), .name = db_text(stmt, 5) };
	if (out->dept == PLAN_NONE || out->unit == PLAN_NONE)
		return db_damaged(store, "operator.unit", sqlite3_column_int64(stmt, 1));
	return ERR_OK;
}

enum err store_get_operator(struct store *store, const struct plan *plan, struct operator *out)
{
	static const char sql[] = OPERATOR "WHERE account = :account";
	sqlite3_stmt *stmt;
	bool row;
	enum err err = db_statement(store, sql, &stmt);
	if (err != ERR_OK)
		return err;
	db_bind_text(stmt, 1, out->account);
	err = db_step(store, stmt, &row);
	if (err == ERR_OK && row)
		err = take_operator(store, plan, stmt, out);
	else
		*out = (struct operator){ .account = out->account, .name = "", .unit = plan->root };
	if (err == ERR_OK)
		err = db_keep(&store->operator_account, &out->account);
	if (err == ERR_OK)
		err = db_keep(&store->operator_name, &out->name);
	db_done(stmt);
	return err;
}

static enum err hand_operator(sqlite3_stmt *stmt, void *ctx)
{
	const struct walk *w = ctx;
	struct operator who;
	enum err err = take_operator(w->store, w->plan, stmt, &who);
	return err == ERR_OK ? w->operator(&who, w->ctx) : err;
}

enum err store_each_operator(struct store *store, const struct plan *plan, store_operator_fn *fn, void *ctx)
{
	struct walk w = { .store = store, .plan = plan, .operator = fn, .ctx = ctx };
	return db_each(store, OPERATOR "ORDER BY id", DB_NO_KEYS, hand_operator, &w);
}
