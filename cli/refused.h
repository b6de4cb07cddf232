// SPDX-License-Identifier: MIT
// The file of refused lines beside the file that was imported: NAME-未导入.csv, or NAME-未导入-2.csv where there is one already.
#ifndef CLI_REFUSED_H
#define CLI_REFUSED_H

#include "cli/output.h"
#include "exchange/import.h"

// A new file beside that at PATH; it has its name once output_close has succeeded.
must_check enum err refused_open(const char *path, struct output *out);
// The lines that are refused of the file at PATH, as JOB (store, plan, day, what is expected) holds them; NAME without its folder.
must_check enum err refused_keep(struct import_job *job, const char *path, char *name, size_t cap);

#endif
