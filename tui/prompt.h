// SPDX-License-Identifier: MIT
// A question on its own small screen: a numbered choice, or one line of text. Digits, Enter and Esc answer. What is typed behind
// the key that asks for a question is for it; who raises one unasked holds the keys (screen_hold_keys).
#ifndef TUI_PROMPT_H
#define TUI_PROMPT_H

#include "tui/screen.h"

#define PROMPT_CHOICES 40
struct prompt_choice {
	const char *text;            // translated; borrowed while the prompt is open
};
// ANSWER is called once, after the prompt has closed: the choice (0-based), or -1 for Esc. CTX is the asking screen's state.
// It returns bits of enum screen_result for the asking screen.
typedef unsigned prompt_choose_fn(void *ctx, int choice);
void prompt_choose(struct app *app, const char *title, const struct prompt_choice *choices, int len, int at,
	prompt_choose_fn *answer, void *ctx);
// One or several lines of text; LABELS[i] and the first TEXTS[i] are copied. TEXTS given to ANSWER are UTF-8, NULL for Esc.
#define PROMPT_FIELDS 4
typedef unsigned prompt_text_fn(void *ctx, const char *const *texts);
void prompt_text(struct app *app, const char *title, const char *const *labels, const char *const *texts, int len,
	prompt_text_fn *answer, void *ctx);
// The question again, with what was typed and, in the message row, WHY it was not taken: what is refused is never dropped.
void prompt_again(struct app *app, const char *title, const char *label, const char *typed, const char *why, prompt_text_fn *answer,
	void *ctx);
// One line that holds TEXT already: Enter takes it, and what is typed replaces it.
void prompt_offer(struct app *app, const char *title, const char *label, const char *text, prompt_text_fn *answer, void *ctx);
// A file, by its path: Tab completes it by COMPLETE (core/paper.h).
typedef int prompt_complete_fn(void *ctx, char *text, size_t cap, char *found, size_t found_cap);
struct prompt_path { const char *title, *label; prompt_complete_fn *complete; void *complete_ctx; };
void prompt_path(struct app *app, const struct prompt_path *path, const char *typed, prompt_text_fn *answer, void *ctx);
// Words to read: wrapped, scrolled, left with Esc or Enter. TEXT is copied.
void prompt_read(struct app *app, const char *title, const char *text);

#endif
