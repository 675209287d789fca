/// An option under the opening line of a `///` block, such as `    open: true`.
///
/// A small part of YAML: one `key: value` a line, which is all that pymdown's blocks document.
struct BlockOption: Equatable {
  var key: String
  /// Without blanks and quotes around it.
  var value: String

  /// Reads a line from its first character that is not blank; nil if it is no known option.
  static func parse(_ line: UnsafeBufferPointer<UInt8>, at start: Int) -> BlockOption? {
    guard start < line.count,
      let colon = line[start...].prefix(16).firstIndex(of: UInt8(ascii: ":"))
    else {
      return nil
    }
    let key = String(decoding: line[start..<colon], as: UTF8.self)
    // The last two stand below an `attrs` without a value.
    guard ["open", "type", "attrs", "new", "select", "id", "class"].contains(key) else {
      return nil
    }
    var value = line[(colon + 1)...]
    let isPadding = { (byte: UInt8) in
      isBlankByte(byte) || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
    }
    while let first = value.first, isPadding(first) { value = value.dropFirst() }
    while let last = value.last, isPadding(last) { value = value.dropLast() }
    return BlockOption(key: key, value: String(decoding: value, as: UTF8.self))
  }

  /// The value of `attrs`, such as `{class: "grid cards", id: offers}`, as a list of attributes.
  var attributes: AttributeList {
    var list = AttributeList()
    for pair in value.drop(while: { $0 == "{" }).prefix(while: { $0 != "}" }).split(separator: ",")
    {
      let parts = pair.split(separator: ":", maxSplits: 1).map { part in
        part.filter { $0 != "\"" && $0 != "'" }.split(separator: " ").map(String.init)
      }
      guard parts.count == 2, let key = parts[0].first else { continue }
      if key == "id" { list.id = parts[1].first }
      if key == "class" { list.classes = parts[1] }
      if key == "title" { list.pairs.append((key, parts[1].joined(separator: " "))) }
    }
    return list
  }
}
