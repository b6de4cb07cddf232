// SPDX-License-Identifier: MIT
// See notes.h. Explanations and corrections are read first and then told row by row, so that numbers follow the page.
#include "exchange/notes.h"

#include <stdlib.h>
#include <string.h>

#include "core/entry_words.h"
#include "core/i18n.h"
#include "core/phrase.h"
#include "core/said.h"
#include "core/text.h"

#define NOTE_TEXT 1600
#define NOTE_CELLS 600
#define PERIODS 64                               // more are read again, and told once all the same

struct amended { struct correction row; char *reason, *doc; };
struct reading {
	const struct notes_query *query;
	struct store *store;
	struct notes *notes;
	struct said said;
	int periods[PERIODS], periods_len;       // of which SAID holds the explanations
	struct amended *amended;
	int amended_len, amended_cap;
};

static const struct { const char *word; enum phrase_field field; } kinds[NOTE_KINDS] = {
	[NOTE_BASE] = {N_("no baseline"), PHRASE_NOTE_BASE},
	[NOTE_CARRIED] = {N_("carried"), PHRASE_NOTE_CARRIED},
	[NOTE_PARTIAL] = {N_("partial"), PHRASE_NOTE_PARTIAL},
	[NOTE_EXPLANATION] = {N_("explanation"), 0},
	[NOTE_CORRECTION] = {N_("correction"), 0},
};

const char *notes_word(enum note_kind kind)
{
	return _(kinds[kind].word);
}

// ------------------------------------------------------------ which cells a standing is made of

static bool is_part(const struct plan *plan, const struct standing *s, int element)
{
	const struct plan_indicator *ind = &plan->indicators[s->indicator];
	return element != PLAN_NONE && (element == ind->x || element == ind->y || element == ind->published);
}

static bool is_period(const struct standing *s, int period)
{
	return period != 0 && (period == s->value_period || period == s->sum_period || (s->year.has && period == s->year.period));
}

static bool is_within(const struct plan *plan, int unit, int of)
{
	while (unit != PLAN_NONE && unit != of)
		unit = plan->units[unit].parent;
	return unit == of;
}

bool notes_concern(const struct note *note, const struct plan *plan, const struct standing *s)
{
	if (note->indicator != PLAN_NONE)
		return note->indicator == s->indicator && note->unit == s->unit;
	return is_part(plan, s, note->element) && is_period(s, note->period) && is_within(plan, note->unit, s->unit);
}

// ------------------------------------------------------------ the list

static enum err add(struct notes *notes, const struct note *note, const char *text)
{
	if (notes->len == notes->cap) {
		int cap = notes->cap == 0 ? 16 : notes->cap * 2;
		struct note *grown = realloc(notes->rows, (size_t)cap * sizeof *grown);
		if (grown == NULL)
			return err_set(ERR_MEMORY, "%s", _("no memory"));
		notes->rows = grown;
		notes->cap = cap;
	}
	notes->rows[notes->len] = *note;
	enum err err = text_dup(text, &notes->rows[notes->len].text);
	notes->len += err == ERR_OK;
	return err;
}

// One explanation answers several findings of a cell, and two indicators share an element: it is told once.
static bool has(const struct notes *notes, const struct note *note, const char *text)
{
	for (int i = 0; i < notes->len; i++) {
		const struct note *row = &notes->rows[i];
		if (row->kind == note->kind && row->element == note->element && row->unit == note->unit && row->period == note->period &&
			strcmp(row->text, text) == 0)
			return true;
	}
	return false;
}

static enum err note_standing(struct reading *r, const struct standing *s)
{
	const struct plan *plan = r->query->plan;
	char words[PHRASE_LONG], text[NOTE_TEXT];
	enum err err = ERR_OK;
	for (enum note_kind kind = NOTE_BASE; kind <= NOTE_PARTIAL && err == ERR_OK; kind++) {
		const struct note note = {.kind = kind, .indicator = s->indicator, .element = PLAN_NONE, .unit = s->unit};
		if (phrase_write(plan, s, kinds[kind].field, words, sizeof words)[0] == '\0')
			continue;
		text_format(text, sizeof text, _("%s: %s"), plan->indicators[s->indicator].name, words);
		err = add(r->notes, &note, text);
	}
	return err;
}

// ------------------------------------------------------------ explanations

