/// Spells names such that every file system takes them, on every system alike.
///
/// Windows keeps some names for devices and takes a dot or a space from the end of a name, so a site with such a
/// file could not be checked out or unpacked there.
enum PortableName {
  /// A `/`-separated path with `~` after each part that is no name to Windows: `con/aux.txt` → `con~/aux~.txt`.
  static func path(_ path: String) -> String {
    guard path.utf8.split(separator: UInt8(ascii: "/")).contains(where: isReserved) else {
      return path
    }
    return path.split(separator: "/", omittingEmptySubsequences: false)
      .map { part in isReserved(part.utf8) ? spelt(part) : String(part) }
      .joined(separator: "/")
  }

  /// The path of a page's folder, where `~` also follows the names of files that stand in such folders:
  /// `guide/index.html` → `guide/index~.html`. Else a page could take the place of another one's file.
  static func folder(_ path: String) -> String {
    guard path.utf8.split(separator: UInt8(ascii: "/")).contains(where: isNoFolder) else {
      return path
    }
    return path.split(separator: "/", omittingEmptySubsequences: false)
      .map { part in isNoFolder(part.utf8) ? spelt(part) : String(part) }
      .joined(separator: "/")
  }

  /// Whether a name can stand for a folder as it is.
  static func isFolder(_ name: String) -> Bool { !isNoFolder(name[...].utf8) }

  private static func isNoFolder(_ name: Substring.UTF8View) -> Bool {
    if isReserved(name) { return true }
    guard name.contains(UInt8(ascii: ".")) else { return false }
    let text = String(Substring(name)).lowercased()
    return text == "index.html" || text == MarkdownTwin.fileName
      || text.hasPrefix("llms") && text.hasSuffix(".txt")
  }

  private static func spelt(_ name: Substring) -> String {
    if isCut(name.utf8) { return name + "~" }
    let end = name.firstIndex(of: ".") ?? name.endIndex
    return name[..<end] + "~" + name[end...]
  }

  private static func isReserved(_ name: Substring.UTF8View) -> Bool {
    if isCut(name) { return true }
    let stem = name.prefix { $0 != UInt8(ascii: ".") }
    // COM and LPT are followed by a digit, which may be a raised one of two bytes.
    guard (3...7).contains(stem.count) else { return false }
    return devices.contains(String(Substring(stem)).lowercased())
  }

  /// Whether Windows would take something from the end.
  private static func isCut(_ name: Substring.UTF8View) -> Bool {
    // What leads elsewhere is no name, and refused where a file is written.
    if name.elementsEqual(".".utf8) || name.elementsEqual("..".utf8) { return false }
    return name.last == UInt8(ascii: ".") || name.last == UInt8(ascii: " ")
  }

  private static let devices: Set<String> = Set(
    ["con", "prn", "aux", "nul", "clock$", "conin$", "conout$"]
      + ["com", "lpt"].flatMap { port in "0123456789¹²³".map { port + String($0) } }
  )
}
