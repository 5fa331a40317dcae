#ifndef CMEMORY_CUT_H
#define CMEMORY_CUT_H

#include <stdint.h>

#include "scan.h"

/* Cuts rows of delimited text into fields, 64 bytes at a time.
   Here and not in Swift, so that processors which count and find bits with one instruction do. */

/* Where a field stands: offsets of its first byte and behind its last one. */
struct cut_place {
  uint32_t start, end;
};

/* What was cut: how many rows, and where the next one begins. */
struct cut_rows {
  int32_t count;
  uint32_t next;
};

/* What is known of the bytes before a block. */
struct cut_before {
  /* Whether the last of them ends a field, is a quote, or begins a letter of two bytes. */
  uint64_t ends, quotes, leads;
  /* All ones where a quote is open. */
  uint64_t inside;
};

/* What there is in a block before the first byte that needs a second look; bit n is byte n. */
struct cut_block {
  uint64_t ends, lines;
  /* Quotes that open a field, and ends of fields that stand behind a closing one. */
  uint64_t opening, closed;
  /* What needs a second look. */
  uint64_t special;
};

/* What of the bytes outside ASCII that were found in a block needs a second look: all but letters
   of two bytes, none of which is white space. */
static inline uint64_t cut_foreign(
    const uint8_t *text, uint64_t foreign, struct cut_before *before) {
  const struct scan_letters letters = scan_letters(text);
  const uint64_t due = letters.leads << 1 | before->leads;
  before->leads = letters.leads >> 63;
  return (foreign & ~(letters.leads | letters.rests)) | (letters.rests ^ due);
}

/* Understands what was found in the block at `text`, and looks at the byte behind it. */
static inline __attribute__((always_inline)) struct cut_block cut_look(
    struct scan_row found, const uint8_t *text, uint8_t delimiter, struct cut_before *before) {
  const uint8_t behind = text[64];
  uint64_t structure = found.ends | found.returns;
  uint64_t behind_ends = behind == delimiter || behind == '\n' || behind == '\r';
  uint64_t within = 0, beside = 0;
  uint64_t special = found.returns & ~(found.lines >> 1 | (uint64_t)(behind == '\n') << 63);
  if (found.foreign | before->leads) special |= cut_foreign(text, found.foreign, before);
  if (found.quotes | before->inside) {
    /* Ones from each opening quote to the byte before the closing one. */
    within = found.quotes;
#pragma clang loop unroll(full)
    for (int shift = 1; shift < 64; shift *= 2) within ^= within << shift;
    within ^= before->inside;
    before->inside = 0 - (within >> 63);
    behind_ends &= ~before->inside;
    special |= (found.lines | found.returns) & within;
    structure &= ~within;
    beside = found.quotes << 1 | found.quotes >> 1 | before->quotes;
    beside |= (uint64_t)(behind == '"') << 63;
  }
  /* The first and the last bytes of fields. */
  const uint64_t outer = structure << 1 | structure >> 1 | before->ends | behind_ends << 63;
  special |= found.quotes & ~outer;
  special |= found.odd & ~(structure | found.foreign) & (outer | beside);
  const uint64_t plain = special ? (special & (0 - special)) - 1 : ~(uint64_t)0;
  struct cut_block block = {found.ends & structure & plain, found.lines & structure & plain,
                            found.quotes & within, 0, special};
  block.closed = ((found.quotes & ~within) << 1 | before->quotes) & block.ends;
  before->ends = structure >> 63;
  before->quotes = found.quotes >> 63;
  return block;
}

/* Writes where fields of the block at `start` end, and that the next ones begin behind.

   Eight at a time, as the processor would guess wrong how many there are: what is written for those
   that are none is written over later. */
static inline void cut_write(
    uint64_t ends, uint32_t start, struct cut_place *places) {
  do {
#pragma clang loop unroll(full)
    for (int field = 0; field < 8; field++) {
      /* A last bit, which is none where the others are gone, as there is to be one. */
      const uint32_t end = start + (uint32_t)__builtin_ctzll(ends | (uint64_t)1 << 63);
      places->end = end;
      places++;
      places->start = end + 1;
      ends &= ends - 1;
    }
  } while (ends);
}

#if defined(__x86_64__)
/* The same sixteen at a time, by vectors that hold eight places each. */
__attribute__((target(SCAN_WHOLE))) static inline void cut_write_whole(
    uint64_t ends, uint32_t start, struct cut_place *places) {
  static const uint8_t numbers[64] = {
      0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
      22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43,
      44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63};
  __m512i left = _mm512_maskz_compress_epi8(ends, _mm512_loadu_si512(numbers));
  /* An end below, and the start of the next field above. */
  const __m512i first = _mm512_set1_epi64((int64_t)((uint64_t)(start + 1) << 32 | start));
  for (int count = __builtin_popcountll(ends); count > 0; count -= 16) {
#pragma clang loop unroll(full)
    for (int half = 0; half < 2; half++) {
      const __m512i offsets = _mm512_cvtepu8_epi64(_mm512_castsi512_si128(left));
      const __m512i both = _mm512_or_si512(offsets, _mm512_slli_epi64(offsets, 32));
      _mm512_storeu_si512(&places->end, _mm512_add_epi32(first, both));
      places += 8;
      left = _mm512_alignr_epi64(left, left, 1);
    }
  }
}
#endif

