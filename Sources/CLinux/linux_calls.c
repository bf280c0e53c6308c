#define _GNU_SOURCE
#include "linux_calls.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
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

#if defined(__x86_64__)
const uint32_t airlock_architecture = AUDIT_ARCH_X86_64;
const uint32_t airlock_foreign_calls = 0x40000000;
#elif defined(__aarch64__)
const uint32_t airlock_architecture = AUDIT_ARCH_AARCH64;
const uint32_t airlock_foreign_calls = 0;
#else
const uint32_t airlock_architecture = 0;
const uint32_t airlock_foreign_calls = 0;
#endif

const int airlock_call_socket = SYS_socket;
const int airlock_call_listen = SYS_listen;
const int airlock_call_clone = SYS_clone;
const int airlock_call_clone3 = SYS_clone3;
const uint32_t airlock_thread_flag = CLONE_THREAD;

/* io_uring is among them because it does what a filter forbids without asking the filter. */
static const int calls_of_the_kernel[] = {
    SYS_io_uring_setup,
    SYS_io_uring_enter,
    SYS_io_uring_register,
    SYS_bpf,
    SYS_perf_event_open,
    SYS_userfaultfd,
    SYS_add_key,
    SYS_request_key,
    SYS_keyctl,
    SYS_init_module,
    SYS_finit_module,
    SYS_delete_module,
    SYS_kexec_load,
    SYS_reboot,
    SYS_swapon,
    SYS_swapoff,
    SYS_acct,
    SYS_quotactl,
    SYS_syslog,
    SYS_settimeofday,
    SYS_clock_settime,
    SYS_clock_adjtime,
    SYS_adjtimex,
    SYS_sethostname,
    SYS_setdomainname,
    SYS_open_by_handle_at,
    SYS_mount,
    SYS_umount2,
    SYS_pivot_root,
    SYS_open_tree,
    SYS_move_mount,
    SYS_fsopen,
    SYS_fsmount,
    SYS_fspick,
    SYS_setns,
    SYS_lookup_dcookie,
    SYS_nfsservctl,
    SYS_vhangup,
#ifdef SYS_mount_setattr
    SYS_mount_setattr,
#endif
#ifdef SYS_kexec_file_load
    SYS_kexec_file_load,
#endif
#ifdef SYS_iopl
    SYS_iopl,
    SYS_ioperm,
    SYS_modify_ldt,
#endif
    -1,
};

static const int calls_of_the_world[] = {
    SYS_socket,
    SYS_socketpair,
    SYS_connect,
    SYS_bind,
    SYS_execve,
    SYS_execveat,
    SYS_ptrace,
    SYS_process_vm_readv,
    SYS_process_vm_writev,
    SYS_pidfd_getfd,
    SYS_process_madvise,
    SYS_kcmp,
    SYS_unshare,
    SYS_chroot,
    SYS_mknodat,
    SYS_personality,
    SYS_msgget,
    SYS_msgsnd,
    SYS_msgrcv,
    SYS_semget,
    SYS_semop,
    SYS_semtimedop,
    SYS_shmget,
    SYS_shmat,
    SYS_mq_open,
#ifdef SYS_fork
    SYS_fork,
    SYS_vfork,
    SYS_mknod,
#endif
    -1,
};

const int *airlock_calls_of_the_kernel(void) { return calls_of_the_kernel; }

const int *airlock_calls_of_the_world(void) { return calls_of_the_world; }
