import CallboardDiagnostics
import Glibc

/// Reads and writes the operator's own files, such as `site.yaml`, which stand outside of any repository.
package enum OperatorFile {
  /// No file that a person writes is larger.
  private static let limit = 16 << 20

  /// - Throws: ``BuildFailure`` that names the path and the system's reason.
  static func read(_ path: String) throws(BuildFailure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure("read", path) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while bytes.count <= limit {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure("read", path) }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
    throw BuildFailure("'\(path)' is larger than \(limit >> 20) MiB")
  }

  /// Replaces the file if there is one.
  ///
  /// - Throws: ``BuildFailure`` that names the path and the system's reason.
  package static func write(_ bytes: [UInt8], to path: String) throws(BuildFailure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure("write", path) }
    defer { close(descriptor) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure("write", path) }
      rest = rest.dropFirst(count)
    }
  }

  private static func failure(_ verb: String, _ path: String) -> BuildFailure {
    BuildFailure(
      "'\(path)' could not be \(verb == "read" ? "read" : "written"): \(String(cString: strerror(errno)))",
      help: ["Check the path and its permissions."]
    )
  }
}
