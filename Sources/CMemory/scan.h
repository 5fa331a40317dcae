#ifndef CMEMORY_SCAN_H
#define CMEMORY_SCAN_H

#include <stdint.h>

/* Looks at 64 bytes of text at once: bit n of a result says something of byte n.
   Here and not in Swift, whose vectors the compiler compared a byte at a time. */

#if defined(__SSE2__)
#include <emmintrin.h>
typedef __m128i scan_bytes;
enum { scan_width = 16 };
static inline scan_bytes scan_load(const uint8_t *at) {
  return _mm_loadu_si128((const __m128i *)at);
}
static inline scan_bytes scan_equal(scan_bytes bytes, uint8_t byte) {
  return _mm_cmpeq_epi8(bytes, _mm_set1_epi8((char)byte));
}
/* Both sides are signed: bytes of 80 and more are below 0. */
static inline scan_bytes scan_below(scan_bytes bytes, int8_t bound) {
  return _mm_cmplt_epi8(bytes, _mm_set1_epi8(bound));
}
static inline scan_bytes scan_between(scan_bytes bytes, int8_t first, int8_t last) {
  return _mm_and_si128(_mm_cmpgt_epi8(bytes, _mm_set1_epi8(first - 1)),
                       _mm_cmplt_epi8(bytes, _mm_set1_epi8(last + 1)));
}
static inline scan_bytes scan_or(scan_bytes left, scan_bytes right) {
  return _mm_or_si128(left, right);
}
static inline uint64_t scan_bits(scan_bytes found) {
  return (uint64_t)(uint32_t)_mm_movemask_epi8(found);
}
#elif defined(__ARM_NEON)
#include <arm_neon.h>
typedef uint8x16_t scan_bytes;
enum { scan_width = 16 };
static inline scan_bytes scan_load(const uint8_t *at) { return vld1q_u8(at); }
static inline scan_bytes scan_equal(scan_bytes bytes, uint8_t byte) {
  return vceqq_u8(bytes, vdupq_n_u8(byte));
}
static inline scan_bytes scan_below(scan_bytes bytes, int8_t bound) {
  return vcltq_s8(vreinterpretq_s8_u8(bytes), vdupq_n_s8(bound));
}
static inline scan_bytes scan_between(scan_bytes bytes, int8_t first, int8_t last) {
  const int8x16_t values = vreinterpretq_s8_u8(bytes);
  return vandq_u8(vcgeq_s8(values, vdupq_n_s8(first)), vcleq_s8(values, vdupq_n_s8(last)));
}
static inline scan_bytes scan_or(scan_bytes left, scan_bytes right) {
  return vorrq_u8(left, right);
}
static inline uint64_t scan_bits(scan_bytes found) {
  static const uint8_t weights[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  const uint8x16_t bits = vandq_u8(found, vld1q_u8(weights));
  const uint64_t low = vaddv_u8(vget_low_u8(bits)), high = vaddv_u8(vget_high_u8(bits));
  return low | high << 8;
}
#else
typedef uint8_t scan_bytes;
enum { scan_width = 1 };
static inline scan_bytes scan_load(const uint8_t *at) { return *at; }
static inline scan_bytes scan_equal(scan_bytes bytes, uint8_t byte) { return bytes == byte; }
static inline scan_bytes scan_below(scan_bytes bytes, int8_t bound) {
  return (int8_t)bytes < bound;
}
static inline scan_bytes scan_between(scan_bytes bytes, int8_t first, int8_t last) {
  return (int8_t)bytes >= first && (int8_t)bytes <= last;
}
static inline scan_bytes scan_or(scan_bytes left, scan_bytes right) { return left | right; }
static inline uint64_t scan_bits(scan_bytes found) { return found; }
#endif

/* Which bytes of the block are this one. */
static inline uint64_t scan_byte(const uint8_t *block, uint8_t byte) {
  uint64_t result = 0;
  for (int part = 0; part < 64; part += scan_width) {
    result |= scan_bits(scan_equal(scan_load(block + part), byte)) << part;
  }
  return result;
}

/* Which bytes of the block are the delimiter, CR, LF or a quote. */
static inline uint64_t scan_structure(const uint8_t *block, uint8_t delimiter) {
  uint64_t result = 0;
  for (int part = 0; part < 64; part += scan_width) {
    const scan_bytes bytes = scan_load(block + part);
    const scan_bytes found =
        scan_or(scan_or(scan_equal(bytes, delimiter), scan_equal(bytes, '\r')),
                scan_or(scan_equal(bytes, '\n'), scan_equal(bytes, '"')));
    result |= scan_bits(found) << part;
  }
  return result;
}

/* What a block holds of rows that may be taken as they stand. */
struct scan_row {
  /* The delimiter and LF. */
  uint64_t ends;
  uint64_t lines;
  uint64_t returns;
  uint64_t quotes;
  /* What does not stay at either end of a field: white space, controls, =, an apostrophe. */
  uint64_t odd;
  /* NUL, and anything but ASCII. */
  uint64_t foreign;
};

static inline struct scan_row scan_row(const uint8_t *block, uint8_t delimiter) {
  struct scan_row result = {0, 0, 0, 0, 0, 0};
  for (int part = 0; part < 64; part += scan_width) {
    const scan_bytes bytes = scan_load(block + part);
    const scan_bytes lines = scan_equal(bytes, '\n');
    const scan_bytes prefixes = scan_or(scan_equal(bytes, '='), scan_equal(bytes, '\''));
    const scan_bytes foreign = scan_or(scan_equal(bytes, 0), scan_below(bytes, 0));
    result.ends |= scan_bits(scan_or(lines, scan_equal(bytes, delimiter))) << part;
    result.lines |= scan_bits(lines) << part;
    result.returns |= scan_bits(scan_equal(bytes, '\r')) << part;
    result.quotes |= scan_bits(scan_equal(bytes, '"')) << part;
    result.odd |= scan_bits(scan_or(scan_below(bytes, 0x21), prefixes)) << part;
    result.foreign |= scan_bits(foreign) << part;
  }
  return result;
}

/* What a block holds of letters that are two bytes in UTF-8: U+00C0 to U+07FF. */
struct scan_letters {
  uint64_t leads, rests;
};

static inline struct scan_letters scan_letters(const uint8_t *block) {
  struct scan_letters result = {0, 0};
  for (int part = 0; part < 64; part += scan_width) {
    const scan_bytes bytes = scan_load(block + part);
    result.leads |= scan_bits(scan_between(bytes, (int8_t)0xC3, (int8_t)0xDF)) << part;
    result.rests |= scan_bits(scan_below(bytes, (int8_t)0xC0)) << part;
  }
  return result;
}

#if defined(__x86_64__)
#include <immintrin.h>
/* What processors know for which the wide functions are made. */
#define SCAN_WIDE "avx2,bmi,popcnt"
/* Whether this processor is one of them. */
static inline int scan_is_wide(void) {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
         __builtin_cpu_supports("popcnt");
}

#define SCAN_BITS(found) ((uint64_t)(uint32_t)_mm256_movemask_epi8(found) << part)
/* The same as scan_row with vectors of 32 bytes. */
__attribute__((target(SCAN_WIDE))) static inline struct scan_row scan_wide_row(
    const uint8_t *block, uint8_t delimiter) {
  struct scan_row result = {0, 0, 0, 0, 0, 0};
#pragma clang loop unroll(full)
  for (int part = 0; part < 64; part += 32) {
    const __m256i bytes = _mm256_loadu_si256((const __m256i *)(block + part));
    const __m256i lines = _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('\n'));
    const __m256i delimiters = _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8((char)delimiter));
    const __m256i prefixes = _mm256_or_si256(_mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('=')),
                                             _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('\'')));
    const __m256i low = _mm256_cmpgt_epi8(_mm256_set1_epi8(0x21), bytes);
    result.ends |= SCAN_BITS(_mm256_or_si256(lines, delimiters));
    result.lines |= SCAN_BITS(lines);
    result.returns |= SCAN_BITS(_mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('\r')));
    result.quotes |= SCAN_BITS(_mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('"')));
    result.odd |= SCAN_BITS(_mm256_or_si256(low, prefixes));
    result.foreign |= SCAN_BITS(_mm256_cmpgt_epi8(_mm256_set1_epi8(1), bytes));
  }
  return result;
}
#undef SCAN_BITS

