// SPDX-License-Identifier: MIT
// Folders and files of this person by the XDG rules, beside what the program itself came with.
#ifndef CLI_PLACE_H
#define CLI_PLACE_H

#include <stddef.h>
#include <stdio.h>
#include <sys/types.h>

#include "core/err.h"

// $VARIABLE/duibiao/NAME, else $HOME/FALLBACK/duibiao/NAME. A VARIABLE that is not absolute counts as unset (XDG). Owned.
must_check enum err place_of(const char *variable, const char *fallback, const char *name, char **out);
// Make the folders that lead to PATH (not its last part), each new one with MODE whatever the umask.
must_check enum err place_make_folders(const char *path, mode_t mode);
// NAME beside the executable's folder (../share/locale); NULL when the system does not tell. Owned.
char *place_beside_program(const char *name);
// A regular file of at most LIMIT bytes, for reading, as a descriptor or as a stream. ERR_MISSING ... as of place_read_file.
must_check enum err place_open(const char *path, size_t limit, int *fd, size_t *size);
must_check enum err place_open_file(const char *path, FILE **out);
// The whole of a regular file of at most LIMIT bytes; *OUT owned, with a NUL behind. ERR_MISSING, ERR_IO; a folder or a socket
// is ERR_INPUT and said so.
must_check enum err place_read_file(const char *path, size_t limit, char **out, size_t *len);

#endif
