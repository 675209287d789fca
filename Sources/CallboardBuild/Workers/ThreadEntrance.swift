import Glibc

/// What a new thread runs.
final class ThreadEntrance: Sendable {
  private let body: @Sendable () -> Void

  init(_ body: @escaping @Sendable () -> Void) { self.body = body }

  /// Starts a thread, which the caller joins; nil when the system grants no more.
  func start() -> pthread_t? {
    let member = Unmanaged.passRetained(self)
    var thread = pthread_t()
    let code = pthread_create(
      &thread,
      nil,
      { argument in
        if let argument {
          Unmanaged<ThreadEntrance>.fromOpaque(argument).takeRetainedValue().body()
        }
        return nil
      },
      member.toOpaque()
    )
    guard code != 0 else { return thread }
    member.release()
    return nil
  }
}
