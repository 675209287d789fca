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

  /// More paths of one member than this are named by the folder that holds them all.
  static let pathLimit = 12

  /// The arguments for single paths, at most ``pathLimit`` of them.
  static func of(paths: Set<String>, below folder: String) -> [String] {
    if paths.count <= pathLimit { return paths.sorted().map { ":(literal)" + folder + $0 } }
    guard let first = paths.min(by: { $0.precedesInBytes($1) }),
      let last = paths.max(by: { $0.precedesInBytes($1) })
    else { return [] }
    // What the first and the last have in common, all between them have.
    let shared = zip(first.utf8, last.utf8).prefix { $0 == $1 }.count
    let start = first.utf8.prefix(shared)
    let end = start.lastIndex(of: UInt8(ascii: "/"))
    return [ofFolder(folder + (end.map { String(first[...$0]) } ?? ""))]
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
