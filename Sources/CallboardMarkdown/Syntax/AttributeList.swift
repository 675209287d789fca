/// Attributes in braces as in Python-Markdown's `attr_list`: `{#id .class key="value"}`.
struct AttributeList: Equatable {
  var id: String?
  var classes: [String] = []
  /// In the order written; a bare word has itself as value.
  var pairs: [(key: String, value: String)] = []

  static func == (left: Self, right: Self) -> Bool {
    left.id == right.id && left.classes == right.classes
      && left.pairs.elementsEqual(right.pairs, by: ==)
  }

  /// The first value of a key; nil if it is not there.
  subscript(key: String) -> String? {
    pairs.first { $0.key == key }?.value
  }

  /// The list at the end of a text with the length of the text before it, blanks at its end not
  /// counted; nil when the text does not end in a list.
  static func trailing(_ text: some BidirectionalCollection<UInt8>) -> (Self, prefixLength: Int)? {
    let bytes = Array(text)
    var end = bytes.count
    while end > 0, isBlankByte(bytes[end - 1]) { end -= 1 }
    guard end > 0, bytes[end - 1] == UInt8(ascii: "}") else { return nil }
    guard let open = bytes[..<end].lastIndex(of: UInt8(ascii: "{")) else { return nil }
    guard let list = parse(bytes[(open + 1)..<(end - 1)]) else { return nil }
    var prefix = open
    while prefix > 0, isBlankByte(bytes[prefix - 1]) { prefix -= 1 }
    // `{a}` right behind a word is text, such as a placeholder in a path.
    return prefix < open || open == 0 ? (list, prefix) : nil
  }

  /// Reads what stands between the braces; nil if that is no list of attributes.
  ///
  /// Bare words alone are none either, unless a colon begins it or one begins with `data-`: `{name}` is a
  /// placeholder, `{:name}` and `{data-name}` are lists.
  static func parse(_ bytes: ArraySlice<UInt8>) -> Self? {
    var list = Self()
    var rest = bytes
    let hasColon = rest.first == UInt8(ascii: ":")
    if hasColon { rest = rest.dropFirst() }
    var isEmpty = true
    while true {
      rest = rest.drop(while: isBlankByte)
      guard let first = rest.first else { break }
      isEmpty = false
      switch first {
      case UInt8(ascii: "#"):
        guard let name = takeName(&rest) else { return nil }
        list.id = name
      case UInt8(ascii: "."):
        guard let name = takeName(&rest) else { return nil }
        list.classes.append(name)
      default:
        guard let pair = takePair(&rest) else { return nil }
        let isBare = pair.key == pair.value
        if pair.key == "id", !isBare { list.id = pair.value }
        if pair.key == "class", !isBare {
          list.classes += pair.value.split(separator: " ").map(String.init)
        }
        list.pairs.append(pair)
      }
    }
    let isCertain =
      hasColon || list.id != nil || !list.classes.isEmpty
      || list.pairs.contains { $0.key != $0.value || $0.key.hasPrefix("data-") }
    return isEmpty || !isCertain ? nil : list
  }

  private static func takeName(_ rest: inout ArraySlice<UInt8>) -> String? {
    let name = rest.dropFirst().prefix { !isBlankByte($0) && $0 != UInt8(ascii: "}") }
    rest = rest[name.endIndex...]
    return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
  }

  private static func takePair(_ rest: inout ArraySlice<UInt8>) -> (key: String, value: String)? {
    let key = rest.prefix { isWordByte($0) || $0 == UInt8(ascii: ":") || $0 >= 0x80 }
    guard !key.isEmpty else { return nil }
    rest = rest[key.endIndex...]
    let name = String(decoding: key, as: UTF8.self)
    guard rest.first == UInt8(ascii: "=") else {
      let isSeparate = rest.first.map(isBlankByte) ?? true
      return isSeparate ? (name, name) : nil
    }
    rest = rest.dropFirst()
    if let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let value = rest.dropFirst().prefix { $0 != quote }
      guard value.endIndex < rest.endIndex else { return nil }
      rest = rest[(value.endIndex + 1)...]
      return (name, String(decoding: value, as: UTF8.self))
    }
    let value = rest.prefix { !isBlankByte($0) }
    rest = rest[value.endIndex...]
    return (name, String(decoding: value, as: UTF8.self))
  }
}
