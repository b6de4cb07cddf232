// SPDX-License-Identifier: MIT
// Any bytes as the answers to questions. Beyond not crashing: it ends, what comes out is text and newlines alone, and what was
// chosen was offered.
#include <assert.h>
#include <locale.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/text.h"
#include "plain/question.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerInitialize(int *argc, char ***argv);

#define ROWS 70

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	setlocale(LC_ALL, "C.UTF-8");
	return 0;
}

static const char *row_name(const struct plain *p, const void *ctx, int row, char *out, size_t cap)
{
	static const char *const names[] = {"研发平台", "禹州市", "R&D \033[2J platforms", "\xff\xfe"};
	(void)p;
	(void)ctx;
	return text_format(out, cap, "%s %d", names[row % 4], row);
}

static void pick(struct plain *p, void *at)
{
	int row = plain_pick(p, "Which?", ROWS, row_name, at);
	assert(row == PLAN_NONE || (row >= 0 && row < ROWS));
}

static void type(struct plain *p, void *at)
{
	char text[64] = "what stands";
	(void)at;
	if (plain_ask_text(p, "text", "help", text, sizeof text))
		assert(strlen(text) < sizeof text && !text_has_controls(text));
	plain_say(p, "%s", text);
}

static void ask_back(struct plain *p, void *at)
{
	const char *const choices[] = {"one", "two"};
	(void)at;
	int choice = plain_ask_back(p, "strange", choices, 2);
	assert(choice == PLAN_NONE || choice == 0 || choice == 1);
}

static void never(struct plain *p, void *at)
{
	(void)p;
	(void)at;
	abort();
}

static const struct plain_choice choices[] = {
	{"pick", pick, NULL}, {"type", type, NULL}, {"back", ask_back, NULL}, {"write", never, plain_can_write}};
static const struct plain_question question = {"What?", "help", PLAIN_CHOICES(choices), false, NULL, NULL};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *said = NULL;
	size_t len = 0;
	struct plain p = {.in = size > 0 ? fmemopen((void *)data, size, "r") : NULL, .out = open_memstream(&said, &len)};
	assert(p.out != NULL);
	if (p.in != NULL) {
		p.echo = data[0] % 2 == 0;
		plain_question(&p, &question, NULL);
		fclose(p.in);
	}
	fclose(p.out);
	for (size_t i = 0; i < len; i++)
		assert(((unsigned char)said[i] >= ' ' && said[i] != 0x7f) || said[i] == '\n');
	free(said);
	return 0;
}
