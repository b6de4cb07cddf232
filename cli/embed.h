// SPDX-License-Identifier: MIT
// A file as bytes; and what the program carries in itself: Xuchang's plan and the figures that have been published, and what
// the demonstration needs.
#ifndef CLI_EMBED_H
#define CLI_EMBED_H

#include <stddef.h>

struct embed { const char *name, *bytes; size_t len; };
struct embed embed_plan(void);
struct embed embed_published(void);
struct embed embed_demo_targets(void);     // sections that go behind the plan
struct embed embed_demo_figures(void);     // what the rule (core/demo_rule) does not make

#endif
