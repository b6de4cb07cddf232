// SPDX-License-Identifier: MIT
// A unit's paper of one period (exchange/sheet.h) to where a command's result goes.
#ifndef CLI_SHEET_H
#define CLI_SHEET_H

#include "cli/context.h"
#include "exchange/sheet.h"

typedef void sheet_put_fn(const struct sheet *sheet, FILE *out);
// By --unit, --period and --output. ERR_USAGE without a unit. The file is open.
must_check enum err sheet_write(const struct context *context, sheet_put_fn *put);

#endif
