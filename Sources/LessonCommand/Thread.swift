/// A thread of the system, for what waits: a signal, the next tick of a clock.
enum Thread {
  private final class Body {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  /// Starts a thread that nobody waits for, and that ends with the program; false if the system has none left.
  @discardableResult static func detached(_ run: @escaping @Sendable () -> Void) -> Bool {
    let body = Unmanaged.passRetained(Body(run)).toOpaque()
    #if canImport(Glibc)
      var handle = pthread_t()
      let code = pthread_create(&handle, nil, { Thread.enter($0!) }, body)
    #else
      var optional: pthread_t?
      let code = pthread_create(&optional, nil, { Thread.enter($0) }, body)
      let handle = optional
    #endif
    guard code == 0 else {
      Unmanaged<Body>.fromOpaque(body).release()
      return false
    }
    #if canImport(Glibc)
      pthread_detach(handle)
    #else
      if let handle { pthread_detach(handle) }
    #endif
    return true
  }

  private static func enter(_ body: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    Unmanaged<Body>.fromOpaque(body).takeRetainedValue().run()
    return nil
  }
}
