// SPDX-License-Identifier: MIT
// See planread.h: mistakes, fields and ids of a plan file being read; and the report of its mistakes.
#include "config/planread.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "config/grow.h"
#include "core/i18n.h"
#include "core/text.h"

#define SENTENCE 512
#define FOUND_CELLS 40

char *planread_dup(struct planread *r, const char *text)
{
	char *copy = NULL;
	enum err err = text_dup(text, &copy);
	if (err != ERR_OK)
		r->err = err;
	return copy;
}

static void add_mistake(struct planread *r, int line, const char *section, const char *key, const char *text)
{
	struct planfile_report *report = r->report;
	if (report->len >= PLANREAD_MISTAKES || r->err != ERR_OK)
		return;
	struct planfile_mistake *grown = config_grow(report->mistakes, report->len, &r->report_cap, sizeof *grown);
	if (grown == NULL) {
		r->err = ERR_MEMORY;
		return;
	}
	report->mistakes = grown;
	grown[report->len++] = (struct planfile_mistake){ line, planread_dup(r, section), planread_dup(r, key),
		planread_dup(r, text) };
}

void planread_tell(struct planread *r, int line, const char *section, const char *key, const char *format, ...)
{
	char text[SENTENCE];
	va_list args;
	va_start(args, format);
	vsnprintf(text, sizeof text, format, args);
	va_end(args);
	add_mistake(r, line, section, key, text);
}

void planread_say(const struct planread_spot *spot, const char *format, ...)
{
	char text[SENTENCE];
	va_list args;
	va_start(args, format);
	vsnprintf(text, sizeof text, format, args);
	va_end(args);
	const struct iniscan_key *key = &spot->r->scan.keys[spot->at];
	add_mistake(spot->r, key->line, spot->r->scan.sections[key->section].name, key->name, text);
}

void planread_wrong(const struct planread_spot *spot, const char *value)
{
	char found[256];
	text_fit(value, FOUND_CELLS, false, false, found, sizeof found);
	planread_say(spot, _("expected %s, found “%s”"), _(spot->key->expects), found);
}

void planread_about(struct planread *r, const struct planread_row *row, const char *key, const char *format, ...)
{
	char text[SENTENCE];
	va_list args;
	va_start(args, format);
	vsnprintf(text, sizeof text, format, args);
	va_end(args);
	const struct iniscan_section *section = &r->scan.sections[row->section];
	int at = iniscan_find(&r->scan, row->section, key);
	add_mistake(r, at >= 0 ? r->scan.keys[at].line : section->line, section->name, key, text);
}

void *planread_part(const struct planread *r, const struct planread_row *row, enum planread_part part)
{
	struct plan *p = r->plan;
	const struct { void *array; size_t size; } parts[PARTS] = {
		[PART_PLAN] = { p, sizeof *p }, [PART_DEPT] = { p->depts, sizeof *p->depts },
		[PART_UNIT] = { p->units, sizeof *p->units }, [PART_OUTLINE] = { p->outlines, sizeof *p->outlines },
		[PART_ELEMENT] = { p->elements, sizeof *p->elements },
		[PART_INDICATOR] = { p->indicators, sizeof *p->indicators }, [PART_PLACE] = { p->places, sizeof *p->places },
		[PART_RULE] = { p->rules, sizeof *p->rules }, [PART_GOAL] = { r->goals, sizeof *r->goals },
	};
	assert(row->at[part] >= 0);
	return (char *)parts[part].array + parts[part].size * (size_t)row->at[part];
}

void *planread_field(const struct planread_spot *spot)
{
	return (char *)planread_part(spot->r, spot->row, spot->key->part) + spot->key->field;
}

static int compare_ids(const void *a, const void *b)
{
	const struct planread_id *x = a, *y = b;
	return x->space != y->space ? x->space - y->space : strcmp(x->id, y->id);
}

struct planread_row *planread_find(const struct planread *r, const char *id, unsigned kinds)
{
	struct planread_id key = { id, kinds == KIND_BIT(KIND_PART), 0 };
	const struct planread_id *found = bsearch(&key, r->ids, (size_t)r->ids_len, sizeof key, compare_ids);
	if (found == NULL || (KIND_BIT(r->rows[found->row].kind) & kinds) == 0)
		return NULL;
	return &r->rows[found->row];
}

const char *planread_value(const struct planread *r, const struct planread_row *row, const char *key)
{
	return inivalues_get(r->values, r->scan.sections[row->section].name, key);
}

bool planread_id_holds(const char *id)
{
	size_t len = strlen(id);
	return len > 0 && len <= PLANREAD_ID && strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789_") == len;
}

bool planread_whole(const char *value, int low, int high, int *out)
{
	size_t len = strlen(value);
	if (len == 0 || len > 8 || strspn(value, "0123456789") != len)
		return false;
	int whole = 0;
	for (; *value != '\0'; value++)
		whole = whole * 10 + (*value - '0');
	if (whole < low || whole > high)
		return false;
	*out = whole;
	return true;
}

void planfile_report_free(struct planfile_report *report)
{
	for (int i = 0; i < report->len; i++) {
		free(report->mistakes[i].section);
		free(report->mistakes[i].key);
		free(report->mistakes[i].text);
	}
	free(report->mistakes);
	*report = (struct planfile_report){ 0 };
}

// What was found in the file may hold an escape sequence.
static void clean(char *text)
{
	for (; *text != '\0'; text++)
		if ((unsigned char)*text < 0x20 || *text == 0x7F)
			*text = '?';
}

void planfile_mistake_write(const char *name, const struct planfile_mistake *mistake, char *out, size_t cap)
{
	if (mistake->section[0] == '\0')
		text_format(out, cap, _("%s line %d: %s"), name, mistake->line, mistake->text);
	else if (mistake->key[0] == '\0')
		text_format(out, cap, _("%s line %d [%s]: %s"), name, mistake->line, mistake->section, mistake->text);
	else
		text_format(out, cap, _("%s line %d [%s] %s: %s"), name, mistake->line, mistake->section, mistake->key,
			mistake->text);
	clean(out);
}
