// SPDX-License-Identifier: MIT
// See report_cells.h.
#include "exchange/report_cells.h"

#include "core/inferred.h"
#include "core/i18n.h"
#include "core/text.h"

static void write_letter(const struct report *report, const struct report_row *row, char *out, size_t cap)
{
	(void)report;
	text_format(out, cap, "%c", standing_letter_of(row->s));
}

static void write_id(const struct report *report, const struct report_row *row, char *out, size_t cap)
{
	report_row_id(report, row, out, cap);
}

static void write_words(const struct report *report, const struct report_row *row, char *out, size_t cap)
{
	text_format(out, cap, "%s", report_row_words(report, row));
}

static void write_measure(const struct report *report, const struct report_row *row, char *out, size_t cap)
{
	text_format(out, cap, "%s", report->plan->indicators[row->s->indicator].measure);
}

static void write_inferred(const struct report *report, const struct report_row *row, char *out, size_t cap)
{
	inferred_words(report->plan, row->place, out, cap);
}

static void write_marks(const struct report *report, const struct report_row *row, char *out, size_t cap)
{
	notes_marks(&report->notes, report->plan, row->s, out, cap);
}

static void write_caveats(const struct report *report, const struct report_row *row, char *out, size_t cap)
{
	notes_words(&report->notes, report->plan, row->s, out, cap);
}

static void write_notes(const struct report *report, const struct report_row *row, char *out, size_t cap)
{
	notes_texts(&report->notes, report->plan, row->s, " ", out, cap);
}

static void write_unaccepted(const struct report *report, const struct report_row *row, char *out, size_t cap)
{
	(void)report;
	text_format(out, cap, "%s", standing_unaccepted(row->s) ? "~" : "");
}

const struct report_cell report_cells[] = {
	{N_("mark"), true, false, 0, write_letter},
	{N_("id"), true, true, 0, write_id},
	{N_("row"), true, true, 0, write_words},
	{N_("value"), false, true, PHRASE_VALUE_WORDS, NULL},
	{N_("target"), false, true, PHRASE_TARGET, NULL},
	{N_("measured in"), false, true, 0, write_measure},
	{N_("value/target"), true, false, PHRASE_VALUE_TARGET, NULL},
	{N_("as of"), true, true, PHRASE_DATA_PERIOD, NULL},
	{N_("baseline figure"), false, true, PHRASE_BASELINE, NULL},
	{N_("expected by now"), false, true, PHRASE_EXPECTED, NULL},
	{N_("attainment"), false, true, PHRASE_ATTAINMENT, NULL},
	{N_("time elapsed"), false, true, PHRASE_ELAPSED, NULL},
	{N_("progress made"), false, true, PHRASE_DONE, NULL},
	{N_("against pace"), true, true, PHRASE_LAG, NULL},
	{N_("gap"), true, true, PHRASE_GAP, NULL},
	{N_("needed a year"), true, true, PHRASE_NEEDED, NULL},
	{N_("in the last year"), false, true, PHRASE_RECENT, NULL},
	{N_("projected figure"), false, true, PHRASE_PROJECTED, NULL},
	{N_("status"), true, true, PHRASE_STATUS, NULL},
	{N_("coverage"), false, true, PHRASE_COVERAGE, NULL},
	{N_("not accepted"), false, true, 0, write_unaccepted},
	{N_("remark"), true, true, PHRASE_ROW, NULL},
	{N_("inferred"), true, true, 0, write_inferred},
	{N_("notes"), true, false, 0, write_marks},
	{N_("caveat"), false, true, 0, write_caveats},
	{N_("notes"), false, true, 0, write_notes},
};
const int report_cells_len = (int)(sizeof report_cells / sizeof report_cells[0]);

char *report_cell_write(
	const struct report_cell *cell, const struct report *report, const struct report_row *row, char *out, size_t cap)
{
	out[0] = '\0';
	if (cell->write != NULL)
		cell->write(report, row, out, cap);
	else
		phrase_write(report->plan, row->s, cell->field, out, cap);
	return out;
}
