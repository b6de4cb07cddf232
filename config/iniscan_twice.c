// SPDX-License-Identifier: MIT
// See iniscan_twice.h. Found by sorting, for a file may hold thousands of keys.
#include "config/iniscan_twice.h"

#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"
#include "core/text.h"

struct teller {
	struct iniscan *out;
	iniscan_fault_fn *fault;
	void *ctx;
};

static int compare_keys(const void *a, const void *b)
{
	const struct iniscan_key *x = *(struct iniscan_key *const *)a, *y = *(struct iniscan_key *const *)b;
	if (x->section != y->section)
		return x->section < y->section ? -1 : 1;
	int order = strcmp(x->name, y->name);
	return order != 0 ? order : (x->line > y->line) - (x->line < y->line);
}

static int compare_sections(const void *a, const void *b)
{
	const struct iniscan_section *x = *(struct iniscan_section *const *)a, *y = *(struct iniscan_section *const *)b;
	int order = strcmp(x->name, y->name);
	return order != 0 ? order : (x->line > y->line) - (x->line < y->line);
}

static void tell_double(const struct teller *s, int line, const char *section, const char *key, int before)
{
	char text[256];
	text_format(text, sizeof text, _("stands in line %d already: keep one of the two"), before);
	s->fault(s->ctx, line, section, key, text);
}

// Doubles: the first stands, the library never sees the later ones.
static enum err check_keys(const struct teller *s)
{
	struct iniscan *out = s->out;
	struct iniscan_key **sorted = calloc((size_t)out->keys_len + 1, sizeof *sorted);
	if (sorted == NULL)
		return err_set(ERR_MEMORY, _("there is no memory left"));
	for (int i = 0; i < out->keys_len; i++)
		sorted[i] = &out->keys[i];
	qsort(sorted, (size_t)out->keys_len, sizeof *sorted, compare_keys);
	for (int i = 1, first = 0; i < out->keys_len; i++) {
		bool twice = sorted[i]->section == sorted[first]->section && strcmp(sorted[i]->name, sorted[first]->name) == 0;
		if (!twice) {
			first = i;
			continue;
		}
		sorted[i]->bad = true;
		tell_double(s, sorted[i]->line, out->sections[sorted[i]->section].name, sorted[i]->name, sorted[first]->line);
	}
	free(sorted);
	return ERR_OK;
}

static enum err check_sections(const struct teller *s)
{
	struct iniscan *out = s->out;
	struct iniscan_section **sorted = calloc((size_t)out->sections_len + 1, sizeof *sorted);
	if (sorted == NULL)
		return err_set(ERR_MEMORY, _("there is no memory left"));
	for (int i = 0; i < out->sections_len; i++)
		sorted[i] = &out->sections[i];
	qsort(sorted, (size_t)out->sections_len, sizeof *sorted, compare_sections);
	for (int i = 1, first = 0; i < out->sections_len; i++) {
		if (strcmp(sorted[i]->name, sorted[first]->name) != 0) {
			first = i;
			continue;
		}
		if (!sorted[i]->bad)
			tell_double(s, sorted[i]->line, sorted[i]->name, "", sorted[first]->line);
		sorted[i]->bad = true;
	}
	free(sorted);
	return ERR_OK;
}

// Empty what has a mistake: bad headings with all that stands below them, and bad keys.
static void empty_bad(struct iniscan *out)
{
	for (int i = 0; i < out->sections_len; i++)
		if (out->sections[i].bad)
			memset(out->text + out->sections[i].at, ' ', out->sections[i].bytes);
	for (int i = 0; i < out->keys_len; i++) {
		struct iniscan_key *key = &out->keys[i];
		key->bad = key->bad || out->sections[key->section].bad;
		if (key->bad)
			memset(out->text + key->at, ' ', key->len);
	}
}

enum err iniscan_check_twice(struct iniscan *out, iniscan_fault_fn *fault, void *ctx)
{
	const struct teller s = { out, fault, ctx };
	enum err err = check_keys(&s);
	if (err == ERR_OK)
		err = check_sections(&s);
	if (err == ERR_OK)
		empty_bad(out);
	return err;
}
