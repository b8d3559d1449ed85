// The C library of the system: mathematical functions, files, clocks.
#if canImport(Glibc)
  @_exported import Glibc
#else
  @_exported import Darwin
#endif
