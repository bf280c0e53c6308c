#define _GNU_SOURCE
#include "linux_calls.h"

#include <linux/audit.h>
#include <sched.h>
#include <sys/syscall.h>

/* What only the headers of a C compiler know: numbers that a filter compares with. */

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
