#pragma once

// libpng reports errors by longjmp, which must not cross Swift frames. These functions contain it:
// they return 0, or 1 with a message, and own nothing when they fail.

#include <stddef.h>
#include <stdint.h>

/// Room for an error message, with the final zero.
enum { PLUMBLINE_PNG_MESSAGE = 200 };

/// The colour types of the PNG specification, 8 bits a sample.
enum {
  PLUMBLINE_PNG_GRAY = 0,
  PLUMBLINE_PNG_RGB = 2,
  PLUMBLINE_PNG_PALETTE = 3,
  PLUMBLINE_PNG_RGBA = 6
};

/// A text chunk. `latin1` says that `value` is ISO 8859-1, else it is UTF-8; the keyword is ISO
/// 8859-1.
typedef struct {
  char *keyword;
  char *value;
  int latin1;
} plumbline_png_text;

/// A picture to be written.
typedef struct {
  uint32_t width, height;
  int color_type;
  /// The rows, filtered and packed: a whole zlib stream.
  const uint8_t *stream;
  size_t stream_count;
  /// RGBA quadruples, those that are not opaque first.
  const uint8_t *palette;
  int palette_count, translucent_count;
  /// 0 for none.
  uint32_t pixels_per_metre;
  const plumbline_png_text *texts;
  int text_count;
} plumbline_png_source;

/// A picture that was read.
typedef struct {
  uint32_t width, height;
  /// Rows from the top, RGBA; null if only the head was asked for.
  uint8_t *pixels;
  /// 0 for none.
  uint32_t pixels_per_metre;
  plumbline_png_text *texts;
  int text_count;
} plumbline_png_result;

/// Writes a PNG into memory that the caller frees with `plumbline_png_free_bytes`.
int plumbline_png_write(
  const plumbline_png_source *source, uint8_t **bytes, size_t *count, char *message);

/// Frees what `plumbline_png_write` returned.
void plumbline_png_free_bytes(uint8_t *bytes);

/// Reads a PNG from memory; with `head_only`, what stands before the pixels. The caller frees the
/// result with `plumbline_png_free_result`.
int plumbline_png_read(
  const uint8_t *bytes, size_t count, int head_only, uint32_t most_pixels,
  plumbline_png_result *result, char *message);

/// Frees what a result holds.
void plumbline_png_free_result(plumbline_png_result *result);
