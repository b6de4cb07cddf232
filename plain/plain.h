// SPDX-License-Identifier: MIT
// The same program as numbered questions and lines, for screen readers, dumb terminals and pipes of answers. What it knows
// of the file, the desk and the day is filled in by the roof, as for the screens.
#ifndef PLAIN_PLAIN_H
#define PLAIN_PLAIN_H

#include <stdbool.h>
#include <stdio.h>

#include "core/desk.h"
#include "core/paper.h"
#include "core/past.h"
#include "core/store.h"
#include "core/suppose.h"
#include "core/survey.h"

struct plain {
	FILE *in, *out;
	char *(*to_utf8)(const char *line);      // owned by the caller, NULL: it is UTF-8 already; no function: never asked
	bool (*wait)(FILE *in, int idle);        // for an answer of somebody who types; false: none for IDLE seconds. NULL: as long as it takes
	int idle;
	bool idled;                              // out: that is why it ended
	bool echo;                               // nobody types there: what is answered is said too, so that the lines read as talk
	struct store *store;
	struct plan *plan;
	const struct desk *desk;                 // NULL: nothing that writes is offered; so for PAPER
	const struct paper *paper;
	const struct past *past;                 // NULL: there is no looking back
	int (*day_of)(int64_t at);               // the local day of a time
	char *(*time_words)(int64_t at, char *out, size_t cap);
	const char *account;
	int period, unit, today;                 // yyyymm; plan index; yyyymmdd
	enum survey_figures figures;
	struct suppose suppose;                  // what is tried out: over what is stored, and gone at the end
	bool over;                               // q, the end of the answers, or nobody reads any more
	int64_t version;                         // of the file when its targets were read
	struct { int day, today; struct store *store; const struct desk *desk; const struct paper *paper; } back;   // day 0: now
};
// Until q, the end of IN, or OUT takes no more.
must_check enum err plain_run(struct plain *plain);

#endif
