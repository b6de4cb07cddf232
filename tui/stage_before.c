// SPDX-License-Identifier: MIT
// The texts of the period before in a task's form (stage_form.h): F5 takes them over, to be changed and confirmed; F8 shows them.
#include "tui/stage_part.h"

#include "core/i18n.h"
#include "core/period.h"
#include "core/text.h"
#include "tui/prompt.h"

unsigned stage_take_over(struct stage_form *f)
{
	bool any = false;
	if (f->before.stage.change == 0) {
		screen_message(f->app, true, "%s", _("There is no earlier period to take texts from."));
		return DRAWN;
	}
	for (int i = 0; i < STAGE_TEXTS; i++) {
		struct edit *edit = &f->edits[STAGE_PROGRESS + i];
		if (edit->len > 0 || f->before.text[i][0] == '\0')
			continue;
		edit_set(edit, f->before.text[i], false);
		f->taken[i] = any = true;
	}
	if (!any) {
		screen_message(f->app, true, "%s", _("The texts are written already; F8 shows those of the period before."));
		return DRAWN;
	}
	if (f->now.stage.change == 0 && !f->dirty)
		f->kind = f->before.stage.stage;
	f->dirty = true;
	stage_keep_draft(f);
	screen_message(f->app, false, "%s", _("Taken from the period before and marked \": change them; Enter in each confirms it."));
	return DRAWN;
}

static void add_words(char *out, size_t cap, const char *label, const char *text)
{
	if (text[0] != '\0')
		text_add(out, cap, "%s: %s\n", label, text);
}

unsigned stage_show_before(struct stage_form *f)
{
	static const char *const labels[STAGE_TEXTS] = {N_("progress"), N_("problem"), N_("next step")};
	char words[STAGE_TEXTS * INTAKE_STAGE_BYTES + 1024] = "", title[256], period[PERIOD_TEXT];
	if (f->before.stage.change == 0) {
		screen_message(f->app, false, "%s", _("No earlier period says anything about this."));
		return DRAWN;
	}
	period_format(f->before.stage.period, PERIOD_REPORT, period);
	for (int i = 0; i < STAGE_TEXTS; i++)
		add_words(words, sizeof words, _(labels[i]), f->before.text[i]);
	prompt_read(f->app, text_format(title, sizeof title, "%s %s", f->app->plan->indicators[f->indicator].short_name, period), words);
	return DRAWN;
}
