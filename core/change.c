// SPDX-License-Identifier: MIT
// See change.h. Both the text and the bytes that are hashed are a contract with every file ever written: a change here
// needs a migration of the whole chain.
#include "core/change.h"

#include <nettle/sha2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"

// ------------------------------------------------------------ text

void change_text_start(struct change_text *text)
{
	text->len = 0;
	text->failed = false;
	if (text->s != NULL)
		text->s[0] = '\0';
}

static bool room(struct change_text *text, size_t more)
{
	if (text->failed)
		return false;
	if (text->len + more + 1 <= text->cap)
		return true;
	size_t cap = text->cap == 0 ? 256 : text->cap;
	while (cap < text->len + more + 1)
		cap *= 2;
	char *s = realloc(text->s, cap);
	if (s == NULL) {
		text->failed = true;
		return false;
	}
	text->s = s;
	text->cap = cap;
	return true;
}

static void put(struct change_text *text, const char *bytes, size_t len)
{
	if (!room(text, len))
		return;
	memcpy(text->s + text->len, bytes, len);
	text->len += len;
	text->s[text->len] = '\0';
}

static void put_name(struct change_text *text, const char *name)
{
	if (text->len > 0)
		put(text, "\t", 1);
	put(text, name, strlen(name));
	put(text, "=", 1);
}

void change_text_number(struct change_text *text, const char *name, int64_t value)
{
	char digits[24], *end = digits + sizeof digits, *at = end;
	uint64_t left = value < 0 ? -(uint64_t)value : (uint64_t)value;
	put_name(text, name);
	do
		*--at = (char)('0' + left % 10);
	while ((left /= 10) != 0);
	if (value < 0)
		*--at = '-';
	put(text, at, (size_t)(end - at));
}

void change_text_string(struct change_text *text, const char *name, const char *value)
{
	put_name(text, name);
	while (*value != '\0') {
		size_t plain = strcspn(value, "\t\n\\");
		put(text, value, plain);
		value += plain;
		if (*value == '\0')
			break;
		put(text, *value == '\t' ? "\\t" : *value == '\n' ? "\\n" : "\\\\", 2);
		value++;
	}
}

enum err change_text_end(const struct change_text *text)
{
	return text->failed || text->s == NULL ? err_set(ERR_MEMORY, _("out of memory")) : ERR_OK;
}

void change_text_done(struct change_text *text)
{
	free(text->s);
	*text = (struct change_text){ 0 };
}

void change_text_entry(struct change_text *text, const struct entry *entry)
{
	change_text_number(text, "kind", entry->kind);
	if (entry->kind == ENTRY_VALUE)
		change_text_number(text, "figure", entry->figure);
	if (entry->qualifier != NUM_EXACT)
		change_text_number(text, "qualifier", entry->qualifier);
	if (entry->final)
		change_text_number(text, "final", 1);
	if (entry->promised != 0)
		change_text_number(text, "promised", entry->promised);
	if (entry->note[0] != '\0')
		change_text_string(text, "note", entry->note);
	if (entry->doc[0] != '\0')
		change_text_string(text, "doc", entry->doc);
	if (entry->copied)
		change_text_number(text, "copied", 1);
}

void change_text_stage(struct change_text *text, const struct stage *stage)
{
	change_text_number(text, "stage", stage->stage);
	if (stage->progress[0] != '\0')
		change_text_string(text, "progress", stage->progress);
	if (stage->problem[0] != '\0')
		change_text_string(text, "problem", stage->problem);
	if (stage->next[0] != '\0')
		change_text_string(text, "next", stage->next);
}

void change_text_node(struct change_text *text, const struct node *node)
{
	change_text_string(text, "name", node->name);
	if (node->planned != 0)
		change_text_number(text, "planned", node->planned);
	if (node->done != 0)
		change_text_number(text, "done", node->done);
	if (node->doc[0] != '\0')
		change_text_string(text, "doc", node->doc);
}

enum err change_entry_text(const struct entry *entry, char **out)
{
	struct change_text text = { 0 };
	change_text_entry(&text, entry);
	enum err err = change_text_end(&text);
	if (err != ERR_OK) {
		change_text_done(&text);
		return err;
	}
	*out = text.s;
	return ERR_OK;
}

void change_text_target(struct change_text *text, const struct plan_target *target)
{
	change_text_number(text, "form", target->form);
	if (target->form != PLAN_FORM_TEXT)
		change_text_number(text, "figure", target->figure);
	if (target->form == PLAN_FORM_RANGE)
		change_text_number(text, "high", target->high);
	change_text_string(text, "text", target->text);
	change_text_number(text, "qualifier", target->qualifier);
	change_text_string(text, "doc", target->doc);
	change_text_number(text, "by_plan", target->keyed ? 0 : 1);
}

// ------------------------------------------------------------ hash

struct change_hash { struct sha256_ctx sha; };

static void write_number(uint8_t bytes[8], int64_t number)
{
	for (int i = 0; i < 8; i++)
		bytes[i] = (uint8_t)((uint64_t)number >> (56 - 8 * i));
}

static void hash_number(struct change_hash *hash, int64_t number)
{
	uint8_t bytes[8];
	write_number(bytes, number);
	sha256_update(&hash->sha, sizeof bytes, bytes);
}

// The length goes in front: no two rows of texts run together into the same bytes.
static void hash_text(struct change_hash *hash, const char *text)
{
	size_t len = strlen(text);
	hash_number(hash, (int64_t)len);
	sha256_update(&hash->sha, len, (const uint8_t *)text);
}

enum err change_hash_new(const uint8_t before[CHANGE_HASH], struct change_hash **out)
{
	struct change_hash *hash = malloc(sizeof *hash);
	if (hash == NULL)
		return err_set(ERR_MEMORY, _("out of memory"));
	sha256_init(&hash->sha);
	sha256_update(&hash->sha, CHANGE_HASH, before);
	*out = hash;
	return ERR_OK;
}

void change_hash_op(struct change_hash *hash, int64_t seq, const uint8_t uid[16], int64_t at, const char *who, const char *org,
	const char *action, const char *why, int64_t undoes, int64_t first, int64_t last)
{
	hash_number(hash, seq);
	sha256_update(&hash->sha, 16, uid);
	hash_number(hash, at);
	hash_text(hash, who);
	hash_text(hash, org);
	hash_text(hash, action);
	hash_text(hash, why);
	hash_number(hash, undoes);
	hash_number(hash, first);
	hash_number(hash, last);
}

void change_hash_line(struct change_hash *hash, int64_t seq, int what, int64_t k1, int64_t k2, int64_t k3, int64_t prev,
	const char *text)
{
	const int64_t numbers[] = { seq, what, k1, k2, k3, prev };
	uint8_t bytes[sizeof numbers];
	for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++)
		write_number(bytes + 8 * i, numbers[i]);
	sha256_update(&hash->sha, sizeof bytes, bytes);
	hash_text(hash, text);
}

void change_hash_free(struct change_hash *hash, uint8_t out[CHANGE_HASH])
{
	if (hash == NULL)
		return;
	if (out != NULL)
		sha256_digest(&hash->sha, CHANGE_HASH, out);
	free(hash);
}

void change_check_code(const uint8_t hash[CHANGE_HASH], char out[10])
{
	snprintf(out, 10, "%02X%02X-%02X%02X", hash[0], hash[1], hash[2], hash[3]);
}
