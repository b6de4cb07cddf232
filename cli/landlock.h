// SPDX-License-Identifier: MIT
// What a process may open, by its own will and for good: landlock of the kernel, by plain system calls.
#ifndef CLI_LANDLOCK_H
#define CLI_LANDLOCK_H

#include <stdbool.h>

// Version of the kernel's landlock; 0: it has none, it is off, or we were built without its header.
int landlock_version(void);
// From now on nothing beneath the file system may be opened but what is beneath PATHS (ended by NULL), for reading; what is not
// there is passed over. No new connection either, where the kernel's landlock knows of them. False: it did not take effect.
// prctl(PR_SET_NO_NEW_PRIVS) comes first.
bool landlock_read_only(const char *const *paths);

#endif
