// SPDX-License-Identifier: MIT
// Pieces of HTML that pages share: text made safe, tags, and a bar as a picture.
#ifndef EXCHANGE_HTML_H
#define EXCHANGE_HTML_H

#include <stdio.h>

#include "core/standing.h"

void html_put_text(FILE *out, const char *text);
// <TAG OF>text</TAG>; OF: attributes with a blank before, or "".
void html_put_tag(FILE *out, const char *tag, const char *of, const char *text);
// The bar of core/bar as inline SVG, ALT in the place of it; nothing where the standing has none.
void html_put_bar(FILE *out, const struct standing *s, const char *alt);
void html_put_style(FILE *out);                               // of reports: exchange/report.css

#endif
