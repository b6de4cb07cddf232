// SPDX-License-Identifier: MIT
// Rows read back from their canonical text (change.h): undo writes them again, lists tell them in words. A text that is not
// ours to the last field is refused, never half believed.
#include "core/change.h"

#include <stdlib.h>
#include <string.h>

#include "core/change_part.h"
#include "core/i18n.h"

static enum err unreadable(const char *text)
{
	return err_set(ERR_DAMAGED, _("a change line of the file cannot be read: %.200s"), text);
}

// The value of the field at VALUE, unescaped in place; false when an escape is none of ours.
static bool unescape(char *value)
{
	char *to = value;
	for (const char *from = value; *from != '\0'; from++) {
		if (*from != '\\') {
			*to++ = *from;
			continue;
		}
		from++;
		if (*from != 't' && *from != 'n' && *from != '\\')
			return false;
		*to++ = (char)(*from == 't' ? '\t' : *from == 'n' ? '\n' : '\\');
	}
	*to = '\0';
	return true;
}

enum err change_text_value(const char *text, const char *name, char **out)
{
	size_t len = strlen(name);
	*out = NULL;
	for (const char *field = text; field != NULL; field = strchr(field, '\t')) {
		field += field != text;
		if (strncmp(field, name, len) != 0 || field[len] != '=')
			continue;
		*out = strdup(field + len + 1);
		if (*out == NULL)
			return err_set(ERR_MEMORY, _("out of memory"));
		(*out)[strcspn(*out, "\t")] = '\0';
		return unescape(*out) ? ERR_OK : unreadable(text);
	}
	return ERR_OK;
}

static bool number_between(const char *value, int64_t least, int64_t most, int64_t *out)
{
	char *end;
	*out = strtoll(value, &end, 10);
	return end != value && *end == '\0' && *out >= least && *out <= most;
}

static bool take_field(const char *name, char *value, const struct change_field *fields, int len)
{
	if (!unescape(value))
		return false;
	for (int i = 0; i < len; i++) {
		if (strcmp(name, fields[i].name) != 0)
			continue;
		if (fields[i].text == NULL)
			return number_between(value, fields[i].least, fields[i].most, fields[i].number);
		*fields[i].text = value;
		return true;
	}
	return false;
}

static bool take_fields(char *text, const struct change_field *fields, int len)
{
	char *rest = text;
	for (char *field = strsep(&rest, "\t"); field != NULL; field = strsep(&rest, "\t")) {
		char *value = strchr(field, '=');
		if (value == NULL)
			return false;
		*value++ = '\0';
		if (!take_field(field, value, fields, len))
			return false;
	}
	return true;
}

enum err change_fields_parse(const char *text, const struct change_field *fields, int len, char **buffer)
{
	const char *none = "";
	char *copy = strdup(text);
	if (copy == NULL)
		return err_set(ERR_MEMORY, _("out of memory"));
	for (int i = 0; i < len; i++) {
		if (fields[i].text != NULL)
			*fields[i].text = i == 0 ? NULL : none;
		else
			*fields[i].number = i == 0 ? fields[i].least - 1 : 0;
	}
	bool read = take_fields(copy, fields, len);
	if (!read || (fields[0].text != NULL ? *fields[0].text == NULL : *fields[0].number < fields[0].least)) {
		free(copy);
		return unreadable(text);
	}
	*buffer = copy;
	return ERR_OK;
}

enum err change_entry_parse(const char *text, struct entry *out, char **buffer)
{
	struct entry entry = *out;
	int64_t kind, qualifier, final, promised, copied;
	const struct change_field fields[] = {
		{ "kind", ENTRY_CLEARED, ENTRY_NOT_APPLICABLE, &kind, NULL },
		{ "figure", -NUM_LIMIT + 1, NUM_LIMIT - 1, &entry.figure, NULL },
		{ "qualifier", NUM_EXACT, NUM_ABOUT, &qualifier, NULL },
		{ "final", 0, 1, &final, NULL },
		{ "promised", 0, 99999999, &promised, NULL },
		{ "note", 0, 0, NULL, &entry.note },
		{ "doc", 0, 0, NULL, &entry.doc },
		{ "copied", 0, 1, &copied, NULL },
	};
	enum err err = change_fields_parse(text, fields, sizeof fields / sizeof fields[0], buffer);
	if (err != ERR_OK)
		return err;
	entry.kind = (enum entry_kind)kind;
	entry.qualifier = (enum num_qualifier)qualifier;
	entry.final = final != 0;
	entry.promised = (int)promised;
	entry.copied = copied != 0;
	*out = entry;
	return ERR_OK;
}

enum err change_stage_parse(const char *text, struct stage *out, char **buffer)
{
	struct stage stage = *out;
	int64_t kind;
	const struct change_field fields[] = {
		{ "stage", STAGE_NOT_STARTED, STAGE_DONE, &kind, NULL },
		{ "progress", 0, 0, NULL, &stage.progress },
		{ "problem", 0, 0, NULL, &stage.problem },
		{ "next", 0, 0, NULL, &stage.next },
	};
	enum err err = change_fields_parse(text, fields, sizeof fields / sizeof fields[0], buffer);
	if (err != ERR_OK)
		return err;
	stage.stage = (enum stage_kind)kind;
	*out = stage;
	return ERR_OK;
}

enum err change_node_parse(const char *text, struct node *out, char **buffer)
{
	struct node node = *out;
	int64_t planned, done;
	const struct change_field fields[] = {
		{ "name", 0, 0, NULL, &node.name },
		{ "planned", 0, 999912, &planned, NULL },
		{ "done", 0, 999912, &done, NULL },
		{ "doc", 0, 0, NULL, &node.doc },
	};
	enum err err = change_fields_parse(text, fields, sizeof fields / sizeof fields[0], buffer);
	if (err != ERR_OK)
		return err;
	node.planned = (int)planned;
	node.done = (int)done;
	*out = node;
	return ERR_OK;
}

enum err change_target_parse(const char *text, struct plan_target *out, char **buffer)
{
	struct plan_target target = *out;
	int64_t form, qualifier, by_plan;
	const char *words, *doc;
	static char none[] = "";
	const struct change_field fields[] = {
		{ "form", PLAN_FORM_VALUE, PLAN_FORM_TEXT, &form, NULL },
		{ "figure", -NUM_LIMIT + 1, NUM_LIMIT - 1, &target.figure, NULL },
		{ "high", -NUM_LIMIT + 1, NUM_LIMIT - 1, &target.high, NULL },
		{ "qualifier", NUM_EXACT, NUM_ABOUT, &qualifier, NULL },
		{ "by_plan", 0, 1, &by_plan, NULL },
		{ "text", 0, 0, NULL, &words },
		{ "doc", 0, 0, NULL, &doc },
	};
	enum err err = change_fields_parse(text, fields, sizeof fields / sizeof fields[0], buffer);
	if (err != ERR_OK)
		return err;
	target.form = (enum plan_target_form)form;
	target.qualifier = (enum num_qualifier)qualifier;
	target.keyed = by_plan == 0;
	target.text = words[0] == '\0' ? none : *buffer + (words - *buffer);     // of a plan, a text is not const
	target.doc = doc[0] == '\0' ? none : *buffer + (doc - *buffer);
	*out = target;
	return ERR_OK;
}
