// SPDX-License-Identifier: MIT
// The texts of many findings, close together: there may be tens of thousands, and most say the same as the one before.
#ifndef CORE_FINDINGS_TEXT_H
#define CORE_FINDINGS_TEXT_H

#include "core/err.h"

struct findings_piece;
struct findings_texts { struct findings_piece *newest; };      // zeroed before
// *OUT: TEXT, kept until findings_texts_done. LAST: what may say the same already, a text of these; NULL none.
must_check enum err findings_texts_keep(struct findings_texts *texts, const char *text, const char *last, const char **out);
void findings_texts_done(struct findings_texts *texts);

#endif
