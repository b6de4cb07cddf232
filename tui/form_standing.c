// SPDX-License-Identifier: MIT
// What stands beneath a form: each indicator that the focused cell is a part of, as it is or, while a figure is typed, as it
// would be. A row with its bar while one types, for that is looked at from the corner of the eye; a sentence else.
#include "tui/form_standing.h"

#include "core/i18n.h"
#include "core/phrase.h"
#include "core/text.h"
#include "tui/part_rows.h"

#define NAME_AT 3
#define NAME_CELLS 18
#define FIGURE_AT 22
#define FIGURE_CELLS 16
#define BAR_AT 39
#define BAR_CELLS 12
#define REST_AT 52

// 落后35.4 还差17 年均需11.3
static const char *distance(const struct plan *plan, const struct standing *s, char *out, size_t cap)
{
	char lag[PHRASE_TEXT], gap[PHRASE_TEXT], needed[PHRASE_TEXT];
	phrase_write(plan, s, PHRASE_LAG_SHORT, lag, sizeof lag);
	phrase_write(plan, s, PHRASE_GAP, gap, sizeof gap);
	phrase_write(plan, s, PHRASE_NEEDED_SHORT, needed, sizeof needed);
	text_format(out, cap, "%s%s%s", lag, lag[0] != '\0' && gap[0] != '\0' ? " " : "", gap);
	if (needed[0] != '\0')
		text_add(out, cap, _(" a year %s"), needed);
	return out;
}

static void draw_row(const struct plan *plan, const struct standing *s, struct paint *p, int y)
{
	char letter[2] = {standing_letter_of(s), '\0'}, text[PHRASE_LONG];
	struct bar bar;
	paint_text(p, y, 1, 1, part_status_role(s->status), letter);
	paint_text(p, y, NAME_AT, NAME_CELLS, ROLE_TEXT, plan->indicators[s->indicator].short_name);
	phrase_write(plan, s, PHRASE_ROW, text, sizeof text);
	if (text[0] != '\0') {
		paint_text(p, y, FIGURE_AT, paint_cols(p) - FIGURE_AT, ROLE_TEXT, text);
		return;
	}
	part_figure(p, y, FIGURE_AT, FIGURE_CELLS, false, ROLE_TEXT,
		phrase_write_within(plan, s, PHRASE_VALUE_TARGET, FIGURE_CELLS, text, sizeof text));
	bar_of(s, BAR_CELLS - 2, &bar);
	if (bar.shape != BAR_NONE)
		paint_bar(p, y, BAR_AT, BAR_CELLS, &bar, part_status_role(s->status));
	paint_text(p, y, REST_AT, paint_cols(p) - REST_AT, ROLE_TEXT, distance(plan, s, text, sizeof text));
}

static int draw_sentence(const struct plan *plan, const struct standing *s, struct paint *p, int y, int end)
{
	char sentence[PHRASE_LONG], line[2 * PHRASE_LONG];
	phrase_write(plan, s, PHRASE_SENTENCE, sentence, sizeof sentence);
	text_format(line, sizeof line, "%c %s", standing_letter_of(s), sentence);
	return paint_wrapped(p, y, end, 1, paint_cols(p) - 2, ROLE_TEXT, line);
}

// A flow is read by its year, too.
static int draw_year(const struct plan *plan, const struct standing *s, struct paint *p, int y, int end)
{
	char sentence[PHRASE_LONG];
	phrase_write(plan, s, PHRASE_YEAR_SENTENCE, sentence, sizeof sentence);
	return sentence[0] == '\0' ? y : paint_wrapped(p, y, end, NAME_AT, paint_cols(p) - NAME_AT - 1, ROLE_TEXT, sentence);
}

int form_standing_title(const struct form *f, struct paint *p, int y, int end)
{
	const struct plan *plan = f->app->plan;
	char line[512];
	text_format(line, sizeof line, "%s %s%s", plan->units[form_standing_unit(f)].short_name,
		plan->elements[form_focused(f)->element].short_name, f->typed != NULL ? _(" -- with the figure that is typed") : "");
	if (y < end)
		paint_rule(p, y++, 0, paint_cols(p), line);
	return y;
}

int form_standing_rows(const struct form *f, struct paint *p, int y, int end)
{
	const struct plan *plan = f->app->plan;
	for (int i = 0; i < plan->indicators_len && y < end; i++) {
		const struct standing *s = survey_at(f->typed != NULL ? f->typed : f->survey, i);
		if (!survey_uses(plan, i, form_focused(f)->element))
			continue;
		if (f->typed != NULL)
			draw_row(plan, s, p, y++);
		else
			y = draw_sentence(plan, s, p, y, end);
		y = y < end ? draw_year(plan, s, p, y, end) : y;
	}
	return y;
}
