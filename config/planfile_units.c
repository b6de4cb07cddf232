// SPDX-License-Identifier: MIT
// [units.PARENT] with a line a unit, `id = name, short`: a province has 2,850 units, and four lines each would be 11,400.
//
// Each such line is turned into the section [unit.ID] that it stands for before anything else is read, with the line it
// stands in: all later steps, and their sentences, know of one kind of unit only.
#define _GNU_SOURCE      // memmem
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "config/grow.h"
#include "config/planread.h"
#include "core/i18n.h"

#define GROUP "units."
#define LINE_ADDED 64                // bytes that keys, brackets and line ends of one unit add to its texts

struct span {
	const char *at;
	size_t len;
};
struct expanding {
	struct planread *r;
	const struct iniscan *old;   // as scanned
	struct iniscan new;          // what takes its place
	size_t cap;                  // of new.text
};

static bool is_group(const struct iniscan_section *section)
{
	return !section->bad && strncmp(section->name, GROUP, strlen(GROUP)) == 0;
}

static struct span trim(struct span span)
{
	static const char around[] = " \t\"";
	for (; span.len > 0 && strchr(around, span.at[0]) != NULL; span.at++)
		span.len--;
	while (span.len > 0 && strchr(around, span.at[span.len - 1]) != NULL)
		span.len--;
	return span;
}

// The text behind the = of a key's line, cut at its first comma, half or full width.
static void split(const struct iniscan *scan, const struct iniscan_key *key, struct span *name, struct span *short_name)
{
	static const char *const commas[] = { ",", "，" };
	const char *line = scan->text + key->at, *end = line + key->len;
	const char *from = memchr(line, '=', key->len);
	from = from != NULL ? from + 1 : end;
	*name = (struct span){ from, (size_t)(end - from) };
	*short_name = (struct span){ end, 0 };
	for (size_t i = 0; i < sizeof commas / sizeof commas[0]; i++) {
		size_t len = strlen(commas[i]);
		const char *comma = memmem(name->at, name->len, commas[i], len);
		if (comma == NULL)
			continue;
		*short_name = (struct span){ comma + len, (size_t)(end - comma) - len };
		name->len = (size_t)(comma - name->at);
	}
	*name = trim(*name);
	*short_name = trim(*short_name);
}

// ------------------------------------------------------------ the new scan

static void add_section(struct expanding *x, const char *name, const struct iniscan_section *like)
{
	struct iniscan *new = &x->new;
	struct iniscan_section *grown = config_grow(new->sections, new->sections_len, &new->sections_cap, sizeof *grown);
	if (grown == NULL) {
		x->r->err = ERR_MEMORY;
		return;
	}
	new->sections = grown;
	struct iniscan_section *section = &grown[new->sections_len++];
	*section = *like;
	section->name = planread_dup(x->r, name);
	section->first = new->keys_len;
	section->len = 0;
}

static void add_key(struct expanding *x, const char *name, const struct iniscan_key *like)
{
	struct iniscan *new = &x->new;
	struct iniscan_key *grown = config_grow(new->keys, new->keys_len, &new->keys_cap, sizeof *grown);
	if (grown == NULL) {
		x->r->err = ERR_MEMORY;
		return;
	}
	new->keys = grown;
	struct iniscan_key *key = &grown[new->keys_len++];
	*key = *like;
	key->name = planread_dup(x->r, name);
	key->section = new->sections_len - 1;
	new->sections[key->section].len++;
}

// A line for the library; where it stands, and its bytes without the line end.
static size_t append(struct expanding *x, const char *before, struct span text, const char *behind, size_t *bytes)
{
	size_t at = x->new.len;
	int len = snprintf(x->new.text + at, x->cap - at, "%s%.*s%s\n", before, (int)text.len, text.at, behind);
	x->new.len += (size_t)len;
	*bytes = (size_t)len - 1;
	return at;
}

static void add_unit_key(struct expanding *x, const char *name, int line, struct span value)
{
	char before[16];
	struct iniscan_key key = { .line = line };
	snprintf(before, sizeof before, "%s = \"", name);
	key.at = append(x, before, value, "\"", &key.len);
	if (x->r->err == ERR_OK)
		add_key(x, name, &key);
}

