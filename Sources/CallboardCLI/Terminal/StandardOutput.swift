import Glibc

/// Writes results to standard output, whole or not at all.
enum StandardOutput {
  /// A reader that closed the pipe early, such as `head`, ends the command quietly.
  static func write(_ bytes: [UInt8]) {
    FileDescriptorWriter.write(bytes, to: STDOUT_FILENO)
  }
}

/// Writes bytes to an open file until all are gone or the other side has closed.
enum FileDescriptorWriter {
  static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written > 0 {
        rest = rest.dropFirst(written)
      } else if errno != EINTR {
        return
      }
    }
  }
}
