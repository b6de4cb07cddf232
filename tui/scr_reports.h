// SPDX-License-Identifier: MIT
// S6, reminders: every owner of reports over the periods of a year, what it still lacks, when it took which step; the text that
// reminds it, and the steps of its report.
#ifndef TUI_SCR_REPORTS_H
#define TUI_SCR_REPORTS_H

#include "tui/screen.h"

extern const struct screen_ops scr_reports;      // of the period and year shown; const enum reports_filter *, NULL: all owners

#endif
