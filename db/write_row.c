// SPDX-License-Identifier: MIT
// See write_row.h. Undo writes a row again from the line before; it takes back whatever kind of row the line is of.
#include "db/write_row.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"

enum err row_moved_on(void)
{
	return err_set(ERR_CONFLICT, _("another desk has changed this cell meanwhile and nothing was saved; look at it again"));
}

enum err row_read_present(struct store *store, const struct row_kind *kind, const struct ledger_key *key, const char *text,
	int64_t *change, bool *same)
{
	sqlite3_stmt *stmt;
	bool row;
	enum err err = db_first(store, kind->present, DB_KEYS(key->k1, key->k2, key->k3), &stmt, &row);
	if (err != ERR_OK)
		return err;
	*change = row ? sqlite3_column_int64(stmt, 0) : 0;
	*same = row && strcmp(db_text(stmt, 1), text) == 0;
	db_done(stmt);
	return ERR_OK;
}

// PREV: the line that the new one follows.
static enum err write_text(struct store *store, const struct row_kind *kind, const struct ledger_key *key, int64_t prev,
	const char *text)
{
	enum err err = text[0] != '\0' ? kind->write(store, key, text) :
		db_do(store, kind->remove, DB_KEYS(key->k1, key->k2, key->k3));
	return err == ERR_OK ? ledger_add_line(store, key, prev, text) : err;
}

enum err row_put(struct store *store, const struct row_kind *kind, const struct ledger_key *key, int64_t saw, const char *text)
{
	int64_t present;
	bool same;
	enum err err = row_read_present(store, kind, key, text, &present, &same);
	if (err != ERR_OK || same || (present == 0 && saw == 0 && text[0] == '\0'))
		return err;
	if (present != saw)
		return row_moved_on();
	return write_text(store, kind, key, present, text);
}

// ------------------------------------------------------------ undo

const struct row_kind *row_kind_of(int what)
{
	static const struct row_kind *const kinds[] = { &row_entry, &row_stage, &row_node, &row_target, &row_report,
		&row_explanation, &row_correction, &row_operator, &row_bulletin };
	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		if (kinds[i]->what == what)
			return kinds[i];
	return NULL;
}

static enum err text_before(struct store *store, int64_t prev, char **out)
{
	struct ledger_key key;
	int64_t before;
	if (prev != 0)
		return ledger_read_line(store, prev, &key, &before, out);
	*out = strdup("");
	return *out == NULL ? err_set(ERR_MEMORY, _("out of memory")) : ERR_OK;
}

enum err ledger_restore(struct store *store, const struct plan *plan, int64_t change)
{
	struct ledger_key key;
	const struct row_kind *kind = NULL;
	int64_t prev, present;
	char *text = NULL, *before = NULL;
	bool same = false;
	(void)plan;
	assert(store->ledger != NULL && store->ledger->open);
	enum err err = ledger_read_line(store, change, &key, &prev, &text);
	if (err == ERR_OK && (kind = row_kind_of(key.what)) == NULL)
		err = err_set(ERR_REFUSED, _("a change of the plan cannot be taken back"));
	if (err == ERR_OK && kind->remove == NULL)
		err = err_set(ERR_REFUSED, _("an issued bulletin cannot be taken back; issue another one"));
	if (err == ERR_OK)
		err = row_read_present(store, kind, &key, text, &present, &same);
	if (err == ERR_OK && (text[0] == '\0' ? present != 0 : !same))
		err = row_moved_on();
	if (err == ERR_OK)
		err = text_before(store, prev, &before);
	if (err == ERR_OK)
		err = write_text(store, kind, &key, present != 0 ? present : change, before);
	free(text);
	free(before);
	return err;
}
