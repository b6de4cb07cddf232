// SPDX-License-Identifier: MIT
// Text for a terminal whose characters are not UTF-8 (GBK, GB18030). Files and pipes always get UTF-8.
#ifndef CLI_CHARSET_H
#define CLI_CHARSET_H

#include <stdio.h>

// A stream that takes UTF-8 and writes to TO what the terminal behind it takes; a character it lacks becomes '?'. TO itself
// where nothing needs to be converted. Closing the new stream leaves TO open.
FILE *charset_for_terminal(FILE *to);
// A word of the command line in UTF-8, owned; NULL where it is UTF-8 already or cannot be converted.
char *charset_of_word(const char *word);

#endif
