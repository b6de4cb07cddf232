// SPDX-License-Identifier: MIT
// What a command works with: the file, who and when it is, options, where results go. The roof's only state.
#ifndef CLI_CONTEXT_H
#define CLI_CONTEXT_H

#include <stdbool.h>
#include <stdio.h>

#include "cli/command.h"
#include "core/plan.h"
#include "core/settings.h"
#include "core/store.h"
#include "core/survey.h"
#include "db/db.h"

struct scratch;
struct context {
	const struct command *command;
	const char *option[OPTION_COUNT];       // as given; NULL: not given, "" of a switch
	struct settings settings;
	const char *lost_locale;                // the environment's locale when it is not installed, else NULL
	char *path;                             // the database file
	bool is_default;                        // PATH is the default file, which the first start makes
	int today;                              // yyyymmdd, local
	int64_t fixed_now;                      // of the demonstration, which has a day of its own; 0: the clock
	struct scratch *scratch;                // of the demonstration; NULL
	char who[201];                          // the account
	char name[201], org[64];                // of the operator as the file knows him; code of unit or department. "" unknown
	bool terminal;                          // standard input and output are one
	FILE *out;                              // results
	struct store *store;                    // NULL until context_open
	int published;                          // db_written of it when it was last published
	struct plan *plan;
	const struct context_writer *writer;    // NULL in the read-only program
};
struct context_writer {                          // what only a program that may write links
	enum err (*make_default)(struct context *context);
	enum err (*upgrade)(struct store *store);
	enum err (*know_operator)(struct context *context);      // who sits here, at each opening
	enum err (*make_demo)(struct context *context);
	void (*demo_done)(struct context *context);
	enum err (*open_past)(struct context *context, const char *day);
	void (*leave)(struct context *context);         // the file is about to be closed
};

must_check enum err context_init(struct context *context);      // clock, account; PATH once the options are read
must_check enum err context_find_file(struct context *context); // --demo, --file, else the default
must_check enum err context_take_file(struct context *context, const char *path);   // a FILE argument, instead of --file
// Open the file and read its plan. The default file is made when there is none yet.
must_check enum err context_open(struct context *context, enum db_mode mode);
must_check enum err context_open_file(struct context *context, enum db_mode mode);   // without its plan
void context_close(struct context *context);                   // the file; PATH stays
void context_done(struct context *context);

// --period, else the newest period of the plan's shortest frequency that has ended.
must_check enum err context_period(const struct context *context, int *out);
// The same, of which there can be figures. ERR_REFUSED: it lies before the plan's base year; it has not begun, or where it is asked
// AHEAD (a form to be printed) it lies behind the plan's end.
enum context_when { CONTEXT_BEGUN, CONTEXT_AHEAD };
must_check enum err context_period_of_plan(const struct context *context, enum context_when when, int *out);
// --unit, else FALLBACK.
must_check enum err context_unit(const struct context *context, int fallback, int *out);
// Is there such a unit in PERIOD? ERR_REFUSED: till when it was, with its successor, or from when it is. PLAN_NONE: no unit is asked.
must_check enum err context_unit_exists(const struct context *context, int unit, int period);
// Plan index by what was typed; the sentence of a refusal lists what there is.
must_check enum err context_find_unit(const struct context *context, const char *word, int *out);
must_check enum err context_find_element(const struct context *context, const char *word, int *out);
// Who keys in sees all figures; else accepted ones only, unless --unaccepted asks for the others, too.
enum survey_figures context_figures(const struct context *context, bool desk);
// A number of an option, within low..high.
must_check enum err context_number(const struct context *context, enum option option, int low, int high, int *out);

int context_day(const struct context *context);                // yyyymmdd, local, as of now
// For struct db_options and operation ids.
void context_random(void *out, size_t len);

#endif
