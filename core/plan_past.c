// SPDX-License-Identifier: MIT
// See plan_past.h.
#include "core/plan_past.h"

#include <stdlib.h>

#include "core/change.h"

struct passing {
	struct plan *plan;
	int element, unit;           // one of them; the other PLAN_NONE
};

// A row never was without a name; what it did not have is "".
static enum err take_text(const char *text, const char *name, char **field)
{
	char *value = NULL;
	enum err err = change_text_value(text, name, &value);
	if (err == ERR_OK && value == NULL)
		(*field)[0] = '\0';
	if (err != ERR_OK || value == NULL) {
		free(value);
		return err;
	}
	free(*field);
	*field = value;
	return ERR_OK;
}

static enum err take_decimals(const char *text, int *field)
{
	char *value = NULL;
	enum err err = change_text_value(text, "decimals", &value);
	if (err == ERR_OK)
		*field = value != NULL ? atoi(value) : 0;
	free(value);
	return err;
}

static enum err take_element(struct plan_element *element, const char *text)
{
	enum err err = take_text(text, "name", &element->name);
	if (err == ERR_OK)
		err = take_text(text, "short", &element->short_name);
	if (err == ERR_OK)
		err = take_text(text, "measure", &element->measure);
	return err == ERR_OK ? take_decimals(text, &element->decimals) : err;
}

static enum err take_unit(struct plan_unit *unit, const char *text)
{
	enum err err = take_text(text, "name", &unit->name);
	return err == ERR_OK ? take_text(text, "short", &unit->short_name) : err;
}

// The first line of this life is the one before; no further one is asked for.
static enum err take_line(const struct store_op *op, const struct store_change *change, void *ctx)
{
	const struct passing *p = ctx;
	enum err err = ERR_OK;
	(void)op;
	if (change->text[0] != '\0')
		err = p->unit != PLAN_NONE ? take_unit(&p->plan->units[p->unit], change->text)
			: take_element(&p->plan->elements[p->element], change->text);
	return err == ERR_OK ? ERR_FINDINGS : err;
}

enum err plan_past_pass(struct plan *plan, struct store *store, const struct store_change *change)
{
	struct passing p = { plan, PLAN_NONE, PLAN_NONE };
	if (change->k1 == TABLE_UNIT)
		p.unit = plan_unit_by_id(plan, change->k2);
	else if (change->k1 == TABLE_ELEMENT)
		p.element = plan_element_by_id(plan, change->k2);
	if (change->prev == 0 || (p.unit == PLAN_NONE && p.element == PLAN_NONE))
		return ERR_OK;
	enum err err = store_cell_life(store, change->prev, take_line, &p);
	return err == ERR_FINDINGS ? ERR_OK : err;
}
