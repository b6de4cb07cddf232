// SPDX-License-Identifier: MIT
// See plain_show.h. Answers typed at a terminal come in its own characters; a pipe of them is UTF-8 and is repeated.
#define _GNU_SOURCE
#include "cli/plain_show.h"

#include <poll.h>
#include <time.h>
#include <unistd.h>

#include "cli/charset.h"
#include "plain/plain.h"
#include "tui/stamp.h"

#define ALLOWANCE 5          // seconds for what is said at the end

// An alarm kills where nobody even reads: then nothing could be said either.
static bool wait_for_answer(FILE *in, int idle)
{
	struct pollfd waiting = {fileno(in), POLLIN, 0};
	(void)alarm((unsigned)idle + ALLOWANCE);
	return ppoll(&waiting, 1, &(struct timespec){idle, 0}, NULL) != 0;
}

enum err plain_show_run(const struct context *context, const struct plain_show *show)
{
	bool typed = isatty(STDIN_FILENO) == 1;
	struct plain plain = {.in = stdin, .out = context->out, .to_utf8 = typed ? charset_of_word : NULL, .echo = !typed,
		.store = context->store, .plan = context->plan, .desk = show->desk, .paper = show->paper, .past = show->past, .day_of = stamp_day,
		.time_words = stamp_words, .account = context->who, .unit = context->plan->root, .today = context->today,
		.figures = context_figures(context, show->desk != NULL)};
	if (show->idle > 0) {
		plain.wait = wait_for_answer;
		plain.idle = show->idle;
		setvbuf(stdin, NULL, _IONBF, 0);     // what a buffer holds cannot be waited for
	}
	enum err err = context_period_of_plan(context, CONTEXT_BEGUN, &plain.period);
	return err == ERR_OK ? plain_run(&plain) : err;
}
