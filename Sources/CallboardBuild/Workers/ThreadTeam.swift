import Glibc

/// Threads that all run one closure.
///
/// Plain threads rather than tasks: what runs here blocks on files and pipes, and Swift's own pool
/// has no more threads than the machine has cores.
enum ThreadTeam {
  /// Runs `body` on `width` threads, the caller's among them, and returns once all are through.
  ///
  /// On fewer threads when the system grants no more; so `body` takes its share of the work from a
  /// common counter and must not wait for the others.
  static func run(width: Int, _ body: @escaping @Sendable () -> Void) {
    var threads: [pthread_t] = []
    while threads.count < width - 1, let thread = ThreadEntrance(body).start() {
      threads.append(thread)
    }
    body()
    for thread in threads { pthread_join(thread, nil) }
  }
}
