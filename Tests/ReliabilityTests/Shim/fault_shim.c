// Makes the k-th system call below one folder fail, or kills the process there.
//
// Preloaded into the program under test (LD_PRELOAD). What it does stands in the environment:
//
//   FAULT_ROOT    absolute path; only calls on paths below it (and itself) are counted
//   FAULT_LOG     file to which one line is added for each counted call (FAULT_AT=0), or for the
//                 first call that was made to fail: "<number> <call> <path>"
//   FAULT_AT      number of the call, counted from 1; 0 only lists the calls
//   FAULT_KIND    ENOSPC, EIO, EROFS, EINVAL: the call fails with it and is not made
//                 SHORT: a write takes half of its bytes; only writes count
//                 KILL: the process gets SIGKILL before the call is made
//                 KILL-AFTER: the same once the call is made
//                 STOP: the process stops before the call, until it gets SIGCONT
//                 GROW: the call is made after a byte was added to the file; only reads count
//   FAULT_STICKY  1: every counted call behind it fails too (after SHORT: with ENOSPC)
//   FAULT_READS   1: reads count too
//   FAULT_CALL    "<call> <end of a path>": no other calls count. Threads make calls in any order,
//                 so that a number alone may mean another call the next time
//
// A descriptor's path is asked of /proc at each call, so nothing has to be remembered between calls
// and two threads cannot mix it up.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sched.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

enum kind { FAIL, SHORT, KILL, KILL_AFTER, STOP, GROW };
enum group { OTHER, WRITING, READING };

static char root[PATH_MAX];
static size_t root_length;
static char log_path[PATH_MAX];
static long at;
static enum kind kind;
static int error_number;
static int sticky;
static int count_reads;
static char only_call[PATH_MAX];
static const char *only_path;
static atomic_long counter;
static atomic_int hit;
static atomic_int noted;

__attribute__((constructor)) static void begin(void) {
  const char *text = getenv("FAULT_ROOT");
  if (text == NULL || strlen(text) >= sizeof root) return;
  strcpy(root, text);
  root_length = strlen(root);
  text = getenv("FAULT_LOG");
  if (text != NULL && strlen(text) < sizeof log_path) strcpy(log_path, text);
  text = getenv("FAULT_AT");
  at = text == NULL ? 0 : atol(text);
  text = getenv("FAULT_STICKY");
  sticky = text != NULL && *text == '1';
  text = getenv("FAULT_READS");
  count_reads = text != NULL && *text == '1';
  text = getenv("FAULT_CALL");
  if (text != NULL && strlen(text) < sizeof only_call) {
    strcpy(only_call, text);
    char *space = strchr(only_call, ' ');
    if (space != NULL) {
      *space = '\0';
      only_path = space + 1;
    }
  }
  text = getenv("FAULT_KIND");
  if (text == NULL) text = "EIO";
  error_number = strcmp(text, "ENOSPC") == 0   ? ENOSPC
                 : strcmp(text, "EROFS") == 0  ? EROFS
                 : strcmp(text, "EINVAL") == 0 ? EINVAL
                                               : EIO;
  kind = strcmp(text, "SHORT") == 0        ? SHORT
         : strcmp(text, "KILL") == 0       ? KILL
         : strcmp(text, "KILL-AFTER") == 0 ? KILL_AFTER
         : strcmp(text, "STOP") == 0       ? STOP
         : strcmp(text, "GROW") == 0       ? GROW
                                           : FAIL;
}

static int is_below(const char *path) {
  return strncmp(path, root, root_length) == 0
         && (path[root_length] == '/' || path[root_length] == '\0');
}

static int is_counted(const char *call, const char *path) {
  if (!is_below(path)) return 0;
  if (only_path == NULL) return 1;
  size_t length = strlen(path), end = strlen(only_path);
  return strcmp(call, only_call) == 0 && length >= end
         && strcmp(path + length - end, only_path) == 0;
}

