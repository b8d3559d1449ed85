#include "COpenBLAS.h"

#include <dlfcn.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static const char *const names[] = {
#ifdef __APPLE__
    "/opt/homebrew/opt/openblas/lib/libopenblas.dylib",
    "/usr/local/opt/openblas/lib/libopenblas.dylib",
    "libopenblas.dylib",
#else
    "libopenblas.so.0",
    "libopenblas.so",
#endif
};

/// A variable of the environment that holds another value for a while.
typedef struct {
  const char *name;
  char *before;
} borrowed;

static borrowed borrow(const char *name, const char *value) {
  const char *before = getenv(name);
  borrowed variable = {name, before ? strdup(before) : NULL};
  setenv(name, value, 1);
  return variable;
}

static void give_back(borrowed variable) {
  if (variable.before)
    setenv(variable.name, variable.before, 1);
  else
    unsetenv(variable.name);
  free(variable.before);
}

/// Opens the library on one thread; those that it may start later soon sleep when idle.
static void *open_library(void) {
  borrowed threads = borrow("OPENBLAS_NUM_THREADS", "1");
  borrowed patience = borrow("OPENBLAS_THREAD_TIMEOUT", "20");

  void *library = NULL;
  for (size_t i = 0; !library && i < sizeof names / sizeof *names; i++)
    library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);

  give_back(patience);
  give_back(threads);
  return library;
}

/// A thread that calls the library gets a buffer of this size from it, and keeps it for the next.
static const size_t buffer_bytes = (size_t)128 << 20;

enum { most_callers = 64 };

static size_t callers(void) {
  long processors = sysconf(_SC_NPROCESSORS_ONLN);
  if (processors < 1) return 1;
  return processors < most_callers ? (size_t)processors : most_callers;
}

/// Whether every processor's thread can have a buffer. Where one cannot, the library tries for ever.
static int has_memory(void) {
  size_t size = (callers() + 1) * buffer_bytes;
  void *place =
      mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (place == MAP_FAILED) return 0;
  munmap(place, size);
  return 1;
}

/// Lets the library take all its buffers now, before other things take the memory.
static void take_buffers(void *library) {
  void *found[] = {dlsym(library, "blas_memory_alloc"), dlsym(library, "blas_memory_free")};
  void *(*take)(int purpose);
  void (*give)(void *buffer);
  if (!found[0] || !found[1]) return;
  memcpy(&take, &found[0], sizeof take);
  memcpy(&give, &found[1], sizeof give);

  void *buffers[most_callers];
  size_t count = callers();
  for (size_t i = 0; i < count; i++) buffers[i] = take(0);
  for (size_t i = 0; i < count; i++) give(buffers[i]);
}

openblas_state openblas_open(openblas_routines *routines) {
  if (!has_memory()) return openblas_no_memory;
  void *library = open_library();
  if (!library) return openblas_missing;

  const struct {
    const char *name;
    void *place;
  } wanted[] = {
      {"cblas_dgemm", &routines->dgemm},
      {"cblas_dgemv", &routines->dgemv},
      {"openblas_set_num_threads", &routines->set_num_threads},
      {"openblas_get_corename", &routines->corename},
      {"openblas_get_config", &routines->config},
      {"dgesv_", &routines->dgesv},
      {"dpotrf_", &routines->dpotrf},
      {"dgels_", &routines->dgels},
      {"dgelsd_", &routines->dgelsd},
      {"dsyevd_", &routines->dsyevd},
      {"dgesdd_", &routines->dgesdd},
      {"dgeqrf_", &routines->dgeqrf},
      {"dorgqr_", &routines->dorgqr},
  };
  for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
    void *found = dlsym(library, wanted[i].name);
    if (!found) return openblas_incomplete;
    memcpy(wanted[i].place, &found, sizeof found);
  }
  take_buffers(library);
  return openblas_ready;
}
