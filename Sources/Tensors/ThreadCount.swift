import COpenBLAS

/// How many threads a matrix product runs on: one, or all processors where it is large.
///
/// The count hangs on the size alone, so that equal programs give equal bits: OpenBLAS has one count
/// for the whole process, and a large product therefore waits until no other is running.
struct ThreadCount: @unchecked Sendable {
  // Unchecked: the lock is its own guard, and nothing else changes.
  static let shared = ThreadCount()

  /// From so many multiplications on, one or two milliseconds of work, a second thread pays.
  static let threshold = 1 << 26

  /// The most threads there may be: the processors, or `OPENBLAS_NUM_THREADS` if that is fewer.
  let most: Int
  private let lock: UnsafeMutablePointer<pthread_rwlock_t>

  private init() {
    let processors = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    let asked = getenv("OPENBLAS_NUM_THREADS").flatMap { Int(String(cString: $0)) }
    most = min(processors, max(1, asked ?? processors))
    lock = .allocate(capacity: 1)
    pthread_rwlock_init(lock, nil)
  }

  /// Runs a product of so many multiplications on as many threads as pay.
  func run(multiplications: Int, _ product: () -> Void) {
    guard most > 1 else { return product() }
    if multiplications < Self.threshold {
      pthread_rwlock_rdlock(lock)
      product()
    } else {
      pthread_rwlock_wrlock(lock)
      let library = OpenBLAS.shared.routines
      library.set_num_threads(Int32(most))
      product()
      library.set_num_threads(1)
    }
    pthread_rwlock_unlock(lock)
  }
}
