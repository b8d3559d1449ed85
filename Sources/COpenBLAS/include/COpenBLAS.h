#pragma once

// The routines of OpenBLAS that Plumbline calls, found in the shared library when first asked for.
//
// The library is opened rather than linked: at load it starts a thread that spins for some 45 ms of
// processor time, and a command that multiplies no matrices should not pay for it. Opened late, it
// can also be told its number of threads.

/// A matrix is stored by rows; it is taken as it is, or transposed.
enum { openblas_row_major = 101, openblas_plain = 111, openblas_transposed = 112 };

/// Entry points; CBLAS takes rows first, LAPACK columns first, both 32-bit counts.
typedef struct {
  void (*dgemm)(int order, int left, int right, int rows, int columns, int depth, double scale,
                const double *a, int a_stride, const double *b, int b_stride, double keep,
                double *c, int c_stride);
  void (*dgemv)(int order, int transposed, int rows, int columns, double scale, const double *a,
                int a_stride, const double *x, int x_stride, double keep, double *y,
                int y_stride);
  void (*set_num_threads)(int threads);
  char *(*corename)(void);
  char *(*config)(void);

  void (*dgesv)(const int *n, const int *sides, double *a, const int *lda, int *pivots, double *b,
                const int *ldb, int *info);
  void (*dpotrf)(const char *triangle, const int *n, double *a, const int *lda, int *info);
  void (*dgels)(const char *transposed, const int *m, const int *n, const int *sides, double *a,
                const int *lda, double *b, const int *ldb, double *work, const int *work_count,
                int *info);
  void (*dgelsd)(const int *m, const int *n, const int *sides, double *a, const int *lda,
                 double *b, const int *ldb, double *singular, const double *cutoff, int *rank,
                 double *work, const int *work_count, int *integers, int *info);
  void (*dsyevd)(const char *vectors, const char *triangle, const int *n, double *a,
                 const int *lda, double *values, double *work, const int *work_count,
                 int *integers, const int *integer_count, int *info);
  void (*dgesdd)(const char *vectors, const int *m, const int *n, double *a, const int *lda,
                 double *singular, double *u, const int *ldu, double *vt, const int *ldvt,
                 double *work, const int *work_count, int *integers, int *info);
  void (*dgeqrf)(const int *m, const int *n, double *a, const int *lda, double *scales,
                 double *work, const int *work_count, int *info);
  void (*dorgqr)(const int *m, const int *n, const int *k, double *a, const int *lda,
                 const double *scales, double *work, const int *work_count, int *info);
} openblas_routines;

/// What came of opening the library: it lacks a routine, or there is no memory for its buffers.
typedef enum {
  openblas_ready,
  openblas_missing,
  openblas_incomplete,
  openblas_no_memory,
} openblas_state;

/// Opens the library and fills in the routines.
///
/// Not to be called by two threads at once.
openblas_state openblas_open(openblas_routines *routines);
