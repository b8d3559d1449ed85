#pragma once

/// The square root as one instruction, which a compiler may do for several numbers at once.
///
/// Swift's `squareRoot()` on Linux may call the C library, to set `errno` for a negative number; a
/// loop with it goes one element at a time.
static inline double square_root(double x) { return __builtin_elementwise_sqrt(x); }
