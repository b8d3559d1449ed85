#include "CPNGBridge.h"

#include <png.h>
#include <stdlib.h>
#include <string.h>

#include "messages.h"

enum {
  /// Deflate cannot shrink by more than this, so a file cannot hold more bytes of pixels than so
  /// many times its size.
  DEFLATE_RATIO = 1032,
  /// Bounds on what compressed texts and profiles may unpack to.
  MOST_CHUNK_BYTES = 1 << 20,
  MOST_CHUNKS = 64,
};

typedef struct {
  png_structp png;
  png_infop info;
  const uint8_t *bytes;
  size_t count, at;
  char *message;
} reader;

static void take(png_structp png, png_bytep data, size_t count) {
  reader *r = png_get_io_ptr(png);
  if (count > r->count - r->at) png_error(png, "the file ends too early");
  memcpy(data, r->bytes + r->at, count);
  r->at += count;
}

/// Whether every chunk before the pixels lies inside the file. libpng takes memory for the length
/// that a chunk claims.
static int head_fits(const uint8_t *bytes, size_t count) {
  size_t at = 8;
  while (count - at >= 8) {
    if (memcmp(bytes + at + 4, "IDAT", 4) == 0) return 1;
    uint32_t length = png_get_uint_32(bytes + at);
    size_t rest = count - at - 8;
    if (rest < 4 || length > rest - 4) return 0;
    at += (size_t)length + 12;
  }
  return 1;
}

static char *copy_text(reader *r, const char *text, size_t count) {
  char *copy = calloc(count + 1, 1);
  if (!copy) png_error(r->png, "out of memory");
  memcpy(copy, text, count);
  return copy;
}

static void take_texts(reader *r, plumbline_png_result *result) {
  png_textp texts = NULL;
  int count = 0;
  png_get_text(r->png, r->info, &texts, &count);
  if (count <= 0) return;
  result->texts = calloc((size_t)count, sizeof *result->texts);
  if (!result->texts) png_error(r->png, "out of memory");
  for (int i = 0; i < count; i++) {
    plumbline_png_text *text = result->texts + i;
    result->text_count = i + 1;
    text->latin1 = texts[i].compression < PNG_ITXT_COMPRESSION_NONE;
    text->keyword = copy_text(r, texts[i].key, strlen(texts[i].key));
    text->value = copy_text(r, texts[i].text, texts[i].text ? strlen(texts[i].text) : 0);
  }
}

static void take_head(reader *r, plumbline_png_result *result) {
  png_read_info(r->png, r->info);
  result->width = png_get_image_width(r->png, r->info);
  result->height = png_get_image_height(r->png, r->info);
  png_uint_32 x = 0, y = 0;
  int unit = 0;
  if (
    png_get_pHYs(r->png, r->info, &x, &y, &unit) && unit == PNG_RESOLUTION_METER && x == y) {
    result->pixels_per_metre = x;
  }
  take_texts(r, result);
}

static void take_pixels(reader *r, uint32_t most_pixels, plumbline_png_result *result) {
  if ((uint64_t)result->width * result->height > most_pixels) {
    png_error(r->png, "the picture has too many pixels");
  }
  uint64_t raw = (uint64_t)png_get_rowbytes(r->png, r->info) * result->height;
  if (raw / DEFLATE_RATIO > r->count) png_error(r->png, "the file is too short for its pixels");

  png_set_expand(r->png);
  png_set_scale_16(r->png);
  png_set_gray_to_rgb(r->png);
  png_set_add_alpha(r->png, 0xff, PNG_FILLER_AFTER);
  int passes = png_set_interlace_handling(r->png);
  png_read_update_info(r->png, r->info);
  size_t stride = (size_t)result->width * 4;
  if (png_get_rowbytes(r->png, r->info) != stride) png_error(r->png, "an unknown pixel format");
  result->pixels = calloc(result->height, stride);
  if (!result->pixels) png_error(r->png, "out of memory");
  for (int pass = 0; pass < passes; pass++) {
    for (uint32_t y = 0; y < result->height; y++) {
      png_read_row(r->png, result->pixels + y * stride, NULL);
    }
  }
  png_read_end(r->png, NULL);
}

static int read_all(
  reader *r, int head_only, uint32_t most_pixels, plumbline_png_result *result) {
  r->png = png_create_read_struct(
    PNG_LIBPNG_VER_STRING, r->message, plumbline_png_fail, plumbline_png_ignore);
  if (!r->png) return plumbline_png_say(r->message, "libpng could not be started");
  r->info = png_create_info_struct(r->png);
  if (!r->info) return plumbline_png_say(r->message, "out of memory");
  if (setjmp(png_jmpbuf(r->png))) return 1;

  png_set_read_fn(r->png, r, take);
  png_set_user_limits(r->png, most_pixels, most_pixels);
  png_set_chunk_malloc_max(r->png, MOST_CHUNK_BYTES);
  png_set_chunk_cache_max(r->png, MOST_CHUNKS);
  take_head(r, result);
  if (!head_only) take_pixels(r, most_pixels, result);
  return 0;
}

int plumbline_png_read(
  const uint8_t *bytes, size_t count, int head_only, uint32_t most_pixels,
  plumbline_png_result *result, char *message) {
  *result = (plumbline_png_result){0};
  if (count < 8 || png_sig_cmp(bytes, 0, 8)) {
    return plumbline_png_say(message, "it does not begin like a PNG");
  }
  if (!head_fits(bytes, count)) return plumbline_png_say(message, "the file ends too early");
  reader r = {.bytes = bytes, .count = count, .message = message};
  int failed = read_all(&r, head_only, most_pixels, result);
  if (r.png) png_destroy_read_struct(&r.png, &r.info, NULL);
  if (failed) plumbline_png_free_result(result);
  return failed;
}

void plumbline_png_free_result(plumbline_png_result *result) {
  for (int i = 0; i < result->text_count; i++) {
    free(result->texts[i].keyword);
    free(result->texts[i].value);
  }
  free(result->texts);
  free(result->pixels);
  *result = (plumbline_png_result){0};
}
