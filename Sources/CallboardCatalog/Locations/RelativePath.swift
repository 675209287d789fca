/// Paths that a descriptor names, relative to the folder it lies in.
enum RelativePath {
  /// The path from the repository's root, without `.` and `..`.
  ///
  /// - Parameters:
  ///   - target: `./x`, `../x`, `x`, or `/x` from the root of the repository.
  ///   - file: The descriptor's own path.
  /// - Returns: nil if the path leaves the repository, or is one no repository can hold.
  static func resolve(_ target: String, from file: String) -> String? {
    guard !target.utf8.contains(where: { $0 == 0 || $0 == UInt8(ascii: "\\") }) else { return nil }
    var components: [Substring] = target.hasPrefix("/") ? [] : file.split(separator: "/").dropLast()
    for component in target.split(separator: "/") {
      switch component {
      case ".": break
      case "..":
        guard components.popLast() != nil else { return nil }
      default: components.append(component)
      }
    }
    return components.isEmpty ? nil : components.joined(separator: "/")
  }

  /// Whether a text begins with a URL's scheme, such as `https:`.
  static func hasScheme(_ text: String) -> Bool {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let scheme = text.utf8[..<colon]
    return scheme.first.map { ($0 | 0x20).isLowerLetter } == true && scheme.count > 1
      && scheme.allSatisfy { $0.isLetterOrDigit || "+.-".utf8.contains($0) }
  }
}
