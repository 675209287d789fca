/// The tags that GitHub Flavored Markdown makes text of, even where it lets raw HTML through (6.11 of
/// its specification). The sanitiser removes these and more; the filter is for texts it does not see.
enum TagFilter {
  private static let names: [StaticString] = [
    "title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script", "plaintext",
  ]

  /// The markup with `&lt;` for the first character of each of these tags.
  static func apply(to markup: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var filtered: [UInt8] = []
    filtered.reserveCapacity(markup.count)
    for (index, byte) in markup.enumerated() {
      if byte == UInt8(ascii: "<"), isFiltered(markup[(index + 1)...]) {
        filtered += "&lt;".utf8
      } else {
        filtered.append(byte)
      }
    }
    return filtered
  }

  private static func isFiltered(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let tag = rest.first == UInt8(ascii: "/") ? rest.dropFirst() : rest
    let name = tag.prefix(while: isWordByte)
    return names.contains { filtered in
      name.count == filtered.utf8CodeUnitCount
        && zip(name, UnsafeBufferPointer(start: filtered.utf8Start, count: name.count))
          .allSatisfy { lowercased($0) == $1 }
    }
  }
}
