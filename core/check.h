// SPDX-License-Identifier: MIT
// Checks: what is wrong with a figure (强制性, hard: it cannot be submitted) or strange about it (核实性, soft: it passes with a
// written explanation). Findings are computed, never stored; what people say about them is (explanations).
//
// One table of rules, check.def; the plan file adds those between elements ([rule.ID]) and, by its limits, ranges. A rule sees
// the cell as it would be, its past and its neighbours through a source, and is silent where it cannot be sure.
//
// At a keystroke: check_source_of_store(), check_cell() with the entry that would be saved; of what it gives the first is the
// one to show (hard ones come first), `why` its sentence beneath the cell, `cure` the figure that Esc offers. A plain cell costs
// three to six seeks; only one that looks strange has its whole past read. Nothing is allocated.
#ifndef CORE_CHECK_H
#define CORE_CHECK_H

#include <stdbool.h>
#include <stdint.h>

#include "core/entry.h"
#include "core/err.h"
#include "core/plan.h"
#include "core/report.h"

#define CHECK_WORDS 192
#define CHECK_SENTENCE 640
#define CHECK_RULE 40

enum check_level { CHECK_HARD, CHECK_SOFT };
// Where entries come from: a store, the rows of an import not yet written over one, or a test's memory. OUT->change 0: none.
struct check_source {
	void *ctx;
	enum err (*entry)(void *ctx, int element, int unit, int period, struct entry *out);   // text valid until the next call
	int today;                        // yyyymmdd; 0 not known: rules about days are silent
};
#define CHECK_WHY 384
struct check_finding {
	enum check_level level;
	char rule[CHECK_RULE];            // its id: slip, spread, unchanged, ... or that of the plan file
	int element, unit, period;        // the cell it is about
	int other, other_period;          // the cell on the other side; PLAN_NONE, 0
	char name[CHECK_WORDS];           // the rule in a few words (S5's column): 累计不小于上期累计
	char left[CHECK_WORDS], right[CHECK_WORDS];   // both sides as printed
	char why[CHECK_WHY];              // what is wrong or strange, without the place (S3, beneath the cell): 是上年同期0.97的11.5倍...
	char text[CHECK_SENTENCE];        // the whole sentence: level, where, the figure, why, what may be done
	char cure[NUM_TEXT];              // the figure one key would put there, as typed: "1.12"; "" none
	int64_t about;                    // the change of the figure it is about; 0 not yet saved
};
typedef enum err check_fn(const struct check_finding *finding, void *ctx);

// A cell as it would be after ENTRY is saved: what can be told while it is keyed (空 and submission rules are left out). Of the
// texts of ENTRY none is looked at after the first call of the source.
must_check enum err check_cell(const struct plan *plan, const struct check_source *source, const struct entry *entry,
	check_fn *fn, void *ctx);
// The rules of check.def, in their order: manual, help and tests are made from them.
struct check_rule { const char *id; enum check_level level; const char *name, *help; };   // name and help: for _()
const struct check_rule *check_rules(int *len);

// A whole report as it stands, hard ones first: all of the above for each of its cells, 空 at submission for what is due by
// DUE, unconfirmed copies, document numbers that are missing, and the sums of units against the root's own figure.
must_check enum err check_report(const struct plan *plan, const struct check_source *source, const struct report_key *key, int due,
	check_fn *fn, void *ctx);

// All reports of a period at once, what is found told with the index of its report: element by element, each cell's hard findings
// before its soft ones, so that SOURCE is asked for one element's months only (core/check_runs.h).
struct check_report_due { struct report_key key; int due; };
typedef enum err check_of_report_fn(int report, const struct check_finding *finding, void *ctx);
must_check enum err check_reports(const struct plan *plan, const struct check_source *source, const struct check_report_due *reports,
	int len, check_of_report_fn *fn, void *ctx);

// An explanation answers the finding of its rule at its cell while the figure it was written about stands.
struct explanation {
	int period, unit, element;
	const char *rule, *text;          // borrowed; core/said.h has two rules more: what the reviewer says of the cell
	int64_t about;                    // entry.change
	int64_t change;
};
bool check_explained(const struct check_finding *finding, const struct explanation *explanations, int len);

// Entries as they stand in a store, PLAN as it gave it (core/check_store.c). To be called within a view of it.
struct store;
struct check_store { struct store *store; const struct plan *plan; int today; };      // as of check_source
struct check_source check_source_of_store(struct check_store *at);

#endif
