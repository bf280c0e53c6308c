#define _GNU_SOURCE
#include "linux_calls.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <linux/magic.h>
#include <linux/seccomp.h>
#include <net/if.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <unistd.h>

int airlock_fork(void) { return fork(); }

int airlock_unshare_user_and_network(void) { return unshare(CLONE_NEWUSER | CLONE_NEWNET); }

int airlock_hide(void) { return prctl(PR_SET_DUMPABLE, 0UL, 0UL, 0UL, 0UL); }

int airlock_gain_nothing(void) { return prctl(PR_SET_NO_NEW_PRIVS, 1UL, 0UL, 0UL, 0UL); }

int airlock_die_with_parent(void) {
  return prctl(PR_SET_PDEATHSIG, (unsigned long)SIGKILL, 0UL, 0UL, 0UL);
}

int airlock_drop_capabilities(void) {
  struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3, .pid = 0};
  struct __user_cap_data_struct none[_LINUX_CAPABILITY_U32S_3];
  memset(none, 0, sizeof none);
  return (int)syscall(SYS_capset, &header, none);
}

int airlock_loopback_up(void) {
  /* Any kind of socket will do for this; the workbench has one of the Internet and no other. */
  int any = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  if (any < 0) return -1;
  struct ifreq request;
  memset(&request, 0, sizeof request);
  strcpy(request.ifr_name, "lo");
  int result = ioctl(any, SIOCGIFFLAGS, &request);
  if (result == 0) {
    request.ifr_flags |= IFF_UP;
    result = ioctl(any, SIOCSIFFLAGS, &request);
  }
  int code = errno;
  close(any);
  errno = code;
  return result;
}

/* Landlock's own header may be older than the kernel: layout and numbers, which never change,
   stand here. A kernel takes a longer record than its own where the rest is zero. */

struct ruleset {
  uint64_t files, network, scopes;
};
struct beneath {
  uint64_t rights;
  int32_t folder;
} __attribute__((packed));

enum { LANDLOCK_CREATE = 444, LANDLOCK_ADD = 445, LANDLOCK_RESTRICT = 446 };
enum { RULE_BENEATH = 1, WHICH_VERSION = 1 };

int airlock_landlock_abi(void) {
  return (int)syscall(LANDLOCK_CREATE, NULL, (size_t)0, (uint32_t)WHICH_VERSION);
}

int airlock_landlock_create(uint64_t files, uint64_t network, uint64_t scopes) {
  struct ruleset set = {files, network, scopes};
  return (int)syscall(LANDLOCK_CREATE, &set, sizeof set, (uint32_t)0);
}

int airlock_is_memory(const char *path) {
  struct statfs status;
  if (statfs(path, &status) != 0) return -1;
  return status.f_type == TMPFS_MAGIC || status.f_type == RAMFS_MAGIC;
}

int airlock_name(const char *path) { return open(path, O_PATH | O_CLOEXEC); }

int airlock_landlock_allow(int ruleset, int folder, uint64_t rights) {
  struct beneath rule = {rights, folder};
  return (int)syscall(LANDLOCK_ADD, ruleset, RULE_BENEATH, &rule, (uint32_t)0);
}

int airlock_landlock_restrict(int ruleset) {
  return (int)syscall(LANDLOCK_RESTRICT, ruleset, (uint32_t)0);
}

int airlock_seccomp_available(void) {
  uint32_t action = SECCOMP_RET_ERRNO;
  return (int)syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0U, &action);
}

int airlock_seccomp_install(const struct sock_filter *program, unsigned short length) {
  struct sock_fprog filter = {.len = length, .filter = (struct sock_filter *)program};
  return (int)syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0U, &filter);
}
