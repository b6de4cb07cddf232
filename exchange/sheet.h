// SPDX-License-Identifier: MIT
// A unit's paper of one period: what is asked of it, in the order of the plan, with what stood before. It goes out as an empty
// form (CSV, that import reads back) and comes back as the printed report that people sign.
#ifndef EXCHANGE_SHEET_H
#define EXCHANGE_SHEET_H

#include <stdio.h>

#include "core/plan.h"
#include "core/store.h"

struct sheet_row {
	struct entry now, before, year_ago;      // of the last two no words are kept
	char *memory;                            // note and doc of NOW; owned
	char *explanation;                       // every one that stands, a line each; owned, NULL none
};
struct sheet {
	const struct plan *plan;
	int unit, period;
	char check_code[10];                     // of the newest op, as in the log
	struct sheet_row *rows;
	int len;
};

// In one view of the file. ERR_REFUSED when nothing is asked of the unit in the period.
must_check enum err sheet_read(struct store *store, const struct plan *plan, int unit, int period, struct sheet **out);
void sheet_free(struct sheet *sheet);
void sheet_put_form(const struct sheet *sheet, FILE *out);
void sheet_put_text(const struct sheet *sheet, FILE *out);
void sheet_put_html(const struct sheet *sheet, FILE *out);    // A4; no script, nothing from elsewhere

#endif
