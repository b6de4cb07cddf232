// SPDX-License-Identifier: MIT
// Order among units: on one indicator by a figure, with the place that each had before; and over several indicators, the one
// that is worst off first.
#ifndef CORE_RANK_H
#define CORE_RANK_H

#include "core/phrase_cell.h"
#include "core/survey.h"

struct rank_row {
	int unit;
	struct maybe figure;             // by which it is ranked; none: no place, and it stands last
	int place, before;               // 1 the best; 0 none. Units with the same figure share a place
};
struct ranking {
	struct rank_row *rows;           // in order of their place; those without one in official order
	int len, ranked;
	int *place_of;                   // by plan index of the unit; 0 none
};
// Of UNITS by what VIEW shows of SURVEY (made by survey_indicator), the best first. Units that the indicator does not concern are
// left out. ranking_done frees, after a failure too.
must_check enum err rank_units(const struct plan *plan, const struct survey *survey, enum phrase_view view, const int *units, int len,
	struct ranking *out);
// The places that NOW's units had in BEFORE.
void rank_compare(struct ranking *now, const struct ranking *before);
// The period that places are compared with: the one before the newest figures of the WHOLE. Of what is told by whole years that is
// the year before, whatever period is looked at; 0: there are no figures.
int rank_period_before(const struct plan *plan, const struct standing *whole);
void ranking_done(struct ranking *ranking);

// How many of a unit's indicators stand how badly.
struct rank_trouble { int critical, behind; };       // critical: 严重滞后, 未完成
void rank_count(struct rank_trouble *trouble, enum standing_status status);
// ORDER gets the indices of TROUBLES[0..LEN), the worst first, equal ones in official order. LEN log LEN.
must_check enum err rank_worst_first(const struct rank_trouble *troubles, int len, int *order);

#endif