static const struct iniscan_section *own_section(const struct iniscan *old, const char *id)
{
	for (int i = 0; i < old->sections_len; i++) {
		const char *name = old->sections[i].name;
		if (strncmp(name, "unit.", strlen("unit.")) == 0 && strcmp(name + strlen("unit."), id) == 0)
			return &old->sections[i];
	}
	return NULL;
}

// The library would mix the keys of a unit that has a section of its own with these.
static bool stands_twice(struct expanding *x, const struct iniscan_key *key)
{
	const struct iniscan_section *own = own_section(x->old, key->name);
	if (iniscan_find(x->old, key->section, key->name) < (int)(key - x->old->keys))
		return true;                     // told already
	if (own != NULL)
		planread_tell(x->r, key->line, x->old->sections[key->section].name, key->name,
			_("is also [%s] in line %d: keep one of the two"), own->name, own->line);
	return own != NULL;
}

static void add_unit(struct expanding *x, const struct iniscan_key *key, const char *parent)
{
	char heading[INISCAN_LINE + 8];
	struct span name, short_name;
	struct iniscan_section section = { .line = key->line, .torn = key->bad };
	snprintf(heading, sizeof heading, "unit.%s", key->name);
	section.at = append(x, "[", (struct span){ heading, strlen(heading) }, "]", &section.bytes);
	add_section(x, heading, &section);
	split(x->old, key, &name, &short_name);
	if (!key->bad)                           // else told already: the unit is there, its name is not known
		add_unit_key(x, "name", key->line, name);
	if (short_name.len > 0)
		add_unit_key(x, "short", key->line, short_name);
	add_unit_key(x, "parent", key->line, (struct span){ parent, strlen(parent) });
}

static bool has_unit(const struct iniscan *old, const char *id)
{
	for (int i = 0; i < old->sections_len; i++)
		if (is_group(&old->sections[i]) && iniscan_find(old, i, id) >= 0)
			return true;
	return own_section(old, id) != NULL;
}

static void add_group(struct expanding *x, const struct iniscan_section *section)
{
	const char *parent = section->name + strlen(GROUP);
	if (!has_unit(x->old, parent)) {
		planread_tell(x->r, section->line, section->name, "", _("there is no unit “%s” in this file for these to be under"),
			parent);
		return;
	}
	for (int i = section->first; i < section->first + section->len && x->r->err == ERR_OK; i++)
		if (!stands_twice(x, &x->old->keys[i]))
			add_unit(x, &x->old->keys[i], parent);
}

static void add_as_it_is(struct expanding *x, const struct iniscan_section *section)
{
	add_section(x, section->name, section);
	for (int i = section->first; i < section->first + section->len && x->r->err == ERR_OK; i++)
		add_key(x, x->old->keys[i].name, &x->old->keys[i]);
}

// Room for all that is there and for what every line of a group becomes.
static bool start(struct expanding *x)
{
	x->cap = x->old->len + 1;
	for (int i = 0; i < x->old->keys_len; i++) {
		const struct iniscan_key *key = &x->old->keys[i];
		const struct iniscan_section *section = &x->old->sections[key->section];
		if (is_group(section))
			x->cap += key->len + strlen(key->name) + strlen(section->name) + LINE_ADDED;
	}
	x->new.text = malloc(x->cap);
	if (x->new.text == NULL) {
		x->r->err = err_set(ERR_MEMORY, _("there is no memory left"));
		return false;
	}
	memcpy(x->new.text, x->old->text, x->old->len);
	x->new.len = x->old->len;
	return true;
}

void planread_expand_units(struct planread *r)
{
	struct expanding x = { .r = r, .old = &r->scan };
	int groups = 0;
	for (int i = 0; i < r->scan.sections_len; i++)
		groups += is_group(&r->scan.sections[i]);
	if (groups == 0 || !start(&x))
		return;
	for (int i = 0; i < r->scan.sections_len && r->err == ERR_OK; i++)
		(is_group(&r->scan.sections[i]) ? add_group : add_as_it_is)(&x, &r->scan.sections[i]);
	iniscan_done(&r->scan);
	r->scan = x.new;
}
