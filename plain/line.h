// SPDX-License-Identifier: MIT
// One line out, one line in. Nothing leaves but text and newlines: whatever a name or a note holds is spelt out.
#ifndef PLAIN_LINE_H
#define PLAIN_LINE_H

#include "plain/plain.h"

#define PLAIN_LINE 8192                  // bytes of an answer
#define PLAIN_TEXT 4096                  // bytes of a line that is said

enum plain_answer { PLAIN_GIVEN, PLAIN_EMPTY, PLAIN_BACK };

void plain_say(struct plain *p, const char *format, ...) __attribute__((format(printf, 2, 3)));
// A text of any length, paragraph by paragraph.
void plain_say_text(struct plain *p, const char *text);
void plain_say_end(struct plain *p);     // the last words
// The sentence of a failure; true when there was one.
bool plain_failed(struct plain *p, enum err err);
// Ask PROMPT until there is an answer: OUT as typed, without blanks around it. BACK: "." alone, q, or the end of the answers. ?
// tells HELP. A line that was cut off by the end of the answers is none.
enum plain_answer plain_ask(struct plain *p, const char *prompt, const char *help, char out[PLAIN_LINE]);
// The same, Enter keeping what OUT (CAP bytes) holds and "-" emptying it. False: back.
bool plain_ask_text(struct plain *p, const char *prompt, const char *help, char *out, size_t cap);
// A number from 0 to MOST in full- or half-width digits; -1: it is none.
int plain_number(const char *text, int most);

#endif
