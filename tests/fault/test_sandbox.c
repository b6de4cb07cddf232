// SPDX-License-Identifier: MIT
// The wall around duibiao-view, call by call: in a process of its own each does nothing inside; and does what it does outside,
// so that the test cannot pass for another reason.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>
#include <seccomp.h>

#include "cli/sandbox.h"
#include "tests/screen/harness.h"

static char *folder;
static char snapshot[300], other[300], fresh[300], outside[300];
static int opened, memory;               // the snapshot for reading, a memfd with a script: open before the wall stands
static pid_t parent;

// Each gives what the call gives, -1 with errno where it did not do it.
static long write_open(void) { return open(snapshot, O_WRONLY); }
static long update_open(void) { return open(snapshot, O_RDWR); }
static long append_open(void) { return open(snapshot, O_WRONLY | O_APPEND); }
static long truncating_open(void) { return open(snapshot, O_RDONLY | O_TRUNC); }
static long make_open(void) { return open(fresh, O_RDONLY | O_CREAT, 0600); }
static long nameless_open(void) { return open(folder, O_TMPFILE | O_RDWR, 0600); }
static long old_open(void) { return syscall(SYS_open, snapshot, O_RDONLY); }
static long read_passwd(void) { return open("/etc/passwd", O_RDONLY); }
static long read_home(void) { return open("/root", O_RDONLY | O_DIRECTORY); }
static long read_proc(void) { return open("/proc/self/environ", O_RDONLY); }
static long read_outside(void) { return open(outside, O_RDONLY); }
static long remove_file(void) { return unlink(other); }
static long remove_at(void) { return unlinkat(AT_FDCWD, other, 0); }
static long rename_file(void) { return rename(other, fresh); }
static long rename_over(void) { return renameat(AT_FDCWD, other, AT_FDCWD, snapshot); }
static long cut(void) { return truncate(snapshot, 0); }
static long cut_open(void) { return ftruncate(memory, 1); }
static long stretch(void) { return fallocate(memory, 0, 0, 1 << 16); }
static long make_folder(void) { return mkdir(fresh, 0700); }
static long remove_folder(void) { return rmdir(fresh); }
static long hard_link(void) { return link(other, fresh); }
static long soft_link(void) { return symlink("/etc/passwd", fresh); }
static long make_node(void) { return mknod(fresh, S_IFIFO | 0600, 0); }
static long rights(void) { return chmod(snapshot, 0666); }
static long rights_open(void) { return fchmod(opened, 0666); }
static long owner(void) { return chown(snapshot, getuid(), getgid()); }
static long times(void) { return utimensat(AT_FDCWD, snapshot, NULL, 0); }
static long marks(void) { return syscall(SYS_setxattr, snapshot, "user.x", "1", 1, 0); }
static long write_at(void) { return pwrite(memory, "x", 1, 0); }
static long send_file(void) { return syscall(SYS_sendfile, memory, opened, NULL, 16); }
static long copy_range(void) { return copy_file_range(opened, &(loff_t){0}, memory, &(loff_t){0}, 16, 0); }
static long map_shared_code(void) { return (long)mmap(NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0); }
static long make_code(void)
{
	void *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	return mprotect(page, 4096, PROT_READ | PROT_EXEC);
}
static char *const nothing[] = {NULL};
static long start(void) { return execl("/bin/true", "true", (char *)NULL); }
static long start_at(void) { return syscall(SYS_execveat, AT_FDCWD, "/bin/true", nothing, nothing, 0); }
static long start_memory(void) { return fexecve(memory, nothing, nothing); }
static long ended(long pid)
{
	if (pid == 0)
		_exit(0);
	return pid;
}
static long fork_it(void) { return ended(fork()); }
static long old_fork(void) { return ended(syscall(SYS_fork)); }
static long clone_it(void) { return ended(syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0)); }
static long clone_three(void) { return ended(syscall(SYS_clone3, &(uint64_t[11]){[4] = SIGCHLD}, sizeof(uint64_t[11]))); }
static long internet(void) { return socket(AF_INET, SOCK_STREAM, 0); }
static long datagrams(void) { return socket(AF_INET, SOCK_DGRAM, 0); }
static long local(void) { return socket(AF_UNIX, SOCK_STREAM, 0); }
static long netlink(void) { return socket(AF_NETLINK, SOCK_RAW, 0); }
static long pair(void) { return socketpair(AF_UNIX, SOCK_STREAM, 0, (int[2]){0}); }
static long pipes(void) { return pipe((int[2]){0}); }
static long memories(void) { return memfd_create("x", 0); }
static long kill_other(void) { return kill(parent, SIGWINCH); }
static long kill_all(void) { return kill(0, 0); }
static long kill_thread(void) { return syscall(SYS_tgkill, parent, parent, SIGWINCH); }
static long trace(void) { return ptrace(PTRACE_TRACEME, 0, NULL, NULL); }
static long peek(void) { return syscall(SYS_process_vm_readv, getpid(), NULL, 0, NULL, 0, 0); }
static long descriptor_of(void) { return syscall(SYS_pidfd_open, parent, 0); }
// Among mounts of its own, where that is allowed: outside the wall it would be done.
static bool own_mounts(void)
{
	return unshare(CLONE_NEWNS) == 0 && mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0;
}
static long mount_it(void) { return own_mounts() ? mount("x", folder, "tmpfs", 0, NULL) : -1; }
static long mount_alone(void) { return mount("x", fresh, "tmpfs", 0, NULL); }
static long unmount(void) { return umount(fresh); }
static long new_root(void) { return chroot(folder); }
static long new_place(void) { return chdir("/"); }
static long new_room(void) { return unshare(CLONE_NEWUSER); }
static long new_account(void) { return setuid(getuid()); }
static long new_session(void) { return setpgid(0, 0); }
static long new_mask(void) { return umask(0); }
static long dump_again(void) { return prctl(PR_SET_DUMPABLE, 1, 0, 0, 0); }
static long more_files(void) { return setrlimit(RLIMIT_NOFILE, &(struct rlimit){10, 10}); }
static long nicer(void) { return setpriority(PRIO_PROCESS, 0, 1); }
static long ring(void) { return syscall(SYS_io_uring_setup, 4, &(char[120]){0}); }
static long programs(void) { return syscall(SYS_bpf, 0, &(uint32_t[16]){1, 4, 4, 1}, 64); }
static long counters(void) { return syscall(SYS_perf_event_open, &(uint32_t[32]){1, 128}, 0, -1, -1, 0); }
static long faults(void) { return syscall(SYS_userfaultfd, 1); }
static long keys(void) { return syscall(SYS_keyctl, 0, -3, 0); }
static long watch(void) { return syscall(SYS_inotify_init1, 0); }
static long type_in(void) { return ioctl(opened, TIOCSTI, "x"); }
static long names(void) { return syscall(SYS_getdents64, open(folder, O_RDONLY | O_DIRECTORY), &(char[4096]){0}, 4096); }
static long lock_all(void) { return flock(opened, LOCK_EX | LOCK_NB); }
static long owner_signal(void) { return fcntl(opened, F_SETOWN, getpid()); }
static long lease(void) { return fcntl(opened, F_SETLEASE, F_RDLCK); }

