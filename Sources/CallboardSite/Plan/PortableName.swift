/// Spells names such that every file system takes them, on every system alike.
///
/// Windows keeps some names for devices, takes a dot or a space from the end of a name and has no name with `:` or `?`
/// in it, so a site with such a file could not be checked out or unpacked there.
enum PortableName {
  /// A `/`-separated path with `~` after each part that is no name to Windows, or in place of what no name has there:
  /// `con/a:b.txt` → `con~/a~b.txt`.
  static func path(_ path: String) -> String {
    guard mayHaveReserved(path),
      path.utf8.split(separator: UInt8(ascii: "/")).contains(where: isReserved)
    else { return path }
    return path.split(separator: "/", omittingEmptySubsequences: false)
      .map { part in isReserved(part.utf8) ? spelt(part) : String(part) }
      .joined(separator: "/")
  }

  /// The path of a page's folder, where `~` also follows the names of files that stand in such folders:
  /// `guide/index.html` → `guide/index~.html`. Else a page could take the place of another one's file.
  static func folder(_ path: String) -> String {
    guard mayHaveReserved(path),
      path.utf8.split(separator: UInt8(ascii: "/")).contains(where: isNoFolder)
    else { return path }
    return path.split(separator: "/", omittingEmptySubsequences: false)
      .map { part in isNoFolder(part.utf8) ? spelt(part) : String(part) }
      .joined(separator: "/")
  }

  /// What two paths have in common that some file system takes for one: `Straße` and `STRASSE`, `σ` and `ς`.
  ///
  /// Strings are equal whatever form their accents have, so that needs nothing here.
  static func folded(_ path: String) -> String {
    guard path.utf8.contains(where: { $0 >= 0x80 }) else { return path.lowercased() }
    // Some letters show what they have in common only once they have been capital ones. Of these, file systems
    // keep the dotless i apart.
    return path.split(separator: "ı", omittingEmptySubsequences: false)
      .map { $0.lowercased().uppercased().lowercased() }
      .joined(separator: "ı")
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
    if name.utf8.contains(where: isForbidden) {
      let bytes = name.utf8.map { isForbidden($0) ? UInt8(ascii: "~") : $0 }
      return path(String(decoding: bytes, as: UTF8.self))
    }
    if isCut(name.utf8) { return name + "~" }
    let end = name.firstIndex(of: ".") ?? name.endIndex
    return name[..<end] + "~" + name[end...]
  }

  /// Whether a part may be such a name: a look at each byte says of most paths that none can be. Each link asks.
  ///
  /// All names of devices begin with one of five letters and are short, all others that matter have a dot, a space or a sign
  /// that is forbidden.
  private static func mayHaveReserved(_ path: String) -> Bool {
    var length = 0
    var first: UInt8 = 0
    func mayBeDevice() -> Bool { (3...7).contains(length) && "aclnp".utf8.contains(first | 0x20) }
    for byte in path.utf8 {
      if byte == UInt8(ascii: "/") {
        if mayBeDevice() { return true }
        length = 0
        continue
      }
      if byte == UInt8(ascii: ".") || byte == UInt8(ascii: " ") || isForbidden(byte) { return true }
      if length == 0 { first = byte }
      length += 1
    }
    return mayBeDevice()
  }

  private static func isReserved(_ name: Substring.UTF8View) -> Bool {
    if isCut(name) || name.contains(where: isForbidden) { return true }
    let stem = name.prefix { $0 != UInt8(ascii: ".") }
    // COM and LPT are followed by a digit, which may be a raised one of two bytes.
    guard (3...7).contains(stem.count) else { return false }
    return devices.contains(String(Substring(stem)).lowercased())
  }

  /// A slash and a backslash are refused where a file is written, and so is what controls.
  private static func isForbidden(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ":"), UInt8(ascii: "*"), UInt8(ascii: "?"), UInt8(ascii: "\""),
      UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "|"):
      true
    default: false
    }
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
