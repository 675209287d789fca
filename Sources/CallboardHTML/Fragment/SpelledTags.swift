import CallboardDiagnostics

/// The tags of no known element that are shown as text so far, for an end tag to take back.
struct SpelledTags {
  struct Tag {
    var name: [UInt8]
    /// In the tree.
    var node: Int
    var position: SourceSpan.Position
  }

  /// By name in lower case, the indices in ``tags`` that no end tag has taken back.
  private var open: [[UInt8]: [Int]] = [:]
  private var tags: [Tag] = []
  private var isTaken: [Bool] = []

  /// Those that stay text, in their order.
  var remaining: [Tag] { zip(tags, isTaken).lazy.filter { !$0.1 }.map(\.0) }

  mutating func add(_ name: some Collection<UInt8>, node: Int, position: SourceSpan.Position) {
    let name = name.map(lowercased)
    open[name, default: []].append(tags.count)
    tags.append(Tag(name: name, node: node, position: position))
    isTaken.append(false)
  }

  /// The innermost tag of a name, which is no text from now on; nil when there is none.
  mutating func take(_ name: some Collection<UInt8>) -> Tag? {
    guard !open.isEmpty, let index = open[name.map(lowercased)]?.popLast() else { return nil }
    isTaken[index] = true
    return tags[index]
  }

  private func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
}
