// SPDX-License-Identifier: MIT
// The figures of the demonstration, by period and owner, put in as lines of the import's own format: what is refused to anybody is
// refused here.
#ifndef CLI_DEMO_FIGURES_H
#define CLI_DEMO_FIGURES_H

#include "cli/context.h"
#include "core/report.h"

struct demo_asked {
	int period;
	const struct report_key *owner;      // whose cells; NULL: everybody's
	const struct report_key *others;     // but not these
	int others_len;
};
must_check enum err demo_figures_put(struct context *context, const struct demo_asked *asked);

#endif
