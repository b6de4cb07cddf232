// SPDX-License-Identifier: MIT
// rollup FILE: the whole roll-up of the city at 2023Q4, as a ratio to the least that reading the same cells can cost: each
// element's runs of rows at the months that it takes (the period, the year before, the base year), summed in C by one
// prepared statement.
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <sqlite3.h>
#include <time.h>

#include "core/period.h"
#include "core/survey.h"
#include "db/db.h"

#define PERIOD 202312
#define MONTHS 3
#define TODAY 20240108
#define TIMES 21

static void must(enum err err)
{
	if (err == ERR_OK)
		return;
	fprintf(stderr, "rollup: %s\n", err_message());
	exit(err_exit_status(err));
}

static double now_ms(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

static double median(double *times)
{
	qsort(times, TIMES, sizeof *times, by_size);
	return times[TIMES / 2];
}

static double survey_once(struct store *store, const struct plan *plan)
{
	struct survey_query query = {.period = PERIOD, .today = TODAY, .figures = SURVEY_ALL};
	struct survey *survey = NULL;
	double began = now_ms();
	must(survey_unit(store, plan, &query, plan->root, &survey));
	double took = now_ms() - began;
	survey_free(survey);
	return took;
}

static double floor_once(sqlite3 *db, sqlite3_stmt *run, const struct plan *plan, long *rows)
{
	double began = now_ms();
	*rows = 0;
	sqlite3_exec(db, "BEGIN", NULL, NULL, NULL);
	for (int i = 0; i < MONTHS * plan->elements_len; i++) {
		const int months[MONTHS] = {PERIOD, PERIOD - 100, period_make(plan->base_year, 12)};
		sqlite3_int64 sum = 0;
		sqlite3_bind_int64(run, 1, plan->elements[i / MONTHS].id);
		sqlite3_bind_int(run, 2, months[i % MONTHS]);
		for (; sqlite3_step(run) == SQLITE_ROW; ++*rows)
			sum += sqlite3_column_int64(run, 1);
		sqlite3_reset(run);
	}
	sqlite3_exec(db, "COMMIT", NULL, NULL, NULL);
	return now_ms() - began;
}

int main(int argc, char **argv)
{
	struct db_options options = {.mode = DB_READ};
	struct store *store = NULL;
	struct plan *plan = NULL;
	sqlite3 *db = NULL;
	sqlite3_stmt *run = NULL;
	double survey[TIMES], least[TIMES];
	long rows = 0;
	setlocale(LC_ALL, "C.UTF-8");
	if (argc != 2) {
		fprintf(stderr, "rollup FILE\n");
		return 2;
	}
	must(db_open(argv[1], &options, &store));
	must(store_read_plan(store, &plan));
	if (sqlite3_open_v2(argv[1], &db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK ||
		sqlite3_prepare_v2(db, "SELECT unit, figure FROM entry WHERE element = ? AND period = ?", -1, &run, NULL) != SQLITE_OK)
		return 3;
	for (int i = 0; i < TIMES; i++) {
		survey[i] = survey_once(store, plan);
		least[i] = floor_once(db, run, plan, &rows);
	}
	double took = median(survey), floor = median(least);
	printf("roll-up of %ld cells: %.2f ms; read and summed alone: %.2f ms; ratio %.2f\n", rows, took, floor, took / floor);
	sqlite3_finalize(run);
	sqlite3_close(db);
	plan_free(plan);
	db_close(store);
	return 0;
}
