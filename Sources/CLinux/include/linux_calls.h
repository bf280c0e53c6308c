/// System calls that the wall is built from and that Swift can't make by itself: those without a
/// wrapper in the C library, those with a variable number of arguments, and numbers that differ
/// from one architecture to the next. What is done with them is decided in Sources/Isolation.
///
/// Every function returns -1 and sets errno where the system refuses.
#ifndef AIRLOCK_LINUX_CALLS_H
#define AIRLOCK_LINUX_CALLS_H

#include <linux/filter.h>
#include <stddef.h>
#include <stdint.h>

/// The child returns with 0. Only while there is one thread.
int airlock_fork(void);

/// A user and a network namespace of this process's own. Only while there is one thread.
int airlock_unshare_user_and_network(void);

/// No other process of the same user may look into this one (PR_SET_DUMPABLE 0).
int airlock_hide(void);

/// Nothing that this process executes gains a right by that (PR_SET_NO_NEW_PRIVS).
int airlock_gain_nothing(void);

/// This process is killed when the thread that forked it ends (PR_SET_PDEATHSIG).
int airlock_die_with_parent(void);

/// Gives up every capability, for good once no program can be executed.
int airlock_drop_capabilities(void);

/// Switches on the loopback interface of the network namespace that this process is in.
int airlock_loopback_up(void);

/// The version of Landlock that the kernel speaks, from 1.
int airlock_landlock_abi(void);

/// A ruleset that handles these rights; what the kernel doesn't know must be left out.
int airlock_landlock_create(uint64_t files, uint64_t network, uint64_t scopes);

/// 1 where files at this path lie in memory (tmpfs, ramfs), 0 where they don't.
int airlock_is_memory(const char *path);

/// A descriptor that only names a file or folder (O_PATH).
int airlock_name(const char *path);

/// Allows rights beneath a file or folder that `airlock_name` gave.
int airlock_landlock_allow(int ruleset, int folder, uint64_t rights);

/// Holds this process, and whatever it starts, to the ruleset.
int airlock_landlock_restrict(int ruleset);

/// Whether the kernel has seccomp filters that can answer with an error.
int airlock_seccomp_available(void);

/// Holds this process, and whatever it starts, to a filter.
int airlock_seccomp_install(const struct sock_filter *program, unsigned short length);

/// AUDIT_ARCH_… of this machine; 0 where the filters were not written for it.
extern const uint32_t airlock_architecture;
/// The first number of another set of calls under the same architecture (x32); 0 without one.
extern const uint32_t airlock_foreign_calls;

/// Numbers of system calls, of this architecture, that end with -1: doors into the kernel that
/// neither the server nor a browser has business with.
const int *airlock_calls_of_the_kernel(void);
/// What reaches other programs and machines: a server that has its listener needs none of it.
const int *airlock_calls_of_the_world(void);

extern const int airlock_call_socket;
extern const int airlock_call_listen;
extern const int airlock_call_clone;
extern const int airlock_call_clone3;
/// The flag of clone(2) that makes a thread and not a process.
extern const uint32_t airlock_thread_flag;

#endif
