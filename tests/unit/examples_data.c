// SPDX-License-Identifier: MIT
// A row's cells as a plan and its entries. See examples_data.h; the columns are explained at the head of the files themselves.
#include "examples_data.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/num.h"
#include "core/period.h"

#define PART 256
#define UNITS 16

// The next piece of *AT before any of SEPARATOR, blanks cut off; false at the end.
static bool next_piece(const char **at, const char *separator, char out[PART])
{
	if (*at == NULL)
		return false;
	const char *end = strstr(*at, separator), *from = *at;
	size_t len = end != NULL ? (size_t)(end - from) : strlen(from);
	*at = end != NULL ? end + strlen(separator) : NULL;
	for (; len > 0 && *from == ' '; from++)
		len--;
	while (len > 0 && from[len - 1] == ' ')
		len--;
	assert_true(len < PART);
	memcpy(out, from, len);
	out[len] = '\0';
	return true;
}

static char *copy(const char *text)
{
	char *out = strdup(text);
	assert_non_null(out);
	return out;
}

static int64_t figure_of(const char *text)
{
	int64_t figure;
	if (num_parse_plain(text, &figure) != ERR_OK)
		fail_msg("%s is no figure", text);
	return figure;
}

static int number(const struct example *example, const char *column, int otherwise)
{
	const char *cell = example_cell(example, column);
	return *cell != '\0' ? atoi(cell) : otherwise;
}

// ------------------------------------------------------------ units

static int unit_named(struct plan *plan, const char *name, int parent)
{
	for (int i = 0; i < plan->units_len; i++)
		if (strcmp(plan->units[i].code, name) == 0)
			return i;
	assert_true(plan->units_len < UNITS);
	plan->units[plan->units_len] = (struct plan_unit){
		.code = copy(name), .name = copy(name), .short_name = copy(name), .parent = parent, .successor = PLAN_NONE,
		.compare = parent == PLAN_NONE && plan->units_len > 0, .from = PLAN_ALWAYS_FROM, .to = PLAN_ALWAYS_TO,
	};
	return plan->units_len++;
}

// a, or a.b: b beneath a.
static int unit_at(struct plan *plan, char *path)
{
	int unit = 0;
	for (char *name = strtok(path, "."); name != NULL; name = strtok(NULL, "."))
		unit = unit_named(plan, name, unit);
	return unit;
}

// 202212: a b c; 202312: a b - a unit is there until the last month at which it is due.
static void read_due(struct example *example)
{
	const char *at = example_cell(example, "due");
	char part[PART], names[PART], name[PART], *end;
	int last[UNITS] = { 0 }, newest = 0;
	while (*example_cell(example, "due") != '\0' && next_piece(&at, ";", part)) {
		int period = (int)strtol(part, &end, 10);
		snprintf(names, sizeof names, "%s", end + 1 + strspn(end + 1, " "));
		const char *rest = names;
		if (period > newest)
			newest = period;
		while (next_piece(&rest, " ", name)) {
			int unit = unit_named(example->plan, name, 0);
			if (period > last[unit])
				last[unit] = period;
		}
	}
	for (int unit = 1; unit < example->plan->units_len; unit++)
		if (last[unit] != 0 && last[unit] < newest)
			example->plan->units[unit].to = last[unit];
}

// ------------------------------------------------------------ elements and the indicator

static int months_of(const char *word)
{
	static const struct { const char *word; int months; } words[] = {
		{ "monthly", 1 }, { "quarterly", 3 }, { "halfyearly", 6 }, { "yearly", 12 },
	};
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (strcmp(words[i].word, word) == 0)
			return words[i].months;
	fail_msg("%s is no frequency", word);
	return 0;
}

static int add_element(struct plan *plan, const char *name, enum plan_element_kind kind, int months, int decimals,
	enum plan_rollup rollup)
{
	plan->elements[plan->elements_len] = (struct plan_element){
		.code = copy(name), .name = copy(name), .short_name = copy(name), .scope = copy(""), .measure = copy(""),
		.due = copy(""), .decimals = decimals, .kind = kind, .months = months, .rollup = rollup, .applies = PLAN_EACH,
		.retired = PLAN_ALWAYS_TO,
	};
	return plan->elements_len++;
}

