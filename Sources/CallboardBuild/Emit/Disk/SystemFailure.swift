import Glibc

/// A system call that failed.
package struct SystemFailure: Error, Hashable, Sendable {
  /// What was tried, as a verb with an article, such as `write the file`.
  package var action: String
  /// As the operator would write it.
  package var path: String
  /// The `errno` of the call.
  package var code: Int32

  package init(action: String, path: String, code: Int32) {
    self.action = action
    self.path = path
    self.code = code
  }

  /// Whether the disk, or the share of it that the user may fill, is full.
  package var isOutOfSpace: Bool { code == ENOSPC || code == EDQUOT }

  /// Whether nothing is at the path.
  var isAbsence: Bool { code == ENOENT || code == ENOTDIR }
}

extension SystemFailure: CustomStringConvertible {
  /// `could not write the file 'dist/index.html': No space left on device`.
  package var description: String {
    "could not \(action) '\(path)': \(Self.reason(code))"
  }

  private static func reason(_ code: Int32) -> String {
    // Not strerror: it shares one buffer between threads.
    var text = [CChar](repeating: 0, count: 256)
    let result = strerror_r(code, &text, text.count)
    guard result == 0, let end = text.firstIndex(of: 0) else { return "error \(code)" }
    return String(decoding: text[..<end].map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
