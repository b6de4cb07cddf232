// SPDX-License-Identifier: MIT
// Who sits here: asked once, when the screens open a file that may be written and does not know the account yet; Esc leaves it for
// the next start, and nothing waits for it. Bookkeeping among colleagues, not a lock.
#ifndef TUI_WHO_H
#define TUI_WHO_H

#include <stdbool.h>

#include "core/report.h"

struct app;

#define WHO_NAME 201
struct who {
	bool known;                      // the file knows the account; else only the name is filled in, from the account
	char name[WHO_NAME];
	int dept, unit;                  // plan indices; dept 0: of the unit itself
	enum report_role role;
	char words[2 * WHO_NAME];        // 市科技局 张三, for row 1
	bool unasked;                    // while it is asked: nobody pressed a key for it
};

// Reads who sits here; nothing where nothing may be written.
must_check enum err who_read(struct app *app);
// At the start, once it is read: asks where the file does not know it.
void who_begin(struct app *app);
// Asks for name, unit or department and role, what is known being offered; app->who holds the answer.
unsigned who_ask(struct app *app);
// For row 1: unit and name, or the account; and the name alone.
const char *who_words(const struct app *app);
const char *who_name(const struct app *app);

#endif
