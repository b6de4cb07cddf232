// SPDX-License-Identifier: MIT
// See savers.h.
#include "tests/fault/savers.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "core/ledger.h"
#include "db/db.h"
#include "db/db_write.h"

#define MOST_DESKS 16
#define MOST_SAVES 100000
#define PERIOD 202312

struct savers {
	volatile int over;
	int desks, think_ms;
	pid_t pids[MOST_DESKS];
	struct { int32_t us[MOST_SAVES]; int len; } saves[MOST_DESKS];
};

static int64_t now_us(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

static void random_bytes(void *out, size_t len)
{
	for (size_t i = 0; i < len; i++)
		((unsigned char *)out)[i] = (unsigned char)(rand() >> 8);
}

static enum err put(struct store *store, const struct plan *plan, int element, int unit)
{
	static int64_t count;
	int64_t uid[2] = {getpid(), ++count}, seq;
	struct ledger_op op = {.now = (int64_t)time(NULL), .who = "desk", .org = "city", .action = "edit", .why = ""};
	struct entry entry;
	memcpy(op.uid, uid, sizeof uid);
	enum err err = ledger_begin(store, &op);
	if (err != ERR_OK)
		return err;
	err = store_get_entry(store, plan, element, unit, PERIOD, &entry);
	entry.kind = ENTRY_VALUE;
	entry.figure = (int64_t)rand() * 10000;
	entry.note = entry.doc = "";
	if (err == ERR_OK)
		err = ledger_put_entry(store, plan, &entry, entry.change);
	if (err == ERR_OK)
		return ledger_commit(store, &seq);
	ledger_rollback(store);
	return err;
}

static void choose(const struct plan *plan, int *element, int *unit)
{
	enum plan_element_kind kind;
	do {
		*element = rand() % plan->elements_len;
		*unit = rand() % plan->units_len;
		kind = plan->elements[*element].kind;
	} while ((kind != PLAN_STOCK && kind != PLAN_FLOW) || !plan_element_asked(plan, *element, *unit, PERIOD));
}

// STARTED is closed when the first figure is saved.
static enum err sit_at_desk(const char *file, struct savers *savers, int desk, int started)
{
	struct db_options options = {.mode = DB_WRITE, .upgrade = db_upgrade, .random_bytes = random_bytes};
	struct store *store = NULL;
	struct plan *plan = NULL;
	srand((unsigned)desk + 1);
	enum err err = db_open(file, &options, &store);
	if (err == ERR_OK)
		err = store_read_plan(store, &plan);
	while (err == ERR_OK && !savers->over && savers->saves[desk].len < MOST_SAVES) {
		int element, unit;
		choose(plan, &element, &unit);
		int64_t began = now_us();
		err = put(store, plan, element, unit);
		savers->saves[desk].us[savers->saves[desk].len++] = (int32_t)(now_us() - began);
		if (started >= 0)
			close(started);
		started = -1;
		usleep(1000 * ((unsigned)rand() % (2 * (unsigned)savers->think_ms)));     // a pace; nothing is waited for
	}
	if (err != ERR_OK)
		fprintf(stderr, "desk %d: %s\n", desk, err_message());
	plan_free(plan);
	db_close(store);
	return err;
}

struct savers *savers_start(const char *file, int desks, int think_ms)
{
	struct savers *savers = mmap(NULL, sizeof *savers, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	int started[2];
	char nothing;
	if (savers == MAP_FAILED)
		abort();
	savers->desks = desks < MOST_DESKS ? desks : MOST_DESKS;
	savers->think_ms = think_ms;
	if (pipe(started) != 0)
		abort();
	for (int i = 0; i < savers->desks; i++) {
		pid_t pid = fork();                          // the memory is shared: the desk must not write its own 0
		if (pid == 0)
			_exit(sit_at_desk(file, savers, i, started[1]) != ERR_OK);
		savers->pids[i] = pid;
	}
	close(started[1]);
	while (read(started[0], &nothing, 1) > 0)            // its end: each desk has saved, or has ended
		;
	close(started[0]);
	return savers;
}

static int compare(const void *a, const void *b)
{
	int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;
	return (x > y) - (x < y);
}

void savers_stop(struct savers *savers, struct savers_told *out)
{
	static int32_t all[MOST_DESKS * MOST_SAVES];
	int status;
	*out = (struct savers_told){0};
	savers->over = 1;
	for (int i = 0; i < savers->desks; i++) {
		out->failed += waitpid(savers->pids[i], &status, 0) != savers->pids[i] || status != 0;
		memcpy(&all[out->saves], savers->saves[i].us, (size_t)savers->saves[i].len * sizeof all[0]);
		out->saves += savers->saves[i].len;
	}
	munmap(savers, sizeof *savers);
	if (out->saves == 0)
		return;
	qsort(all, (size_t)out->saves, sizeof all[0], compare);
	out->p50_ms = all[out->saves / 2] / 1e3;
	out->p99_ms = all[(int)(out->saves * 0.99)] / 1e3;
	out->longest_ms = all[out->saves - 1] / 1e3;
}
