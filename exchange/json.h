// SPDX-License-Identifier: MIT
// JSON written piece by piece, with commas and escapes right.
#ifndef EXCHANGE_JSON_H
#define EXCHANGE_JSON_H

#include <stdbool.h>
#include <stdio.h>

#include "core/num.h"

struct json {
	FILE *out;
	bool first;                       // nothing stands yet in the innermost object or array
};

// KEY NULL: an element of an array, or the whole text.
void json_open(struct json *json, const char *key, char bracket);      // '{' or '['
void json_close(struct json *json, char bracket);                      // '}' or ']'
void json_text(struct json *json, const char *key, const char *text);  // NULL or "": null
void json_whole(struct json *json, const char *key, long long number);
void json_maybe(struct json *json, const char *key, struct maybe number);
void json_bool(struct json *json, const char *key, bool yes);
void json_null(struct json *json, const char *key);

#endif
