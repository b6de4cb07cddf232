// SPDX-License-Identifier: MIT
// `duibiao doctor` at a terminal: what was found, and every key as it arrives, with what it does.
#ifndef TUI_DOCTOR_H
#define TUI_DOCTOR_H

#include "core/err.h"
#include "core/settings.h"

enum doctor_verdict { DOCTOR_GOOD, DOCTOR_NOTE, DOCTOR_WRONG };   // a note: it works, and could be better
struct doctor_fact {
	const char *id, *label;         // of JSON; translated
	enum doctor_verdict verdict;
	char value[256];
	char cure[900];                 // what to set, "" when nothing
};
#define DOCTOR_FACTS 16
struct doctor { struct doctor_fact facts[DOCTOR_FACTS]; int len; };

// Find out again; called once the terminal is open, and whenever it tells or has become something else.
typedef void doctor_look_fn(void *ctx, struct doctor *out);
must_check enum err doctor_run(const struct settings *settings, doctor_look_fn *look, void *ctx);
char doctor_letter(enum doctor_verdict verdict);                  // = + !

#endif
