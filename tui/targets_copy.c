// SPDX-License-Identifier: MIT
// S9's table for other programs: what the path makes of a year is said to be so, for a bracket is a sign there.
#include "core/i18n.h"
#include "core/target_words.h"
#include "core/text.h"
#include "tui/copy.h"
#include "tui/targets.h"

static const char *cell_words(const struct targets *t, int row, int col, char *out, size_t cap)
{
	struct plan_target target = targets_at(t, row, col);
	struct maybe derived = target.form == PLAN_FORM_NONE ? targets_derived(t, row, col) : (struct maybe){.has = false};
	char figure[NUM_TEXT];
	if (!derived.has)
		return target_words(t->app->plan, &target, out, cap);
	rat_format_short(derived.v, t->app->plan->indicators[t->indicator].decimals + 1, NUM_HALF_AWAY, figure);
	return text_format(out, cap, _("path %s"), figure);
}

void targets_copy(const struct targets *t, struct copy *out)
{
	char text[TARGET_WORDS];
	copy_row(out, false);
	copy_cell(out, _("Unit"));
	for (int col = 0; col < t->cols; col++)
		copy_cell(out, text_format(text, sizeof text, col == 0 ? _("%d base") : "%d", t->first_year + col));
	copy_cell(out, _("document"));
	for (int i = 0; i < t->list.len; i++) {
		int row = find_row(&t->find, i);
		copy_row(out, i == t->list.focus);
		copy_cell(out, t->app->plan->units[t->units[row]].name);
		for (int col = 0; col < t->cols; col++)
			(col == t->col ? copy_main : copy_cell)(out, cell_words(t, row, col, text, sizeof text));
		copy_cell(out, targets_document(t, row));
	}
}
