// SPDX-License-Identifier: MIT
// Second pass over a plan file: every key is looked up in its section's table and read; then what a section needs and does
// not have is told.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "config/planread.h"
#include "core/i18n.h"

#define KEY_NAME 64
#define LONG_PARTS 99

// baseline.2020 is baseline and 2020; what stands behind the dot is a number, or the key is none of ours.
static bool split(const char *name, char base[KEY_NAME], int *suffix)
{
	const char *dot = strchr(name, '.');
	size_t len = dot != NULL ? (size_t)(dot - name) : strlen(name);
	if (len >= KEY_NAME)
		return false;
	memcpy(base, name, len);
	base[len] = '\0';
	*suffix = 0;
	return dot == NULL || planread_whole(dot + 1, 1, 9999, suffix);
}

static bool suffix_fits(const struct planread_key *key, int suffix)
{
	if (key->flags & KEY_YEARS)
		return suffix >= 1949 && suffix <= 2100;
	if (key->flags & KEY_NUMBERED)
		return suffix >= 1 && suffix <= LONG_PARTS;
	return suffix == 0 || ((key->flags & KEY_LONG) && suffix >= 2 && suffix <= LONG_PARTS);
}

static void list_keys(const struct planread_kind *kind, char *out, size_t cap)
{
	size_t len = 0;
	out[0] = '\0';
	for (int i = 0; i < kind->keys_len && len < cap; i++)
		len += (size_t)snprintf(out + len, cap - len, "%s%s%s", i > 0 ? " " : "", kind->keys[i].name,
			kind->keys[i].flags & KEY_YEARS ? ".YEAR" : kind->keys[i].flags & KEY_NUMBERED ? ".1" : "");
}

static void tell_suffix(const struct planread_spot *spot, const struct planread_key *key)
{
	if (key->flags & KEY_YEARS)
		planread_say(spot, _("write %s.YEAR with a year from 1949 to 2100"), key->name);
	else if (key->flags & KEY_NUMBERED)
		planread_say(spot, _("write %s.1, %s.2 and so on"), key->name, key->name);
	else if (key->flags & KEY_LONG)
		planread_say(spot, _("a long value goes on in %s.2, %s.3 and so on"), key->name, key->name);
	else
		planread_say(spot, _("%s stands alone, without a dot behind it"), key->name);
}

// The row of the table that this key is; NULL when it is none, and then that is told.
static const struct planread_key *find_key(struct planread_spot *spot)
{
	const struct planread_kind *kind = &planread_kinds[spot->row->kind];
	char base[KEY_NAME];
	bool whole = split(spot->r->scan.keys[spot->at].name, base, &spot->suffix);
	const struct planread_key *near = NULL;
	for (int i = 0; i < kind->keys_len; i++) {
		if (strcmp(kind->keys[i].name, base) != 0)
			continue;
		if (whole && suffix_fits(&kind->keys[i], spot->suffix))
			return &kind->keys[i];
		near = &kind->keys[i];
	}
	if (near != NULL) {
		tell_suffix(spot, near);
		return NULL;
	}
	char keys[256];
	list_keys(kind, keys, sizeof keys);
	planread_say(spot, _("there is no such key here; there are %s"), keys);
	return NULL;
}

// A value that goes on in KEY.2, KEY.3, joined without a blank, as Han text is. Owned.
static char *join(const struct planread_spot *spot, const char *first)
{
	size_t len = strlen(first);
	char *joined = planread_dup(spot->r, first);
	for (int n = 2; joined != NULL && n <= LONG_PARTS; n++) {
		char name[KEY_NAME + 8];
		snprintf(name, sizeof name, "%s.%d", spot->key->name, n);
		const char *more = planread_value(spot->r, spot->row, name);
		if (more == NULL)
			break;
		char *longer = realloc(joined, len + strlen(more) + 1);
		if (longer == NULL) {
			spot->r->err = err_set(ERR_MEMORY, _("there is no memory left"));
			break;
		}
		joined = longer;
		memcpy(joined + len, more, strlen(more) + 1);
		len += strlen(more);
	}
	return joined;
}

// KEY.3 is read with KEY; here only that KEY.2 stands before it.
static void check_continues(const struct planread_spot *spot)
{
	char before[KEY_NAME + 8];
	if (spot->suffix == 2)
		snprintf(before, sizeof before, "%s", spot->key->name);
	else
		snprintf(before, sizeof before, "%s.%d", spot->key->name, spot->suffix - 1);
	if (iniscan_find(&spot->r->scan, spot->row->section, before) < 0)
		planread_say(spot, _("it goes on from %s, which is not there"), before);
}

static void read_value(const struct planread_spot *spot, const char *value)
{
	if ((spot->key->flags & KEY_LONG) == 0) {
		spot->key->read(spot, value);
		return;
	}
	char *joined = join(spot, value);
	if (joined != NULL)
		spot->key->read(spot, joined);
	free(joined);
}

static void read_key(struct planread *r, struct planread_row *row, int at)
{
	struct planread_spot spot = { r, row, NULL, at, 0 };
	spot.key = find_key(&spot);
	if (spot.key == NULL)
		return;
	const char *value = planread_value(r, row, r->scan.keys[at].name);
	if (value == NULL)
		return;                                  // the scan has told what is wrong with its line
	if (value[0] == '\0')
		planread_say(&spot, _("expected %s, found nothing"), _(spot.key->expects));
	else if (row->at[spot.key->part] == PLAN_NONE)
		planread_say(&spot, _("a row with same_as has no figures of its own: give %s at the row it is the same as"),
			spot.key->name);
	else if ((spot.key->flags & KEY_LONG) && spot.suffix != 0)
		check_continues(&spot);
	else
		read_value(&spot, value);
}

static void check_needed(struct planread *r, const struct planread_row *row)
{
	const struct planread_kind *kind = &planread_kinds[row->kind];
	for (int i = 0; i < kind->keys_len; i++) {
		const struct planread_key *key = &kind->keys[i];
		if ((key->flags & KEY_NEEDED) && row->at[key->part] != PLAN_NONE
			&& iniscan_find(&r->scan, row->section, key->name) < 0)
			planread_about(r, row, key->name, _("is missing: expected %s"), _(key->expects));
	}
}

void planread_read_keys(struct planread *r)
{
	for (int i = 0; i < r->scan.sections_len && r->err == ERR_OK; i++) {
		struct planread_row *row = &r->rows[i];
		const struct iniscan_section *section = &r->scan.sections[i];
		if (row->kind < 0)
			continue;
		for (int at = section->first; at < section->first + section->len && r->err == ERR_OK; at++)
			if (!r->scan.keys[at].bad)
				read_key(r, row, at);
		if (!section->torn)                      // else the missing key may be the line that is told already
			check_needed(r, row);
	}
}