static struct plan_indicator *add_indicator(struct plan *plan, const char *name, const char *measure)
{
	struct plan_indicator *indicator = &plan->indicators[plan->indicators_len++];
	*indicator = (struct plan_indicator){
		.code = copy(name), .name = copy(name), .short_name = copy(name), .brief = copy(name), .measure = copy(measure),
		.scope = copy(""), .inferred = copy(""), .kind = PLAN_NUMBER, .formula = PLAN_VALUE, .x = PLAN_NONE, .y = PLAN_NONE,
		.scale = 1, .published = PLAN_NONE, .level_element = PLAN_NONE, .growth_element = PLAN_NONE, .path = PLAN_LINEAR,
	};
	return indicator;
}

// g1 up: an indicator to be compared, its value and the province's average.
static void add_compared(struct plan *plan, const char *name, const char *direction)
{
	char code[PART];
	struct plan_indicator *indicator = add_indicator(plan, name, "");
	indicator->down = strcmp(direction, "down") == 0;
	indicator->x = add_element(plan, name, PLAN_STOCK, 3, 4, PLAN_ROLLUP_SUM);
	snprintf(code, sizeof code, "%.200s_level", name);
	indicator->level_element = add_element(plan, code, PLAN_PUBLISHED, 3, 4, PLAN_ROLLUP_NONE);
	snprintf(code, sizeof code, "%.200s_growth", name);
	indicator->growth_element = add_element(plan, code, PLAN_PUBLISHED, 3, 4, PLAN_ROLLUP_NONE);
}

static void read_element(struct plan *plan, const char *text)
{
	char name[32], kind[32], every[32] = "", rollup[32] = "sum";
	int decimals = 0;
	int words = sscanf(text, "%31s %31s %31s %d %31s", name, kind, every, &decimals, rollup);
	if (words == 2) {
		add_compared(plan, name, kind);
		return;
	}
	assert_true(words >= 4);
	add_element(plan, name, kind[0] == 'f' ? PLAN_FLOW : kind[2] == 'a' ? PLAN_STAGE : PLAN_STOCK, months_of(every), decimals,
		rollup[0] == 's' ? PLAN_ROLLUP_SUM : rollup[0] == 'm' ? PLAN_ROLLUP_MEAN : PLAN_ROLLUP_NONE);
}

static void read_elements(struct example *example)
{
	const char *at = example_cell(example, "elements");
	char part[PART];
	while (next_piece(&at, ";", part))
		read_element(example->plan, part);
	if (strncmp(example_cell(example, "elements"), "x stage", 7) == 0)
		example->plan->elements[0].kind = PLAN_STAGE;
}

static enum plan_path path_of(const char *word)
{
	static const char *const words[] = { "none", "linear", "compound", "yearly" };
	for (int i = 0; i < 4; i++)
		if (strcmp(words[i], word) == 0)
			return (enum plan_path)i;
	return PLAN_LINEAR;
}

static void read_ratio(struct plan *plan, struct plan_indicator *indicator, const char *formula)
{
	indicator->formula = PLAN_RATIO;
	indicator->y = 1;
	indicator->scale = atoi(strrchr(formula, ',') + 1);
	indicator->published = add_element(plan, "published", PLAN_PUBLISHED, plan->elements[0].months, indicator->decimals, PLAN_ROLLUP_NONE);
}

static void read_compared(struct plan *plan, struct plan_indicator *indicator, const char *formula)
{
	indicator->kind = PLAN_COMPARISON;
	indicator->formula = formula[0] == 'a' ? PLAN_HIGHER : PLAN_FASTER;
	indicator->x = PLAN_NONE;
	indicator->compared_len = plan->indicators_len - 1;
	indicator->compared = calloc(UNITS, sizeof *indicator->compared);
	assert_non_null(indicator->compared);
	for (int i = 0; i < indicator->compared_len; i++)
		indicator->compared[i] = i;
}

static void read_indicator(struct example *example)
{
	struct plan *plan = example->plan;
	const char *formula = example_cell(example, "formula");
	struct plan_indicator *indicator = add_indicator(plan, "it", example_cell(example, "measure"));
	indicator->decimals = number(example, "decimals", 0);
	indicator->down = strcmp(example_cell(example, "direction"), "down") == 0;
	indicator->path = path_of(example_cell(example, "path"));
	indicator->x = 0;
	if (indicator->path == PLAN_PATH_NONE)
		indicator->kind = PLAN_POSITION;
	if (formula[0] == 'r')
		read_ratio(plan, indicator, formula);
	else if (formula[0] == 'a' || formula[0] == 'f')
		read_compared(plan, indicator, formula);
	else if (formula[0] == 's')
		indicator->kind = PLAN_STAGES;
	else if (formula[0] == 'g')
		indicator->formula = PLAN_GROWTH;
	example->indicator = plan->indicators_len - 1;
}

