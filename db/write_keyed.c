// SPDX-License-Identifier: MIT
// Baselines and targets that a desk keys in: rows with by_plan = 0, with their document number. The plan file's own rows are
// written by write_target.c, through the same statement.
#include "db/write_row.h"

#include <assert.h>
#include <stdlib.h>

#include "db/write_plan.h"

static enum err write_target(struct store *store, const struct ledger_key *key, const char *text)
{
	const int64_t keys[] = { key->k1, key->k2, key->k3 };
	struct plan_target target = { 0 };
	char *buffer = NULL;
	sqlite3_stmt *stmt;
	enum err err = change_target_parse(text, &target, &buffer);
	if (err == ERR_OK)
		err = target_bound(store, &target, keys, &stmt);
	if (err == ERR_OK) {
		db_bind(stmt, TARGET_CHANGE_AT, ledger_next_line(store));
		err = db_run(store, stmt);
	}
	free(buffer);
	return err;
}

#define OF_KEY "indicator = :indicator AND unit = :unit AND kind = :kind_year / 10000 AND year = :kind_year % 10000"
const struct row_kind row_target = {
	CHANGE_TARGET,
	"SELECT t.change, c.new FROM target t CROSS JOIN change c ON c.seq = t.change WHERE " OF_KEY,
	"DELETE FROM target WHERE " OF_KEY,
	write_target,
};

enum err ledger_put_target(struct store *store, const struct plan *plan, const struct plan_target *after, int64_t saw)
{
	struct change_text *text = &store->ledger->text;
	const struct ledger_key key = { CHANGE_TARGET, plan->indicators[after->indicator].id, plan->units[after->unit].id,
		(int64_t)after->kind * 10000 + after->year };
	struct plan_target keyed = *after;
	assert(store->ledger->open && key.k1 > 0 && key.k2 > 0);
	keyed.keyed = true;
	if (after->form == PLAN_FORM_NONE)
		return row_put(store, &row_target, &key, saw, "");
	change_text_start(text);
	change_text_target(text, &keyed);
	enum err err = change_text_end(text);
	return err == ERR_OK ? row_put(store, &row_target, &key, saw, text->s) : err;
}
