#include "COpenBLAS.h"

#include <dlfcn.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

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

const char *openblas_open(openblas_routines *routines) {
  void *library = open_library();
  if (!library) return "OpenBLAS is not installed (Debian: libopenblas0, Homebrew: openblas)";

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
    if (!found) return "this OpenBLAS lacks a routine that Plumbline calls (was it built with LAPACK?)";
    memcpy(wanted[i].place, &found, sizeof found);
  }
  return NULL;
}
