// SPDX-License-Identifier: MIT
// Saving what is said about a task (stage_form.h), and the draft that outlives the program: all fields in one text, parted by a
// control character that no field can hold.
#include "tui/stage_part.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "core/i18n.h"
#include "core/text.h"

#define PART '\036'

bool stage_form_unsaved(const struct stage_form *f)
{
	return f->dirty || f->node_dirty;
}

// ------------------------------------------------------------ the draft

void stage_keep_draft(const struct stage_form *f)
{
	const struct desk *desk = f->app->desk;
	char text[STAGE_DRAFT_BYTES + 256];
	size_t len = (size_t)snprintf(text, sizeof text, "%d%c%d%c%d", f->kind, PART, f->dirty,
		PART, f->node_dirty ? stage_node_no(f) : 0);
	for (int field = STAGE_PERCENT; field < STAGE_FIELDS; field++) {
		text[len++] = PART;
		len += edit_utf8(&f->edits[field], text + len, sizeof text - len);
	}
	const struct desk_draft draft = {DRAFT_CELL, f->element, f->unit, f->period, text};
	desk->keep_draft(desk->ctx, stage_form_unsaved(f) ? &draft : NULL);
}

static int row_of(const struct stage_form *f, int no)
{
	for (int i = 0; i < f->nodes_len; i++)
		if (f->nodes[i].node.no == no)
			return i;
	return f->nodes_len;
}

// The next part of *REST, "" when there is none.
static const char *next_part(char **rest)
{
	static const char part[] = {PART, '\0'};
	const char *found = *rest == NULL ? NULL : strsep(rest, part);
	return found == NULL ? "" : found;
}

static void take_draft(struct stage_form *f, char *rest)
{
	int kind = next_part(&rest)[0] - '0';
	f->dirty = next_part(&rest)[0] == '1';
	int no = 0;
	for (const char *digit = next_part(&rest); *digit >= '0' && *digit <= '9' && no < 100000; digit++)
		no = 10 * no + (*digit - '0');
	f->node_dirty = no > 0;
	if (f->dirty && kind >= STAGE_NOT_STARTED && kind <= STAGE_DONE)
		f->kind = (enum stage_kind)kind;
	for (int field = STAGE_PERCENT; field < STAGE_FIELDS; field++) {
		const char *text = next_part(&rest);
		if (field < STAGE_NODE_NAME ? f->dirty : f->node_dirty)
			edit_set(&f->edits[field], text, false);
	}
	if (f->node_dirty)
		f->row = row_of(f, no);
	f->field = f->node_dirty ? STAGE_NODE_NAME : STAGE_PROGRESS;
}

void stage_resume_draft(struct stage_form *f)
{
	const struct desk *desk = f->app->desk;
	char text[STAGE_DRAFT_BYTES + 256];
	struct desk_draft draft;
	if (desk == NULL || !desk->offer_draft(desk->ctx, &draft) || draft.kind != DRAFT_CELL)
		return;
	if (draft.row != f->element || draft.unit != f->unit || draft.when != f->period || strlen(draft.text) >= sizeof text)
		return;
	text_format(text, sizeof text, "%s", draft.text);
	take_draft(f, text);
	stage_keep_draft(f);                    // ours from here on
	desk->drop_draft(desk->ctx);
	screen_message(f->app, false, "%s", _("This was typed and not saved last time. F9 saves it; F3 asks whether to drop it."));
}

// ------------------------------------------------------------ saving

static bool refused(struct stage_form *f, int field, const char *why)
{
	f->refused = field;
	text_format(f->why, sizeof f->why, "%s", why);
	return false;
}

static bool not_saved(struct stage_form *f, enum err err)
{
	char why[sizeof f->why];
	f->conflict = err == ERR_CONFLICT;
	return refused(f, f->field, !f->conflict ? err_message() : text_format(why, sizeof why,
		_("%s F9 writes yours over it; F3 asks whether to drop yours."), err_message()));
}