/// The path of a name seen from a folder's descriptor; empty where it cannot be told.
static void path_at(int folder, const char *name, char *target) {
  target[0] = '\0';
  if (name != NULL && name[0] == '/') {
    snprintf(target, PATH_MAX, "%s", name);
    return;
  }
  char link[64];
  if (folder == AT_FDCWD) snprintf(link, sizeof link, "/proc/self/cwd");
  else snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
  char found[PATH_MAX];
  ssize_t length = syscall(SYS_readlink, link, found, sizeof found - 1);
  if (length <= 0) return;
  found[length] = '\0';
  if (name == NULL) snprintf(target, PATH_MAX, "%s", found);
  else {
    size_t used = (size_t)length;
    size_t more = strlen(name);
    if (used + more + 2 > PATH_MAX) return;
    memcpy(target, found, used);
    target[used] = '/';
    memcpy(target + used + 1, name, more + 1);
  }
}

static void note(long number, const char *call, const char *path) {
  if (log_path[0] == '\0') return;
  char line[PATH_MAX + 96];
  int length = snprintf(line, sizeof line, "%ld %s %s\n", number, call, path);
  int file = (int)syscall(SYS_openat, AT_FDCWD, log_path, O_WRONLY | O_CREAT | O_APPEND, 0600);
  if (file < 0) return;
  syscall(SYS_write, file, line, (size_t)length);
  syscall(SYS_close, file);
}

enum verdict { PASS, FAILS, SHORTENED, DIES_AFTER };

/// Counts a call and says what becomes of it; sets errno where it fails.
static enum verdict judge(const char *call, enum group group, int folder, const char *name) {
  if (root_length == 0) return PASS;
  if (group == READING && !count_reads && kind != GROW) return PASS;
  if (kind == GROW && group != READING) return PASS;
  if (kind == SHORT && group != WRITING && !(sticky && atomic_load(&hit))) return PASS;
  int before = errno;
  char path[PATH_MAX];
  path_at(folder, name, path);
  errno = before;
  if (!is_counted(call, path)) return PASS;
  long number = atomic_fetch_add(&counter, 1) + 1;
  if (at == 0) {
    note(number, call, path);
    return PASS;
  }
  if (number != at && !(sticky && number > at)) return PASS;
  // The others wait until it is noted: what they fail with may end the process.
  if (!atomic_exchange(&hit, 1)) {
    note(number, call, path);
    atomic_store(&noted, 1);
  } else {
    while (!atomic_load(&noted)) sched_yield();
  }
  switch (kind) {
  case KILL:
    syscall(SYS_kill, getpid(), SIGKILL);
    return PASS;
  case STOP:
    syscall(SYS_kill, getpid(), SIGSTOP);
    return PASS;
  case KILL_AFTER:
    return DIES_AFTER;
  case SHORT:
    if (number == at) return SHORTENED;
    errno = ENOSPC;
    return FAILS;
  case GROW: {
    int file = (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_APPEND, 0);
    if (file >= 0) {
      syscall(SYS_write, file, "\n", 1);
      syscall(SYS_close, file);
    }
    return PASS;
  }
  default:
    errno = error_number;
    return FAILS;
  }
}

#define REAL(name) ((__typeof__(&name))real(#name))

static void *real(const char *name) {
  void *found = dlsym(RTLD_NEXT, name);
  if (found == NULL) abort();
  return found;
}

#define GUARDED(result_type, call, group, folder, path, made) \
  enum verdict verdict = judge(call, group, folder, path);    \
  if (verdict == FAILS) return -1;                            \
  result_type result = (made);                                \
  if (verdict == DIES_AFTER) syscall(SYS_kill, getpid(), SIGKILL); \
  return result;

#define MODE_OF(flags)                                        \
  mode_t mode = 0;                                            \
  if ((flags) & (O_CREAT | __O_TMPFILE)) {                    \
    va_list arguments;                                        \
    va_start(arguments, flags);                               \
    mode = (mode_t)va_arg(arguments, int);                    \
    va_end(arguments);                                        \
  }

// MARK: opening

int open(const char *path, int flags, ...) {
  MODE_OF(flags)
  GUARDED(int, "open", OTHER, AT_FDCWD, path, REAL(open)(path, flags, mode))
}

int open64(const char *path, int flags, ...) {
  MODE_OF(flags)
  GUARDED(int, "open", OTHER, AT_FDCWD, path, REAL(open64)(path, flags, mode))
}

