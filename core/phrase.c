// SPDX-License-Identifier: MIT
// The table of printed fields; see phrase.h. What each one says stands in phrase_figure.c (a figure against its target),
// phrase_rate.c (what moves in a year), phrase_state.c (status, coverage, rows without columns),
// phrase_sentence.c and phrase_note.c.
#include "core/phrase.h"

#include <string.h>

#include "core/phrase_part.h"
#include "core/text.h"

static phrase_fn *const fields[] = {
	[PHRASE_VALUE] = phrase_put_value,
	[PHRASE_VALUE_WORDS] = phrase_put_value_words,
	[PHRASE_TARGET] = phrase_put_target,
	[PHRASE_VALUE_TARGET] = phrase_put_value_target,
	[PHRASE_BASELINE] = phrase_put_baseline,
	[PHRASE_EXPECTED] = phrase_put_expected,
	[PHRASE_ELAPSED] = phrase_put_elapsed,
	[PHRASE_DONE] = phrase_put_done,
	[PHRASE_ATTAINMENT] = phrase_put_attainment,
	[PHRASE_GAP] = phrase_put_gap,
	[PHRASE_GAP_MEASURED] = phrase_put_gap_measured,
	[PHRASE_LAG] = phrase_put_lag,
	[PHRASE_LAG_SHORT] = phrase_put_lag_short,
	[PHRASE_NEEDED] = phrase_put_needed,
	[PHRASE_NEEDED_MEASURED] = phrase_put_needed_measured,
	[PHRASE_NEEDED_SHORT] = phrase_put_needed_short,
	[PHRASE_RECENT] = phrase_put_recent,
	[PHRASE_RECENT_SHORT] = phrase_put_recent_short,
	[PHRASE_PROJECTED] = phrase_put_projected,
	[PHRASE_SUM] = phrase_put_sum,
	[PHRASE_COVERAGE] = phrase_put_coverage,
	[PHRASE_DATA_PERIOD] = phrase_put_data_period,
	[PHRASE_STATUS] = phrase_put_status,
	[PHRASE_STATUS_SHORT] = phrase_put_status_short,
	[PHRASE_REASON] = phrase_put_reason,
	[PHRASE_PACE] = phrase_put_pace,
	[PHRASE_SENTENCE] = phrase_put_sentence,
	[PHRASE_GAP_SENTENCE] = phrase_put_gap_sentence,
	[PHRASE_ROW] = phrase_put_row,
	[PHRASE_YEAR_DONE] = phrase_put_year_done,
	[PHRASE_YEAR_LAG] = phrase_put_year_lag,
	[PHRASE_YEAR_SENTENCE] = phrase_put_year_sentence,
	[PHRASE_NOTE_BASE] = phrase_put_note_base,
	[PHRASE_NOTE_CARRIED] = phrase_put_note_carried,
	[PHRASE_NOTE_PARTIAL] = phrase_put_note_partial,
};

char *phrase_write(const struct plan *plan, const struct standing *s, enum phrase_field field, char *out, size_t cap)
{
	struct phrase p = {plan, s, &plan->indicators[s->indicator]};
	out[0] = '\0';
	fields[field](&p, out, cap);
	return out;
}

char *phrase_write_within(const struct plan *plan, const struct standing *s, enum phrase_field field, int cells, char *out, size_t cap)
{
	const char *measure = plan->indicators[s->indicator].measure;
	phrase_write(plan, s, field, out, cap);
	size_t len = strlen(out), behind = strlen(measure);
	if (text_cells(out) > cells && behind < len && strcmp(out + len - behind, measure) == 0)
		out[len - behind] = '\0';
	return out;
}
