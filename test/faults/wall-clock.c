// Shifts the wall clock of a process and of everything that it starts by the ms in a shared file.
// The file is mapped before the sandbox closes, so that sandboxed processes need no call to read it.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

// Two numbers: the shift of the wall clock, and how long the computer has slept, both in ms.
static volatile const int64_t *offset_ms;
static int (*real_clock_gettime)(clockid_t, struct timespec *);

__attribute__((constructor)) static void init(void) {
  real_clock_gettime = dlsym(RTLD_NEXT, "clock_gettime");
  const char *path = getenv("PARLEY_CLOCK_FILE");
  int file = path ? open(path, O_RDONLY | O_CLOEXEC) : -1;
  if (file < 0) return;
  void *page = mmap(NULL, 4096, PROT_READ, MAP_SHARED, file, 0);
  close(file);
  if (page != MAP_FAILED) offset_ms = page;
}

static void shift(struct timespec *at) {
  if (!offset_ms) return;
  int64_t ms = *offset_ms;
  at->tv_sec += ms / 1000;
  at->tv_nsec += (ms % 1000) * 1000000;
  if (at->tv_nsec < 0) { at->tv_nsec += 1000000000; at->tv_sec -= 1; }
  if (at->tv_nsec >= 1000000000) { at->tv_nsec -= 1000000000; at->tv_sec += 1; }
}

int clock_gettime(clockid_t id, struct timespec *at) {
  if (!real_clock_gettime) real_clock_gettime = dlsym(RTLD_NEXT, "clock_gettime");
  int result = real_clock_gettime(id, at);
  if (result == 0 && (id == CLOCK_REALTIME || id == CLOCK_REALTIME_COARSE)) shift(at);
  return result;
}

int gettimeofday(struct timeval *at, void *zone) {
  (void)zone;
  struct timespec now;
  if (clock_gettime(CLOCK_REALTIME, &now) != 0) return -1;
  at->tv_sec = now.tv_sec;
  at->tv_usec = now.tv_nsec / 1000;
  return 0;
}

time_t time(time_t *at) {
  struct timespec now;
  if (clock_gettime(CLOCK_REALTIME, &now) != 0) return (time_t)-1;
  if (at) *at = now.tv_sec;
  return now.tv_sec;
}

int timespec_get(struct timespec *at, int base) {
  if (base != TIME_UTC) return 0;
  return clock_gettime(CLOCK_REALTIME, at) == 0 ? base : 0;
}

// The time since the start of the computer goes on while it sleeps; CLOCK_MONOTONIC does not.
static int open_uptime(void) {
  int ends[2];
  struct timespec now;
  if (pipe2(ends, O_CLOEXEC) != 0) return -1;
  clock_gettime(CLOCK_BOOTTIME, &now);
  double seconds = now.tv_sec + now.tv_nsec / 1e9 + offset_ms[1] / 1e3;
  dprintf(ends[1], "%.2f 0.00\n", seconds);
  close(ends[1]);
  return ends[0];
}

static int open_file(const char *path, int flags, mode_t mode) {
  if (offset_ms && strcmp(path, "/proc/uptime") == 0) return open_uptime();
  return (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

int open(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return open_file(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return open_file(path, flags | O_LARGEFILE, mode);
}
