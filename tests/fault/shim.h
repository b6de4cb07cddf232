// SPDX-License-Identifier: MIT
// A VFS over SQLite's own that counts what reaches the disk - writes, truncations, syncs, deletions - and at the N-th of
// them kills the process, fails, or cuts the power: then only what was synced is sure to be there, of the rest a random part.
#ifndef TESTS_FAULT_SHIM_H
#define TESTS_FAULT_SHIM_H

#include <stdint.h>

enum shim_fault { SHIM_NONE, SHIM_KILL, SHIM_ERROR, SHIM_FULL, SHIM_POWER };
// Make it the default VFS of this process (a child of the test). AT: the step at which it happens, from 1 on. SHIM_ERROR and
// SHIM_FULL happen at that step and, with LASTING, at all later ones.
void shim_install(enum shim_fault fault, int at, int lasting, uint32_t seed);
void shim_arm(void);                    // steps are counted from here on; before, nothing happens
int shim_steps(void);                   // since shim_arm

#endif
