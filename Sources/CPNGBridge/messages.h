#pragma once

#include <png.h>

/// libpng's error function: keeps the message (its error pointer is the buffer) and leaves by
/// longjmp.
PNG_NORETURN void plumbline_png_fail(png_structp png, png_const_charp text);

/// libpng's warning function: what is odd but readable is read in silence.
void plumbline_png_ignore(png_structp png, png_const_charp text);

/// Keeps a message and returns 1.
int plumbline_png_say(char *message, const char *text);
