// SPDX-License-Identifier: MIT
// the code of bulletin_list.h.
#include "core/bulletin_list.h"

#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"
#include "core/period.h"
#include "core/text.h"

// ------------------------------------------------------------ those issued

static void forget(struct bulletin_list *list)
{
	for (int i = 0; i < list->len; i++)
		bulletin_done(&list->issued[i]);
	list->len = 0;
}

struct loading { struct bulletin_list *list; const struct plan *plan; };

static enum err keep(const struct bulletin *bulletin, const char *body, void *ctx)
{
	const struct loading *loading = ctx;
	struct bulletin_list *list = loading->list;
	if (list->len == list->cap) {
		int cap = list->cap == 0 ? 16 : list->cap * 2;
		struct bulletin *grown = realloc(list->issued, (size_t)cap * sizeof *grown);
		if (grown == NULL)
			return err_set(ERR_MEMORY, "%s", _("no memory"));
		list->issued = grown;
		list->cap = cap;
	}
	list->issued[list->len] = *bulletin;
	return bulletin_take_body(&list->issued[list->len++], loading->plan, body);
}

enum err bulletin_list_load(struct bulletin_list *list, struct store *store, const struct plan *plan)
{
	struct loading loading = {list, plan};
	forget(list);
	return store_each_bulletin(store, keep, &loading);
}

void bulletin_list_done(struct bulletin_list *list)
{
	forget(list);
	free(list->issued);
	*list = (struct bulletin_list){0};
}

// ------------------------------------------------------------ as text

struct pages { char *text; size_t len, cap; };

static enum err put(struct pages *pages, const char *text)
{
	size_t more = strlen(text) + 1;
	if (pages->len + more + 1 > pages->cap) {
		size_t cap = (pages->len + more + 1) * 2;
		char *grown = realloc(pages->text, cap);
		if (grown == NULL)
			return err_set(ERR_MEMORY, "%s", _("no memory"));
		pages->text = grown;
		pages->cap = cap;
	}
	memcpy(pages->text + pages->len, text, more);
	pages->len += more;
	memcpy(pages->text + pages->len - 1, "\n", 2);
	return ERR_OK;
}

static enum err put_lines(struct pages *pages, const struct bulletin *bulletin)
{
	enum err err = ERR_OK;
	for (int i = 0; i < bulletin->len && err == ERR_OK; i++) {
		if (bulletin->lines[i].kind == BULLETIN_HEAD || bulletin->lines[i].kind == BULLETIN_SIGN)
			err = put(pages, "");
		if (err == ERR_OK)
			err = put(pages, bulletin->lines[i].text);
	}
	return err;
}

static enum err put_after(struct pages *pages, const struct bulletin *after)
{
	enum err err = put(pages, "");
	if (err == ERR_OK)
		err = put(pages, _("Corrected after this bulletin was issued (its text is left as it was):"));
	if (err == ERR_OK)
		err = after->len > 0 ? put_lines(pages, after) : put(pages, _("Nothing that concerns its figures."));
	return err;
}

enum err bulletin_whole_text(const struct bulletin *bulletin, struct store *store, const struct plan *plan, char **out)
{
	struct pages pages = {NULL, 0, 0};
	struct bulletin after = {0};
	char code[64];
	enum err err = put_lines(&pages, bulletin);
	if (err == ERR_OK)
		err = put(&pages, text_format(code, sizeof code, _("Check code: %s"), bulletin->code));
	if (err == ERR_OK && bulletin->id != 0)
		err = bulletin_after(&after, store, plan, bulletin);
	if (err == ERR_OK && bulletin->id != 0)
		err = put_after(&pages, &after);
	bulletin_done(&after);
	*out = err == ERR_OK ? pages.text : NULL;
	if (err != ERR_OK)
		free(pages.text);
	return err;
}

char *bulletin_file_name(const struct bulletin *bulletin, char *out, size_t cap)
{
	char period[PERIOD_TEXT];
	if (bulletin->id != 0)
		return text_format(out, cap, "tongbao-%d-%d", bulletin->year, bulletin->no);
	period_format(bulletin->period, PERIOD_ASCII, period);
	return text_format(out, cap, "tongbao-%s", period);
}
