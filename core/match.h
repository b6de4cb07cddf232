// SPDX-License-Identifier: MIT
// Does a row answer to what was typed? One rule for finding, for filtering a list and for the command list.
//
// What was typed may be Han, pinyin initials, a mixture (研fpt), an id, English, or the row's number. Words apart by blanks must
// all be found, in any order. Full-width letters and capitals count as the plain ones, and signs between the characters of a
// row's words are passed over, as no one types them.
#ifndef CORE_MATCH_H
#define CORE_MATCH_H

#include <stdbool.h>

#define MATCH_TEXT 256                       // bytes of what is typed that count
enum match { MATCH_NOT, MATCH_HOLDS, MATCH_EXACT };      // exact: it is the row's id or number
// NUMBER: as the row shows it, 0 none. ID may be NULL. WORDS end with NULL.
enum match match_row(const char *wanted, int number, const char *id, const char *const *words);

#endif
