import Typography

/// What happens when somebody interrupts the program: temporary files go, and it ends.
enum Interrupts {
  /// What is still to be done before the program ends.
  private static let last = Guarded([@Sendable () -> Void]())

  /// Lets a thread of its own wait for Ctrl-C and its like; to be called before any other thread starts.
  ///
  /// A thread may take locks and allocate, which a signal handler may not. A signal that the caller ignores stays ignored.
  static func watch() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    var set = sigset_t()
    sigemptyset(&set)
    for number in [SIGINT, SIGTERM, SIGHUP] where !isIgnored(number) { sigaddset(&set, number) }
    pthread_sigmask(SIG_BLOCK, &set, nil)
    let signals = set
    let isWatching = Thread.detached {
      var (signals, number) = (signals, Int32(0))
      while sigwait(&signals, &number) != 0 {}
      last.withLock { $0 }.forEach { $0() }
      Temporaries.removeAllAndExit(128 + number)
    }
    // Without a thread the system ends the program, as it does any other.
    if !isWatching { pthread_sigmask(SIG_UNBLOCK, &set, nil) }
  }

  /// Has something done when the program is interrupted, before it ends.
  static func beforeEnding(_ body: @escaping @Sendable () -> Void) { last.withLock { $0.append(body) } }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    sigaction(number, nil, &action)
    #if canImport(Glibc)
      let handler = unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
    #else
      let handler = unsafeBitCast(action.__sigaction_u.__sa_handler, to: Int.self)
    #endif
    return handler == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
