import Glibc

/// The system's words for an error number, such as `Permission denied`.
enum SystemMessage {
  /// In the language of the process, which is English unless it sets a locale.
  static func text(of code: Int32) -> String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer in
      guard let start = buffer.baseAddress, strerror_r(code, start, buffer.count) == 0 else {
        return "error \(code)"
      }
      return String(cString: start)
    }
  }
}
