import Glibc

/// What the machine could not do. It ends the build, unlike a fault of one repository.
package enum CrawlError: Error, Equatable, Sendable, CustomStringConvertible {
  /// git is needed, but there is none on `PATH`.
  case gitMissing
  /// A program could not be started; the number is the system's `errno`.
  case spawn(program: String, errno: Int32)
  /// The cache folder or a file in it cannot be written.
  case cache(path: String, errno: Int32)
  /// Another process held the lock of a clone for too long.
  case cacheBusy(path: String, seconds: Int)
  /// The process may open no more files.
  case tooManyOpenFiles

  package var description: String {
    switch self {
    case .gitMissing: "git is not installed, or not on PATH"
    case .spawn(let program, let code):
      "cannot start '\(program)': \(SystemMessage.text(of: code))"
    case .cache(let path, let code): "cannot write '\(path)': \(SystemMessage.text(of: code))"
    case .cacheBusy(let path, let seconds): "'\(path)' was locked for \(seconds) s"
    case .tooManyOpenFiles: "too many open files"
    }
  }
}

extension CrawlError {
  /// Whether an error number says that this process, or the machine, has too many files open.
  static func isDescriptorShortage(_ code: Int32) -> Bool {
    code == EMFILE || code == ENFILE
  }
}
