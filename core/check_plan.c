// SPDX-License-Identifier: MIT
// Rules of the plan file: x <= y between two elements of one unit and period, or an element and a number; x = document.
#include <string.h>

#include "core/check_part.h"
#include "core/i18n.h"
#include "core/text.h"

static const struct { const char *op; bool below, equal, above; } operators[] = {
	{ "<", true, false, false }, { "<=", true, true, false }, { "=", false, true, false }, { ">=", false, true, true },
	{ ">", false, false, true },
};

struct side { int element; struct check_figure figure; };        // element PLAN_NONE: a number

static bool holds(const char *op, int64_t left, int64_t right)
{
	for (size_t i = 0; i < sizeof operators / sizeof operators[0]; i++)
		if (strcmp(operators[i].op, op) == 0)
			return left < right ? operators[i].below : left == right ? operators[i].equal : operators[i].above;
	return true;
}

static enum err read_side(struct check *check, const char *operand, struct side *out)
{
	const struct entry *entry = check->entry;
	out->element = plan_element_by_code(check->plan, operand);
	out->figure = (struct check_figure){ .has = true, .period = entry->period, .figure = entry->figure };
	if (out->element == PLAN_NONE) {
		out->figure.has = num_parse_plain(operand, &out->figure.figure) == ERR_OK;
		return ERR_OK;
	}
	return out->element == entry->element ? ERR_OK :
		check_look(check, out->element, entry->unit, entry->period, &out->figure);
}

static void write_side(const struct check *check, const struct side *side, char *words, size_t cap, char *number)
{
	const struct plan_element *element = side->element == PLAN_NONE ? check->element : &check->plan->elements[side->element];
	char figure[CHECK_WORDS];
	check_write_number(element, side->figure.figure, number);
	check_write_figure(element, side->figure.figure, figure, sizeof figure);
	text_format(words, cap, "%s%s", side->element == PLAN_NONE ? "" : element->short_name, figure);
}

static enum err tell_rule(struct check *check, const struct plan_rule *rule, const struct side *left, const struct side *right)
{
	struct check_finding finding = check_finding_of(check);
	char a[CHECK_WORDS], b[CHECK_WORDS];
	bool mine = left->element == check->entry->element;
	text_format(finding.rule, sizeof finding.rule, "%s", rule->code);
	text_format(finding.name, sizeof finding.name, "%s", rule->text);
	finding.other = mine ? right->element : left->element;
	finding.other_period = finding.other == PLAN_NONE ? 0 : check->entry->period;
	write_side(check, left, a, sizeof a, mine ? finding.left : finding.right);
	write_side(check, right, b, sizeof b, mine ? finding.right : finding.left);
	text_format(finding.why, sizeof finding.why, _("%s (%s, %s)"), rule->text, a, b);
	return check_tell(check, &finding);
}

static bool asks_document(const struct check *check, const struct plan_rule *rule)
{
	return strcmp(rule->rhs, PLAN_DOCUMENT) == 0 && plan_element_by_code(check->plan, PLAN_DOCUMENT) == PLAN_NONE;
}

// A document is named after the figure is keyed: only in a report.
static enum err need_document(struct check *check, const struct plan_rule *rule)
{
	struct check_finding finding = check_finding_of(check);
	if (check->keyed || check->documented)
		return ERR_OK;
	text_format(finding.rule, sizeof finding.rule, "%s", rule->code);
	text_format(finding.name, sizeof finding.name, "%s", rule->text);
	check_write_number(check->element, check->entry->figure, finding.left);
	text_format(finding.right, sizeof finding.right, "%s", _("empty"));
	text_format(finding.why, sizeof finding.why, "%s", rule->text);
	return check_tell(check, &finding);
}

static enum err run_rule(struct check *check, const struct plan_rule *rule)
{
	const char *code = check->element->code;
	struct side left, right;
	bool first = strcmp(rule->lhs, code) == 0, second = strcmp(rule->rhs, code) == 0;
	if (first && asks_document(check, rule))
		return need_document(check, rule);
	if (!first && !(second && check->keyed))      // in a report once, at the left one
		return ERR_OK;
	enum err err = read_side(check, rule->lhs, &left);
	if (err == ERR_OK && left.figure.has)
		err = read_side(check, rule->rhs, &right);
	if (err != ERR_OK || !left.figure.has || !right.figure.has || holds(rule->op, left.figure.figure, right.figure.figure))
		return err;
	return tell_rule(check, rule, &left, &right);
}

static enum err run_rules(struct check *check, bool hard)
{
	enum err err = ERR_OK;
	for (int i = 0; i < check->plan->rules_len && err == ERR_OK; i++)
		if (check->plan->rules[i].hard == hard)
			err = run_rule(check, &check->plan->rules[i]);
	return err;
}

enum err check_rule_plan_hard(struct check *check)
{
	return run_rules(check, true);
}

enum err check_rule_plan_soft(struct check *check)
{
	return run_rules(check, false);
}
