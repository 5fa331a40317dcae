#ifndef CMEMORY_SCAN_H
#define CMEMORY_SCAN_H

#include <stdint.h>
#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__ARM_NEON)
#include <arm_neon.h>
#endif

/* Bit n says whether byte n of the 64 bytes at `block` is the delimiter, CR, LF or a quote.
   Here and not in Swift, whose vectors the compiler compared a byte at a time. */
static inline uint64_t scan_structure(const uint8_t *block, uint8_t delimiter) {
#if defined(__SSE2__)
  const __m128i d = _mm_set1_epi8((char)delimiter), r = _mm_set1_epi8('\r');
  const __m128i n = _mm_set1_epi8('\n'), q = _mm_set1_epi8('"');
  uint64_t result = 0;
  for (int part = 0; part < 4; part++) {
    const __m128i bytes = _mm_loadu_si128((const __m128i *)(block + part * 16));
    const __m128i found = _mm_or_si128(
        _mm_or_si128(_mm_cmpeq_epi8(bytes, d), _mm_cmpeq_epi8(bytes, r)),
        _mm_or_si128(_mm_cmpeq_epi8(bytes, n), _mm_cmpeq_epi8(bytes, q)));
    result |= (uint64_t)(uint32_t)_mm_movemask_epi8(found) << (part * 16);
  }
  return result;
#elif defined(__ARM_NEON)
  const uint8x16_t d = vdupq_n_u8(delimiter), r = vdupq_n_u8('\r');
  const uint8x16_t n = vdupq_n_u8('\n'), q = vdupq_n_u8('"');
  uint64_t result = 0;
  for (int part = 0; part < 4; part++) {
    const uint8x16_t bytes = vld1q_u8(block + part * 16);
    const uint8x16_t found = vorrq_u8(vorrq_u8(vceqq_u8(bytes, d), vceqq_u8(bytes, r)),
                                      vorrq_u8(vceqq_u8(bytes, n), vceqq_u8(bytes, q)));
    static const uint8_t weights[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
    const uint8x16_t bits = vandq_u8(found, vld1q_u8(weights));
    const uint64_t low = vaddv_u8(vget_low_u8(bits)), high = vaddv_u8(vget_high_u8(bits));
    result |= (low | high << 8) << (part * 16);
  }
  return result;
#else
  uint64_t result = 0;
  for (int place = 0; place < 64; place++) {
    const uint8_t byte = block[place];
    const int found = byte == delimiter || byte == '\r' || byte == '\n' || byte == '"';
    result |= (uint64_t)found << place;
  }
  return result;
#endif
}

#endif
