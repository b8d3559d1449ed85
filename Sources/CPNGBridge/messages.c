#include "messages.h"

#include <stdio.h>

#include "CPNGBridge.h"

int plumbline_png_say(char *message, const char *text) {
  snprintf(message, PLUMBLINE_PNG_MESSAGE, "%s", text);
  return 1;
}

void plumbline_png_fail(png_structp png, png_const_charp text) {
  plumbline_png_say(png_get_error_ptr(png), text);
  png_longjmp(png, 1);
}

void plumbline_png_ignore(png_structp png, png_const_charp text) {
  (void)png;
  (void)text;
}
