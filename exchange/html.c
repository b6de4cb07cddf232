// SPDX-License-Identifier: MIT
// See html.h. A bar is drawn in eighths of a cell, as core/bar counts them: nothing is rounded here.
#include "exchange/html.h"

#include <string.h>

#include "core/bar.h"

#define BAR_CELLS 12
#define EIGHTHS (8 * BAR_CELLS)

__asm__(".section .rodata\nhtml_style_start:\n.incbin \"exchange/report.css\"\nhtml_style_end:\n.byte 0\n.previous\n");

extern const char html_style_start[], html_style_end[];

void html_put_style(FILE *out)
{
	fputs("<style>\n", out);
	fwrite(html_style_start, 1, (size_t)(html_style_end - html_style_start), out);
	fputs("</style>", out);
}

void html_put_text(FILE *out, const char *text)
{
	for (; *text != '\0'; text++) {
		unsigned char c = (unsigned char)*text;
		if (c == '\n')
			fputs("<br>", out);
		else if (c < ' ' || c == 0x7f)
			fputc(' ', out);
		else if (strchr("&<>\"'", c) != NULL)
			fprintf(out, "&#%d;", c);
		else
			fputc(c, out);
	}
}

void html_put_tag(FILE *out, const char *tag, const char *of, const char *text)
{
	fprintf(out, "<%s%s>", tag, of);
	html_put_text(out, text);
	fprintf(out, "</%s>", tag);
}

// ::: of whole cells, two dots high and two wide in each: it says V/T and claims no pace.
static void put_dots(FILE *out, int eighths)
{
	for (int y = 5; y <= 9; y += 4)
		fprintf(out, "<path class=\"dots\" d=\"M2 %dH%d\"/>", y, 1 + eighths);
}

static void put_parts(FILE *out, const struct bar *bar)
{
	if (bar->shape == BAR_DOTTED && bar->eighths > 0)
		put_dots(out, bar->eighths);
	else if (bar->eighths > 0)
		fprintf(out, "<rect class=\"fill\" x=\"1\" y=\"1\" width=\"%d\" height=\"12\"/>", bar->eighths);
	if (bar->beyond)
		fprintf(out, "<path class=\"beyond\" d=\"M%d 3l4 4l-4 4\"/>", EIGHTHS - 5);
	if (bar->mark >= 0)
		fprintf(out, "<rect class=\"mark\" x=\"%d\" y=\"0\" width=\"2\" height=\"14\"/>", 1 + 8 * bar->mark + 3);
}

void html_put_bar(FILE *out, const struct standing *s, const char *alt)
{
	struct bar bar;
	bar_of(s, BAR_CELLS, &bar);
	if (bar.shape == BAR_NONE)
		return;
	fprintf(out, "<svg class=\"bar\" viewBox=\"0 0 %d 14\" role=\"img\" aria-label=\"", EIGHTHS + 2);
	html_put_text(out, alt);
	fprintf(out, "\"><rect class=\"frame\" x=\".5\" y=\".5\" width=\"%d\" height=\"13\"/>", EIGHTHS + 1);
	put_parts(out, &bar);
	fputs("</svg>", out);
}
