// SPDX-License-Identifier: MIT
// See context.h. The only place that reads clock, account and random numbers for a command.
#include "cli/context.h"

#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "cli/place.h"
#include "core/i18n.h"
#include "core/period.h"
#include "core/text.h"

void context_random(void *out, size_t len)
{
	unsigned char *bytes = out;
	for (size_t done = 0; done < len;) {
		ssize_t got = getrandom(bytes + done, len - done, 0);
		if (got > 0)
			done += (size_t)got;
	}
}

// The name of the account as people know it: the first field of gecos, else the login name.
static void read_account(struct context *context)
{
	const struct passwd *account = getpwuid(getuid());
	const char *name = account == NULL ? "" : account->pw_gecos != NULL ? account->pw_gecos : "";
	size_t len = strcspn(name, ",");
	if (len == 0 || text_has_controls(name))
		text_format(context->who, sizeof context->who, "%s", account != NULL ? account->pw_name : "uid");
	else
		text_format(context->who, sizeof context->who, "%.*s", (int)len, name);
	if (account == NULL)
		text_format(context->who, sizeof context->who, "uid %lu", (unsigned long)getuid());
}

// 0: the clock cannot be read.
static int read_day(void)
{
	time_t now = time(NULL);
	struct tm day;
	return localtime_r(&now, &day) == NULL ? 0 : (day.tm_year + 1900) * 10000 + (day.tm_mon + 1) * 100 + day.tm_mday;
}

enum err context_init(struct context *context)
{
	memset(context, 0, sizeof *context);
	context->today = read_day();
	if (context->today == 0)
		return err_set(ERR_IO, _("the clock of this machine cannot be read"));
	context->terminal = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1;
	context->out = stdout;
	read_account(context);
	return ERR_OK;
}

int context_day(const struct context *context)
{
	return context->fixed_now != 0 ? context->today : read_day();
}

enum err context_find_file(struct context *context)
{
	const char *given = context->option[OPTION_FILE];
	if (context->option[OPTION_DEMO] != NULL && given != NULL)
		return err_set(ERR_USAGE, _("--demo has a file of its own; leave --file out"));
	if (context->option[OPTION_DEMO] != NULL && context->writer != NULL)
		return context->writer->make_demo(context);
	if (given != NULL && given[0] == '\0')
		return err_set(ERR_USAGE, _("the name of the file is empty"));
	context->is_default = given == NULL;
	return given != NULL ? text_dup(given, &context->path)
			     : place_of("XDG_DATA_HOME", ".local/share", "plan.db", &context->path);
}

enum err context_take_file(struct context *context, const char *path)
{
	if (context->option[OPTION_FILE] != NULL)
		return err_set(ERR_USAGE, _("the file is named twice, by --file and as an argument"));
	if (context->option[OPTION_DEMO] != NULL)
		return err_set(ERR_USAGE, _("--demo has a file of its own; name none"));
	if (path[0] == '\0')
		return err_set(ERR_USAGE, _("the name of the file is empty"));
	free(context->path);
	context->is_default = false;
	return text_dup(path, &context->path);
}

enum err context_open_file(struct context *context, enum db_mode mode)
{
	const struct context_writer *writer = context->writer;
	const struct db_options options = {
		.mode = mode, .random_bytes = context_random, .reads_only = writer == NULL, .upgrade = writer != NULL ? writer->upgrade : NULL,
	};
	struct stat status;
	enum err err = ERR_OK;
	if (context->is_default && writer != NULL && lstat(context->path, &status) != 0)
		err = writer->make_default(context);
	if (err == ERR_OK && context->option[OPTION_AS_OF] != NULL && writer != NULL)
		return writer->open_past(context, context->option[OPTION_AS_OF]);
	return err == ERR_OK ? db_open(context->path, &options, &context->store) : err;
}

enum err context_open(struct context *context, enum db_mode mode)
{
	enum err err = context_open_file(context, mode);
	if (err == ERR_OK)
		err = store_read_plan(context->store, &context->plan);
	if (err == ERR_OK && mode == DB_WRITE && context->writer != NULL)
		err = context->writer->know_operator(context);
	return err;
}

void context_close(struct context *context)
{
	plan_free(context->plan);
	if (context->store != NULL)
		db_close(context->store);
	context->plan = NULL;
	context->store = NULL;
	context->published = 0;
}

void context_done(struct context *context)
{
	if (context->store != NULL && context->writer != NULL)
		context->writer->leave(context);
	context_close(context);
	if (context->scratch != NULL && context->writer != NULL)
		context->writer->demo_done(context);
	free(context->path);
	context->path = NULL;
}

static int shortest_frequency(const struct plan *plan)
{
	int months = 12;
	for (int i = 0; i < plan->elements_len; i++)
		if (plan->elements[i].months < months)
			months = plan->elements[i].months;
	return months;
}

enum err context_period(const struct context *context, int *out)
{
	if (context->option[OPTION_PERIOD] != NULL)
		return period_parse(context->option[OPTION_PERIOD], out);
	*out = period_newest_ended(context->today, shortest_frequency(context->plan));
	return ERR_OK;
}

static bool is_begun(const struct context *context, int period)
{
	return period_first_day(period_add(period, 1 - shortest_frequency(context->plan))) <= context->today;
}

