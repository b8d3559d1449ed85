#pragma once
#include <fribidi.h>
#include <stdlib.h>

/// The levels of a paragraph's characters, odd for right to left, by the Unicode bidirectional algorithm.
///
/// `base` is 0 or 1 for a given level of the paragraph, -1 for that of its first strong character.
/// Returns the paragraph's level, or -1 where there is no memory.
static inline int bidi_levels(const uint32_t *text, int count, int base, signed char *levels) {
  FriBidiCharType *types = malloc(sizeof *types * (size_t)count);
  FriBidiBracketType *brackets = malloc(sizeof *brackets * (size_t)count);
  FriBidiParType direction = base < 0 ? FRIBIDI_PAR_ON : base ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
  int result = -1;
  if (types && brackets) {
    fribidi_get_bidi_types(text, count, types);
    fribidi_get_bracket_types(text, count, types, brackets);
    if (fribidi_get_par_embedding_levels_ex(types, brackets, count, &direction, levels)) {
      result = FRIBIDI_IS_RTL(direction) ? 1 : 0;
    }
  }
  free(types);
  free(brackets);
  return result;
}
