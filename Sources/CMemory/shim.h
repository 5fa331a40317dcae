#ifndef CMEMORY_SHIM_H
#define CMEMORY_SHIM_H

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#ifdef __linux__
#include <sys/mman.h>
#endif
#ifdef __GLIBC__
#include <malloc.h>
#endif

/* Gives freed memory that the allocator keeps back to the system. */
static inline void memory_give_back(void) {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}

/* Blocks of 4 MiB and more are mapped one by one for good, and so given back when they are freed; by
   default glibc raises the bound to 32 MiB with the first large block that is freed. Smaller ones
   are used again, as each page that is mapped anew costs a fault. */
static inline void memory_map_large_blocks(void) {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, 4 * 1024 * 1024);
#endif
}

/* Asks for large pages for a block that is not filled yet and will be read here and there: with small
   ones the processor would look up the place of the memory more often than the memory. */
static inline void memory_use_large_pages(void *at, size_t count) {
#if defined(__linux__) && defined(MADV_HUGEPAGE)
  const uintptr_t page = 4096, first = ((uintptr_t)at + page - 1) & ~(page - 1);
  const uintptr_t last = ((uintptr_t)at + count) & ~(page - 1);
  if (count >= (1 << 21) && first < last) (void)madvise((void *)first, last - first, MADV_HUGEPAGE);
#endif
}

/* Ones in the bytes that a text of `count` bytes, 0 to 32, has among the eight from `offset` on, 0
   to 24. Where it begins to read says how many ones there are: the processor could not foresee a
   branch. Here and not in Swift, which would copy the table for each look at it. */
static inline uint64_t memory_mask(size_t count, size_t offset) {
  static const uint8_t ones[64] = {
      255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
      255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255};
  uint64_t mask;
  memcpy(&mask, ones + 32 - count + offset, sizeof mask);
  return mask;
}

/* Has the processor fetch what will be read soon; any address may be given. */
static inline void memory_prefetch(const void *at) { __builtin_prefetch(at); }

#endif
