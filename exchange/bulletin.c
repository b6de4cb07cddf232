// SPDX-License-Identifier: MIT
// See bulletin.h. What is printed are the lines as they were kept, in their order; only what was corrected later is added.
#include "exchange/bulletin.h"

#include "core/i18n.h"
#include "core/text.h"
#include "exchange/html.h"

// A control character is spelt out: what stands in the file may have been put there by anything. A paragraph is as long as it is.
static void put_clean(const char *before, const char *text, const char *after, FILE *out)
{
	char letter[64], bytes[5];
	uint32_t code;
	fputs(before, out);
	for (size_t len; (len = text_next(text, &code)) > 0; text += len) {
		bytes[text_encode(code, bytes)] = '\0';
		text_fit(bytes, 16, false, false, letter, sizeof letter);
		fputs(letter, out);
	}
	fputs(after, out);
}

void bulletin_put_text(const struct bulletin *bulletin, const struct bulletin *after, FILE *out)
{
	static const struct { const char *before, *after; } around[BULLETIN_KINDS] = {
		[BULLETIN_TITLE] = {"", "\n"}, [BULLETIN_NUMBER] = {"", "\n"}, [BULLETIN_HEAD] = {"\n", "\n\n"},
		[BULLETIN_SUBHEAD] = {"", "\n"}, [BULLETIN_TEXT] = {"    ", "\n"}, [BULLETIN_ITEM] = {"    ", "\n"},
		[BULLETIN_SIGN] = {"\n", "\n"},
	};
	for (int i = 0; i < bulletin->len; i++) {
		const struct bulletin_line *line = &bulletin->lines[i];
		put_clean(around[line->kind].before, line->text, around[line->kind].after, out);
	}
	fprintf(out, _("Check code: %s\n"), bulletin->code);
	if (after == NULL)
		return;
	fprintf(out, "\n%s\n\n", _("Corrected after this bulletin was issued (its text is left as it was):"));
	for (int i = 0; i < after->len; i++)
		put_clean("    ", after->lines[i].text, "\n", out);
	if (after->len == 0)
		fprintf(out, "    %s\n", _("Nothing that concerns its figures."));
}

// ------------------------------------------------------------ HTML

static void put_after(const struct bulletin *after, FILE *out)
{
	fputs("<footer>", out);
	html_put_tag(out, "h2", "", _("Corrected after this bulletin was issued (its text is left as it was):"));
	for (int i = 0; i < after->len; i++)
		html_put_tag(out, "p", "", after->lines[i].text);
	if (after->len == 0)
		html_put_tag(out, "p", "", _("Nothing that concerns its figures."));
	fputs("</footer>\n", out);
}

void bulletin_put_html(const struct bulletin *bulletin, const struct bulletin *after, FILE *out)
{
	static const struct { const char *tag, *of; } tags[BULLETIN_KINDS] = {
		[BULLETIN_TITLE] = {"h1", ""}, [BULLETIN_NUMBER] = {"p", " class=\"plan\""}, [BULLETIN_HEAD] = {"h2", ""},
		[BULLETIN_SUBHEAD] = {"h3", ""}, [BULLETIN_TEXT] = {"p", " class=\"lead\""}, [BULLETIN_ITEM] = {"p", " class=\"lead\""},
		[BULLETIN_SIGN] = {"p", " class=\"r\""},
	};
	char code[64];
	fputs("<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\">"
	      "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">", out);
	html_put_tag(out, "title", "", bulletin_title(bulletin));
	html_put_style(out);
	fputs("</head>\n<body>\n<main>\n", out);
	for (int i = 0; i < bulletin->len; i++) {
		const struct bulletin_line *line = &bulletin->lines[i];
		html_put_tag(out, tags[line->kind].tag, tags[line->kind].of, line->text);
		fputc('\n', out);
	}
	text_format(code, sizeof code, _("Check code: %s\n"), bulletin->code);
	html_put_tag(out, "p", " class=\"small\"", code);
	fputs("</main>\n", out);
	if (after != NULL)
		put_after(after, out);
	fputs("</body></html>\n", out);
}
