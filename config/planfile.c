// SPDX-License-Identifier: MIT
// See planfile.h. Scan, rows, keys, what is unsaid, what must hold: each step tells its mistakes and the next goes on, so
// that a planner sees all of them in one go. With none the plan is sealed and handed over.
#include "config/planfile.h"

#include <stdlib.h>
#include <string.h>

#include "config/planread.h"
#include "core/i18n.h"

static void tell_scan(void *ctx, int line, const char *section, const char *key, const char *text)
{
	planread_tell(ctx, line, section, key, "%s", text);
}

// Stable by line: steps tell in their own order, a person reads from the top.
static void sort_report(struct planfile_report *report)
{
	for (int i = 1; i < report->len; i++) {
		struct planfile_mistake mistake = report->mistakes[i];
		int at = i;
		for (; at > 0 && report->mistakes[at - 1].line > mistake.line; at--)
			report->mistakes[at] = report->mistakes[at - 1];
		report->mistakes[at] = mistake;
	}
}

static enum err start(struct planread *r, const char *bytes, size_t len)
{
	enum err err = plan_new(&r->plan);
	if (err != ERR_OK)
		return err;
	r->plan->threshold = (struct plan_threshold){ -5 * NUM_SCALE, 10 * NUM_SCALE, 30 * NUM_SCALE, 2 };
	r->plan->root = PLAN_NONE;
	err = iniscan_read(bytes, len, tell_scan, r, &r->scan);
	if (err == ERR_OK)
		planread_expand_units(r);
	if (err == ERR_OK)
		err = r->err;
	if (err == ERR_OK)
		err = inivalues_load(&r->scan, &r->values);
	return err;
}

static enum err read_all(struct planread *r, const char *bytes, size_t len)
{
	r->err = start(r, bytes, len);
	if (r->err == ERR_OK)
		planread_make_rows(r);
	if (r->err == ERR_OK)
		planread_read_keys(r);
	if (r->err == ERR_OK)
		planread_derive(r);
	if (r->err == ERR_OK)
		planread_check(r);
	if (r->err != ERR_OK)
		return r->err;
	r->plan->text = strndup(bytes, len);
	return r->plan->text != NULL ? plan_seal(r->plan) : err_set(ERR_MEMORY, _("there is no memory left"));
}

static void finish(struct planread *r)
{
	for (int i = 0; i < r->goals_len; i++)
		free(r->goals[i].doc);
	free(r->goals);
	free(r->targets);
	free(r->ids);
	free(r->rows);
	inivalues_free(r->values);
	iniscan_done(&r->scan);
}

enum err planfile_parse(const char *name, const char *bytes, size_t len, struct plan **out, struct planfile_report *report)
{
	struct planread r = { .report = report };
	*out = NULL;
	*report = (struct planfile_report){ 0 };
	enum err err = read_all(&r, bytes, len);
	finish(&r);
	if (err == ERR_OK && report->len == 0) {
		*out = r.plan;
		return ERR_OK;
	}
	plan_free(r.plan);
	if (err != ERR_OK && err != ERR_INPUT)
		return err;
	sort_report(report);
	return err_set(ERR_INPUT, _("mistakes in %s: %d; nothing is changed. Mend them and run duibiao plan check again."), name,
		report->len);
}
