// SPDX-License-Identifier: MIT
// What `duibiao doctor` looks at: terminal, locale, folders, data file; and what to set where something is wrong.
#ifndef CLI_DOCTOR_LOOK_H
#define CLI_DOCTOR_LOOK_H

#include "tui/doctor.h"

void doctor_look(void *context, struct doctor *out);       // a doctor_look_fn; CONTEXT is the command's

#endif