/* What processors know for which the whole functions are made: they take a block as one vector. */
#define SCAN_WHOLE "avx512bw,avx512vbmi2,bmi,popcnt"
/* Whether this processor is one of them. */
static inline int scan_is_whole(void) {
  return __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vbmi2") &&
         __builtin_cpu_supports("bmi") && __builtin_cpu_supports("popcnt");
}

/* The same as scan_row with a vector of 64 bytes. */
__attribute__((target(SCAN_WHOLE))) static inline struct scan_row scan_whole_row(
    const uint8_t *block, uint8_t delimiter) {
  const __m512i bytes = _mm512_loadu_si512(block);
  struct scan_row result;
  result.lines = _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8('\n'));
  result.ends =
      result.lines | _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8((char)delimiter));
  result.returns = _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8('\r'));
  result.quotes = _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8('"'));
  result.odd = _mm512_cmplt_epi8_mask(bytes, _mm512_set1_epi8(0x21)) |
               _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8('=')) |
               _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8('\''));
  result.foreign = _mm512_cmplt_epi8_mask(bytes, _mm512_set1_epi8(1));
  return result;
}
#else
static inline int scan_is_wide(void) { return 0; }
static inline int scan_is_whole(void) { return 0; }
static inline struct scan_row scan_wide_row(const uint8_t *block, uint8_t delimiter) {
  return scan_row(block, delimiter);
}
static inline struct scan_row scan_whole_row(const uint8_t *block, uint8_t delimiter) {
  return scan_row(block, delimiter);
}
#endif

/* What stands in the first bytes of a block that may be an address; bits of others say nothing. */
struct scan_address {
  uint64_t ats;
  uint64_t dots;
  /* Lower-case letters, digits, and - _ ' +. */
  uint64_t others;
};

static inline struct scan_address scan_address(const uint8_t *block, int count) {
  struct scan_address result = {0, 0, 0};
  for (int part = 0; part < count; part += scan_width) {
    const scan_bytes bytes = scan_load(block + part);
    const scan_bytes letters = scan_between(bytes, 'a', 'z');
    const scan_bytes digits = scan_between(bytes, '0', '9');
    const scan_bytes marks = scan_or(scan_or(scan_equal(bytes, '-'), scan_equal(bytes, '_')),
                                     scan_or(scan_equal(bytes, '\''), scan_equal(bytes, '+')));
    result.ats |= scan_bits(scan_equal(bytes, '@')) << part;
    result.dots |= scan_bits(scan_equal(bytes, '.')) << part;
    result.others |= scan_bits(scan_or(scan_or(letters, digits), marks)) << part;
  }
  return result;
}

#endif
