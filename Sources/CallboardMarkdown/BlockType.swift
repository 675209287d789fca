/// A name of a `///` block that a configuration adds: `types` of `pymdownx.blocks.admonition` and `pymdownx.blocks.details`.
package struct BlockType: Hashable, Sendable {
  /// The kind of block that it stands for.
  package enum Block: Int, Hashable, Sendable, CaseIterable {
    case admonition
    case details
  }

  /// What stands behind the slashes, in ASCII lower case: letters, digits, `-` and `_`, at least one.
  package let name: String

  package let block: Block

  /// The type of admonition that it looks like, made of the same characters.
  package let look: String

  /// What stands above blocks that are given no title; one line, not empty.
  package let title: String

  /// nil for a name or look of other characters, which no block can have.
  package init?(name: String, block: Block, look: String, title: String) {
    let (name, look) = (name.lowercased(), look.lowercased())
    guard Self.isWord(name), Self.isWord(look), !title.isEmpty,
      !title.utf8.contains(where: { $0 < 0x20 })
    else { return nil }
    (self.name, self.block, self.look, self.title) = (name, block, look, title)
  }

  private static func isWord(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 64 && text.utf8.allSatisfy(isWordByte)
  }
}
