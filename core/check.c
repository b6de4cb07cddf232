// SPDX-License-Identifier: MIT
// The table of rules, and how it is run over one cell. See check.h.
#include "core/check.h"

#include <string.h>

#include "core/check_part.h"
#include "core/i18n.h"
#include "core/text.h"

static const struct check_row rows[] = {
#define CHECK(id, level, when, name, todo, help) { { #id, level, name, help }, when, todo, check_rule_##id },
#include "core/check.def"
#undef CHECK
};
#define ROWS ((int)(sizeof rows / sizeof rows[0]))

static const struct check_rule rules[ROWS] = {
#define CHECK(id, level, when, name, todo, help) { #id, level, name, help },
#include "core/check.def"
#undef CHECK
};

const struct check_rule *check_rules(int *len)
{
	*len = ROWS;
	return rules;
}

static bool is_said(const char *text)
{
	return text[strspn(text, " ")] != '\0';
}

struct check check_begin(const struct plan *plan, const struct check_source *source, const struct entry *entry, check_fn *fn, void *ctx)
{
	return (struct check){ .plan = plan, .source = source, .element = &plan->elements[entry->element],
		.unit = &plan->units[entry->unit], .entry = entry, .noted = is_said(entry->note), .documented = is_said(entry->doc),
		.fn = fn, .ctx = ctx };
}

static bool concerns(const struct check *check, const struct check_row *row)
{
	if ((row->when & CHECK_SIZE) && check->strange)
		return false;
	return !(row->when & CHECK_FIGURE) || (check_is_value(check->entry) && check->element->kind != PLAN_STAGE);
}

enum err check_run(struct check *check, enum check_level level, int when)
{
	enum err err = ERR_OK;
	for (int i = 0; i < ROWS && err == ERR_OK; i++) {
		check->row = &rows[i];
		if (rows[i].rule.level == level && (rows[i].when & when) && concerns(check, &rows[i]))
			err = rows[i].fn(check);
	}
	return err;
}

struct check_finding check_finding_of(const struct check *check)
{
	const struct entry *entry = check->entry;
	return (struct check_finding){ .level = check->row->rule.level, .element = entry->element, .unit = entry->unit,
		.period = entry->period, .other = PLAN_NONE, .about = entry->change };
}

enum err check_tell(struct check *check, struct check_finding *finding)
{
	check->strange = check->strange || (check->row->when & CHECK_SIZE);
	if (finding->rule[0] == '\0')
		text_format(finding->rule, sizeof finding->rule, "%s", check->row->rule.id);
	check_compose(check, finding);
	return check->fn(finding, check->ctx);
}

enum err check_cell(const struct plan *plan, const struct check_source *source, const struct entry *entry, check_fn *fn, void *ctx)
{
	struct check check = check_begin(plan, source, entry, fn, ctx);
	check.keyed = true;
	enum err err = check_run(&check, CHECK_HARD, CHECK_CELL);
	return err == ERR_OK ? check_run(&check, CHECK_SOFT, CHECK_CELL) : err;
}

bool check_explained(const struct check_finding *finding, const struct explanation *explanations, int len)
{
	for (int i = 0; i < len; i++) {
		const struct explanation *said = &explanations[i];
		if (said->period == finding->period && said->unit == finding->unit && said->element == finding->element &&
		    said->about == finding->about && strcmp(said->rule, finding->rule) == 0)
			return true;
	}
	return false;
}
