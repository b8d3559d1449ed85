#include "CPNGBridge.h"

#include <png.h>
#include <stdlib.h>
#include <string.h>

#include "messages.h"

enum {
  /// Of a chunk of pixels, so that a reader need not take the whole picture at once.
  MOST_CHUNK_BYTES = 1 << 18,
};

typedef struct {
  png_structp png;
  png_infop info;
  png_textp texts;
  uint8_t *bytes;
  size_t count, capacity;
  char *message;
} writer;

static void append(png_structp png, png_bytep data, size_t count) {
  writer *w = png_get_io_ptr(png);
  if (count > w->capacity - w->count) {
    size_t capacity = 2 * w->capacity + count + 65536;
    uint8_t *bytes = realloc(w->bytes, capacity);
    if (!bytes) png_error(png, "out of memory");
    w->bytes = bytes;
    w->capacity = capacity;
  }
  memcpy(w->bytes + w->count, data, count);
  w->count += count;
}

static void flush(png_structp png) { (void)png; }

static void set_palette(writer *w, const plumbline_png_source *source) {
  png_color colors[256];
  png_byte alphas[256];
  for (int i = 0; i < source->palette_count; i++) {
    const uint8_t *entry = source->palette + 4 * i;
    colors[i] = (png_color){entry[0], entry[1], entry[2]};
    alphas[i] = entry[3];
  }
  png_set_PLTE(w->png, w->info, colors, source->palette_count);
  if (source->translucent_count > 0) {
    png_set_tRNS(w->png, w->info, alphas, source->translucent_count, NULL);
  }
}

static void set_texts(writer *w, const plumbline_png_source *source) {
  if (source->text_count == 0) return;
  w->texts = calloc((size_t)source->text_count, sizeof *w->texts);
  if (!w->texts) png_error(w->png, "out of memory");
  for (int i = 0; i < source->text_count; i++) {
    w->texts[i].compression = PNG_ITXT_COMPRESSION_NONE;
    w->texts[i].key = source->texts[i].keyword;
    w->texts[i].text = source->texts[i].value;
    w->texts[i].itxt_length = strlen(source->texts[i].value);
    w->texts[i].lang = "";
    w->texts[i].lang_key = "";
  }
  png_set_text(w->png, w->info, w->texts, source->text_count);
}

static void set_head(writer *w, const plumbline_png_source *source) {
  png_set_user_limits(w->png, 0x7fffffff, 0x7fffffff);
  png_set_IHDR(
    w->png, w->info, source->width, source->height, 8, source->color_type, PNG_INTERLACE_NONE,
    PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_sRGB(w->png, w->info, PNG_sRGB_INTENT_PERCEPTUAL);
  png_set_gAMA_fixed(w->png, w->info, 45455);
  if (source->color_type == PLUMBLINE_PNG_PALETTE) set_palette(w, source);
  if (source->pixels_per_metre > 0) {
    png_set_pHYs(
      w->png, w->info, source->pixels_per_metre, source->pixels_per_metre, PNG_RESOLUTION_METER);
  }
  set_texts(w, source);
}

/// The chunks of the pixels, and the end. libpng's own end would miss rows that it has not seen.
static void put_stream(writer *w, const plumbline_png_source *source) {
  for (size_t at = 0; at < source->stream_count; at += MOST_CHUNK_BYTES) {
    size_t rest = source->stream_count - at;
    size_t count = rest < MOST_CHUNK_BYTES ? rest : MOST_CHUNK_BYTES;
    png_write_chunk(w->png, (png_const_bytep)"IDAT", source->stream + at, count);
  }
  png_write_chunk(w->png, (png_const_bytep)"IEND", NULL, 0);
}

static int write_all(writer *w, const plumbline_png_source *source) {
  w->png = png_create_write_struct(
    PNG_LIBPNG_VER_STRING, w->message, plumbline_png_fail, plumbline_png_ignore);
  if (!w->png) return plumbline_png_say(w->message, "libpng could not be started");
  w->info = png_create_info_struct(w->png);
  if (!w->info) return plumbline_png_say(w->message, "out of memory");
  if (setjmp(png_jmpbuf(w->png))) return 1;

  png_set_write_fn(w->png, w, append, flush);
  set_head(w, source);
  png_write_info(w->png, w->info);
  put_stream(w, source);
  return 0;
}

int plumbline_png_write(
  const plumbline_png_source *source, uint8_t **bytes, size_t *count, char *message) {
  writer w = {.message = message};
  int failed = write_all(&w, source);
  if (w.png) png_destroy_write_struct(&w.png, &w.info);
  free(w.texts);
  if (failed) {
    free(w.bytes);
    return 1;
  }
  *bytes = w.bytes;
  *count = w.count;
  return 0;
}

void plumbline_png_free_bytes(uint8_t *bytes) { free(bytes); }
