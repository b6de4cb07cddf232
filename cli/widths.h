// SPDX-License-Identifier: MIT
// What was measured of a terminal, kept by its TERM in $XDG_STATE_HOME/duibiao/: the next start draws the right bars at once.
#ifndef CLI_WIDTHS_H
#define CLI_WIDTHS_H

void widths_recall(void);      // before the terminal opens
void widths_keep(void);        // once it is closed. What cannot be kept is measured again

#endif
