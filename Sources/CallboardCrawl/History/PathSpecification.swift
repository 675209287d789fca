/// Tells git which paths a walk is about, so that it says nothing of the others.
///
/// What git lists is judged by the patterns themselves once more: a specification may cover more
/// than its pattern.
enum PathSpecification {
  /// The argument for the paths that a pattern can match below a folder, which ends with a slash or is
  /// empty.
  static func of(_ pattern: Glob, below folder: String) -> String {
    var text = Substring(pattern.description)
    while text.hasPrefix("./") { text = text.dropFirst(2) }
    if text.hasPrefix("/") { text = text.dropFirst() }
    // git knows no braces, and its classes differ in detail: all below the plain part will do.
    let isShared = !text.utf8.contains { "[]{}\\".utf8.contains($0) }
    if isShared { return ":(glob)" + escaped(folder) + text }
    let plain = text.utf8.prefix { !"*?[{\\".utf8.contains($0) }
    let end = plain.lastIndex(of: UInt8(ascii: "/"))
    return ofFolder(folder + (end.map { String(text[..<$0]) + "/" } ?? ""))
  }

  /// The argument for one path.
  static func of(path: String, below folder: String) -> String {
    ":(literal)" + folder + path
  }

  /// The argument for all paths below a folder.
  private static func ofFolder(_ folder: String) -> String {
    folder.isEmpty ? ":(glob)**" : ":(literal)" + folder
  }

  private static func escaped(_ text: String) -> String {
    var escaped: [UInt8] = []
    for byte in text.utf8 {
      if "*?[\\".utf8.contains(byte) { escaped.append(UInt8(ascii: "\\")) }
      escaped.append(byte)
    }
    return String(decoding: escaped, as: UTF8.self)
  }
}
