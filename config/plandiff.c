// SPDX-License-Identifier: MIT
// What `plan apply` would change, as lines for people. Rows are matched by their labels, whatever their order; a label that
// is gone is told as gone: what becomes of its entries is the store's affair (an element with entries is retired).
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "config/planfile.h"
#include "config/plandiff.h"
#include "core/i18n.h"
#include "core/text.h"

#define WHOLE 65536                  // bytes of a field that are compared
#define SHOWN 256
#define SHOWN_CELLS 40               // of a text in a line
#define ROOM_CELLS 8                 // that the difference itself is given at least
#define WHOLE_SAME 4096              // bytes of a common beginning that are looked at

struct labelled {
	char label[PLANDIFF_LABEL];
	const void *row;
	int order;
};
struct side {
	const struct plan *plan;     // NULL: there is none yet
	struct labelled *rows;       // in the file's order
	struct labelled *sorted;     // by label
	int len;
};
struct diff {
	struct side old, new;
	const struct plandiff_kind *kind;
	void (*fn)(const char *line, void *ctx);
	void *ctx;
	int lines;
	char before[WHOLE], after[WHOLE];
};

static int compare_labels(const void *a, const void *b)
{
	return strcmp(((const struct labelled *)a)->label, ((const struct labelled *)b)->label);
}

static enum err side_load(struct side *side, const struct plandiff_kind *kind)
{
	side->len = 0;
	const char *rows = side->plan != NULL ? kind->rows(side->plan, &side->len) : NULL;
	side->rows = calloc((size_t)side->len + 1, sizeof *side->rows);
	side->sorted = calloc((size_t)side->len + 1, sizeof *side->sorted);
	if (side->rows == NULL || side->sorted == NULL)
		return err_set(ERR_MEMORY, _("there is no memory left"));
	for (int i = 0; i < side->len; i++) {
		side->rows[i].row = rows + (size_t)i * kind->size;
		side->rows[i].order = i;
		kind->label(side->plan, side->rows[i].row, side->rows[i].label, PLANDIFF_LABEL);
		side->sorted[i] = side->rows[i];
	}
	qsort(side->sorted, (size_t)side->len, sizeof *side->sorted, compare_labels);
	return ERR_OK;
}

static const struct labelled *side_find(const struct side *side, const struct labelled *row)
{
	return bsearch(row, side->sorted, (size_t)side->len, sizeof *row, compare_labels);
}

static void say(struct diff *diff, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void say(struct diff *diff, const char *format, ...)
{
	char line[1024];
	va_list args;
	va_start(args, format);
	vsnprintf(line, sizeof line, format, args);
	va_end(args);
	diff->fn(line, diff->ctx);
	diff->lines++;
}

// TEXT from byte AT on, as much as a line has room for.
static const char *shorten(const char *text, size_t at, char out[SHOWN])
{
	char fitted[SHOWN];
	text_fit(text + at, SHOWN_CELLS, false, false, fitted, sizeof fitted);
	return text_format(out, SHOWN, "%s%s", at > 0 ? "…" : "", fitted);
}

// Where two texts begin to differ, on a character; 0 while that is within what is shown of them.
static size_t differ_at(const char *a, const char *b)
{
	char same[WHOLE_SAME];
	size_t at = 0;
	while (a[at] != '\0' && a[at] == b[at] && at < sizeof same - 1)
		at++;
	while (at > 0 && (((unsigned char)a[at] & 0xC0) == 0x80 || ((unsigned char)b[at] & 0xC0) == 0x80))
		at--;
	memcpy(same, a, at);
	same[at] = '\0';
	return text_cells(same) >= SHOWN_CELLS - ROOM_CELLS ? at : 0;
}

static void compare_rows(struct diff *diff, const struct labelled *old, const struct labelled *new)
{
	char before[SHOWN], after[SHOWN];
	for (int i = 0; i < diff->kind->fields_len; i++) {
		const struct plandiff_field *field = &diff->kind->fields[i];
		field->write(diff->old.plan, (const char *)old->row + field->offset, diff->before, WHOLE);
		field->write(diff->new.plan, (const char *)new->row + field->offset, diff->after, WHOLE);
		if (strcmp(diff->before, diff->after) == 0)
			continue;
		size_t at = differ_at(diff->before, diff->after);
		say(diff, _("changed: %s %s, %s: “%s” becomes “%s”"), _(diff->kind->name), new->label, field->key,
			shorten(diff->before, at, before), shorten(diff->after, at, after));
	}
}

// New and changed rows in the new file's order, which is the order on screen: that the rows of both follow each other
// otherwise than before is a change of its own.
static void walk_new(struct diff *diff)
{
	char title[SHOWN];
	int before = -1;
	bool moved = false;
	for (int i = 0; i < diff->new.len; i++) {
		const struct labelled *new = &diff->new.rows[i], *old = side_find(&diff->old, new);
		if (old == NULL) {
			say(diff, _("new: %s %s %s"), _(diff->kind->name), new->label,
				shorten(diff->kind->title(new->row), 0, title));
			continue;
		}
		compare_rows(diff, old, new);
		moved = moved || old->order < before;
		before = old->order;
	}
	if (moved)
		say(diff, _("changed: the order of rows of the kind %s"), _(diff->kind->name));
}

static void walk_old(struct diff *diff)
{
	char title[SHOWN];
	for (int i = 0; i < diff->old.len; i++) {
		const struct labelled *old = &diff->old.rows[i];
		if (side_find(&diff->new, old) == NULL && !diff->kind->keyed(old->row))
			say(diff, _("gone: %s %s %s"), _(diff->kind->name), old->label,
				shorten(diff->kind->title(old->row), 0, title));
	}
}

static void side_done(struct side *side)
{
	free(side->rows);
	free(side->sorted);
}

static enum err compare_kind(struct diff *diff)
{
	diff->old.rows = diff->old.sorted = diff->new.rows = diff->new.sorted = NULL;
	enum err err = side_load(&diff->old, diff->kind);
	if (err == ERR_OK)
		err = side_load(&diff->new, diff->kind);
	if (err == ERR_OK) {
		walk_new(diff);
		walk_old(diff);
	}
	side_done(&diff->old);
	side_done(&diff->new);
	return err;
}

int plandiff_each(const struct plan *old, const struct plan *new, void (*fn)(const char *line, void *ctx), void *ctx)
{
	struct diff *diff = calloc(1, sizeof *diff);
	if (diff == NULL) {
		(void)err_set(ERR_MEMORY, _("there is no memory left"));
		return -1;
	}
	diff->old.plan = old;
	diff->new.plan = new;
	diff->fn = fn;
	diff->ctx = ctx;
	enum err err = ERR_OK;
	for (int i = 0; i < plandiff_kinds_len && err == ERR_OK; i++) {
		diff->kind = &plandiff_kinds[i];
		err = compare_kind(diff);
	}
	int lines = err == ERR_OK ? diff->lines : -1;
	free(diff);
	return lines;
}
