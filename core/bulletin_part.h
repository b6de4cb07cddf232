// SPDX-License-Identifier: MIT
// What the chapters of a bulletin share: what is told, and the paragraph at hand. Private to core/bulletin*.c.
#ifndef CORE_BULLETIN_PART_H
#define CORE_BULLETIN_PART_H

#include "core/bulletin.h"
#include "core/phrase.h"
#include "core/report_list.h"
#include "core/survey.h"

struct bulletin_work {
	struct store *store;
	const struct plan *plan;
	const struct bulletin_ask *ask;
	struct survey_query query;
	struct bulletin *out;
	struct survey *city;                 // the whole, by indicator
	struct survey **by_unit;             // of each number, by unit; NULL of other indicators
	struct report_list reports;
	char *text;                          // of the paragraph at hand, grown
	size_t len, cap;
	struct bulletin_rest *rests;         // what it rests on
	int rests_len, rests_cap;
	bool failed;                         // no memory: said when the paragraph ends
};

// Into the paragraph at hand: words; a field of a standing, which it then rests on ("" is put down as nothing; true: it was not).
void bulletin_put(struct bulletin_work *work, const char *format, ...) __attribute__((format(printf, 2, 3)));
bool bulletin_put_field(struct bulletin_work *work, const char *before, const struct standing *s, enum phrase_field field);
void bulletin_rest(struct bulletin_work *work, const struct standing *s);
// It ends: a paragraph of that kind.
must_check enum err bulletin_end(struct bulletin_work *work, enum bulletin_kind kind);
// A paragraph that is one sentence.
must_check enum err bulletin_say(struct bulletin_work *work, enum bulletin_kind kind, const char *text);
// 滞后, 严重滞后, 未完成.
bool bulletin_is_behind(const struct standing *s);
// 2024年7月8日; in the year of the bulletin's day 7月8日.
char *bulletin_day(const struct bulletin_work *work, int day, char *out, size_t cap);

// The chapters.
must_check enum err bulletin_overall(struct bulletin_work *work);
must_check enum err bulletin_targets(struct bulletin_work *work);
must_check enum err bulletin_units(struct bulletin_work *work);
must_check enum err bulletin_tasks(struct bulletin_work *work);
must_check enum err bulletin_reports(struct bulletin_work *work);
must_check enum err bulletin_corrections(struct bulletin_work *work);
must_check enum err bulletin_needs(struct bulletin_work *work);

#endif
