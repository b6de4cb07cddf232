// SPDX-License-Identifier: MIT
// A path typed in part, completed as a shell does it.
#ifndef CLI_COMPLETE_H
#define CLI_COMPLETE_H

#include <stddef.h>

// TEXT (a path, ~ for home) gets as much more as all CSV files and folders have in common that begin so; FOUND the names of the
// first of them, parted by blanks. How many there are; 0: TEXT stays.
int complete_path(char *text, size_t cap, char *found, size_t found_cap);
// TEXT with ~ as the home folder it stands for.
char *complete_home(const char *text, char *out, size_t cap);

#endif
