// SPDX-License-Identifier: MIT
// Screens inside the test's own process: signals and waiting are played, so that whoever links this never waits, and knows of each
// picture that it is whole. Standard input and output become the terminal: use it in a forked process.
#ifndef TESTS_FAULT_INSIDE_H
#define TESTS_FAULT_INSIDE_H

#include <stddef.h>
#include <stdint.h>

struct inside {
	// The screens wait for a key. How many bytes of keys were put into BYTES (at most 4000); 0: hang up.
	size_t (*keys)(void *ctx, char *bytes);
	void (*show)(void *ctx, const char *bytes, size_t len);       // what is drawn; NULL: nobody looks
	void *ctx;
	int rests;          // ms that pass after each key before the next, by inside_passed()
};
// The other end of the terminal.
int inside_open(const struct inside *user);
int64_t inside_passed(void);        // ms: of rests, all together
void inside_resize(int rows, int cols);

#endif
