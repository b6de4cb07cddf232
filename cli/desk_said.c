// SPDX-License-Identifier: MIT
// the code of desk_said.h.
#include "cli/desk_said.h"

#include <string.h>

#include "core/ledger.h"
#include "core/said.h"

// The present revision of an explanation's row: a text replaces the one that stands.
struct stands { const struct explanation *of; int64_t change; bool same; };

static enum err find_standing(const struct explanation *explanation, void *ctx)
{
	struct stands *stands = ctx;
	if (explanation->element == stands->of->element && strcmp(explanation->rule, stands->of->rule) == 0)
		*stands = (struct stands){stands->of, explanation->change,
			explanation->about == stands->of->about && strcmp(explanation->text, stands->of->text) == 0};
	return ERR_OK;
}

enum err desk_said_put(struct context *context, const struct explanation *of, int len)
{
	for (int i = 0; i < len; i++) {
		struct stands stands = {&of[i], 0, false};
		enum err err = store_each_explanation(context->store, context->plan, of[i].period, of[i].unit, find_standing, &stands);
		bool nothing = stands.same || (stands.change == 0 && of[i].text[0] == '\0');
		if (err == ERR_OK && !nothing)
			err = ledger_put_explanation(context->store, context->plan, &of[i], stands.change);
		if (err != ERR_OK)
			return err;
	}
	return ERR_OK;
}

// ------------------------------------------------------------ what a reviewer said of cells

struct remarks { struct context *context; bool returned; int told; };

static enum err tell_one(struct remarks *to, const struct explanation *kept)
{
	const struct context *context = to->context;
	struct explanation told = *kept, gone = *kept;
	struct entry now;
	enum err err = store_get_entry(context->store, context->plan, kept->element, kept->unit, kept->period, &now);
	told.rule = SAID_RETURN;
	gone.text = "";
	if (err == ERR_OK)
		err = desk_said_put(to->context, &gone, 1);
	if (err != ERR_OK || !to->returned || now.change != kept->about)
		return err;
	to->told++;
	return desk_said_put(to->context, &told, 1);
}

enum err desk_said_tell(struct context *context, const struct report_key *key, bool returned, int *told)
{
	struct remarks to = {context, returned, 0};
	struct said said = {.len = 0};
	enum err err = said_load(&said, context->store, context->plan, key->period, key->dept == 0 ? key->unit : PLAN_NONE);
	for (int i = 0; i < said.len && err == ERR_OK; i++) {
		const struct explanation *row = &said.rows[i];
		const struct report_key of = report_of_cell(context->plan, row->element, row->unit, row->period);
		if (strcmp(row->rule, SAID_REVIEW) == 0 && of.dept == key->dept && of.unit == key->unit)
			err = tell_one(&to, row);
	}
	said_done(&said);
	*told = to.told;
	return err;
}
