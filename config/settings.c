// SPDX-License-Identifier: MIT
// See settings.h.
#include "config/settings.h"

#include "config/iniscan.h"
#include "config/inivalues.h"
#include "core/i18n.h"
#include "core/text.h"

#define SENTENCE 600

struct reading {
	const char *name;
	settings_fault_fn *fault;
	void *ctx;
};

static void tell(const struct reading *reading, int line, const char *section, const char *key, const char *text)
{
	char sentence[SENTENCE];
	text_format(sentence, sizeof sentence, _("%s line %d [%s] %s: %s; the line is passed over"), reading->name, line, section,
		key, text);
	reading->fault(reading->ctx, sentence);
}

static void scan_fault(void *ctx, int line, const char *section, const char *key, const char *text)
{
	tell(ctx, line, section, key, text);
}

static void read_key(const struct reading *reading, const struct iniscan_key *key, const char *section, const char *value,
	struct settings *settings)
{
	const struct settings_row *row = settings_find(section, key->name);
	int index = row != NULL && value != NULL ? settings_choice(row, value) : -1;
	char text[SENTENCE / 2];
	if (key->bad)
		return;
	if (row == NULL) {
		tell(reading, key->line, section, key->name, _("there is no such setting"));
	} else if (index < 0) {
		text_format(text, sizeof text, _("one of %s is expected, not \"%s\""), row->choices, value != NULL ? value : "");
		tell(reading, key->line, section, key->name, text);
	} else {
		settings_set(settings, row, index);
	}
}

void settings_read(
	const char *name, const char *bytes, size_t len, struct settings *settings, settings_fault_fn *fault, void *ctx)
{
	struct reading reading = {name, fault, ctx};
	struct inivalues *values = NULL;
	struct iniscan scan;
	enum err err = iniscan_read(bytes, len, scan_fault, &reading, &scan);
	if (err == ERR_OK)
		err = inivalues_load(&scan, &values);
	for (int i = 0; err == ERR_OK && i < scan.keys_len; i++) {
		const char *section = scan.sections[scan.keys[i].section].name;
		read_key(&reading, &scan.keys[i], section, inivalues_get(values, section, scan.keys[i].name), settings);
	}
	if (err == ERR_MEMORY)
		fault(ctx, err_message());
	inivalues_free(values);
	iniscan_done(&scan);
}