// Outside it does what it does, but where the account or the kernel of this machine has no right to it.
static const struct forbidden { const char *name; long (*call)(void); bool outside_too; } forbidden[] = {
#define ROW(name) {#name, name, true}
#define ROW_PERHAPS(name) {#name, name, false}
	ROW(write_open), ROW(update_open), ROW(append_open), ROW(truncating_open), ROW(make_open), ROW_PERHAPS(nameless_open),
	ROW_PERHAPS(old_open), ROW(read_passwd), ROW_PERHAPS(read_home), ROW(read_proc), ROW(read_outside), ROW(remove_file),
	ROW(remove_at), ROW(rename_file), ROW(rename_over), ROW(cut), ROW(cut_open), ROW(stretch), ROW(make_folder),
	ROW_PERHAPS(remove_folder), ROW(hard_link), ROW(soft_link), ROW(make_node), ROW(rights), ROW(rights_open), ROW(owner), ROW(times),
	ROW_PERHAPS(marks), ROW(write_at), ROW(send_file), ROW_PERHAPS(copy_range), ROW(map_shared_code), ROW(make_code), ROW(start),
	ROW(start_at), ROW_PERHAPS(start_memory), ROW(fork_it), ROW_PERHAPS(old_fork), ROW(clone_it), ROW_PERHAPS(clone_three), ROW(internet),
	ROW(datagrams), ROW(local), ROW(netlink), ROW(pair), ROW(pipes), ROW(memories), ROW(kill_other), ROW(kill_all), ROW(kill_thread),
	ROW(trace), ROW_PERHAPS(peek), ROW_PERHAPS(descriptor_of), ROW_PERHAPS(mount_it), ROW_PERHAPS(mount_alone), ROW_PERHAPS(unmount), ROW_PERHAPS(new_root),
	ROW(new_place), ROW_PERHAPS(new_room), ROW(new_account), ROW_PERHAPS(new_session), ROW(new_mask), ROW(dump_again), ROW(more_files),
	ROW(nicer), ROW_PERHAPS(ring), ROW_PERHAPS(programs), ROW_PERHAPS(counters), ROW_PERHAPS(faults), ROW_PERHAPS(keys), ROW(watch),
	ROW_PERHAPS(type_in), ROW(names), ROW(lock_all), ROW(owner_signal), ROW_PERHAPS(lease),
#undef ROW
#undef ROW_PERHAPS
};

