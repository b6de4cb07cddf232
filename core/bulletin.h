// SPDX-License-Identifier: MIT
// 通报: how the plan was carried out in a period, in ordinary official sentences. Accepted figures only, all of them from
// core/survey in core/phrase's words. An issued one is numbered, dated and kept as it was written.
#ifndef CORE_BULLETIN_H
#define CORE_BULLETIN_H

#include <stdbool.h>
#include <stdint.h>

#include "core/report.h"
#include "core/store.h"

// As they are kept, one letter each.
enum bulletin_kind { BULLETIN_TITLE, BULLETIN_NUMBER, BULLETIN_HEAD, BULLETIN_SUBHEAD, BULLETIN_TEXT, BULLETIN_ITEM, BULLETIN_SIGN,
	BULLETIN_KINDS };
struct bulletin_rest { int indicator, unit; };       // a standing that a paragraph rests on; PLAN_NONE: the plan has it no longer
struct bulletin_line {
	enum bulletin_kind kind;
	char *text;
	struct bulletin_rest *rests;
	int rests_len, rests_cap;
};
struct bulletin {
	int64_t id;                      // 0: not issued
	int year, no, period;
	int64_t at, change;              // when it was issued, seconds since 1970 UTC; its line in the log
	char code[10];                   // of the newest op that its figures know
	int64_t seen;                    // that op
	struct bulletin_line *lines;
	int len, cap;
};

struct bulletin_ask {
	int period, today;
	int (*day_of)(int64_t at);       // the local day of a time
};
// The bulletin as it would be today, in one view of the file. ERR_REFUSED: the period lies before the plan, or has not ended. OUT
// zeroed before; bulletin_done after a failure too.
must_check enum err bulletin_make(struct bulletin *out, struct store *store, const struct plan *plan, const struct bulletin_ask *ask);
void bulletin_done(struct bulletin *bulletin);

// Number and date, in the places that bulletin_make left open for them.
must_check enum err bulletin_number(struct bulletin *bulletin, int year, int no, int day);
// 〔2024〕第3号.
char *bulletin_number_words(int year, int no, char *out, size_t cap);
// The text of its title.
const char *bulletin_title(const struct bulletin *bulletin);
// May this operator issue one: false, and the sentence.
bool bulletin_may(const struct operator *who, char *why, size_t cap);

// The lines as one text that a file keeps, a line each: letter, standings as numbers of the file, TAB, words. Owned.
must_check enum err bulletin_body(const struct bulletin *bulletin, const struct plan *plan, char **out);
must_check enum err bulletin_take_body(struct bulletin *bulletin, const struct plan *plan, const char *body);

// What was corrected after it was issued and concerns its figures: a sentence each.
must_check enum err bulletin_after(struct bulletin *out, struct store *store, const struct plan *plan, const struct bulletin *of);

// For those who write it: a paragraph, and what the newest one rests on.
must_check enum err bulletin_add(struct bulletin *bulletin, enum bulletin_kind kind, const char *text);
must_check enum err bulletin_rest_on(struct bulletin *bulletin, int indicator, int unit);

#endif
