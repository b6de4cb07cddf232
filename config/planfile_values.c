// SPDX-License-Identifier: MIT
// See planfile_values.h.
#include "config/planfile_values.h"

#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "config/grow.h"
#include "core/i18n.h"
#include "core/num.h"
#include "core/period.h"
#include "core/text.h"

// A field is set once: the scan has refused doubles.
void planread_text(const struct planread_spot *spot, const char *value)
{
	char **field = planread_field(spot);
	*field = planread_dup(spot->r, value);
}

void planread_id_text(const struct planread_spot *spot, const char *value)
{
	if (planread_id_holds(value))
		planread_text(spot, value);
	else
		planread_wrong(spot, value);
}

// As on a terminal of UTF-8: a plan that holds does so in every locale, also where it could not be shown. Not by newlocale():
// glibc loses a copy of LOCPATH at each call of it.
static int cells_of(const char *value)
{
	char before[64];
	if (strcmp(nl_langinfo(CODESET), "UTF-8") == 0)
		return text_cells(value);
	text_format(before, sizeof before, "%s", setlocale(LC_CTYPE, NULL));
	(void)setlocale(LC_CTYPE, "C.UTF-8");
	int cells = text_cells(value);
	(void)setlocale(LC_CTYPE, before);
	return cells;
}

void planread_cells(const struct planread_spot *spot, const char *value)
{
	const int *most = spot->key->arg;
	int cells = cells_of(value);
	if (cells > *most)
		planread_say(spot, _("expected a text of at most %d cells, found “%s” of %d"), *most, value, cells);
	else
		planread_text(spot, value);
}

static bool read_range(const struct planread_spot *spot, const char *value, int *out)
{
	const struct planread_range *range = spot->key->arg;
	bool fits = planread_whole(value, range->low, range->high, out);
	if (!fits)
		planread_wrong(spot, value);
	return fits;
}

void planread_int(const struct planread_spot *spot, const char *value)
{
	int *field = planread_field(spot);
	(void)read_range(spot, value, field);
}

void planread_check_range(const struct planread_spot *spot, const char *value)
{
	int whole;
	(void)read_range(spot, value, &whole);
}

static bool read_figure(const struct planread_spot *spot, const char *value)
{
	int64_t *field = planread_field(spot);
	bool good = num_parse_plain(value, field) == ERR_OK;
	if (!good)
		planread_wrong(spot, value);
	return good;
}

void planread_figure(const struct planread_spot *spot, const char *value)
{
	(void)read_figure(spot, value);
}

void planread_low(const struct planread_spot *spot, const char *value)
{
	struct plan_element *element = planread_part(spot->r, spot->row, PART_ELEMENT);
	element->has_low = read_figure(spot, value);
}

void planread_high(const struct planread_spot *spot, const char *value)
{
	struct plan_element *element = planread_part(spot->r, spot->row, PART_ELEMENT);
	element->has_high = read_figure(spot, value);
}

static bool read_word(const struct planread_spot *spot, const char *value, int *out)
{
	for (const struct planread_word *word = spot->key->arg; word->word != NULL; word++) {
		if (strcmp(word->word, value) == 0) {
			*out = word->value;
			return true;
		}
	}
	planread_wrong(spot, value);
	return false;
}

void planread_word(const struct planread_spot *spot, const char *value)
{
	int *field = planread_field(spot);       // an int or an enum, of one size
	(void)read_word(spot, value, field);
}

void planread_bool(const struct planread_spot *spot, const char *value)
{
	bool *field = planread_field(spot);
	int answer;
	if (read_word(spot, value, &answer))
		*field = answer != 0;
}

void planread_period(const struct planread_spot *spot, const char *value)
{
	int *field = planread_field(spot);
	int period;
	if (planread_whole(value, 0, 999999, &period) && period_valid(period))
		*field = period;
	else
		planread_wrong(spot, value);
}

// N天后 or 次年M月底, M月底: what a desk reads in a regulation.
static bool due_holds(const char *value)
{
	static const char next_year[] = "次年";
	char digits[3] = "";
	size_t len;
	bool next = strncmp(value, next_year, strlen(next_year)) == 0;
	if (next)
		value += strlen(next_year);
	len = strspn(value, "0123456789");
	if (len < 1 || len > 2)
		return false;
	memcpy(digits, value, len);
	int number;
	if (strcmp(value + len, "天后") == 0)
		return !next && planread_whole(digits, 1, 99, &number);
	return strcmp(value + len, "月底") == 0 && planread_whole(digits, 1, 12, &number);
}

