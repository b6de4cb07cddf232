// SPDX-License-Identifier: MIT
// See plan_text.h.
#include "tui/plan_text.h"

#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"
#include "core/missing_words.h"
#include "core/text.h"
#include "tui/plan_line.h"

#define NAME 2048                // bytes of one wording; a longer one is cut on a character

// ------------------------------------------------------------ gathering lines

struct gather {
	struct plan_text *text;
	enum plan_line_kind kind, more;      // of the first line and of those that it goes on with
	int ref, indent;
	enum err err;
};

static enum err grow(struct plan_text *text)
{
	int cap = text->cap > 0 ? 2 * text->cap : 64;
	struct plan_line *lines = realloc(text->lines, (size_t)cap * sizeof *lines);
	if (lines == NULL)
		return err_set(ERR_MEMORY, "%s", _("no memory"));
	text->lines = lines;
	text->cap = cap;
	return ERR_OK;
}

static void take_line(const char *line, size_t len, void *ctx)
{
	struct gather *gather = ctx;
	struct plan_text *text = gather->text;
	if (gather->err == ERR_OK && text->len == text->cap)
		gather->err = grow(text);
	if (gather->err != ERR_OK)
		return;
	char *copy = malloc(len + 1);
	if (copy == NULL) {
		gather->err = err_set(ERR_MEMORY, "%s", _("no memory"));
		return;
	}
	memcpy(copy, line, len);
	copy[len] = '\0';
	text->lines[text->len++] = (struct plan_line){gather->kind, gather->ref, gather->indent, copy};
	gather->kind = gather->more;
}

static void add(struct gather *gather, enum plan_line_kind kind, enum plan_line_kind more, int ref, int indent, int cells,
	const char *words)
{
	gather->kind = kind;
	gather->more = more;
	gather->ref = ref;
	gather->indent = indent;
	if (words != NULL && words[0] != '\0')
		text_wrap(words, cells > 2 ? cells : 2, take_line, gather);
}

static void add_text(struct gather *gather, int indent, int width, const char *words)
{
	add(gather, PLAN_LINE_TEXT, PLAN_LINE_TEXT, PLAN_NONE, indent, width - indent - 1, words);
}

static void add_heading(struct gather *gather, int indent, int width, const char *words)
{
	add(gather, PLAN_LINE_HEADING, PLAN_LINE_HEADING, PLAN_NONE, indent, width - indent - 1, words);
}

static void empty(struct plan_text *text)
{
	for (int i = 0; i < text->len; i++)
		free(text->lines[i].text);
	text->len = text->words = 0;
}

void plan_text_done(struct plan_text *text)
{
	empty(text);
	free(text->lines);
	memset(text, 0, sizeof *text);
}

// Number and title, as far as the document prints them.
static const char *title_of(const struct plan_outline *outline, char *out, size_t cap)
{
	const char *title = outline->title == NULL ? _("(title not published)") : outline->title;
	return text_format(out, cap, "%s%s%s", outline->number, outline->number[0] != '\0' ? " " : "", title);
}

// ------------------------------------------------------------ the contents

static void add_outlines(struct gather *gather, const struct plan *plan, int width)
{
	char title[NAME];
	for (int i = 0; i < plan->outlines_len; i++) {
		const struct plan_outline *outline = &plan->outlines[i];
		title_of(outline, title, sizeof title);
		if (outline->level == PLAN_PART) {
			add_heading(gather, 1, width, title);
			add_text(gather, 3, width, outline->body);
		} else if (outline->level == PLAN_CHAPTER) {
			add(gather, PLAN_LINE_CHAPTER, PLAN_LINE_MORE, i, 2, width - 3, title);
		}
	}
}

struct about { struct gather *gather; int width; };

static void add_line(const char *line, void *ctx)
{
	const struct about *about = ctx;
	add_text(about->gather, 1, about->width, line);
}

// What is known of the document itself, and what of it is not. A heading with nothing beneath it goes again.
static void add_about(struct gather *gather, const struct plan *plan, int width)
{
	struct plan_text *text = gather->text;
	int before = text->len;
	add_heading(gather, 1, width, _("Missing and inferred"));
	int headed = text->len;
	missing_words_each(plan, add_line, &(struct about){gather, width});
	while (text->len == headed && headed > before) {
		free(text->lines[--text->len].text);
		headed--;
	}
}

