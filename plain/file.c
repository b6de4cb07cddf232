// SPDX-License-Identifier: MIT
// Figures from a file: which file, what it would do, and writing it at once.
#include "core/i18n.h"
#include "core/text.h"
#include "plain/part.h"

static int to_write(const struct import *import)
{
	int count = import->count[IMPORT_NEW];
	for (int i = 0; i < import->len; i++)
		count += import->rows[i].state == IMPORT_DIFFERS && import->rows[i].take;
	return count;
}

// ------------------------------------------------------------ said

static void say_row(struct plain *p, const struct import_row *row)
{
	const struct plan *plan = p->plan;
	const char *unit = row->unit != PLAN_NONE ? plan->units[row->unit].name : "";
	const char *element = row->element != PLAN_NONE ? plan->elements[row->element].name : "";
	if (row->state == IMPORT_REFUSED)
		plain_say(p, _("line %d, %s %s: refused: %s"), row->line, unit, element, row->why);
	else if (row->state == IMPORT_DIFFERS)
		plain_say(p, _("line %d, %s %s: stands %s, in the file %s; %s"), row->line, unit, element, row->present, row->text,
			row->take ? _("the file's is taken") : _("what stands is kept"));
}

static void say_import(struct plain *p, void *at)
{
	const struct import *import = at;
	const int *count = import->count;
	plain_say(p, _("%s, %d lines: new %d, differing %d, the same %d, refused %d"), import->encoding, import->len, count[IMPORT_NEW],
		count[IMPORT_DIFFERS], count[IMPORT_SAME], count[IMPORT_REFUSED]);
	for (int i = 0; i < import->len && !p->over; i++)
		say_row(p, &import->rows[i]);
	plain_say(p, _("to be written: %d cells"), to_write(import));
}

// ------------------------------------------------------------ done

static void write_now(struct plain *p, void *at)
{
	struct import *import = at;
	struct paper_written written;
	if (to_write(import) == 0)
		plain_say(p, "%s", _("Nothing to write: what stands is the same or is kept."));
	else if (!plain_failed(p, p->paper->write(p->paper->ctx, import, &written))) {
		plain_say(p, _("Written: %d cells; undo takes them all back."), written.cells);
		if (written.refused[0] != '\0')
			plain_say(p, _("What was refused is kept in %s"), written.refused);
	}
}

static void take_and_write(struct plain *p, void *at)
{
	struct import *import = at;
	for (int i = 0; i < import->len; i++)
		import->rows[i].take = import->rows[i].state == IMPORT_DIFFERS;
	write_now(p, at);
}

enum { KEEP_IT, TAKE_IT };

static const char *take_words(const struct plain *p, const void *ctx, int row, char *out, size_t cap)
{
	const struct import_row *at = ctx;
	(void)p;
	return text_format(out, cap, row == TAKE_IT ? _("take the file's: %s") : _("keep what stands: %s"), row == TAKE_IT ? at->text : at->present);
}

static void one_by_one(struct plain *p, void *at)
{
	struct import *import = at;
	for (int i = 0; i < import->len && !p->over; i++) {
		struct import_row *row = &import->rows[i];
		char title[PLAIN_TEXT];
		if (row->state != IMPORT_DIFFERS)
			continue;
		text_format(title, sizeof title, "%s %s", p->plan->units[row->unit].name, p->plan->elements[row->element].name);
		int choice = plain_pick(p, title, TAKE_IT + 1, take_words, row);
		if (choice == PLAN_NONE)
			return;
		row->take = choice == TAKE_IT;
	}
	if (!p->over)
		write_now(p, at);
}

static const struct plain_choice choices[] = {
	{N_("write the new ones, keep what stands where it differs"), write_now, NULL},
	{N_("write all, the file's figure where it differs"), take_and_write, NULL},
	{N_("ask at each that differs, then write"), one_by_one, NULL},
};
static const struct plain_question question = {N_("What shall be written?"),
	N_("Written at once, taken back at once; lines that are refused stay out. 0 writes nothing."), PLAIN_CHOICES(choices), true, say_import,
	N_("nothing")};

static void read_file(struct plain *p, const char *path)
{
	struct import *import = NULL;
	int unit = p->unit == p->plan->root ? PLAN_NONE : p->unit;
	if (plain_failed(p, p->paper->read(p->paper->ctx, path, unit, p->period, &import)))
		return;
	plain_question(p, &question, import);
	p->paper->done(p->paper->ctx, import);
}

void plain_file(struct plain *p, void *at)
{
	const char *names[PAPER_NAMES];
	char typed[PLAIN_LINE];
	(void)at;
	int len = p->paper->list(p->paper->ctx, names);
	for (int i = 0; i < len; i++)
		plain_say(p, "%d %s", i + 1, names[i]);
	if (plain_ask(p, _("file, by its number or path"), _("CSV: an export, a filled-in form, a table."), typed) != PLAIN_GIVEN)
		return;
	int number = plain_number(typed, len);
	if (number > 0)
		text_format(typed, sizeof typed, "%s", names[number - 1]);
	if (number != 0)
		read_file(p, typed);
}
