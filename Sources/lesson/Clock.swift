/// Time, for progress and for `-v`; nothing that is drawn or computed sees it.
enum Clock {
  /// Seconds since some moment.
  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  /// Waits.
  static func sleep(milliseconds: Int) { usleep(UInt32(1000 * milliseconds)) }
}
