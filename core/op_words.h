// SPDX-License-Identifier: MIT
// The actions of the log (op.action) in words, once for all who tell of them. English; translate with _().
#ifndef CORE_OP_WORDS_H
#define CORE_OP_WORDS_H

// What was asked for: "submit", "keyed in"; ACTION itself where it is none of ours.
const char *op_words(const char *action);
// What became of it: "submitted"; NULL of an action that is no step of a report and takes nothing back or over.
const char *op_done(const char *action);

#endif
