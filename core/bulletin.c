// SPDX-License-Identifier: MIT
// See bulletin.h. The list of paragraphs, its number and date, and the text that a file keeps of it.
#include "core/bulletin.h"

#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"
#include "core/text.h"

static const char letters[BULLETIN_KINDS] = {'T', 'N', 'H', 'S', 'P', 'I', 'D'};

static enum err no_memory(void)
{
	return err_set(ERR_MEMORY, "%s", _("out of memory"));
}

enum err bulletin_add(struct bulletin *bulletin, enum bulletin_kind kind, const char *text)
{
	if (bulletin->len == bulletin->cap) {
		int cap = bulletin->cap == 0 ? 64 : bulletin->cap * 2;
		struct bulletin_line *grown = realloc(bulletin->lines, (size_t)cap * sizeof *grown);
		if (grown == NULL)
			return no_memory();
		bulletin->lines = grown;
		bulletin->cap = cap;
	}
	struct bulletin_line *line = &bulletin->lines[bulletin->len];
	*line = (struct bulletin_line){.kind = kind};
	enum err err = text_dup(text, &line->text);
	bulletin->len += err == ERR_OK;
	return err;
}

enum err bulletin_rest_on(struct bulletin *bulletin, int indicator, int unit)
{
	struct bulletin_line *line = &bulletin->lines[bulletin->len - 1];
	if (line->rests_len == line->rests_cap) {
		int cap = line->rests_cap == 0 ? 16 : line->rests_cap * 2;
		struct bulletin_rest *grown = realloc(line->rests, (size_t)cap * sizeof *grown);
		if (grown == NULL)
			return no_memory();
		line->rests = grown;
		line->rests_cap = cap;
	}
	line->rests[line->rests_len++] = (struct bulletin_rest){indicator, unit};
	return ERR_OK;
}

void bulletin_done(struct bulletin *bulletin)
{
	for (int i = 0; i < bulletin->len; i++) {
		free(bulletin->lines[i].text);
		free(bulletin->lines[i].rests);
	}
	free(bulletin->lines);
	*bulletin = (struct bulletin){0};
}

const char *bulletin_title(const struct bulletin *bulletin)
{
	for (int i = 0; i < bulletin->len; i++)
		if (bulletin->lines[i].kind == BULLETIN_TITLE)
			return bulletin->lines[i].text;
	return "";
}

// ------------------------------------------------------------ issuing

char *bulletin_number_words(int year, int no, char *out, size_t cap)
{
	return text_format(out, cap, _("%d, No. %d"), year, no);
}

static enum err replace(struct bulletin *bulletin, enum bulletin_kind kind, const char *text)
{
	for (int i = 0; i < bulletin->len; i++) {
		char *copy;
		if (bulletin->lines[i].kind != kind)
			continue;
		enum err err = text_dup(text, &copy);
		if (err != ERR_OK)
			return err;
		free(bulletin->lines[i].text);
		bulletin->lines[i].text = copy;
	}
	return ERR_OK;
}

enum err bulletin_number(struct bulletin *bulletin, int year, int no, int day)
{
	char words[128];
	bulletin->year = year;
	bulletin->no = no;
	enum err err = replace(bulletin, BULLETIN_NUMBER, bulletin_number_words(year, no, words, sizeof words));
	if (err != ERR_OK)
		return err;
	return replace(bulletin, BULLETIN_SIGN,
		text_format(words, sizeof words, _("%d-%02d-%02d"), day / 10000, day / 100 % 100, day % 100));
}

bool bulletin_may(const struct operator *who, char *why, size_t cap)
{
	if (who->change == 0)
		text_format(why, cap, "%s", _("it is not known yet who sits here; say so first"));
	else if (who->role != REPORT_REVIEWER && who->role != REPORT_PLANNER)
		text_format(why, cap, "%s", _("a bulletin is issued by a reviewer or a planner; ask a colleague whose role it is"));
	else
		return true;
	return false;
}

// ------------------------------------------------------------ the kept text

struct body { char *s; size_t len, cap; bool failed; };

static void put_bytes(struct body *body, const char *text, size_t len)
{
	if (!body->failed && body->len + len + 1 > body->cap) {
		size_t cap = (body->len + len + 1) * 2;
		char *grown = realloc(body->s, cap);
		body->failed = grown == NULL;
		if (grown != NULL) {
			body->s = grown;
			body->cap = cap;
		}
	}
	if (body->failed)
		return;
	memcpy(body->s + body->len, text, len);
	body->len += len;
	body->s[body->len] = '\0';
}

static void put_line(struct body *body, const struct plan *plan, const struct bulletin_line *line)
{
	char pair[64];
	put_bytes(body, &letters[line->kind], 1);
	for (int i = 0; i < line->rests_len; i++) {
		text_format(pair, sizeof pair, " %lld/%lld", (long long)plan->indicators[line->rests[i].indicator].id,
			(long long)plan->units[line->rests[i].unit].id);
		put_bytes(body, pair, strlen(pair));
	}
	put_bytes(body, "\t", 1);
	put_bytes(body, line->text, strlen(line->text));
	put_bytes(body, "\n", 1);
}

enum err bulletin_body(const struct bulletin *bulletin, const struct plan *plan, char **out)
{
	struct body body = {0};
	for (int i = 0; i < bulletin->len; i++)
		put_line(&body, plan, &bulletin->lines[i]);
	*out = body.s;
	if (!body.failed && body.s != NULL)
		return ERR_OK;
	free(body.s);
	*out = NULL;
	return no_memory();
}

static enum err not_ours(void)
{
	return err_set(ERR_DAMAGED, "%s", _("the text of a bulletin cannot be read; check the file (verify)"));
}

// " 3/1 3/4" up to the TAB.
static enum err take_rests(struct bulletin *bulletin, const struct plan *plan, const char *from, const char *to)
{
	while (from < to) {
		char *end;
		if (*from != ' ')
			return not_ours();
		long long indicator = strtoll(from + 1, &end, 10);
		if (*end != '/')
			return not_ours();
		long long unit = strtoll(end + 1, &end, 10);
		enum err err = bulletin_rest_on(bulletin, plan_indicator_by_id(plan, indicator), plan_unit_by_id(plan, unit));
		if (err != ERR_OK)
			return err;
		from = end;
	}
	return ERR_OK;
}

// LINE ends with its NUL.
static enum err take_line(struct bulletin *bulletin, const struct plan *plan, const char *line)
{
	const char *tab = strchr(line, '\t');
	const char *letter = line[0] == '\0' ? NULL : memchr(letters, line[0], sizeof letters);
	if (tab == NULL || letter == NULL)
		return not_ours();
	enum err err = bulletin_add(bulletin, (enum bulletin_kind)(letter - letters), tab + 1);
	return err == ERR_OK ? take_rests(bulletin, plan, line + 1, tab) : err;
}

enum err bulletin_take_body(struct bulletin *bulletin, const struct plan *plan, const char *body)
{
	char *copy;
	enum err err = text_dup(body, &copy);
	if (err != ERR_OK)
		return err;
	for (char *line = copy, *end; line[0] != '\0' && err == ERR_OK; line = end + 1) {
		end = strchr(line, '\n');
		if (end == NULL) {
			err = not_ours();
			break;
		}
		*end = '\0';
		err = take_line(bulletin, plan, line);
	}
	free(copy);
	return err;
}
