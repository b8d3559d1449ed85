/// A thread of the system.
struct Thread {
  private final class Body {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  private let handle: pthread_t

  /// Starts a thread that nobody waits for; it ends with the program.
  static func detached(_ run: @escaping @Sendable () -> Void) { pthread_detach(start(run).handle) }

  /// Starts a thread, to be joined.
  static func start(_ run: @escaping @Sendable () -> Void) -> Thread {
    let body = Unmanaged.passRetained(Body(run)).toOpaque()
    #if canImport(Glibc)
      var handle = pthread_t()
      let code = pthread_create(&handle, nil, { Thread.enter($0!) }, body)
    #else
      var optional: pthread_t?
      let code = pthread_create(&optional, nil, { Thread.enter($0) }, body)
      let handle = optional!
    #endif
    precondition(code == 0, "no thread: \(String(cString: strerror(code)))")
    return Thread(handle: handle)
  }

  private static func enter(_ body: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    Unmanaged<Body>.fromOpaque(body).takeRetainedValue().run()
    return nil
  }

  /// Waits for the end of the thread.
  func join() { pthread_join(handle, nil) }
}