int openat(int folder, const char *path, int flags, ...) {
  MODE_OF(flags)
  GUARDED(int, "openat", OTHER, folder, path, REAL(openat)(folder, path, flags, mode))
}

int openat64(int folder, const char *path, int flags, ...) {
  MODE_OF(flags)
  GUARDED(int, "openat", OTHER, folder, path, REAL(openat64)(folder, path, flags, mode))
}

// The descriptor is closed all the same: that is what Linux does when a close reports an error.
int close(int file) {
  enum verdict verdict = judge("close", OTHER, file, NULL);
  int result = REAL(close)(file);
  if (verdict == DIES_AFTER) syscall(SYS_kill, getpid(), SIGKILL);
  if (verdict != FAILS) return result;
  errno = error_number;
  return -1;
}

// MARK: writing and reading

#define TRANSFER(call, group, made)                                \
  enum verdict verdict = judge(call, group, file, NULL);           \
  if (verdict == FAILS) return -1;                                 \
  if (verdict == SHORTENED && count > 1) count /= 2;               \
  ssize_t result = (made);                                         \
  if (verdict == DIES_AFTER) syscall(SYS_kill, getpid(), SIGKILL); \
  return result;

ssize_t write(int file, const void *bytes, size_t count) {
  TRANSFER("write", WRITING, REAL(write)(file, bytes, count))
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t offset) {
  TRANSFER("pwrite", WRITING, REAL(pwrite)(file, bytes, count, offset))
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t offset) {
  TRANSFER("pwrite", WRITING, REAL(pwrite64)(file, bytes, count, offset))
}

ssize_t read(int file, void *bytes, size_t count) {
  TRANSFER("read", READING, REAL(read)(file, bytes, count))
}

ssize_t pread(int file, void *bytes, size_t count, off_t offset) {
  TRANSFER("pread", READING, REAL(pread)(file, bytes, count, offset))
}

ssize_t pread64(int file, void *bytes, size_t count, off64_t offset) {
  TRANSFER("pread", READING, REAL(pread64)(file, bytes, count, offset))
}

// MARK: flushing, cutting, modes

int fsync(int file) { GUARDED(int, "fsync", OTHER, file, NULL, REAL(fsync)(file)) }

int fdatasync(int file) { GUARDED(int, "fdatasync", OTHER, file, NULL, REAL(fdatasync)(file)) }

int ftruncate(int file, off_t length) {
  GUARDED(int, "ftruncate", OTHER, file, NULL, REAL(ftruncate)(file, length))
}

int ftruncate64(int file, off64_t length) {
  GUARDED(int, "ftruncate", OTHER, file, NULL, REAL(ftruncate64)(file, length))
}

int fchmod(int file, mode_t mode) {
  GUARDED(int, "fchmod", OTHER, file, NULL, REAL(fchmod)(file, mode))
}

// MARK: names

int mkdir(const char *path, mode_t mode) {
  GUARDED(int, "mkdir", OTHER, AT_FDCWD, path, REAL(mkdir)(path, mode))
}

int mkdirat(int folder, const char *path, mode_t mode) {
  GUARDED(int, "mkdirat", OTHER, folder, path, REAL(mkdirat)(folder, path, mode))
}

int symlinkat(const char *target, int folder, const char *path) {
  GUARDED(int, "symlinkat", OTHER, folder, path, REAL(symlinkat)(target, folder, path))
}

int unlink(const char *path) { GUARDED(int, "unlink", OTHER, AT_FDCWD, path, REAL(unlink)(path)) }

int unlinkat(int folder, const char *path, int flags) {
  GUARDED(int, "unlinkat", OTHER, folder, path, REAL(unlinkat)(folder, path, flags))
}

int rename(const char *old, const char *path) {
  GUARDED(int, "rename", OTHER, AT_FDCWD, path, REAL(rename)(old, path))
}

int renameat(int from, const char *old, int folder, const char *path) {
  GUARDED(int, "renameat", OTHER, folder, path, REAL(renameat)(from, old, folder, path))
}

int renameat2(int from, const char *old, int folder, const char *path, unsigned flags) {
  GUARDED(int, "renameat2", OTHER, folder, path, REAL(renameat2)(from, old, folder, path, flags))
}
