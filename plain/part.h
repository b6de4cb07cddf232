// SPDX-License-Identifier: MIT
// What the files of plain/ offer each other: the acts of the first question, and a few words.
#ifndef PLAIN_PART_H
#define PLAIN_PART_H

#include "core/phrase_cell.h"
#include "core/report.h"
#include "plain/question.h"

struct survey_query plain_query(const struct plain *p);
// One of the units that report, in the period; ROOT: the whole too. False: back.
bool plain_choose_unit(struct plain *p, bool root, int *unit);
// A standing in one line: every figure that a row of the screens has. And all that is said about it.
const char *plain_standing(const struct plain *p, const struct standing *s, char *out, size_t cap);
void plain_say_standing(struct plain *p, const struct standing *s);

// Acts of the first question (plain.c); AT is not looked at.
void plain_change_unit(struct plain *p, void *at);
void plain_choose_period(struct plain *p, void *at);
void plain_overview(struct plain *p, void *at);
void plain_chapters(struct plain *p, void *at);
void plain_units(struct plain *p, void *at);
void plain_life(struct plain *p, void *at);
void plain_words(struct plain *p, void *at);
void plain_form(struct plain *p, void *at);
void plain_tasks(struct plain *p, void *at);
void plain_reports(struct plain *p, void *at);
void plain_findings(struct plain *p, void *at);
void plain_file(struct plain *p, void *at);
void plain_targets(struct plain *p, void *at);
void plain_changes(struct plain *p, void *at);
void plain_who(struct plain *p, void *at);
void plain_matrix(struct plain *p, void *at);
void plain_ranking(struct plain *p, void *at);
void plain_trend(struct plain *p, void *at);
void plain_bulletins(struct plain *p, void *at);
void plain_indicators(struct plain *p, void *at);
void plain_overdue(struct plain *p, void *at);
void plain_definitions(struct plain *p, void *at);
void plain_by_unit(struct plain *p, void *at);
void plain_tryout(struct plain *p, void *at);
void plain_begin(struct plain *p);                          // who sits here, when nobody has said it yet
void plain_say_definition(struct plain *p, int indicator);
// One indicator over the units, ranked by a figure; the whole first.
void plain_say_ranking(struct plain *p, int indicator, enum phrase_view view);
struct life_line;
void plain_say_life_line(struct plain *p, const struct life_line *line);
// The life of one cell, and the findings of one report.
void plain_say_life(struct plain *p, int element, int unit, int period);
void plain_findings_of(struct plain *p, const struct report_key *only);

#endif