enum outcome { DONE, REFUSED, FAILED, NO_WALL };

// Not _exit(): before that the address sanitizer looks at the signal stack, a call that is not on the list.
static void leave(enum outcome outcome) { (void)syscall(SYS_exit_group, outcome); }

static void put(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}

// Wait status of a process that makes the call, inside the wall or not.
static int try(long (*call)(void), bool inside)
{
	int status;
	put(snapshot, "a snapshot");
	put(other, "another");
	unlink(fresh);
	rmdir(fresh);
	parent = getpid();
	pid_t pid = fork();
	if (pid == 0) {
		struct sandbox sandbox = {.file = snapshot};
		opened = open(snapshot, O_RDONLY);
		memory = memfd_create("script", 0);
		if (write(memory, "#!/bin/true\n", 12) != 12 || (inside && sandbox_enter(&sandbox) != ERR_OK))
			_exit(NO_WALL);
		errno = 0;
		long result = call();
		leave(result != -1 ? DONE : errno == EACCES || errno == EPERM ? REFUSED : FAILED);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	return status;
}

static bool held(int status)
{
	return WIFSIGNALED(status) ? WTERMSIG(status) == SIGSYS : WEXITSTATUS(status) == REFUSED;
}

static void test_each_forbidden_call(void **state)
{
	(void)state;
	int wrong = 0;
	for (size_t i = 0; i < sizeof forbidden / sizeof forbidden[0]; i++) {
		int inside = try(forbidden[i].call, true), outside_of_it = try(forbidden[i].call, false);
		bool done = WIFEXITED(outside_of_it) && WEXITSTATUS(outside_of_it) == DONE;
		if (!held(inside))
			print_error("%s: inside the wall its status is %x\n", forbidden[i].name, (unsigned)inside);
		if (!done && forbidden[i].outside_too)
			print_error("%s: outside the wall its status is %x\n", forbidden[i].name, (unsigned)outside_of_it);
		wrong += !held(inside) || (!done && forbidden[i].outside_too);
	}
	assert_int_equal(wrong, 0);
}

static long read_snapshot(void)
{
	char text[20];
	int fd = open(snapshot, O_RDONLY);
	return fd >= 0 && read(fd, text, sizeof text) == 10 && memcmp(text, "a snapshot", 10) == 0 ? 0 : -1;
}

static long read_next_snapshot(void)
{
	struct stat st;
	return stat(other, &st) == 0 ? open(other, O_RDONLY) : -1;
}

static long read_terminfo(void) { return open("/usr/share/terminfo", O_RDONLY | O_DIRECTORY); }
static long ask_memory(void) { return malloc(1 << 20) != NULL ? 0 : -1; }
#ifndef __SANITIZE_ADDRESS__
static long too_much_memory(void) { return malloc((size_t)2 << 30) == NULL ? 0 : -1; }
#endif
static long no_core(void)
{
	struct rlimit limit;
	return getrlimit(RLIMIT_CORE, &limit) == 0 && limit.rlim_max == 0 ? 0 : -1;
}

static void test_what_it_needs(void **state)
{
	(void)state;
	assert_int_equal(try(read_snapshot, true), 0);
	assert_int_equal(try(read_next_snapshot, true), 0);
	assert_int_equal(try(read_terminfo, true), 0);
	assert_int_equal(try(ask_memory, true), 0);
	assert_int_equal(try(no_core, true), 0);
#ifndef __SANITIZE_ADDRESS__
	assert_int_equal(try(too_much_memory, true), 0);
#endif
}

// A kernel without landlock, and one without seccomp: as their system calls answer there.
static void without(bool seccomp_too)
{
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
	bool made = filter != NULL && seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(landlock_create_ruleset), 0) == 0 &&
		(!seccomp_too || (seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(seccomp), 0) == 0 &&
			seccomp_rule_add(filter, SCMP_ACT_ERRNO(EINVAL), SCMP_SYS(prctl), 1, SCMP_A0(SCMP_CMP_EQ, PR_SET_SECCOMP)) == 0)) &&
		seccomp_load(filter) == 0;
	if (!made)
		_exit(NO_WALL);
}

