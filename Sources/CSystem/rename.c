#define _GNU_SOURCE
#include "CSystem.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

int system_exchange(const char *one, const char *other) {
#ifdef __linux__
  return renameat2(AT_FDCWD, one, AT_FDCWD, other, RENAME_EXCHANGE);
#else
  return renamex_np(one, other, RENAME_SWAP);
#endif
}

int system_rename_if_free(const char *old, const char *new_name) {
#ifdef __linux__
  int failed = renameat2(AT_FDCWD, old, AT_FDCWD, new_name, RENAME_NOREPLACE);
#else
  int failed = renamex_np(old, new_name, RENAME_EXCL);
#endif
  if (!failed || (errno != EINVAL && errno != ENOSYS && errno != ENOTSUP)) return failed;
  return link(old, new_name);
}
