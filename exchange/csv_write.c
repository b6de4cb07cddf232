// SPDX-License-Identifier: MIT
// Writing entries as CSV; see csv.h. Apart from reading, so that the read-only program can export without it.
#include <string.h>

#include "core/num.h"
#include "exchange/csv.h"

const char *const csv_field_names[CSV_FIELDS] = {
	"element", "unit", "period", "value", "qualifier", "final", "promised", "note", "doc",
};
const char *const csv_qualifiers[4] = {[NUM_EXACT] = "达到", [NUM_ABOVE] = "突破", [NUM_AT_LEAST] = "以上", [NUM_ABOUT] = "左右"};
const char *const csv_kinds[4] = {
	[ENTRY_CLEARED] = "", [ENTRY_VALUE] = "", [ENTRY_NOT_REPORTED] = "未报", [ENTRY_NOT_APPLICABLE] = "不适用"};
const char csv_final[] = "核定数", csv_provisional[] = "初步数", csv_accepted[] = "已通过", csv_not_accepted[] = "未审核";
const char csv_copied[] = "同上期";

bool csv_is_formula(const char *text)
{
	static const char *const starts[] = {"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"};
	text += strspn(text, "'");
	for (size_t i = 0; i < sizeof starts / sizeof starts[0]; i++)
		if (strncmp(text, starts[i], strlen(starts[i])) == 0)
			return true;
	return false;
}

void csv_put_bom(FILE *out)
{
	fputs("\xEF\xBB\xBF", out);
}

static void put(FILE *out, const char *before, const char *text)
{
	bool quoted = strpbrk(text, ",\"\r\n") != NULL || text[0] == ' ' || (text[0] != '\0' && text[strlen(text) - 1] == ' ');
	if (!quoted) {
		fprintf(out, "%s%s", before, text);
		return;
	}
	fprintf(out, "\"%s", before);
	for (; *text != '\0'; text++) {
		if (*text == '"')
			fputc('"', out);
		fputc(*text, out);
	}
	fputc('"', out);
}

void csv_put_text(FILE *out, const char *text)
{
	put(out, csv_is_formula(text) ? "'" : "", text);
}

void csv_put_plain(FILE *out, const char *text)
{
	put(out, "", text);
}

void csv_put_header(FILE *out)
{
	for (int i = 0; i < CSV_FIELDS; i++)
		fprintf(out, "%s,", csv_field_names[i]);
	fprintf(out, "state,copied,explanation,format %d\n", CSV_FORMAT);
}

void csv_put_entry(FILE *out, const struct plan *plan, const struct entry *entry, const char *explanations)
{
	char value[NUM_TEXT] = "";
	bool has_value = entry->kind == ENTRY_VALUE;
	if (has_value)
		rat_format_short(rat_of_figure(entry->figure), 4, NUM_HALF_AWAY, value); // exact, whatever the element has now
	csv_put_plain(out, plan->elements[entry->element].code);
	fputc(',', out);
	csv_put_plain(out, plan->units[entry->unit].code);
	fprintf(out, ",%06d,%s,%s,%s,", entry->period, has_value ? value : csv_kinds[entry->kind],
		has_value && entry->qualifier != NUM_EXACT ? csv_qualifiers[entry->qualifier] : "",
		!has_value ? "" : entry->final ? csv_final : csv_provisional);
	if (entry->promised != 0)
		fprintf(out, "%08d", entry->promised);
	fputc(',', out);
	csv_put_text(out, entry->note);
	fputc(',', out);
	csv_put_text(out, entry->doc);
	fprintf(out, ",%s,%s,", entry->accepted ? csv_accepted : csv_not_accepted, entry->copied ? csv_copied : "");
	csv_put_text(out, explanations);
	fputs(",\n", out);
}
