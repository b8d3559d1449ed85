#include "CSystem.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define FAULTS_ARE_REPORTED 1
#endif
#endif

static int fault_code, resource_code;

static void say(const char *text) {
  // Nobody can be told if this fails.
  if (write(STDERR_FILENO, text, strlen(text)) < 0) return;
}

static _Noreturn void end_without_memory(void) {
  say("error: out of memory\n"
      "  choose a smaller picture, as with --scale 0.5, or raise the limit (ulimit -v)\n");
  _exit(resource_code);
}

/// Ends the program; only calls that a signal handler may make.
static void on_fault(int number) {
  (void)number;
  if (errno == ENOMEM) end_without_memory();
  // Libraries that need a descriptor and get none give up, too.
  if (open("/dev/null", O_RDONLY) < 0 && (errno == EMFILE || errno == ENFILE)) {
    say("error: too many files are open\n  raise the limit (ulimit -n), or end other programs\n");
    _exit(resource_code);
  }
  say("error: internal: the program met a case that it does not know, and stopped\n"
      "  this is a fault of the program, not yours: please report it with the command line\n");
  _exit(fault_code);
}

void system_watch_faults(int fault, int resource) {
  fault_code = fault;
  resource_code = resource;
#ifndef FAULTS_ARE_REPORTED
  const char *wish = getenv("SWIFT_BACKTRACE");
  if (wish && strstr(wish, "enable=yes")) return;
  // A stack of its own, since the other may be what has overflowed.
  static uint8_t place[1 << 16];
  stack_t stack = {.ss_sp = place, .ss_size = sizeof place};
  sigaltstack(&stack, NULL);
  struct sigaction action = {.sa_handler = on_fault, .sa_flags = SA_ONSTACK};
  const int numbers[] = {SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV};
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
    sigaction(numbers[i], &action, NULL);
#endif
}

#if defined(__GLIBC__) && !defined(FAULTS_ARE_REPORTED)
extern void *__libc_malloc(size_t size);

/// Stands before the C library's function, since Swift's runtime would print a trace of the stack where that fails.
void *malloc(size_t size) {
  void *place = __libc_malloc(size);
  if (!place && resource_code) end_without_memory();
  return place;
}
#endif
