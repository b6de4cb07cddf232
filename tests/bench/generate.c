// SPDX-License-Identifier: MIT
// generate FILE UNITS PERIODS: a file of the shipped plan with UNITS more units under the city, and an entry in every cell of
// the last PERIODS quarters up to 2023Q4. Through the ledger, an op a quarter: the file is what desks would have made.
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "config/planfile.h"
#include "core/ledger.h"
#include "core/period.h"
#include "db/db.h"
#include "db/db_write.h"

#define LAST_PERIOD 202312
#define PLAN_FILE "config/xuchang.ini"
#define PLAN_BYTES 4000000

static uint64_t seed = 88172645463325252U;
static uint64_t next_random(void)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	return seed ^= seed << 17;
}

static void must(enum err err, const char *what)
{
	if (err == ERR_OK)
		return;
	fprintf(stderr, "%s: %s\n", what, err_message());
	exit(err_exit_status(err));
}

static struct plan *read_plan(int units)
{
	char *text = malloc(PLAN_BYTES);
	FILE *in = fopen(PLAN_FILE, "r");
	struct planfile_report report = {NULL, 0};
	struct plan *plan = NULL;
	if (text == NULL || in == NULL) {
		perror(PLAN_FILE);
		exit(3);
	}
	size_t len = fread(text, 1, PLAN_BYTES / 2, in);
	fclose(in);
	for (int i = 1; i <= units; i++)
		len += (size_t)snprintf(text + len, PLAN_BYTES - len, "\n[unit.u%04d]\nname = 第%d乡镇\nshort = 乡%d\nparent = city\n", i, i, i);
	enum err err = planfile_parse(PLAN_FILE, text, len, &plan, &report);
	for (int i = 0; i < report.len && i < 3; i++)
		fprintf(stderr, "%s:%d: %s\n", PLAN_FILE, report.mistakes[i].line, report.mistakes[i].text);
	must(err, PLAN_FILE);
	free(text);
	return plan;
}

static struct ledger_op next_op(void)
{
	static int64_t count;
	struct ledger_op op = {.now = 1700000000 + ++count, .who = "bench", .org = "city", .action = "import", .why = ""};
	memcpy(op.uid, &count, sizeof count);
	return op;
}

static void put_plan(struct store *store, const struct plan *plan)
{
	struct ledger_op op = next_op();
	int64_t seq;
	must(ledger_begin(store, &op), "begin");
	must(ledger_put_plan(store, plan), "plan");
	must(ledger_commit(store, &seq), "commit");
}

static int64_t put_period(struct store *store, const struct plan *plan, int period)
{
	struct ledger_op op = next_op();
	struct entry entry = {.period = period, .kind = ENTRY_VALUE, .note = "", .doc = ""};
	int64_t count = 0, seq;
	must(ledger_begin(store, &op), "begin");
	for (entry.element = 0; entry.element < plan->elements_len; entry.element++) {
		enum plan_element_kind kind = plan->elements[entry.element].kind;
		for (entry.unit = 0; entry.unit < plan->units_len; entry.unit++) {
			if ((kind != PLAN_STOCK && kind != PLAN_FLOW) || !plan_element_asked(plan, entry.element, entry.unit, period))
				continue;
			entry.figure = (int64_t)(next_random() % 100000) * 10000;
			must(ledger_put_entry(store, plan, &entry, 0), "entry");
			count++;
		}
	}
	must(ledger_commit(store, &seq), "commit");
	return count;
}

int main(int argc, char **argv)
{
	struct db_options options = {.mode = DB_WRITE, .upgrade = db_upgrade};
	struct store *store = NULL;
	struct plan *plan, *stored = NULL;
	int64_t entries = 0;
	if (argc != 4) {
		fprintf(stderr, "generate FILE UNITS PERIODS\n");
		return 2;
	}
	setlocale(LC_ALL, "C.UTF-8");
	plan = read_plan(atoi(argv[2]));
	must(db_create(argv[1], false), argv[1]);
	must(db_open(argv[1], &options, &store), argv[1]);
	put_plan(store, plan);
	must(store_read_plan(store, &stored), "plan");
	for (int i = atoi(argv[3]) - 1; i >= 0; i--)
		entries += put_period(store, stored, period_add(LAST_PERIOD, -3 * i));
	printf("%s: %d units, %lld entries\n", argv[1], stored->units_len, (long long)entries);
	plan_free(stored);
	plan_free(plan);
	db_close(store);
	return 0;
}
