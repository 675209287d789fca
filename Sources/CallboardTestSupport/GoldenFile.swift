package import Foundation

/// Compares what was made with a file that holds what is expected.
package enum GoldenFile {
  /// Set to rewrite the expected files; read the diff afterwards.
  private static let isUpdating =
    ProcessInfo.processInfo.environment["CALLBOARD_UPDATE_GOLDEN"] == "1"

  /// - Returns: nil when both are equal, else where they first differ.
  package static func difference(of actual: String, from file: URL) throws -> String? {
    if isUpdating {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try Data(actual.utf8).write(to: file)
      return nil
    }
    guard let data = try? Data(contentsOf: file) else {
      return "\(file.lastPathComponent) does not exist; run 'make golden' and read the diff"
    }
    let expected = String(decoding: data, as: UTF8.self)
    guard expected != actual else { return nil }
    let (wanted, got) = (expected.split(separator: "\n"), actual.split(separator: "\n"))
    let line = zip(wanted, got).prefix { $0 == $1 }.count
    return """
      \(file.lastPathComponent) differs at line \(line + 1):
      - \(line < wanted.count ? wanted[line] : "(end)")
      + \(line < got.count ? got[line] : "(end)")
      """
  }
}
