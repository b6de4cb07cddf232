// SPDX-License-Identifier: MIT
// One figure of a file into the open transaction, with the explanations that go with it (import.h).
#include <stdlib.h>
#include <string.h>

#include "core/check.h"
#include "core/intake_gate.h"
#include "core/text.h"
#include "exchange/import.h"

struct seen { const struct explanation *said; int64_t change; };

static enum err see_explanation(const struct explanation *explanation, void *ctx)
{
	struct seen *seen = ctx;
	if (explanation->element == seen->said->element && strcmp(explanation->rule, seen->said->rule) == 0)
		seen->change = explanation->change;
	return ERR_OK;
}

// What was said under the same rule of an earlier figure gives way, as the figure does.
static enum err put_explanations(struct store *store, const struct plan *plan, const struct entry *after, int64_t about, const char *lines)
{
	struct explanation said = {.period = after->period, .unit = after->unit, .element = after->element, .about = about};
	char *copy = NULL;
	enum err err = text_dup(lines, &copy);
	for (char *at = copy; err == ERR_OK && csv_next_explanation(&at, &said.rule, &said.text);) {
		struct seen seen = {&said, 0};
		err = store_each_explanation(store, plan, said.period, said.unit, see_explanation, &seen);
		if (err == ERR_OK)
			err = ledger_put_explanation(store, plan, &said, seen.change);
	}
	free(copy);
	return err;
}

enum err import_put_figure(struct store *store, const struct plan *plan, struct intake_gate *gate, const struct entry *after,
	const struct entry *present, const char *explanations)
{
	enum err err = gate != NULL ? intake_gate_pass(store, plan, gate, present) : ERR_OK;
	int64_t about = ledger_next_change(store);
	if (err == ERR_OK)
		err = ledger_put_entry(store, plan, after, present->change);
	return err == ERR_OK && explanations != NULL ? put_explanations(store, plan, after, about, explanations) : err;
}
