// SPDX-License-Identifier: MIT
// Bulletins as they are read: those that were issued, and the whole text of one with what was corrected after it.
#ifndef CORE_BULLETIN_LIST_H
#define CORE_BULLETIN_LIST_H

#include "core/bulletin.h"

struct bulletin_list { struct bulletin *issued; int len, cap; };     // oldest first, with their lines
// LIST zeroed before, or as it was loaded before; bulletin_list_done after a failure too.
must_check enum err bulletin_list_load(struct bulletin_list *list, struct store *store, const struct plan *plan);
void bulletin_list_done(struct bulletin_list *list);

// All that is read of a draft or an issued one, a paragraph a line. Owned.
must_check enum err bulletin_whole_text(const struct bulletin *bulletin, struct store *store, const struct plan *plan, char **out);
// The name of a file for it, without what stands for the format: tongbao-2024-3, of a draft tongbao-2024Q2. Returns OUT.
char *bulletin_file_name(const struct bulletin *bulletin, char *out, size_t cap);

#endif