// ------------------------------------------------------------ targets

static struct plan_target *add_target(struct example *example, enum plan_target_kind kind, int year)
{
	struct plan_target *target = &example->plan->targets[example->plan->targets_len++];
	*target = (struct plan_target){
		.indicator = example->indicator, .unit = 0, .kind = kind, .year = year, .form = PLAN_FORM_VALUE, .doc = copy(""),
	};
	return target;
}

// 600, 5~8, +100, words
static void read_goal(struct plan_target *target, char *text)
{
	char *range = strchr(text, '~');
	target->text = copy(text);
	if (range != NULL) {
		target->form = PLAN_FORM_RANGE;
		target->high = figure_of(range + 1);
		*range = '\0';
	} else if (text[0] == '+') {
		target->form = PLAN_FORM_INCREMENT;
		text++;
	} else if (num_parse_plain(text, &target->figure) != ERR_OK) {
		target->form = PLAN_FORM_TEXT;
		return;
	}
	target->figure = figure_of(text);
}

static void read_targets(struct example *example)
{
	const char *at = example_cell(example, "targets"), *baseline = example_cell(example, "baseline");
	char part[PART];
	while (*example_cell(example, "targets") != '\0' && next_piece(&at, ";", part)) {
		char *year = strchr(part, '@');
		assert_non_null(year);
		*year++ = '\0';
		bool annual = strstr(year, "annual") != NULL;
		struct plan_target *target = add_target(example, annual ? PLAN_ANNUAL : PLAN_TARGET, atoi(year));
		read_goal(target, part);
		if (!annual && target->year > example->plan->target_year)
			example->plan->target_year = target->year;
	}
	if (*baseline != '\0') {
		const char *year = strchr(baseline, '@');           // 412@2021: of another year than the plan's
		snprintf(part, sizeof part, "%.*s", (int)strcspn(baseline, "@"), baseline);
		struct plan_target *target = add_target(example, PLAN_BASELINE, year != NULL ? atoi(year + 1) : example->plan->base_year);
		target->text = copy(baseline);
		target->figure = figure_of(part);
	}
}

// ------------------------------------------------------------ series

static int element_named(const struct plan *plan, const char *name)
{
	for (int i = 0; i < plan->elements_len; i++)
		if (strcmp(plan->elements[i].code, name) == 0)
			return i;
	fail_msg("%s is no element", name);
	return 0;
}

static struct entry *entry_of(struct example_data *data, int element, int unit, int period)
{
	for (int i = 0; i < data->entries_len; i++) {
		struct entry *entry = &data->entries[i];
		if (entry->element == element && entry->unit == unit && entry->period == period)
			return entry;
	}
	assert_true(data->entries_len < EXAMPLE_ROWS);
	struct entry *entry = &data->entries[data->entries_len++];
	*entry = (struct entry){ .element = element, .unit = unit, .period = period, .accepted = true, .final = true, .note = "",
		.doc = "", .change = data->entries_len };
	return entry;
}

// 390, 390~ (not accepted), 未报, 不适用, 不适用~
static void put_said(struct entry *entry, char *said)
{
	entry->accepted = said[strlen(said) - 1] != '~';
	if (!entry->accepted)
		said[strlen(said) - 1] = '\0';
	entry->kind = strcmp(said, "未报") == 0 ? ENTRY_NOT_REPORTED : strcmp(said, "不适用") == 0 ? ENTRY_NOT_APPLICABLE : ENTRY_VALUE;
	if (entry->kind == ENTRY_VALUE)
		entry->figure = figure_of(said);
}

static void put_stage(struct example_data *data, int unit, int period, const char *word)
{
	enum stage_kind kind = strcmp(word, "已完成") == 0 ? STAGE_DONE : strcmp(word, "推进中") == 0 ? STAGE_UNDER_WAY : STAGE_NOT_STARTED;
	entry_of(data, 0, unit, period);
	data->stages[data->stages_len++] = (struct stage){ .unit = unit, .period = period, .stage = kind, .progress = "", .problem = "", .next = "",
		.change = 1 };
}

