// SPDX-License-Identifier: MIT
// publish PROGRAM FILE FOLDER DESKS TIMES: desks save a figure each, again and again, while PROGRAM publishes FILE into FOLDER; how
// long the saves and the publishings took. Before it begins every report of FILE is accepted, so that readers see all of it.
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "core/ledger.h"
#include "core/period.h"
#include "core/report.h"
#include "db/db.h"
#include "db/db_write.h"

#define LAST_PERIOD 202312
#define PERIODS 400
#define MOST 100000
#define THINK_US 300000          // in the mean, between two saves; a clerk takes some three seconds

struct saves { int32_t us[MOST]; int len; };
struct shared { volatile int over; struct saves desks[16]; };

static void must(enum err err, const char *what)
{
	if (err == ERR_OK)
		return;
	fprintf(stderr, "%s: %s\n", what, err_message());
	exit(err_exit_status(err));
}

static int64_t now_us(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

static struct ledger_op next_op(const char *action)
{
	static int64_t count;
	int64_t uid[2] = {getpid(), ++count};
	struct ledger_op op = {.now = 1800000000, .who = "bench", .org = "city", .action = action, .why = ""};
	memcpy(op.uid, uid, sizeof uid);
	return op;
}

static void random_bytes(void *out, size_t len)
{
	for (size_t i = 0; i < len; i++)
		((unsigned char *)out)[i] = (unsigned char)(rand() >> 8);
}

static void open_file(const char *path, struct store **store, struct plan **plan)
{
	struct db_options options = {.mode = DB_WRITE, .upgrade = db_upgrade, .random_bytes = random_bytes};
	must(db_open(path, &options, store), path);
	must(store_read_plan(*store, plan), path);
}

static void accept_all(const char *path)
{
	struct store *store;
	struct plan *plan;
	open_file(path, &store, &plan);
	struct report_key *owners = calloc((size_t)(plan->units_len + plan->depts_len), sizeof *owners);
	struct ledger_op op = next_op("accept");
	int64_t seq;
	must(ledger_begin(store, &op), "begin");
	for (int i = 0; i < PERIODS; i++) {
		int len = report_owners(plan, period_add(LAST_PERIOD, -3 * i), owners);
		for (int owner = 0; owner < len; owner++) {
			struct report report = {.key = owners[owner], .sentence = ""};
			must(store_get_report(store, plan, &report), "report");
			if (report.state == REPORT_ACCEPTED)
				continue;
			int64_t before = report.change;
			report.sentence = "";
			report.state = REPORT_ACCEPTED;
			report.accepted = op.now;
			report.upto = ledger_next_change(store);
			must(ledger_put_report(store, plan, &report, before), "report");
		}
	}
	must(ledger_commit(store, &seq), "commit");
	free(owners);
	plan_free(plan);
	db_close(store);
}

static void save_one(struct store *store, const struct plan *plan, struct saves *saves)
{
	struct ledger_op op = next_op("edit");
	struct entry entry;
	int64_t seq;
	int element, unit;
	do {
		element = rand() % plan->elements_len;
		unit = rand() % plan->units_len;
	} while ((plan->elements[element].kind != PLAN_STOCK && plan->elements[element].kind != PLAN_FLOW) ||
			!plan_element_asked(plan, element, unit, LAST_PERIOD));
	int64_t began = now_us();
	must(ledger_begin(store, &op), "begin");
	must(store_get_entry(store, plan, element, unit, LAST_PERIOD, &entry), "read");
	entry.kind = ENTRY_VALUE;
	entry.figure = (int64_t)rand() * 10000;
	entry.note = entry.doc = "";
	must(ledger_put_entry(store, plan, &entry, entry.change), "save");
	must(ledger_commit(store, &seq), "commit");
	saves->us[saves->len++] = (int32_t)(now_us() - began);
}

static void sit_at_desk(const char *path, struct shared *shared, int desk)
{
	struct store *store;
	struct plan *plan;
	open_file(path, &store, &plan);
	srand((unsigned)desk + 1);
	while (!shared->over && shared->desks[desk].len < MOST) {
		save_one(store, plan, &shared->desks[desk]);
		usleep((unsigned)rand() % (2 * THINK_US));
	}
	plan_free(plan);
	db_close(store);
	_exit(0);
}

static int64_t publish(const char *program, const char *file, const char *folder)
{
	int status = 0;
	int64_t began = now_us();
	pid_t pid = fork();
	if (pid == 0) {
		execl(program, program, "publish", "--file", file, folder, (char *)NULL);
		_exit(127);
	}
	waitpid(pid, &status, 0);
	if (status != 0)
		exit(3);
	return now_us() - began;
}

static int compare(const void *a, const void *b)
{
	int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;
	return (x > y) - (x < y);
}

static void tell(const struct shared *shared, int desks, int64_t publishing, int times)
{
	static int32_t all[16 * MOST];
	int len = 0;
	for (int i = 0; i < desks; i++) {
		memcpy(&all[len], shared->desks[i].us, (size_t)shared->desks[i].len * sizeof all[0]);
		len += shared->desks[i].len;
	}
	qsort(all, (size_t)len, sizeof all[0], compare);
	if (len == 0)
		return;
	printf("%d desks, %d saves beside %d publishings of %.1f s: p50 %.1f ms, p99 %.1f ms, longest %.1f ms\n", desks, len, times,
		(double)publishing / times / 1e6, all[len / 2] / 1e3, all[(int)(len * 0.99)] / 1e3, all[len - 1] / 1e3);
}

int main(int argc, char **argv)
{
	if (argc != 6) {
		fprintf(stderr, "publish PROGRAM FILE FOLDER DESKS TIMES\n");
		return 2;
	}
	setlocale(LC_ALL, "C.UTF-8");
	int desks = atoi(argv[4]) < 16 ? atoi(argv[4]) : 16, times = atoi(argv[5]);
	struct shared *shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	pid_t pids[16];
	int64_t publishing = 0;
	accept_all(argv[2]);
	for (int i = 0; i < desks; i++)
		if ((pids[i] = fork()) == 0)
			sit_at_desk(argv[2], shared, i);
	sleep(1);
	for (int i = 0; i < times; i++)
		publishing += publish(argv[1], argv[2], argv[3]);
	shared->over = 1;
	for (int i = 0; i < desks; i++)
		waitpid(pids[i], NULL, 0);
	tell(shared, desks, publishing, times);
	return 0;
}