void planread_due(const struct planread_spot *spot, const char *value)
{
	if (due_holds(value))
		planread_text(spot, value);
	else
		planread_wrong(spot, value);
}

void planread_refer(const struct planread_spot *spot, const char *value)
{
	const struct planread_ref *ref = spot->key->arg;
	const struct planread_row *row = planread_find(spot->r, value, ref->kinds);
	int *field = planread_field(spot);
	if (row != NULL)
		*field = row->at[ref->part];
	else
		planread_wrong(spot, value);
}

static void list_unit(const struct planread_spot *spot, struct plan_element *element, const char *id)
{
	const struct planread_row *row = planread_find(spot->r, id, KIND_BIT(KIND_UNIT));
	if (row == NULL) {
		planread_wrong(spot, id);
		return;
	}
	for (int i = 0; i < element->units_len; i++) {
		if (element->units[i] == row->at[PART_UNIT]) {
			planread_say(spot, _("the unit “%s” stands here twice"), id);
			return;
		}
	}
	element->units[element->units_len++] = row->at[PART_UNIT];
}

void planread_units(const struct planread_spot *spot, const char *value)
{
	struct plan_element *element = planread_part(spot->r, spot->row, PART_ELEMENT);
	if (strcmp(value, "each") == 0 || strcmp(value, "root") == 0) {
		element->applies = value[0] == 'e' ? PLAN_EACH : PLAN_ROOT;
		return;
	}
	element->applies = PLAN_LISTED;
	element->units = calloc((size_t)spot->r->plan->units_len + 1, sizeof *element->units);
	char *list = planread_dup(spot->r, value);
	char *rest = NULL;
	if (element->units == NULL)
		spot->r->err = err_set(ERR_MEMORY, _("there is no memory left"));
	else if (list != NULL)
		for (char *id = strtok_r(list, " ,", &rest); id != NULL; id = strtok_r(NULL, " ,", &rest))
			list_unit(spot, element, id);
	free(list);
}

#define ROW_KINDS (KIND_BIT(KIND_INDICATOR) | KIND_BIT(KIND_MILESTONE) | KIND_BIT(KIND_PROJECT) | KIND_BIT(KIND_TASK))

// One step only: a row that is itself the same as another cannot be pointed to, so there are no circles.
void planread_same_as(const struct planread_spot *spot, const char *value)
{
	const struct planread *r = spot->r;
	const struct planread_row *other = planread_find(r, value, ROW_KINDS);
	if (other == NULL) {
		planread_wrong(spot, value);
		return;
	}
	const char *further = planread_value(r, other, "same_as");
	if (other == spot->row) {
		planread_say(spot, _("a row cannot be the same as itself"));
	} else if (further != NULL) {
		planread_say(spot, _("“%s” is itself the same as “%s”: name that one"), value, further);
	} else if (other->at[PART_INDICATOR] != PLAN_NONE) {
		struct plan_place *place = planread_part(r, spot->row, PART_PLACE);
		place->same_as = other->at[PART_PLACE];
		place->indicator = other->at[PART_INDICATOR];
		spot->row->same_as = (int)(other - r->rows);
	}
}

// Each word is a key that stands in this section, with its year: inferred = target.2025.
void planread_inferred(const struct planread_spot *spot, const char *value)
{
	char *list = planread_dup(spot->r, value);
	char *rest = NULL;
	if (list == NULL)
		return;
	bool good = true;
	for (char *name = strtok_r(list, " ", &rest); name != NULL; name = strtok_r(NULL, " ", &rest)) {
		if (iniscan_find(&spot->r->scan, spot->row->section, name) < 0) {
			planread_wrong(spot, name);
			good = false;
		}
	}
	free(list);
	if (good)
		planread_text(spot, value);
}

void planread_basis(const struct planread_spot *spot, const char *value)
{
	struct plan *plan = spot->r->plan;
	int cap = plan->basis_len;
	char **grown = config_grow(plan->basis, plan->basis_len, &cap, sizeof *grown);
	if (grown == NULL) {
		spot->r->err = ERR_MEMORY;
		return;
	}
	plan->basis = grown;
	grown[plan->basis_len++] = planread_dup(spot->r, value);
}