enum err plan_text_contents(struct plan_text *text, const struct plan *plan, int width)
{
	struct gather gather = {.text = text};
	empty(text);
	add_heading(&gather, 1, width, plan->title);
	text->words = text->len;
	add_outlines(&gather, plan, width);
	add_about(&gather, plan, width);
	return gather.err;
}

// ------------------------------------------------------------ a chapter

bool plan_text_stands(const struct plan_place *place, int outline)
{
	return place->outline == outline || place->also == outline;
}

static bool same_thing(const struct plan *plan, int a, int b, int outline)
{
	return a != b && plan->places[a].indicator == plan->places[b].indicator && plan_text_stands(&plan->places[b], outline);
}

int plan_text_wording(const struct plan *plan, int place, int outline)
{
	for (int i = 0; i < plan->places_len; i++)
		if (same_thing(plan, place, i, outline)) {
			if (i < place)
				return PLAN_NONE;
			if (plan->places[place].kind == PLAN_ROW_PROJECT)
				return i;
		}
	return place;
}

// OUTLINE: where it stands; PLAN_NONE: nothing is said of that.
static void put_name(const struct plan *plan, int place, int outline, char *out, size_t cap)
{
	const struct plan_place *row = &plan->places[place];
	const char *words = row->kind == PLAN_ROW_INDICATOR ? plan->indicators[row->indicator].name : row->words;
	text_format(out, cap, "%s%s", words, row->ours && row->outline == outline ? _(" (chapter inferred)") : "");
}

static bool same_inferred(const struct plan *plan, int a, int b)
{
	return plan->places[a].same_inferred || plan->places[b].same_inferred;
}

static void add_more(struct gather *gather, int width, const char *words)
{
	add(gather, PLAN_LINE_MORE, PLAN_LINE_MORE, PLAN_NONE, PLAN_LINE_NAME_AT, width - PLAN_LINE_NAME_AT - 1, words);
}

static void add_row(struct gather *gather, const struct plan *plan, const struct survey *survey, int first, int outline, int width)
{
	char words[NAME], line[NAME + 64];
	int place = plan_text_wording(plan, first, outline), row = gather->text->len;
	if (place == PLAN_NONE)
		return;
	put_name(plan, place, outline, words, sizeof words);
	add(gather, PLAN_LINE_ROW, PLAN_LINE_MORE, place, PLAN_LINE_NAME_AT, plan_line_name_cells(width), words);
	if (gather->err != ERR_OK)
		return;
	plan_line_long_words(plan, survey_at(survey, plan->places[place].indicator), gather->text->lines[row].text, width, line,
		sizeof line);
	add_more(gather, width, line);
	for (int i = first; i < plan->places_len; i++) {
		if (!same_thing(plan, place, i, outline))
			continue;
		bool inferred = same_inferred(plan, place, i);
		put_name(plan, i, inferred ? PLAN_NONE : outline, words, sizeof words);
		add_more(gather, width,
			text_format(line, sizeof line, "= %s%s", words, inferred ? _(" (the same: inferred)") : ""));
	}
}

static void add_outline(struct gather *gather, const struct plan *plan, const struct survey *survey, int outline, bool chapter,
	int width)
{
	char title[NAME];
	if (!chapter)
		add_heading(gather, 1, width, title_of(&plan->outlines[outline], title, sizeof title));
	add_text(gather, 1, width, plan->outlines[outline].body);
	if (chapter) {
		add(gather, PLAN_LINE_COLUMNS, PLAN_LINE_COLUMNS, PLAN_NONE, 0, width, " ");
		gather->text->words = gather->text->len;
	}
	for (int i = 0; i < plan->places_len; i++)
		if (plan_text_stands(&plan->places[i], outline))
			add_row(gather, plan, survey, i, outline, width);
}

enum err plan_text_chapter(struct plan_text *text, const struct plan *plan, const struct survey *survey, int chapter, int width)
{
	struct gather gather = {.text = text};
	empty(text);
	for (int i = 0; i < plan->outlines_len; i++)
		if (plan_chapter_of(plan, i) == chapter)
			add_outline(&gather, plan, survey, i, i == chapter, width);
	return gather.err;
}
