// SPDX-License-Identifier: MIT
// See embed.h. The assembler takes the files in as they are: a string literal of this size is not portable C.
#include "cli/embed.h"

#define EMBED(symbol, path) \
	__asm__(".section .rodata\n" #symbol "_start:\n.incbin \"" path "\"\n" #symbol "_end:\n.byte 0\n.previous\n"); \
	extern const char symbol##_start[], symbol##_end[]

EMBED(embed_plan_file, "config/xuchang.ini");
EMBED(embed_published_file, "config/xuchang-published.csv");
EMBED(embed_demo_targets_file, "config/demo.ini");
EMBED(embed_demo_figures_file, "config/demo.csv");

struct embed embed_plan(void)
{
	return (struct embed){"xuchang.ini", embed_plan_file_start, (size_t)(embed_plan_file_end - embed_plan_file_start)};
}

struct embed embed_published(void)
{
	return (struct embed){"xuchang-published.csv", embed_published_file_start,
		(size_t)(embed_published_file_end - embed_published_file_start)};
}

struct embed embed_demo_targets(void)
{
	return (struct embed){"demo.ini", embed_demo_targets_file_start,
		(size_t)(embed_demo_targets_file_end - embed_demo_targets_file_start)};
}

struct embed embed_demo_figures(void)
{
	return (struct embed){"demo.csv", embed_demo_figures_file_start,
		(size_t)(embed_demo_figures_file_end - embed_demo_figures_file_start)};
}