enum err context_period_of_plan(const struct context *context, enum context_when when, int *out)
{
	const struct plan *plan = context->plan;
	char words[PERIOD_TEXT];
	enum err err = context_period(context, out);
	if (err != ERR_OK)
		return err;
	period_format(*out, PERIOD_REPORT, words);
	if (period_year(*out) < plan->base_year)
		return err_set(ERR_REFUSED, _("there are no figures of %s: those of this plan begin with %d; name a later period"), words,
			plan->base_year);
	if (when == CONTEXT_BEGUN && !is_begun(context, *out))
		return err_set(ERR_REFUSED, _("there are no figures of %s yet: that period ends with %d-%02d; name one that has begun"), words,
			period_year(*out), period_month(*out));
	if (when == CONTEXT_AHEAD && period_year(*out) > plan->target_year)
		return err_set(ERR_REFUSED, _("nothing is asked of %s: the plan ends with %d; name an earlier period"), words, plan->target_year);
	return ERR_OK;
}

enum err context_unit_exists(const struct context *context, int unit, int period)
{
	const struct plan *plan = context->plan;
	const struct plan_unit *of = unit == PLAN_NONE ? NULL : &plan->units[unit];
	if (of == NULL || plan_unit_valid(plan, unit, period))
		return ERR_OK;
	if (period < of->from)
		return err_set(ERR_REFUSED, _("%s: there is no such unit before %d-%02d; name another unit or a later period"), of->name,
			period_year(of->from), period_month(of->from));
	if (of->successor == PLAN_NONE)
		return err_set(ERR_REFUSED, _("%s: there is no such unit after %d-%02d; name another unit or an earlier period"), of->name,
			period_year(of->to), period_month(of->to));
	return err_set(ERR_REFUSED, _("%s: there is no such unit after %d-%02d; since then it is %s"), of->name, period_year(of->to),
		period_month(of->to), plan->units[of->successor].name);
}

// "魏都区(wd) 建安区(ja) ..." of as many as fit a sentence.
static void list_units(const struct plan *plan, char *out, size_t cap)
{
	size_t used = 0;
	out[0] = '\0';
	for (int i = 0; i < plan->units_len && used + 80 < cap; i++) {
		text_format(out + used, cap - used, "%s%s(%s)", i > 0 ? " " : "", plan->units[i].name, plan->units[i].code);
		used += strlen(out + used);
	}
}

static bool is_department(const struct plan *plan, const char *word)
{
	for (int i = 1; i < plan->depts_len; i++)
		if (strcmp(plan->depts[i].name, word) == 0 || strcmp(plan->depts[i].code, word) == 0)
			return true;
	return false;
}

// A department keys in its own elements for all units: its figures stand with them, and only its report is its own.
static enum err refuse_department(const struct context *context, const char *word, const char *list)
{
	uint64_t options = context->command->options;
	if ((options & OPT(DEPT)) != 0)
		return err_set(ERR_INPUT, _("%s is a department, not a unit: write --dept %s instead of --unit"), word, word);
	if ((options & OPT(UNIT)) != 0)
		return err_set(ERR_INPUT, _("%s is a department, not a unit; its figures stand with the units that they are of. Leave "
			"--unit out for all, or give one of: %s"), word, list);
	return err_set(ERR_INPUT, _("%s is a department, not a unit; its figures stand with the units that they are of: %s"), word, list);
}

enum err context_find_unit(const struct context *context, const char *word, int *out)
{
	char list[600];
	*out = plan_unit_by_name(context->plan, word);
	if (*out != PLAN_NONE)
		return ERR_OK;
	list_units(context->plan, list, sizeof list);
	if (is_department(context->plan, word))
		return refuse_department(context, word, list);
	return err_set(ERR_INPUT, _("there is no unit \"%s\". The units are: %s"), word, list);
}

// A code, a name, or an indicator that is one element's figure (g3, 高新技术企业).
static int element_of_word(const struct plan *plan, const char *word)
{
	int element = plan_element_by_code(plan, word), indicator = plan_indicator_by_code(plan, word);
	if (element == PLAN_NONE)
		element = plan_element_by_name(plan, word);
	if (element == PLAN_NONE && indicator != PLAN_NONE && plan->indicators[indicator].formula == PLAN_VALUE)
		element = plan->indicators[indicator].x;
	return element;
}

enum err context_find_element(const struct context *context, const char *word, int *out)
{
	const struct plan *plan = context->plan;
	char list[900] = "";
	size_t used = 0;
	*out = element_of_word(plan, word);
	if (*out != PLAN_NONE)
		return ERR_OK;
	for (int i = 0; i < plan->elements_len && used + 80 < sizeof list; i++) {
		const struct plan_element *element = &plan->elements[i];
		if (element->kind != PLAN_STOCK && element->kind != PLAN_FLOW)
			continue;
		text_format(list + used, sizeof list - used, "%s%s(%s)", used > 0 ? " " : "", element->short_name, element->code);
		used += strlen(list + used);
	}
	return err_set(ERR_INPUT, _("there is no element \"%s\". Those that units key in are: %s"), word, list);
}

enum err context_unit(const struct context *context, int fallback, int *out)
{
	*out = fallback;
	return context->option[OPTION_UNIT] == NULL ? ERR_OK : context_find_unit(context, context->option[OPTION_UNIT], out);
}

enum survey_figures context_figures(const struct context *context, bool desk)
{
	return desk || context->option[OPTION_UNACCEPTED] != NULL ? SURVEY_ALL : SURVEY_ACCEPTED;
}

enum err context_number(const struct context *context, enum option option, int low, int high, int *out)
{
	const char *text = context->option[option];
	char *end = NULL;
	long value = text != NULL && text[0] >= '0' && text[0] <= '9' ? strtol(text, &end, 10) : low - 1L;
	if (text == NULL)
		return ERR_OK;
	if (end == NULL || *end != '\0' || value < low || value > high)
		return err_set(ERR_USAGE, _("--%s: a whole number from %d to %d is expected, not \"%s\""),
			option_rows[option].name, low, high, text);
	*out = (int)value;
	return ERR_OK;
}