static void tell_saved(struct stage_form *f)
{
	const struct plan *plan = f->app->plan;
	f->saved_at = (int64_t)time(NULL);
	f->saved = true;
	f->conflict = false;
	screen_message(f->app, false, _("saved: %s of %s"), plan->indicators[f->indicator].short_name, plan->units[f->unit].name);
}

// A text that was taken over and not looked at is nobody's word yet.
static bool confirmed(struct stage_form *f)
{
	for (int i = 0; i < STAGE_TEXTS; i++)
		if (f->taken[i])
			return refused(f, STAGE_PROGRESS + i,
				_("Not saved yet: what was taken from the period before is marked \"; Enter in each field confirms it."));
	return true;
}

bool stage_save_words(struct stage_form *f)
{
	char percent[64], text[STAGE_TEXTS][INTAKE_STAGE_BYTES + 8];
	struct intake_stage_result result;
	if (!f->dirty)
		return true;
	if (!confirmed(f))
		return false;
	edit_utf8(&f->edits[STAGE_PERCENT], percent, sizeof percent);
	for (int i = 0; i < STAGE_TEXTS; i++)
		edit_utf8(&f->edits[STAGE_PROGRESS + i], text[i], sizeof text[i]);
	const struct intake_stage ask = {f->element, f->unit, f->period, f->kind, percent, text[0], text[1], text[2]};
	enum err err = f->app->desk->save_stage(f->app->desk->ctx, &ask, &f->now.entry, &f->now.stage, &result);
	if (err != ERR_OK)
		return not_saved(f, err);
	if (result.verdict == INTAKE_REFUSED)
		return refused(f, STAGE_KIND + (int)result.field, result.why);
	if (result.verdict == INTAKE_WRITE)
		tell_saved(f);
	f->dirty = false;
	stage_keep_draft(f);
	screen_failed(f->app, stage_form_load(f));
	return true;
}

bool stage_save_node(struct stage_form *f)
{
	static const struct node none = {.name = "", .doc = ""};
	char text[STAGE_COLUMNS][INTAKE_DOC_BYTES + 8];
	struct intake_node_result result;
	struct node present = none;
	const struct stage_node *at = stage_node_at(f, f->row);
	if (!f->node_dirty)
		return true;
	for (int i = 0; i < STAGE_COLUMNS; i++)
		edit_utf8(&f->edits[STAGE_NODE_NAME + i], text[i], sizeof text[i]);
	if (at != NULL) {
		present = at->node;
		present.name = at->text[0];
		present.doc = at->text[3];
	}
	const struct intake_node ask = {f->element, f->unit, stage_node_no(f), text[0], text[1], text[2], text[3]};
	enum err err = f->app->desk->save_node(f->app->desk->ctx, &ask, &present, &result);
	if (err != ERR_OK)
		return not_saved(f, err);
	if (result.verdict == INTAKE_REFUSED)
		return refused(f, STAGE_NODE_NAME + (int)result.field, result.why);
	if (result.verdict == INTAKE_WRITE)
		tell_saved(f);
	f->node_dirty = false;
	stage_keep_draft(f);
	screen_failed(f->app, stage_form_load(f));
	return true;
}

// Read what stands now without touching what is typed, and save that over it.
unsigned stage_overwrite(struct stage_form *f)
{
	struct stage_form theirs = {.app = f->app, .element = f->element, .indicator = f->indicator, .unit = f->unit};
	int no = stage_node_no(f);
	enum err err = stage_form_load(&theirs);
	if (err == ERR_OK && f->dirty)
		stage_copy_said(&f->now, &theirs.now);
	if (err == ERR_OK && f->node_dirty) {
		struct stage_node *nodes = f->nodes;
		f->nodes = theirs.nodes;
		f->nodes_len = theirs.nodes_len;
		f->nodes_cap = theirs.nodes_cap;
		f->row = row_of(f, no);
		theirs.nodes = nodes;
	}
	stage_form_close(&theirs);
	f->conflict = false;
	return screen_failed(f->app, err);
}
