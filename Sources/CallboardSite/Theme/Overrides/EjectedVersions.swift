/// Which version of Callboard each file of the theme was copied from.
///
///     0.1.0 templates/pages/home.html
package struct EjectedVersions: Sendable {
  /// The file below ``SiteTheme/originalsFolder``.
  package static let file = "versions.txt"

  /// By the path of the file.
  package var versions: [String: String] = [:]

  /// Reads the file; lines that say nothing are left out.
  package init(_ bytes: [UInt8]) {
    for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: " ", maxSplits: 1)
      if parts.count == 2 { versions[String(parts[1])] = String(parts[0]) }
    }
  }

  /// The file, sorted by path.
  package var bytes: [UInt8] {
    Array(versions.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)\n" }.joined().utf8)
  }
}
