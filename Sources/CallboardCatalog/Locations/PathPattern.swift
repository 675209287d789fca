/// A glob over repository paths: `*` and `?` within a name, `**` for any folders.
package struct PathPattern: Hashable, Sendable {
  package let text: String
  private let segments: [[UInt8]]

  package init(_ text: String) {
    self.text = text
    self.segments = text.split(separator: "/").map { Array($0.utf8) }
  }

  /// Whether a whole path matches.
  ///
  /// - Complexity: O(*n* · *m*); only the last `**` is ever taken up again.
  package func matches(_ path: String) -> Bool {
    let names = path.split(separator: "/").map { Array($0.utf8) }
    return Self.matches(
      names,
      segments,
      isStar: { $0 == [0x2A, 0x2A] },
      isEqual: { Self.matches(name: $0, pattern: $1) }
    )
  }

  private static func matches(name: [UInt8], pattern: [UInt8]) -> Bool {
    matches(
      name,
      pattern,
      isStar: { $0 == UInt8(ascii: "*") },
      isEqual: { $0 == $1 || ($1 == UInt8(ascii: "?") && $0 & 0xC0 != 0x80) }
    )
  }

  /// Greedy matching of a list against one in which some elements stand for any number of others.
  private static func matches<Element>(
    _ text: [Element],
    _ pattern: [Element],
    isStar: (Element) -> Bool,
    isEqual: (Element, Element) -> Bool
  ) -> Bool {
    var index = 0
    var place = 0
    var star: (place: Int, index: Int)?
    while index < text.count {
      if place < pattern.count, isStar(pattern[place]) {
        star = (place, index)
        place += 1
      } else if place < pattern.count, isEqual(text[index], pattern[place]) {
        index += 1
        place += 1
      } else if let last = star {
        place = last.place + 1
        index = last.index + 1
        star = (last.place, index)
      } else {
        return false
      }
    }
    return pattern[place...].allSatisfy(isStar)
  }
}
