// SPDX-License-Identifier: MIT
// See stack.h.
#include "tui/stack.h"

#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"
#include "tui/find.h"
#include "tui/paint_sheet.h"
#include "tui/term.h"

static void layer_free(struct layer *layer)
{
	if (layer->ops->close != NULL)
		layer->ops->close(layer->state);
	free(layer->state);
	free(layer);
}

// A screen shows one commit: whatever it reads to open or to load is read in one view of the file.
static enum err begin_view(struct app *app)
{
	return app->store != NULL ? store_begin(app->store) : ERR_OK;
}

static void end_view(struct app *app)
{
	if (app->store != NULL)
		store_end(app->store);
}

static enum err open_layer(struct app *app, const struct layer *layer, const void *arg)
{
	if (layer->ops->open == NULL)
		return ERR_OK;
	if (layer->ops->load == NULL)
		return layer->ops->open(layer->state, app, arg);
	enum err err = begin_view(app);
	if (err != ERR_OK)
		return err;
	err = layer->ops->open(layer->state, app, arg);
	end_view(app);
	return err;
}

enum err stack_push(struct app *app, const struct screen_ops *ops, const void *arg)
{
	struct layer *layer = calloc(1, sizeof *layer);
	void *state = calloc(1, ops->size > 0 ? ops->size : 1);
	if (layer == NULL || state == NULL) {
		free(layer);
		free(state);
		return err_set(ERR_MEMORY, "%s", _("no memory"));
	}
	*layer = (struct layer){.ops = ops, .state = state, .below = app->stack->top};
	enum err err = open_layer(app, layer, arg);
	if (err != ERR_OK)
		layer_free(layer);
	else
		app->stack->top = layer;
	return err;
}

void stack_remove(struct stack *stack, struct layer *layer)
{
	struct layer **link = &stack->top;
	while (*link != NULL && *link != layer)
		link = &(*link)->below;
	if (*link == NULL)
		return;
	*link = layer->below;
	if (stack->acting == layer)
		stack->acting = layer->below;
	layer_free(layer);
}

void stack_reload(struct app *app)
{
	for (struct layer *layer = app->stack->top; layer != NULL; layer = layer->below)
		layer->stale = layer->ops->load != NULL;
}

// Targets are part of the plan, and desks key them in like figures: what an op may have changed is read again before it.
static enum err load_targets(struct app *app)
{
	struct store_op last;
	enum err err = app->fresh != NULL ? store_last_op(app->store, &last) : ERR_OK;
	if (err != ERR_OK || app->fresh == NULL || last.seq == app->stack->op)
		return err;
	err = store_read_targets(app->store, app->fresh);
	if (err == ERR_OK)
		app->stack->op = last.seq;
	return err;
}

static enum err load_visible(struct app *app)
{
	for (struct layer *layer = app->stack->top; layer != NULL; layer = layer->ops->over ? layer->below : NULL) {
		enum err err = layer->stale ? layer->ops->load(layer->state) : ERR_OK;
		layer->restless = layer->restless && !layer->stale;
		layer->stale = err != ERR_OK;
		if (err != ERR_OK)
			return err;
	}
	return ERR_OK;
}

void stack_freshen(struct app *app)
{
	bool stale = false;
	for (struct layer *layer = app->stack->top; layer != NULL; layer = layer->ops->over ? layer->below : NULL)
		stale = stale || layer->stale;
	if (!stale)
		return;
	enum err err = begin_view(app);
	if (err == ERR_OK) {
		err = load_targets(app);
		if (err == ERR_OK)
			err = load_visible(app);
		end_view(app);
	}
	screen_failed(app, err);
}

void stack_rest(struct app *app)
{
	struct layer *layer = app->stack->top;
	if (layer == NULL || !layer->restless)
		return;
	layer->restless = false;
	enum err err = begin_view(app);
	if (err == ERR_OK) {
		err = layer->ops->rest(layer->state);
		end_view(app);
	}
	screen_failed(app, err);
}

bool stack_running(const struct stack *stack)
{
	return stack->top != NULL && !stack->quit;
}

void stack_fit(struct app *app)
{
	static const struct key none = {0};
	int rows, cols;
	term_size(&rows, &cols);
	app->rows = rows > PAINT_LEAST_ROWS ? rows : PAINT_LEAST_ROWS;
	app->cols = cols > PAINT_LEAST_COLS ? cols : PAINT_LEAST_COLS;
	for (struct layer *layer = app->stack->top; layer != NULL; layer = layer->below)
		if (layer->ops->act != NULL)
			layer->ops->act(layer->state, ACTION_NONE, &none);
}

// ------------------------------------------------------------ what the keys are for

bool layer_editing(const struct layer *layer)
{
	return layer->ops->editing != NULL && layer->ops->editing(layer->state);
}

struct find *layer_find(const struct layer *layer)
{
	return layer->ops->find == 0 ? NULL : (struct find *)((char *)layer->state + layer->ops->find);
}

enum keymap_mode layer_mode(const struct layer *layer)
{
	const struct find *find = layer_find(layer);
	if (layer_editing(layer) || (find != NULL && find->typing))
		return KEYMAP_EDITING;
	return strcmp(layer->ops->context, "entry") == 0 ? KEYMAP_ENTRY : KEYMAP_LIST;
}

bool layer_is_question(const struct layer *layer)
{
	return strcmp(layer->ops->context, "prompt") == 0;
}

// Esc and a digit in one are an F key, but not while a cell is edited.
bool stack_escapes(const struct stack *stack)
{
	return layer_mode(stack->top) != KEYMAP_EDITING;
}
