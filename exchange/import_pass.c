// SPDX-License-Identifier: MIT
// A file line by line (import.h): what it would do, or what it does. Nothing of a line is kept behind it but which cell it spoke
// of, so that a file of any size takes the same few megabytes.
#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"
#include "exchange/import_hold.h"

struct pass {
	const struct import_job *job;
	struct import_hold hold;
	struct import_sum *sum;
	bool writes;
	struct intake_gate gate;
};

int import_to_write(const struct import_sum *sum, bool replace)
{
	return sum->count[IMPORT_NEW] + (replace ? sum->count[IMPORT_DIFFERS] : 0);
}

static uint64_t mix(uint64_t sum, int64_t number)
{
	sum = (sum ^ (uint64_t)number) * UINT64_C(0x9E3779B97F4A7C15);
	return sum ^ sum >> 29;
}

static bool to_write(const struct import_job *job, const struct import_line *line)
{
	return line->state == IMPORT_NEW || (job->replace && line->state == IMPORT_DIFFERS);
}

static enum err write_line(struct pass *pass, const struct import_line *line)
{
	const struct import_job *job = pass->job;
	return import_put_figure(job->store, job->plan, pass->hold.reported ? &pass->gate : NULL, &line->result->after, line->present,
		line->cell->explanations);
}

static enum err take_cell(const struct csv_cell *cell, void *ctx)
{
	struct pass *pass = ctx;
	const struct import_job *job = pass->job;
	struct import_sum *sum = pass->sum;
	struct import_line line;
	enum err err = import_hold_cell(&pass->hold, cell, &line);
	if (err != ERR_OK)
		return err;
	sum->len++;
	sum->count[line.state]++;
	if (job->line != NULL)
		err = job->line(&line, job->ctx);
	if (err != ERR_OK || !to_write(job, &line))
		return err;
	sum->rests_on = mix(mix(mix(sum->rests_on, cell->line), cell->column), line.present->change);
	// Once something is refused that keeps all out, the rest is only told.
	return pass->writes && (job->skip || sum->count[IMPORT_REFUSED] == 0) ? write_line(pass, &line) : ERR_OK;
}

static enum err take_row(const struct csv_row *row, void *ctx)
{
	const struct import_job *job = ((struct pass *)ctx)->job;
	return job->row != NULL ? job->row(row, job->ctx) : ERR_OK;
}

static enum err run(const struct import_job *job, bool writes, struct import_sum *out)
{
	struct pass pass = {.job = job, .sum = out, .writes = writes};
	const struct csv_taker taker = {take_cell, take_row, &pass};
	*out = (struct import_sum){0};
	enum err err = import_hold_start(&pass.hold, job->store, job->plan, job->today);
	if (err == ERR_OK)
		err = csv_each_cell(job->plan, job->in, job->asked, &taker);
	import_hold_done(&pass.hold);
	return err;
}

enum err import_pass(const struct import_job *job, struct import_sum *out)
{
	enum err err = store_begin(job->store);
	if (err != ERR_OK)
		return err;
	err = run(job, false, out);
	store_end(job->store);
	return err;
}

static enum err check_sum(const struct import_job *job, const struct import_sum *shown, const struct import_sum *sum)
{
	if (sum->count[IMPORT_REFUSED] > 0 && !job->skip)
		return err_set(ERR_INPUT, _("lines refused: %d of %d; nothing was written; mend them, or say --skip-refused to take the rest"),
			sum->count[IMPORT_REFUSED], sum->len);
	if (shown != NULL && (shown->rests_on != sum->rests_on || memcmp(shown->count, sum->count, sizeof sum->count) != 0))
		return err_set(ERR_CONFLICT, "%s", _("not written: another desk has changed a cell meanwhile; read the file again"));
	return ERR_OK;
}

enum err import_put(const struct import_job *job, const struct ledger_op *op, const struct import_sum *shown, struct import_sum *out,
	int64_t *seq)
{
	*seq = 0;
	enum err err = ledger_begin(job->store, op);
	if (err != ERR_OK)
		return err;
	err = run(job, true, out);
	if (err == ERR_OK)
		err = check_sum(job, shown, out);
	if (err == ERR_OK)
		return ledger_commit(job->store, seq);
	ledger_rollback(job->store);
	return err;
}
