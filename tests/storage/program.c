// SPDX-License-Identifier: MIT
// See program.h. Output goes to files, not pipes: nothing can block, however much a command prints.
#include "tests/storage/program.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "tests/storage/fixture.h"

#define VARIABLES 16
#define ARGUMENTS 24

static char variables[VARIABLES][512];
static int variables_len;
static char answers[512] = "/dev/null";

const char *program_path(void)
{
	static char path[256];
	const char *given = getenv("DUIBIAO_BIN"), *variant = getenv("VARIANT");
	snprintf(path, sizeof path, "build/%s/bin/duibiao", variant != NULL ? variant : "release");
	return given != NULL ? given : path;
}

void program_reset(void)
{
	variables_len = 0;
	program_setenv("PATH", "/usr/bin:/bin");
	program_setenv("HOME", fixture_folder());
	program_setenv("TZ", "Asia/Shanghai");
	program_setenv("LC_ALL", "C.UTF-8");
	program_setenv("LANGUAGE", "en");
}

void program_setenv(const char *name, const char *value)
{
	size_t len = strlen(name);
	int at = 0;
	while (at < variables_len && !(strncmp(variables[at], name, len) == 0 && variables[at][len] == '='))
		at++;
	if (value == NULL) {
		if (at < variables_len)
			memcpy(variables[at], variables[--variables_len], sizeof variables[0]);
		return;
	}
	assert_true(at < VARIABLES);
	variables_len += at == variables_len;
	snprintf(variables[at], sizeof variables[at], "%s=%s", name, value);
}

static void become_program(const char *onto, const char *const arguments[], int err)
{
	char *argv[ARGUMENTS] = {(char *)program_path()}, *envp[VARIABLES + 1] = {NULL};
	int in = open(answers, O_RDONLY), out = open(onto, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	for (int i = 0; arguments[i] != NULL && i + 2 < ARGUMENTS; i++)
		argv[i + 1] = (char *)arguments[i];
	for (int i = 0; i < variables_len; i++)
		envp[i] = variables[i];
	if (in >= 0 && out >= 0 && dup2(in, 0) >= 0 && dup2(out, 1) >= 0 && dup2(err, 2) >= 0)
		execve(argv[0], argv, envp);
	_exit(125);
}

char *program_bytes(const char *path, size_t *len)
{
	FILE *file = fopen(path, "rb");
	char *bytes = NULL;
	size_t used = 0, cap = 0, got = 1;
	while (file != NULL && got > 0) {
		cap = cap * 2 + 4096;
		bytes = realloc(bytes, cap + 1);
		assert_non_null(bytes);
		got = fread(bytes + used, 1, cap - used, file);
		used += got;
	}
	if (file == NULL)
		return NULL;
	fclose(file);
	bytes[used] = '\0';
	*len = used;
	return bytes;
}

// Of this process alone: a test may have forked.
static const char *own_path(const char *name)
{
	char own[64];
	snprintf(own, sizeof own, "%s-%ld", name, (long)getpid());
	return fixture_path(own);
}

void program_answers(const char *bytes, size_t len)
{
	snprintf(answers, sizeof answers, "%s", bytes != NULL ? own_path("stdin") : "/dev/null");
	FILE *file = bytes != NULL ? fopen(answers, "wb") : NULL;
	if (bytes == NULL)
		return;
	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, len, file), len);
	assert_int_equal(fclose(file), 0);
}

static pid_t start(const char *path, const char *err_path, const char *const arguments[])
{
	int err_fd = open(err_path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	assert_true(err_fd >= 0);
	pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0)
		become_program(path, arguments, err_fd);
	close(err_fd);
	return child;
}

pid_t program_start_list(const char *const arguments[])
{
	return start("/dev/null", "/dev/null", arguments);
}

struct program_result program_run_onto(const char *path, const char *const arguments[])
{
	static char *out, *err;
	char err_path[512];
	int status;
	size_t len = 0, err_len = 0;
	snprintf(err_path, sizeof err_path, "%s", own_path("stderr"));
	pid_t child = start(path, err_path, arguments);
	assert_int_equal(waitpid(child, &status, 0), child);
	free(out);
	free(err);
	out = strcmp(path, "/dev/full") == 0 ? strdup("") : program_bytes(path, &len);
	err = program_bytes(err_path, &err_len);
	assert_non_null(out);
	return (struct program_result){WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), out, err, len};
}

struct program_result program_run_list(const char *const arguments[])
{
	char out_path[512];
	snprintf(out_path, sizeof out_path, "%s", own_path("stdout"));
	return program_run_onto(out_path, arguments);
}

// Blanks outside strings are of no meaning.
static char *without_blanks(const char *json)
{
	char *out = malloc(strlen(json) + 1), *to = out;
	bool inside = false;
	assert_non_null(out);
	for (const char *at = json; *at != '\0'; at++) {
		if (*at == '"' && (at == json || at[-1] != '\\'))
			inside = !inside;
		if (inside || strchr(" \t\r\n", *at) == NULL)
			*to++ = *at;
	}
	*to = '\0';
	return out;
}

static size_t length_of_value(const char *value)
{
	size_t len = 0;
	int depth = 0;
	if (value[0] == '"')
		return strcspn(value + 1, "\"") + 2;
	for (; value[len] != '\0'; len++) {
		depth += value[len] == '{' || value[len] == '[';
		if (depth == 0 && (value[len] == ',' || value[len] == '}'))
			break;
		depth -= value[len] == '}' || value[len] == ']';
	}
	return len;
}

void program_standing(const char *json, const char *id, const char *key, char *out, size_t cap)
{
	char mark[128];
	char *bare = without_blanks(json);
	snprintf(mark, sizeof mark, "{\"indicator\":\"%s\"", id);
	const char *at = strstr(bare, mark);
	if (at == NULL)
		fail_msg("no standing of %s", id);
	snprintf(mark, sizeof mark, ",\"%s\":", key);
	at = strstr(at, mark);
	if (at == NULL)
		fail_msg("no %s in the standing of %s", key, id);
	at += strlen(mark);
	snprintf(out, cap, "%.*s", (int)length_of_value(at), at);
	free(bare);
}
