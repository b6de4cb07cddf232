// SPDX-License-Identifier: MIT
// See sandbox.h. Two walls of the kernel: the list of calls holds by itself against writing, landlock against reading elsewhere;
// and limits, so that a session can take no more of the host than it needs.
#define _GNU_SOURCE
#include "cli/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <iconv.h>
#include <langinfo.h>
#include <libgen.h>
#include <seccomp.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>

#include "cli/landlock.h"
#include "cli/place.h"
#include "core/i18n.h"

#ifdef __SANITIZE_ADDRESS__
// The search for leaks at the end traces the process from a copy of it, and signals get a stack of their own: the walls allow neither.
const char *__asan_default_options(void);
const char *__asan_default_options(void)
{
	return "detect_leaks=0:use_sigaltstack=0";
}
#endif

// ------------------------------------------------------------ limits

#define MEGABYTES(n) ((rlim_t)(n) << 20)
static const struct { __rlimit_resource_t what; rlim_t most; } limits[] = {
#ifndef __SANITIZE_ADDRESS__                             // its shadow is larger than any memory
	{RLIMIT_AS, MEGABYTES(1024)},
#endif
	{RLIMIT_CPU, 1800},                              // seconds; a day of reading takes a few
	{RLIMIT_NOFILE, 64},
	// Nothing may be opened for writing. Not 0: the picture gathered in memory counts as a file, a few hundred KB of it at a large
	// terminal; so does a file that an administrator gave as standard output.
	{RLIMIT_FSIZE, MEGABYTES(64)},
	{RLIMIT_CORE, 0},
	{RLIMIT_NPROC, 0},
	{RLIMIT_MEMLOCK, 0},
	{RLIMIT_MSGQUEUE, 0},
};

static bool limit(void)
{
	for (size_t i = 0; i < sizeof limits / sizeof limits[0]; i++) {
		struct rlimit now;
		if (getrlimit(limits[i].what, &now) != 0)
			return false;
		rlim_t most = now.rlim_max < limits[i].most ? now.rlim_max : limits[i].most;
		now = (struct rlimit){most, most};
		if (setrlimit(limits[i].what, &now) != 0)
			return false;
	}
	return true;
}

// ------------------------------------------------------------ files

// Terminfo, words and characters of the system, our own translations, the time of this place.
#define OWN_SHARE 0
static const char *const readable[] = {"../share/locale", "/usr/share/locale", "/usr/lib/locale", "/usr/share/i18n", "/etc/terminfo",
	"/lib/terminfo", "/usr/lib/terminfo", "/usr/share/terminfo", "/etc/localtime", "/usr/share/zoneinfo"};
#define READABLE (sizeof readable / sizeof readable[0])

static bool close_files(const char *file)
{
	const char *paths[READABLE + 2];
	char *share = place_beside_program(readable[OWN_SHARE]), *copy = strdup(file);
	size_t len = 0;
	if (copy != NULL)
		paths[len++] = dirname(copy);
	if (share != NULL)
		paths[len++] = share;
	for (size_t i = OWN_SHARE + 1; i < READABLE; i++)
		paths[len++] = readable[i];
	paths[len] = NULL;
	bool done = copy != NULL && landlock_read_only(paths);
	free(share);
	free(copy);
	return done;
}

// ------------------------------------------------------------ system calls

#define ALL 0xffffffffu
#define NO_WRITING (unsigned)(O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND | (O_TMPFILE & ~O_DIRECTORY))
#define OWN (unsigned)getpid()

static bool allow(scmp_filter_ctx filter, int call, unsigned len, const struct scmp_arg_cmp *conditions)
{
	int rc = seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, call, len, conditions);
	return rc == 0 || rc == -EDOM;                   // EDOM: this machine does not have it
}

static bool allow_calls(scmp_filter_ctx filter)
{
#define CALL(name, why) && allow(filter, SCMP_SYS(name), 0, NULL)
#define CALL_IF(name, argument, mask, value, why) \
	&& allow(filter, SCMP_SYS(name), 1, (struct scmp_arg_cmp[]){SCMP_CMP64(argument, SCMP_CMP_MASKED_EQ, mask, value)})
#define CALL_IF2(name, argument, value, other, wanted, why) \
	&& allow(filter, SCMP_SYS(name), 2, \
		(struct scmp_arg_cmp[]){SCMP_CMP64(argument, SCMP_CMP_EQ, value), SCMP_CMP64(other, SCMP_CMP_EQ, wanted)})
	return true
#include "cli/sandbox.def"
		;
#undef CALL
#undef CALL_IF
#undef CALL_IF2
}

static bool close_calls(void)
{
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_KILL_PROCESS);
	bool done = filter != NULL && seccomp_attr_set(filter, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS) == 0 &&
		allow_calls(filter) && seccomp_load(filter) == 0;
	seccomp_release(filter);
	return done;
}

// ------------------------------------------------------------

// Libraries read what they need at the first use: the tables of a character set, the place's time, the system's words. Later
// they could not bring code in any more.
static void warm_up(void)
{
	wchar_t wide;
	char bytes[16];
	mbstate_t state = {0};
	time_t now = 0;
	struct tm day;
	if (mbrtowc(&wide, "1", 1, &state) != 1 || wcrtomb(bytes, wide, &state) != 1)
		return;                                  // no character set has another 1
	iconv_t way = iconv_open(nl_langinfo(CODESET), "UTF-8");
	if (way != (iconv_t)-1)
		iconv_close(way);
	(void)localtime_r(&now, &day);
	(void)strerror(ENOENT);
}

enum err sandbox_enter(struct sandbox *sandbox)
{
	warm_up();
	bool bare = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 && limit();
	if (!bare)
		return err_set(ERR_IO, _("the rights of this program cannot be limited: %s"), strerror(errno));
	sandbox->files = close_files(sandbox->file);
	sandbox->calls = close_calls();
	if (sandbox->calls || sandbox->files || sandbox->optional)
		return ERR_OK;
	return err_set(ERR_REFUSED, "%s", _("this kernel has neither seccomp nor landlock, so nothing would hold a reader back but this "
		"program itself. Where that is wanted, the administrator sets sandbox = optional in [view] of /etc/duibiao.ini"));
}
