// SPDX-License-Identifier: MIT
// duibiao-view on damaged snapshots, inside its wall: it shows what it can read or says why not; it neither dies nor hangs.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <cmocka.h>

#include "tests/screen/harness.h"
#include "tests/storage/program.h"

#define SHORT 200
#define WHOLE 2000
#define HEAD 4096                        // where a flipped bit hurts most, and where most are put
#define DAMAGED 3                        // exit status of a file that cannot be used

static uint32_t seed = 7;

static uint32_t chance(size_t below)
{
	seed = seed * 1664525 + 1013904223;
	return (uint32_t)((uint64_t)seed * below >> 32);
}

static void flip(char *bytes, size_t len)
{
	static const int counts[] = {1, 1, 4, 32, 256};
	int count = counts[chance(sizeof counts / sizeof counts[0])];
	for (int i = 0; i < count; i++)
		bytes[chance(chance(3) == 0 ? HEAD : len)] ^= (char)(1 << chance(8));
}

static void put(const char *path, const char *bytes, size_t len)
{
	FILE *file = fopen(path, "wb");
	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, len, file), len);
	assert_int_equal(fclose(file), 0);
}

static void test_damaged_snapshots(void **state)
{
	(void)state;
	int count = getenv("SOAK") != NULL ? WHOLE : SHORT, shown = 0, refused = 0;
	char *folder = harness_folder_new(), data[300], readers[300], good[300], bad[300], command[1200];
	size_t len;
	snprintf(data, sizeof data, "%s/x.db", folder);
	snprintf(readers, sizeof readers, "%s/readers", folder);
	snprintf(good, sizeof good, "%s/readers/x.db", folder);
	snprintf(bad, sizeof bad, "%s/readers/bad.db", folder);
	snprintf(command, sizeof command, "timeout -s KILL 20 '%s-view' '%s' >/dev/null 2>'%s/said' </dev/null", program_path(), bad, folder);
	assert_int_equal(mkdir(readers, 0755), 0);
	assert_int_equal(program_run("init", data).status, 0);
	assert_int_equal(program_run("publish", "--file", data, readers).status, 0);
	char *whole = program_bytes(good, &len);
	char *damaged = malloc(len);
	for (int i = 0; i < count; i++) {
		memcpy(damaged, whole, len);
		flip(damaged, len);
		put(bad, damaged, len);
		int status = system(command);
		snprintf(data, sizeof data, "%s/said", folder);
		size_t said;
		free(program_bytes(data, &said));
		if (!WIFEXITED(status) || WEXITSTATUS(status) > DAMAGED + 1 || (WEXITSTATUS(status) != 0 && said == 0))
			fail_msg("number %d ended with %x and said %zu bytes", i, (unsigned)status, said);
		shown += WEXITSTATUS(status) == 0;
		refused += WEXITSTATUS(status) != 0;
	}
	assert_true(shown > 0 && refused > 0);
	free(whole);
	free(damaged);
	harness_folder_remove(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_damaged_snapshots)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
