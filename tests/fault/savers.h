// SPDX-License-Identifier: MIT
// Desks that save a figure each, again and again, in processes of their own, beside whatever a test or a measurement does.
#ifndef TESTS_FAULT_SAVERS_H
#define TESTS_FAULT_SAVERS_H

struct savers;
struct savers_told { int saves, failed; double p50_ms, p99_ms, longest_ms; };

// Returns when each has saved once. DESKS on FILE, THINK_MS in the mean between two saves; a clerk takes some three seconds.
struct savers *savers_start(const char *file, int desks, int think_ms);
void savers_stop(struct savers *savers, struct savers_told *out);

#endif