static int enter_without(bool seccomp_too, bool optional, struct sandbox *out)
{
	int status, ways[2];
	assert_int_equal(pipe(ways), 0);
	pid_t pid = fork();
	if (pid == 0) {
		struct sandbox sandbox = {.file = snapshot, .optional = optional};
		without(seccomp_too);
		enum err err = sandbox_enter(&sandbox);
		leave(write(ways[1], &sandbox, sizeof sandbox) != sizeof sandbox ? FAILED : err == ERR_OK ? DONE : REFUSED);
	}
	close(ways[1]);
	assert_int_equal(read(ways[0], out, sizeof *out), sizeof *out);
	close(ways[0]);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	return status;
}

static void test_older_kernels(void **state)
{
	(void)state;
	struct sandbox found;
	put(snapshot, "a snapshot");
	assert_int_equal(enter_without(false, false, &found), DONE);
	assert_true(!found.files && found.calls);
	assert_int_equal(WEXITSTATUS(enter_without(true, false, &found)), REFUSED);
	assert_int_equal(enter_without(true, true, &found), DONE);
	assert_true(!found.files && !found.calls);
}

static int setup(void **state)
{
	(void)state;
	folder = harness_folder_new();
	snprintf(outside, sizeof outside, "%s/outside", folder);
	put(outside, "outside");
	snprintf(snapshot, sizeof snapshot, "%s/readers", folder);
	mkdir(snapshot, 0755);
	snprintf(snapshot, sizeof snapshot, "%s/readers/x.db", folder);
	snprintf(other, sizeof other, "%s/readers/other.db", folder);
	snprintf(fresh, sizeof fresh, "%s/readers/fresh", folder);
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	harness_folder_remove(folder);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_each_forbidden_call),
		cmocka_unit_test(test_what_it_needs),
		cmocka_unit_test(test_older_kernels),
	};
	return cmocka_run_group_tests(tests, setup, teardown);
}