/* Takes the quotes away from fields of the block at `start`. */
static inline void cut_quotes(struct cut_block block, uint32_t start, struct cut_place *places) {
  for (uint64_t left = block.opening; left; left &= left - 1) {
    const uint64_t before = (left & (0 - left)) - 1;
    places[__builtin_popcountll(block.ends & before)].start =
        start + (uint32_t)__builtin_ctzll(left) + 1;
  }
  for (uint64_t left = block.closed; left; left &= left - 1) {
    const uint64_t before = (left & (0 - left)) - 1;
    places[__builtin_popcountll(block.ends & before)].end--;
  }
}

static inline __attribute__((always_inline)) struct cut_rows cut_with(
    struct scan_row (*scan)(const uint8_t *, uint8_t),
    void (*write)(uint64_t, uint32_t, struct cut_place *), const uint8_t *text, uint32_t position,
    uint32_t count, uint8_t delimiter, int32_t width, int32_t limit, struct cut_place *places) {
  struct cut_rows rows = {0, position};
  struct cut_before before = {1, 0, 0, 0};
  /* How many fields were found, and how many there are to be with the next row. */
  int32_t found = 0, due = width;
  places[0].start = position;
  for (uint32_t start = position; start < count; start += 64) {
    struct cut_block block =
        cut_look(scan(text + start, delimiter), text + start, delimiter, &before);
    if (count - start < 64) {
      const uint64_t text_bits = ((uint64_t)1 << (count - start)) - 1;
      block.ends &= text_bits;
      block.lines &= text_bits;
    }
    write(block.ends, start, places + found);
    if (block.opening | block.closed) cut_quotes(block, start, places + found);
    for (uint64_t left = block.lines; left; left &= left - 1) {
      const uint64_t through = left ^ (left - 1);
      if (found + __builtin_popcountll(block.ends & through) != due) return rows;
      struct cut_place *last = places + due - 1;
      /* A delimiter at least stands before the line end. */
      if (text[last->end - 1] == '\r') {
        last->end--;
        if (text[last->end - 1] == '"') last->end--;
      }
      rows.next = start + (uint32_t)__builtin_ctzll(left) + 1;
      rows.count++;
      if (rows.count == limit) return rows;
      due += width;
    }
    found += __builtin_popcountll(block.ends);
    if (block.special || found >= due) return rows;
  }
  return rows;
}

/* Cuts rows of `width` fields, 2 at least, from the text at `position` on, where one begins; stops
   at `limit` of them, at `count`, and before one that needs a second look.

   None needs a row that stands on one line with an end, has that many fields, is ASCII without NUL
   but for letters that are two bytes in UTF-8, has quotes only around whole fields, and no white
   space, `=` or apostrophe at the ends of a field or beside a quote. The fields of a row stand in
   `places` behind those of the one before; there is to be room for `limit` rows and 65 fields more.
   64 bytes behind `count` are read. */
static inline struct cut_rows cut_rows(
    const uint8_t *text, uint32_t position, uint32_t count, uint8_t delimiter, int32_t width,
    int32_t limit, struct cut_place *places) {
  return cut_with(
      scan_row, cut_write, text, position, count, delimiter, width, limit, places);
}

#if defined(__x86_64__)
/* The same for processors with vectors of 32 bytes and counts of bits: see scan_is_wide. */
__attribute__((target(SCAN_WIDE))) static inline struct cut_rows cut_wide_rows(
    const uint8_t *text, uint32_t position, uint32_t count, uint8_t delimiter, int32_t width,
    int32_t limit, struct cut_place *places) {
  return cut_with(
      scan_wide_row, cut_write, text, position, count, delimiter, width, limit, places);
}

/* The same for processors with vectors of 64 bytes that move bytes together: see scan_is_whole. */
__attribute__((target(SCAN_WHOLE))) static inline struct cut_rows cut_whole_rows(
    const uint8_t *text, uint32_t position, uint32_t count, uint8_t delimiter, int32_t width,
    int32_t limit, struct cut_place *places) {
  return cut_with(
      scan_whole_row, cut_write_whole, text, position, count, delimiter, width, limit, places);
}
#else
static inline struct cut_rows cut_wide_rows(
    const uint8_t *text, uint32_t position, uint32_t count, uint8_t delimiter, int32_t width,
    int32_t limit, struct cut_place *places) {
  return cut_rows(text, position, count, delimiter, width, limit, places);
}
static inline struct cut_rows cut_whole_rows(
    const uint8_t *text, uint32_t position, uint32_t count, uint8_t delimiter, int32_t width,
    int32_t limit, struct cut_place *places) {
  return cut_rows(text, position, count, delimiter, width, limit, places);
}
#endif

/* The same in the way that is best for this processor. */
static inline struct cut_rows cut_best_rows(
    const uint8_t *text, uint32_t position, uint32_t count, uint8_t delimiter, int32_t width,
    int32_t limit, struct cut_place *places) {
  if (scan_is_whole()) {
    return cut_whole_rows(text, position, count, delimiter, width, limit, places);
  }
  if (scan_is_wide()) {
    return cut_wide_rows(text, position, count, delimiter, width, limit, places);
  }
  return cut_rows(text, position, count, delimiter, width, limit, places);
}

#endif
