// SPDX-License-Identifier: MIT
// See plan_rows.h. The lists that belong to a row (basis, units, compared) are columns of its text.
#include "db/plan_rows.h"

const struct plan_rows plan_rows[TABLES] = {
	[TABLE_PLAN] = { "plan",
		"SELECT change, code, title, base_year, target_year, inferred, sections, source, demo, root, ahead, behind, critical, "
		"stale_after, (SELECT group_concat(title, char(10)) FROM (SELECT title FROM basis ORDER BY ord)) AS basis, text "
		"FROM plan WHERE id = :id",
		"SELECT id FROM plan" },
	[TABLE_DEPT] = { "dept", "SELECT change, code, name, ord FROM dept WHERE id = :id",
		"SELECT id FROM dept WHERE id > 0 ORDER BY id" },
	[TABLE_UNIT] = { "unit",
		"SELECT change, code, name, short, parent, compare, ord, valid_from, valid_to, successor FROM unit WHERE id = :id",
		"SELECT id FROM unit ORDER BY id" },
	[TABLE_OUTLINE] = { "outline",
		"SELECT change, code, level, parent, ord, number, title, body FROM outline WHERE id = :id",
		"SELECT id FROM outline ORDER BY id" },
	[TABLE_ELEMENT] = { "element",
		"SELECT change, code, name, short, scope, measure, decimals, kind, months, owner, due, rollup, applies, low, high, "
		"retired, ord, (SELECT group_concat(unit, ' ') FROM (SELECT unit FROM element_unit WHERE element = :id ORDER BY unit)) "
		"AS units FROM element WHERE id = :id",
		"SELECT id FROM element ORDER BY id" },
	[TABLE_INDICATOR] = { "indicator",
		"SELECT change, code, name, short, brief, kind, formula, x, y, scale, published, level_element, growth_element, measure, "
		"decimals, down, path, inferred, scope, ord, (SELECT group_concat(other, ' ') FROM "
		"(SELECT other FROM compared WHERE indicator = :id ORDER BY ord)) AS compared FROM indicator WHERE id = :id",
		"SELECT id FROM indicator ORDER BY id" },
	[TABLE_PLACE] = { "place",
		"SELECT change, code, kind, outline, ord, indicator, words, ours, also, same_as, same_inferred FROM place WHERE id = :id",
		"SELECT id FROM place ORDER BY id" },
	[TABLE_RULE] = { "rule", "SELECT change, code, ord, hard, lhs, op, rhs, text FROM rule WHERE id = :id",
		"SELECT id FROM rule ORDER BY id" },
};

const char plan_rows_target[] = "SELECT change, form, figure, high, text, qualifier, doc, by_plan FROM target "
	"WHERE indicator = :indicator AND unit = :unit AND kind = :kind_year / 10000 AND year = :kind_year % 10000";

static void row_text(sqlite3_stmt *stmt, struct change_text *text)
{
	change_text_start(text);
	for (int i = 1; i < sqlite3_column_count(stmt); i++) {
		const char *name = sqlite3_column_name(stmt, i);
		int type = sqlite3_column_type(stmt, i);
		if (type == SQLITE_INTEGER)
			change_text_number(text, name, sqlite3_column_int64(stmt, i));
		else if (type != SQLITE_NULL)
			change_text_string(text, name, db_text(stmt, i));
	}
}

enum err plan_rows_read(struct store *store, const struct plan_row *row, struct change_text *text, int64_t *change, bool *found)
{
	sqlite3_stmt *stmt;
	enum err err = db_first(store, row->sql, row->keys, row->keys_len, &stmt, found);
	if (err != ERR_OK)
		return err;
	if (*found) {
		*change = sqlite3_column_int64(stmt, 0);
		row_text(stmt, text);
		err = change_text_end(text);
	}
	db_done(stmt);
	return err;
}
