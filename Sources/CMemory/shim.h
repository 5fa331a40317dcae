#ifndef CMEMORY_SHIM_H
#define CMEMORY_SHIM_H

#include <stdlib.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

/* Gives freed memory that the allocator keeps back to the system. */
static inline void memory_give_back(void) {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}

/* Blocks of 128 KiB and more are mapped one by one for good, and so given back when they are freed;
   by default glibc raises the bound to 32 MiB with the first large block that is freed. */
static inline void memory_map_large_blocks(void) {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, 128 * 1024);
#endif
}

#endif