// The figure that it was written about must still stand, and be one that this reader sees.
static enum err stands(const struct reading *r, const struct explanation *said, struct entry *entry, bool *yes)
{
	*entry = (struct entry){0};
	enum err err = store_get_entry(r->store, r->query->plan, said->element, said->unit, said->period, entry);
	*yes = err == ERR_OK && entry->change == said->about && (r->query->figures == SURVEY_ALL || entry->accepted);
	return err;
}

static enum err note_explanation(struct reading *r, const struct explanation *said)
{
	const struct note note = {.kind = NOTE_EXPLANATION, .indicator = PLAN_NONE, .element = said->element, .unit = said->unit,
		.period = said->period};
	char name[256], figure[ENTRY_WORDS], clean[NOTE_CELLS * 4 + 1], text[NOTE_TEXT];
	struct entry entry;
	bool yes;
	enum err err = stands(r, said, &entry, &yes);
	if (err != ERR_OK || !yes)
		return err;
	text_fit(said->text, NOTE_CELLS, false, false, clean, sizeof clean);
	text_format(text, sizeof text, _("%s %s: %s"), entry_words_name(r->query->plan, &entry, name, sizeof name),
		entry_words(r->query->plan, &entry, figure, sizeof figure), clean);
	return has(r->notes, &note, text) ? ERR_OK : add(r->notes, &note, text);
}

static enum err note_explanations(struct reading *r, const struct standing *s)
{
	enum err err = ERR_OK;
	for (int i = 0; i < r->said.len && err == ERR_OK; i++) {
		const struct explanation *said = &r->said.rows[i];
		if (said_explains(said->rule) && is_part(r->query->plan, s, said->element) && is_period(s, said->period) &&
			is_within(r->query->plan, said->unit, r->query->unit))
			err = note_explanation(r, said);
	}
	return err;
}

// ------------------------------------------------------------ corrections

static enum err keep_correction(const struct correction *correction, void *ctx)
{
	struct reading *r = ctx;
	if (correction->state != CORRECTION_ACCEPTED || !is_within(r->query->plan, correction->unit, r->query->unit))
		return ERR_OK;
	if (r->amended_len == r->amended_cap) {
		int cap = r->amended_cap == 0 ? 8 : r->amended_cap * 2;
		struct amended *grown = realloc(r->amended, (size_t)cap * sizeof *grown);
		if (grown == NULL)
			return err_set(ERR_MEMORY, "%s", _("no memory"));
		r->amended = grown;
		r->amended_cap = cap;
	}
	struct amended *kept = &r->amended[r->amended_len++];
	*kept = (struct amended){.row = *correction};
	enum err err = text_dup(correction->reason, &kept->reason);
	return err == ERR_OK ? text_dup(correction->doc, &kept->doc) : err;
}

// Lines come newest first: the first is the decision.
static enum err take_time(const struct store_op *op, const struct store_change *change, void *ctx)
{
	int64_t *at = ctx;
	(void)change;
	if (*at == 0)
		*at = op->at;
	return ERR_OK;
}

static void add_clause(char *out, size_t cap, const char *before, const char *said)
{
	char clean[NOTE_CELLS * 4 + 1];
	if (said[0] == '\0')
		return;
	text_fit(said, NOTE_CELLS, false, false, clean, sizeof clean);
	text_add(out, cap, "%s%s", before, clean);
}

static void correction_words(const struct reading *r, const struct amended *amended, int day, char *out, size_t cap)
{
	const struct correction *row = &amended->row;
	struct entry cell = {.element = row->element, .unit = row->unit, .period = row->period, .kind = row->old_kind,
		.figure = row->old, .note = "", .doc = "", .change = row->about};
	char name[256], old[ENTRY_WORDS], new[ENTRY_WORDS], when[64];
	entry_words_name(r->query->plan, &cell, name, sizeof name);
	entry_words(r->query->plan, &cell, old, sizeof old);
	cell.kind = ENTRY_VALUE;
	cell.figure = row->figure;
	entry_words(r->query->plan, &cell, new, sizeof new);
	text_format(out, cap, _("%s corrected from %s to %s"), name, old, new);
	add_clause(out, cap, _("; reason: "), amended->reason);
	add_clause(out, cap, _("; document: "), amended->doc);
	if (day != 0)
		add_clause(out, cap, _("; "),
			text_format(when, sizeof when, _("accepted on %d-%02d-%02d"), day / 10000, day / 100 % 100, day % 100));
	add_clause(out, cap, "", _("."));
}

