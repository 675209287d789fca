/// Goes through the custom properties that a style sheet declares.
struct DeclarationScanner {
  /// One declaration with the selectors and conditions around it, from the outside in.
  struct Declaration: Hashable {
    var name: String
    var value: String
    var conditions: [String]
  }

  private let bytes: [UInt8]
  private var position = 0
  private var conditions: [String] = []
  private var text: [UInt8] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// nil at the end of the sheet.
  mutating func next() -> Declaration? {
    var depth = 0
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "/") where bytes[(position + 1)...].first == UInt8(ascii: "*"):
        skipComment()
        continue
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        takeString(byte)
        continue
      case UInt8(ascii: "("):
        depth += 1
        text.append(byte)
      case UInt8(ascii: ")"):
        depth = max(0, depth - 1)
        text.append(byte)
      case UInt8(ascii: "{") where depth == 0:
        conditions.append(takeText())
      case UInt8(ascii: "}") where depth == 0:
        let found = declaration()
        if !conditions.isEmpty, found == nil { conditions.removeLast() }
        // The last declaration of a block may stand without a semicolon: the brace is read again.
        if let found { return found }
      case UInt8(ascii: ";") where depth == 0:
        position += 1
        if let found = declaration() { return found }
        continue
      default:
        text.append(byte)
      }
      position += 1
    }
    return nil
  }

  private mutating func declaration() -> Declaration? {
    let text = takeText()
    guard text.hasPrefix("--"), let colon = text.firstIndex(of: ":") else { return nil }
    let name = text[..<colon].split(separator: " ").first ?? ""
    let value = text[text.index(after: colon)...].drop { $0 == " " }
    return Declaration(name: String(name), value: String(value), conditions: conditions)
  }

  /// What was gathered, with each run of spaces as one.
  private mutating func takeText() -> String {
    defer { text.removeAll(keepingCapacity: true) }
    return String(decoding: text, as: UTF8.self)
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private mutating func skipComment() {
    position += 2
    while position < bytes.count {
      let isEnd =
        bytes[position] == UInt8(ascii: "*")
        && bytes[(position + 1)...].first == UInt8(ascii: "/")
      position += isEnd ? 2 : 1
      if isEnd { return }
    }
  }

  private mutating func takeString(_ quote: UInt8) {
    text.append(quote)
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      text.append(byte)
      position += 1
      if byte == UInt8(ascii: "\\"), position < bytes.count {
        text.append(bytes[position])
        position += 1
      } else if byte == quote {
        return
      }
    }
  }
}
