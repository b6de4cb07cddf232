// SPDX-License-Identifier: MIT
// See same_plan.h.
#include "tests/storage/same_plan.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static void same_text(const char *a, const char *b)
{
	if (a == NULL || b == NULL)
		assert_ptr_equal(a, b);
	else
		assert_string_equal(a, b);
}

static void same_units(const struct plan *a, const struct plan *b)
{
	assert_int_equal(a->units_len, b->units_len);
	for (int i = 0; i < a->units_len; i++) {
		const struct plan_unit *x = &a->units[i], *y = &b->units[i];
		same_text(x->code, y->code);
		same_text(x->name, y->name);
		same_text(x->short_name, y->short_name);
		assert_int_equal(x->parent, y->parent);
		assert_int_equal(x->successor, y->successor);
		assert_int_equal(x->compare, y->compare);
		assert_int_equal(x->from, y->from);
		assert_int_equal(x->to, y->to);
		assert_true(y->id > 0);
	}
	assert_int_equal(a->depts_len, b->depts_len);
	for (int i = 0; i < a->depts_len; i++) {
		same_text(a->depts[i].code, b->depts[i].code);
		same_text(a->depts[i].name, b->depts[i].name);
	}
}

static void same_outline(const struct plan *a, const struct plan *b)
{
	assert_int_equal(a->outlines_len, b->outlines_len);
	for (int i = 0; i < a->outlines_len; i++) {
		const struct plan_outline *x = &a->outlines[i], *y = &b->outlines[i];
		same_text(x->code, y->code);
		same_text(x->number, y->number);
		same_text(x->title, y->title);
		same_text(x->body, y->body);
		assert_int_equal(x->level, y->level);
		assert_int_equal(x->parent, y->parent);
	}
	assert_int_equal(a->places_len, b->places_len);
	for (int i = 0; i < a->places_len; i++) {
		const struct plan_place *x = &a->places[i], *y = &b->places[i];
		same_text(x->code, y->code);
		same_text(x->words, y->words);
		assert_int_equal(x->kind, y->kind);
		assert_int_equal(x->outline, y->outline);
		assert_int_equal(x->also, y->also);
		assert_int_equal(x->indicator, y->indicator);
		assert_int_equal(x->ours, y->ours);
		assert_int_equal(x->same_inferred, y->same_inferred);
		assert_int_equal(x->same_as, y->same_as);
	}
}

static void same_elements(const struct plan *a, const struct plan *b)
{
	assert_int_equal(a->elements_len, b->elements_len);
	for (int i = 0; i < a->elements_len; i++) {
		const struct plan_element *x = &a->elements[i], *y = &b->elements[i];
		same_text(x->code, y->code);
		same_text(x->name, y->name);
		same_text(x->short_name, y->short_name);
		same_text(x->scope, y->scope);
		same_text(x->measure, y->measure);
		same_text(x->due, y->due);
		const int64_t of_x[] = { x->decimals, x->kind, x->months, x->owner, x->rollup, x->applies, x->units_len, x->has_low,
			x->has_high, x->low, x->high, x->retired };
		const int64_t of_y[] = { y->decimals, y->kind, y->months, y->owner, y->rollup, y->applies, y->units_len, y->has_low,
			y->has_high, y->low, y->high, y->retired };
		assert_memory_equal(of_x, of_y, sizeof of_x);
		if (x->units_len > 0)
			assert_memory_equal(x->units, y->units, (size_t)x->units_len * sizeof(int));
	}
}

static void same_indicators(const struct plan *a, const struct plan *b)
{
	assert_int_equal(a->indicators_len, b->indicators_len);
	for (int i = 0; i < a->indicators_len; i++) {
		const struct plan_indicator *x = &a->indicators[i], *y = &b->indicators[i];
		same_text(x->code, y->code);
		same_text(x->name, y->name);
		same_text(x->short_name, y->short_name);
		same_text(x->brief, y->brief);
		same_text(x->measure, y->measure);
		same_text(x->scope, y->scope);
		same_text(x->inferred, y->inferred);
		const int64_t of_x[] = { x->kind, x->formula, x->x, x->y, x->scale, x->published, x->decimals, x->down, x->path,
			x->compared_len, x->level_element, x->growth_element };
		const int64_t of_y[] = { y->kind, y->formula, y->x, y->y, y->scale, y->published, y->decimals, y->down, y->path,
			y->compared_len, y->level_element, y->growth_element };
		assert_memory_equal(of_x, of_y, sizeof of_x);
		if (x->compared_len > 0)
			assert_memory_equal(x->compared, y->compared, (size_t)x->compared_len * sizeof(int));
	}
}

static void same_targets(const struct plan *a, const struct plan *b)
{
	assert_int_equal(a->targets_len, b->targets_len);
	for (int i = 0; i < a->targets_len; i++) {
		const struct plan_target *x = &a->targets[i], *y = &b->targets[i];
		const int64_t of_x[] = { x->indicator, x->unit, x->kind, x->year, x->form, x->figure, x->high, x->qualifier };
		const int64_t of_y[] = { y->indicator, y->unit, y->kind, y->year, y->form, y->figure, y->high, y->qualifier };
		assert_memory_equal(of_x, of_y, sizeof of_x);
		same_text(x->text, y->text);
		same_text(x->doc, y->doc);
		assert_true(y->change > 0);
	}
	assert_int_equal(a->rules_len, b->rules_len);
	for (int i = 0; i < a->rules_len; i++) {
		const struct plan_rule *x = &a->rules[i], *y = &b->rules[i];
		same_text(x->code, y->code);
		same_text(x->lhs, y->lhs);
		same_text(x->op, y->op);
		same_text(x->rhs, y->rhs);
		same_text(x->text, y->text);
		assert_int_equal(x->hard, y->hard);
	}
}

void same_plans(const struct plan *a, const struct plan *b)
{
	same_text(a->code, b->code);
	same_text(a->title, b->title);
	same_text(a->inferred, b->inferred);
	same_text(a->source, b->source);
	same_text(a->text, b->text);
	const int64_t of_a[] = { a->base_year, a->target_year, a->root, a->sections, a->demo, a->threshold.ahead, a->threshold.behind,
		a->threshold.critical, a->threshold.stale_after, a->basis_len };
	const int64_t of_b[] = { b->base_year, b->target_year, b->root, b->sections, b->demo, b->threshold.ahead, b->threshold.behind,
		b->threshold.critical, b->threshold.stale_after, b->basis_len };
	assert_memory_equal(of_a, of_b, sizeof of_a);
	for (int i = 0; i < a->basis_len; i++)
		same_text(a->basis[i], b->basis[i]);
	same_units(a, b);
	same_outline(a, b);
	same_elements(a, b);
	same_indicators(a, b);
	same_targets(a, b);
}
