// SPDX-License-Identifier: MIT
// publish PROGRAM FILE FOLDER DESKS TIMES: desks save a figure each, again and again, while PROGRAM publishes FILE into FOLDER; how
// long the saves and the publishings took. Before it begins every report of FILE is accepted, so that readers see all of it.
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "core/ledger.h"
#include "core/period.h"
#include "core/report.h"
#include "db/db.h"
#include "db/db_write.h"
#include "tests/fault/savers.h"

#define LAST_PERIOD 202312
#define PERIODS 400
#define THINK_MS 300             // in the mean, between two saves

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

static void open_file(const char *path, struct store **store, struct plan **plan)
{
	struct db_options options = {.mode = DB_WRITE, .upgrade = db_upgrade};
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

int main(int argc, char **argv)
{
	if (argc != 6) {
		fprintf(stderr, "publish PROGRAM FILE FOLDER DESKS TIMES\n");
		return 2;
	}
	setlocale(LC_ALL, "C.UTF-8");
	int desks = atoi(argv[4]), times = atoi(argv[5]);
	int64_t publishing = 0;
	struct savers_told told;
	accept_all(argv[2]);
	struct savers *savers = savers_start(argv[2], desks, THINK_MS);
	for (int i = 0; i < times; i++)
		publishing += publish(argv[1], argv[2], argv[3]);
	savers_stop(savers, &told);
	printf("%d desks, %d saves beside %d publishings of %.1f s: p50 %.1f ms, p99 %.1f ms, longest %.1f ms\n", desks, told.saves, times,
		(double)publishing / times / 1e6, told.p50_ms, told.p99_ms, told.longest_ms);
	return 0;
}
