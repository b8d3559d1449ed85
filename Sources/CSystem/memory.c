#define _GNU_SOURCE
#include "CSystem.h"

// One of these says whether there is __GLIBC__.
#include <stdint.h>
#include <stdlib.h>

#ifdef __GLIBC__
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>
#endif

void system_keep_memory(void) {
#ifdef __GLIBC__
  const size_t room = 64 << 20, large = 2 << 20;
  mallopt(M_MMAP_THRESHOLD, 1 << 30);
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
  mallopt(M_TOP_PAD, room);
  // The heap grows now, and what it grows by is asked for in large pages: one fault clears what five hundred would.
  uintptr_t start = ((uintptr_t)sbrk(0) + large - 1) / large * large;
  void *volatile block = malloc(1 << 20);
  free(block);
  uintptr_t end = (uintptr_t)sbrk(0) / large * large;
  if (end > start) madvise((void *)start, end - start, MADV_HUGEPAGE);
#endif
}
