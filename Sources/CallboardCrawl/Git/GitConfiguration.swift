/// The settings in a repository's `config` file, read as data.
///
/// Follows git-config(1), with two things left out on purpose: `include` is not followed, and
/// nothing that a setting says is ever done.
struct GitConfiguration: Sendable {
  /// By lower-cased `section.name` or `section.subsection.name`; only the subsection keeps its case.
  private var values: [String: String] = [:]

  /// Reads a file of settings; lines that mean nothing are passed over.
  init(_ text: [UInt8]) {
    var section = ""
    var lines = Lines(text)
    while let line = lines.next() {
      let content = line.drop(while: Self.isBlank)
      if content.first == UInt8(ascii: "[") {
        section = Self.section(content)
      } else if let (name, value) = Self.setting(content), !section.isEmpty {
        values["\(section).\(name)"] = value
      }
    }
  }

  /// The last value of a setting, such as `remote.origin.url`.
  subscript(_ name: String) -> String? { values[name] }

  /// The URL to fetch from: the one of `origin`, or that of the only remote.
  var remoteURL: String? {
    if let origin = values["remote.origin.url"] { return origin }
    let remotes = values.keys.filter { $0.hasPrefix("remote.") && $0.hasSuffix(".url") }
    return remotes.count == 1 ? remotes.first.flatMap { values[$0] } : nil
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }

  /// `[remote "origin"]` → `remote.origin`.
  private static func section(_ line: ArraySlice<UInt8>) -> String {
    let inner = line.dropFirst().prefix { $0 != UInt8(ascii: "]") && $0 != UInt8(ascii: "\"") }
    let name =
      String(decoding: inner, as: UTF8.self).lowercased()
      .split(separator: " ").first.map(String.init) ?? ""
    guard inner.endIndex < line.endIndex, line[inner.endIndex] == UInt8(ascii: "\"") else {
      return name
    }
    var subsection: [UInt8] = []
    var rest = line[(inner.endIndex + 1)...]
    while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
      subsection.append(byte == UInt8(ascii: "\\") ? rest.popFirst() ?? byte : byte)
    }
    return "\(name).\(String(decoding: subsection, as: UTF8.self))"
  }

  /// `name = value`, with quotes and comments taken off; a name alone means "true".
  private static func setting(_ line: ArraySlice<UInt8>) -> (String, String)? {
    let name = line.prefix { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || byte == UInt8(ascii: "-")
    }
    guard !name.isEmpty else { return nil }
    let key = String(decoding: name, as: UTF8.self).lowercased()
    var rest = line[name.endIndex...].drop(while: isBlank)
    guard rest.popFirst() == UInt8(ascii: "=") else { return (key, "true") }
    return (key, value(rest.drop(while: isBlank)))
  }

  private static func value(_ text: ArraySlice<UInt8>) -> String {
    var rest = text
    var value: [UInt8] = []
    var lengthWithoutBlanks = 0
    var isQuoted = false
    while let byte = rest.popFirst() {
      if !isQuoted, byte == UInt8(ascii: "#") || byte == UInt8(ascii: ";") { break }
      switch byte {
      case UInt8(ascii: "\""):
        isQuoted.toggle()
        continue
      case UInt8(ascii: "\\"):
        switch rest.popFirst() {
        case UInt8(ascii: "n"): value.append(UInt8(ascii: "\n"))
        case UInt8(ascii: "t"): value.append(UInt8(ascii: "\t"))
        case let other?: value.append(other)
        case nil: break
        }
      default:
        value.append(byte)
      }
      if isQuoted || !isBlank(byte) { lengthWithoutBlanks = value.count }
    }
    return String(decoding: value.prefix(lengthWithoutBlanks), as: UTF8.self)
  }
}

/// Lines of a configuration, where a backslash at the end joins a line with the next.
private struct Lines {
  private var rest: ArraySlice<UInt8>

  init(_ text: [UInt8]) {
    rest = text[...]
  }

  mutating func next() -> ArraySlice<UInt8>? {
    guard !rest.isEmpty else { return nil }
    var joined: [UInt8] = []
    while true {
      let line = rest.prefix { $0 != UInt8(ascii: "\n") }
      rest = rest[line.endIndex...].dropFirst()
      guard endsInBackslash(line), !rest.isEmpty else {
        return joined.isEmpty ? line : (joined + line)[...]
      }
      joined += line.dropLast()
    }
  }

  private func endsInBackslash(_ line: ArraySlice<UInt8>) -> Bool {
    line.reversed().prefix { $0 == UInt8(ascii: "\\") }.count % 2 == 1
  }
}
