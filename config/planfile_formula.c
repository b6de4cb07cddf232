// SPDX-License-Identifier: MIT
// Formulas of indicators and comparisons of rules, as the plan file writes them.
#include <stdlib.h>
#include <string.h>

#include "config/planread.h"
#include "core/i18n.h"
#include "core/num.h"

#define ARGUMENTS 64

struct formula {
	const struct planread_spot *spot;
	const char *value;
	struct plan_indicator *indicator;
	char *arguments[ARGUMENTS];
	int len;
};

static char *trim(char *text)
{
	text += strspn(text, " ");
	size_t len = strlen(text);
	while (len > 0 && text[len - 1] == ' ')
		text[--len] = '\0';
	return text;
}

// "name(a, b, c)" into its parts, in place; NULL when it does not look so.
static const char *split(char *text, char *arguments[ARGUMENTS], int *len)
{
	char *open = strchr(text, '(');
	size_t whole = strlen(text);
	if (open == NULL || text[whole - 1] != ')')
		return NULL;
	text[whole - 1] = '\0';
	*open = '\0';
	char *rest = open + 1;
	*len = 0;
	while (rest != NULL && *len < ARGUMENTS) {
		char *comma = strchr(rest, ',');
		if (comma != NULL)
			*comma++ = '\0';
		arguments[(*len)++] = trim(rest);
		rest = comma;
	}
	return rest == NULL ? trim(text) : NULL;
}

static int element_of(const struct formula *f, const char *id)
{
	const struct planread_row *row = planread_find(f->spot->r, id, KIND_BIT(KIND_ELEMENT));
	if (row == NULL)
		planread_say(f->spot, _("there is no element “%s” in this file"), id);
	return row != NULL ? row->at[PART_ELEMENT] : PLAN_NONE;
}

static bool read_value(struct formula *f)
{
	if (f->len != 1)
		return false;
	f->indicator->x = element_of(f, f->arguments[0]);
	return true;
}

static bool read_ratio(struct formula *f)
{
	int scale;
	if (f->len != 3 || !planread_whole(f->arguments[2], 1, 1000000, &scale))
		return false;
	f->indicator->x = element_of(f, f->arguments[0]);
	f->indicator->y = element_of(f, f->arguments[1]);
	f->indicator->scale = scale;
	return true;
}

static bool read_list(struct formula *f)
{
	struct planread *r = f->spot->r;
	f->indicator->kind = PLAN_COMPARISON;
	f->indicator->compared = calloc((size_t)f->len + 1, sizeof *f->indicator->compared);
	if (f->indicator->compared == NULL) {
		r->err = err_set(ERR_MEMORY, _("there is no memory left"));
		return true;
	}
	for (int i = 0; i < f->len; i++) {
		const struct planread_row *row = planread_find(r, f->arguments[i], KIND_BIT(KIND_INDICATOR));
		if (row == NULL)
			planread_say(f->spot, _("there is no indicator “%s” in this file"), f->arguments[i]);
		else
			f->indicator->compared[f->indicator->compared_len++] = row->at[PART_INDICATOR];
	}
	return true;
}

static const struct {
	const char *name;
	enum plan_formula formula;
	bool (*read)(struct formula *f);         // false: not so many or such arguments
} formulas[] = {
	{ "value", PLAN_VALUE, read_value },
	{ "ratio", PLAN_RATIO, read_ratio },
	{ "growth", PLAN_GROWTH, read_value },
	{ "above", PLAN_HIGHER, read_list },
	{ "faster", PLAN_FASTER, read_list },
};

static bool read_formula(struct formula *f, char *text)
{
	const char *name = split(text, f->arguments, &f->len);
	for (size_t i = 0; name != NULL && i < sizeof formulas / sizeof formulas[0]; i++) {
		if (strcmp(formulas[i].name, name) != 0)
			continue;
		f->indicator->formula = formulas[i].formula;
		return formulas[i].read(f);
	}
	return false;
}

void planread_formula(const struct planread_spot *spot, const char *value)
{
	struct formula f = { .spot = spot, .value = value, .indicator = planread_part(spot->r, spot->row, PART_INDICATOR) };
	char *text = planread_dup(spot->r, value);
	if (text != NULL && !read_formula(&f, text))
		planread_wrong(spot, value);
	free(text);
}

// ------------------------------------------------------------ rules

static bool operand_holds(const struct planread *r, const char *text, bool figure_too)
{
	int64_t figure;
	if (planread_find(r, text, KIND_BIT(KIND_ELEMENT)) != NULL)
		return true;
	return figure_too && num_parse_plain(text, &figure) == ERR_OK;
}

// "x = document": figures of x need a document number.
static bool asks_document(const struct planread *r, const char *lhs, const char *operator, const char *rhs)
{
	return operand_holds(r, lhs, false) && strcmp(operator, "=") == 0 && strcmp(rhs, PLAN_DOCUMENT) == 0;
}

// "x <= y": at most two characters of < = > between two words.
void planread_rule(const struct planread_spot *spot, const char *value)
{
	static const char *const operators[] = { "<", "<=", "=", ">=", ">" };
	struct plan_rule *rule = planread_part(spot->r, spot->row, PART_RULE);
	char *text = planread_dup(spot->r, value);
	if (text == NULL)
		return;
	size_t before = strcspn(text, "<=>"), sign = strspn(text + before, "<=>");
	char operator[3] = "";
	bool good = false;
	if (sign == 1 || sign == 2) {
		memcpy(operator, text + before, sign);
		text[before] = '\0';
		for (size_t i = 0; i < sizeof operators / sizeof operators[0]; i++)
			good = good || strcmp(operators[i], operator) == 0;
	}
	const char *lhs = trim(text), *rhs = good ? trim(text + before + sign) : "";
	bool compares = operand_holds(spot->r, lhs, false) && operand_holds(spot->r, rhs, true);
	if (good && (compares || asks_document(spot->r, lhs, operator, rhs))) {
		rule->lhs = planread_dup(spot->r, lhs);
		rule->op = planread_dup(spot->r, operator);
		rule->rhs = planread_dup(spot->r, rhs);
	} else {
		planread_wrong(spot, value);
	}
	free(text);
}