// node 申报: planned=202303, done=202305
static void read_node(struct example_data *data, int unit, const char *name, const char *text)
{
	const char *planned = strstr(text, "planned="), *done = strstr(text, "done=");
	struct node *node = &data->nodes[data->nodes_len++];
	data->texts[data->texts_len] = copy(name);
	*node = (struct node){ .unit = unit, .no = data->nodes_len, .name = data->texts[data->texts_len++], .doc = "", .change = 1 };
	node->planned = planned != NULL ? atoi(planned + strlen("planned=")) : 0;
	node->done = done != NULL ? atoi(done + strlen("done=")) : 0;
}

// x[a], node NAME[a]: cuts the unit off and gives it; *PROVINCE: it is the province.
static int unit_of(struct example *example, char *name, bool *province)
{
	char *bracket = strchr(name, '[');
	*province = false;
	if (bracket == NULL)
		return 0;
	*bracket++ = '\0';
	bracket[strcspn(bracket, "]")] = '\0';
	*province = strcmp(bracket, "province") == 0;
	return *province ? unit_named(example->plan, bracket, PLAN_NONE) : unit_at(example->plan, bracket);
}

static int element_of(const struct example *example, const char *name, bool province)
{
	char code[PART];
	bool faster = example_cell(example, "formula")[0] == 'f';
	snprintf(code, sizeof code, "%.200s%s", name, !province ? "" : faster ? "_growth" : "_level");
	return strcmp(name, "percent") == 0 ? 0 : element_named(example->plan, code);
}

static void read_one_series(struct example *example, char *series)
{
	char *colon = strchr(series, ':'), part[PART];
	bool province, stage = strncmp(series, "stage", 5) == 0;
	assert_non_null(colon);
	*colon = '\0';
	int unit = unit_of(example, series, &province);
	if (strncmp(series, "node ", 5) == 0) {
		read_node(example->data, unit, series + 5, colon + 1);
		return;
	}
	int element = stage ? 0 : element_of(example, series, province);
	const char *at = colon + 1;
	while (next_piece(&at, ",", part)) {
		char *said = strchr(part, '=');
		if (said == NULL)
			continue;
		*said++ = '\0';
		if (stage)
			put_stage(example->data, unit, atoi(part), said);
		else
			put_said(entry_of(example->data, element, unit, atoi(part)), said);
	}
}

static void read_series(struct example *example)
{
	const char *at = example_cell(example, "series");
	char series[PART];
	while (*example_cell(example, "series") != '\0' && next_piece(&at, " | ", series))
		read_one_series(example, series);
}

// ------------------------------------------------------------ all of it

static int day_of(const char *text)
{
	int year, month, day;
	return sscanf(text, "%d-%d-%d", &year, &month, &day) == 3 ? year * 10000 + month * 100 + day : 20991231;
}

void example_build(struct example *example)
{
	struct plan *plan;
	if (plan_new(&plan) != ERR_OK)
		fail_msg("no plan");
	example->plan = plan;
	plan->units = calloc(UNITS, sizeof *plan->units);
	plan->elements = calloc(UNITS, sizeof *plan->elements);
	plan->indicators = calloc(UNITS, sizeof *plan->indicators);
	plan->targets = calloc(UNITS, sizeof *plan->targets);
	assert_true(plan->units && plan->elements && plan->indicators && plan->targets);
	plan->code = copy("example");
	plan->base_year = number(example, "base", 2020);
	plan->target_year = plan->base_year + 5;
	plan->threshold = (struct plan_threshold){ -5 * NUM_SCALE, 10 * NUM_SCALE, 30 * NUM_SCALE, 2 };
	plan->root = unit_named(plan, "city", PLAN_NONE);
	read_elements(example);
	read_indicator(example);
	read_targets(example);
	read_series(example);
	read_due(example);
	example->unit = plan->root;
	example->query = (struct survey_query){ .period = number(example, "asked", 0), .figures = SURVEY_ALL };
	if (strcmp(example_cell(example, "figures"), "accepted") == 0)
		example->query.figures = SURVEY_ACCEPTED;
	example->query.today = day_of(example_cell(example, "today"));
	assert_int_equal(plan_seal(plan), ERR_OK);
}