static enum err note_correction(struct reading *r, const struct amended *amended)
{
	const struct correction *row = &amended->row;
	const struct note note = {.kind = NOTE_CORRECTION, .indicator = PLAN_NONE, .element = row->element, .unit = row->unit,
		.period = row->period};
	char text[NOTE_TEXT];
	int64_t at = 0;
	enum err err = store_cell_life(r->store, row->change, take_time, &at);
	if (err != ERR_OK)
		return err;
	correction_words(r, amended, at != 0 && r->query->day_of != NULL ? r->query->day_of(at) : 0, text, sizeof text);
	return has(r->notes, &note, text) ? ERR_OK : add(r->notes, &note, text);
}

static enum err note_corrections(struct reading *r, const struct standing *s)
{
	enum err err = ERR_OK;
	for (int i = 0; i < r->amended_len && err == ERR_OK; i++)
		if (is_part(r->query->plan, s, r->amended[i].row.element) && is_period(s, r->amended[i].row.period))
			err = note_correction(r, &r->amended[i]);
	return err;
}

// ------------------------------------------------------------

static enum err read_period(struct reading *r, int period)
{
	for (int i = 0; i < r->periods_len; i++)
		if (r->periods[i] == period)
			return ERR_OK;
	if (r->periods_len < PERIODS)
		r->periods[r->periods_len++] = period;
	return said_load(&r->said, r->store, r->query->plan, period, PLAN_NONE);
}

// Figures of a report stand at few periods: each is read once.
static enum err read_said(struct reading *r, const struct standing *const *s, int len)
{
	enum err err = ERR_OK;
	for (int i = 0; i < len && err == ERR_OK; i++) {
		const int periods[] = {s[i]->value_period, s[i]->sum_period, s[i]->year.has ? s[i]->year.period : 0};
		for (size_t p = 0; p < sizeof periods / sizeof periods[0] && err == ERR_OK; p++)
			if (periods[p] != 0)
				err = read_period(r, periods[p]);
	}
	return err;
}

static void reading_done(struct reading *r)
{
	for (int i = 0; i < r->amended_len; i++) {
		free(r->amended[i].reason);
		free(r->amended[i].doc);
	}
	free(r->amended);
	said_done(&r->said);
}

enum err notes_read(struct notes *notes, struct store *store, const struct notes_query *query, const struct standing *const *s, int len)
{
	struct reading r = {.query = query, .store = store, .notes = notes};
	enum err err = read_said(&r, s, len);
	if (err == ERR_OK)
		err = store_each_correction(store, query->plan, STORE_ALL, NULL, keep_correction, &r);
	for (int i = 0; i < len && err == ERR_OK; i++) {
		err = note_standing(&r, s[i]);
		if (err == ERR_OK)
			err = note_explanations(&r, s[i]);
		if (err == ERR_OK)
			err = note_corrections(&r, s[i]);
	}
	reading_done(&r);
	return err;
}

void notes_done(struct notes *notes)
{
	for (int i = 0; i < notes->len; i++)
		free(notes->rows[i].text);
	free(notes->rows);
	*notes = (struct notes){0};
}

// ------------------------------------------------------------ marks

char *notes_marks(const struct notes *notes, const struct plan *plan, const struct standing *s, char *out, size_t cap)
{
	char mark[32];
	out[0] = '\0';
	for (int i = 0; i < notes->len; i++)
		if (notes_concern(&notes->rows[i], plan, s))
			text_join(out, cap, " ", "%s", text_format(mark, sizeof mark, _("note %d"), i + 1));
	return out;
}

char *notes_words(const struct notes *notes, const struct plan *plan, const struct standing *s, char *out, size_t cap)
{
	out[0] = '\0';
	for (int i = 0; i < notes->len; i++)
		if (notes->rows[i].kind <= NOTE_PARTIAL && notes_concern(&notes->rows[i], plan, s))
			text_join(out, cap, " ", "%s", notes_word(notes->rows[i].kind));
	return out;
}

char *notes_texts(
	const struct notes *notes, const struct plan *plan, const struct standing *s, const char *between, char *out, size_t cap)
{
	out[0] = '\0';
	for (int i = 0; i < notes->len; i++) {
		const struct note *note = &notes->rows[i];
		if (notes_concern(note, plan, s))
			text_join(out, cap, between, "%s %s", notes_word(note->kind), note->text);
	}
	return out;
}
