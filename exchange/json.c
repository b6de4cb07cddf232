// SPDX-License-Identifier: MIT
// See json.h.
#include "exchange/json.h"

#include <stdint.h>
#include <string.h>

#include "core/text.h"

// A string with its quotes; bytes that are not UTF-8 become U+FFFD, for a JSON text must be valid.
static void put_string(FILE *out, const char *text)
{
	fputc('"', out);
	while (*text != '\0') {
		uint32_t code;
		size_t len = text_next(text, &code);
		if (code == '"' || code == '\\')
			fprintf(out, "\\%c", (int)code);
		else if (code == '\n')
			fputs("\\n", out);
		else if (code == '\t')
			fputs("\\t", out);
		else if (code < 0x20 || code == 0x7F)
			fprintf(out, "\\u%04x", (unsigned)code);
		else if (text_valid_utf8(text, len) != len)
			fputs("\xEF\xBF\xBD", out);
		else
			fwrite(text, 1, len, out);
		text += len;
	}
	fputc('"', out);
}

static void put_key(struct json *json, const char *key)
{
	if (!json->first)
		fputc(',', json->out);
	json->first = false;
	if (key != NULL) {
		put_string(json->out, key);
		fputc(':', json->out);
	}
}

void json_open(struct json *json, const char *key, char bracket)
{
	put_key(json, key);
	fputc(bracket, json->out);
	json->first = true;
}

void json_close(struct json *json, char bracket)
{
	fputc(bracket, json->out);
	json->first = false;
}

void json_null(struct json *json, const char *key)
{
	put_key(json, key);
	fputs("null", json->out);
}

void json_text(struct json *json, const char *key, const char *text)
{
	if (text == NULL || text[0] == '\0') {
		json_null(json, key);
		return;
	}
	put_key(json, key);
	put_string(json->out, text);
}

void json_whole(struct json *json, const char *key, long long number)
{
	put_key(json, key);
	fprintf(json->out, "%lld", number);
}

void json_maybe(struct json *json, const char *key, struct maybe number)
{
	char text[NUM_TEXT];
	if (!number.has) {
		json_null(json, key);
		return;
	}
	rat_format_json(number.v, text);
	put_key(json, key);
	fputs(text, json->out);
}

void json_bool(struct json *json, const char *key, bool yes)
{
	put_key(json, key);
	fputs(yes ? "true" : "false", json->out);
}
