// SPDX-License-Identifier: MIT
// Where one can go from anywhere: the screens of the command list, by number.
#ifndef TUI_MENU_H
#define TUI_MENU_H

#include "core/report.h"
#include "tui/screen.h"

struct menu_place {
	const char *name;            // English; translate with _()
	unsigned (*open)(struct app *app);
	const char *id;              // typed, it is meant before all that merely hold these letters; NULL: none
};
extern const struct menu_place menu_places[];          // the first nine bear 1 to 9
extern const int menu_places_len;
// One of them by its digit; 0: none has this one.
unsigned menu_digit(struct app *app, wchar_t digit);
// The form of a unit that is chosen first.
unsigned menu_form(struct app *app);
unsigned menu_open_form(struct app *app, int unit);
// Of a report: the unit's form; a department's first element over the units.
unsigned menu_open_report(struct app *app, const struct report_key *key);
unsigned menu_reports(struct app *app);
unsigned menu_overdue(struct app *app);
unsigned menu_bulletins(struct app *app);
// Whose figures are shown.
unsigned menu_unit(struct app *app);

#endif
