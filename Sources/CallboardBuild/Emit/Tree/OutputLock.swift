import Glibc

/// Keeps two builds from writing to one output folder at the same time.
///
/// Lasts until the value is let go of; the system ends it when the program dies.
final class OutputLock: Sendable {
  private let file: OpenFile

  /// Takes the lock, or does what `onConflict` says while another build has it. Messages name the
  /// output folder as `output`.
  init(
    in folder: borrowing OpenFile,
    output: String,
    onConflict: OutputConflict
  ) throws(EmitError) {
    do {
      file = try OpenFile(
        "lock",
        in: folder.descriptor,
        flags: O_RDWR | O_CREAT | O_NOFOLLOW,
        mode: 0o600,
        action: "open the lock",
        path: folder.path + "/lock"
      )
    } catch {
      throw .system(error)
    }
    if flock(file.descriptor, LOCK_EX | LOCK_NB) == 0 { return }
    guard errno == EWOULDBLOCK else { throw .system(Self.failure(file)) }
    switch onConflict {
    case .fail:
      throw .outputInUse(output)
    case .wait(let notice):
      notice()
      while flock(file.descriptor, LOCK_EX) != 0 {
        guard errno == EINTR else { throw .system(Self.failure(file)) }
      }
    }
  }

  // Closing is not enough: a process being started at this moment has a copy of the descriptor
  // until it runs its program, and the lock with it.
  deinit { flock(file.descriptor, LOCK_UN) }

  private static func failure(_ file: borrowing OpenFile) -> SystemFailure {
    SystemFailure(action: "lock", path: file.path, code: errno)
  }
}

/// What a build does when another one is writing to the same output folder.
package enum OutputConflict: Sendable {
  /// Throws ``EmitError/outputInUse(_:)``.
  case fail
  /// Waits for the other to end, after having called the closure once.
  case wait(notice: @Sendable () -> Void)
}
