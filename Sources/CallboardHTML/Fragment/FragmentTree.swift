/// The elements and text of a fragment, in document order, each node with the index behind its last
/// descendant.
///
/// All bytes stand in one arena in the order in which they will be written. A node is only ever
/// appended, so the order of nodes is the order of the document and no links are needed.
struct FragmentTree {
  struct Node {
    /// In the arena: the text, or the start tag without its `>`. Empty for removed elements.
    var bytes: Range<Int>
    /// The length of the tag's name, which begins at the second byte; 0 for text.
    var nameLength: Int
    var presence: Presence
    var isPreformatted: Bool
    /// The index of the enclosing element, or -1.
    var parent: Int
    /// The index behind the last descendant; -1 while the element is open.
    var end: Int
    /// For ``Presence/resumed``, the index of the first descendant that is written.
    var resumption: Int
  }

  /// How much of a node reaches the output.
  enum Presence: UInt8 {
    case text
    /// A tag that names no element, as text.
    case spelledTag
    case element
    /// A start tag without end tag.
    case void
    /// Start tag and end tag stand before the content instead of around it.
    case emptied
    /// Neither the element nor what is in it.
    case removed
    /// An element to remove whose end tag never came: neither its tags nor the first part of its
    /// content, up to `resumption`.
    case resumed
  }

  /// Something in the arena that the writer has to look at on its way.
  struct Mark {
    enum Kind {
      /// The attribute's value begins here; the index of the link.
      case link(Int)
      /// An attribute ` id="…"` of this length begins here.
      case identifier(String, length: Int, isAuthor: Bool)
      /// The caller wants to know where this comes to stand.
      case place(Int)
      /// A text of this length begins here that something else is to be put in the place of.
      case text(String, length: Int)
    }

    var offset: Int
    var kind: Kind
  }

  private(set) var arena: [UInt8] = []
  private(set) var nodes: [Node] = []
  private(set) var marks: [Mark] = []
  private(set) var links: [FragmentLink] = []

  /// Opens an element; attributes follow until the next node is appended.
  mutating func open(
    _ name: some Collection<UInt8>,
    presence: Presence,
    isPreformatted: Bool = false,
    parent: Int
  ) -> Int {
    let start = arena.count
    if presence != .removed {
      arena.append(UInt8(ascii: "<"))
      arena += name
    }
    nodes.append(
      Node(
        bytes: start..<arena.count,
        nameLength: name.count,
        presence: presence,
        isPreformatted: isPreformatted,
        parent: parent,
        end: presence == .void ? nodes.count + 1 : -1,
        resumption: 0
      )
    )
    return nodes.count - 1
  }

  mutating func close(_ node: Int) {
    nodes[node].end = nodes.count
  }

  func isOpen(_ node: Int) -> Bool { nodes[node].end < 0 }

  mutating func setPresence(_ presence: Presence, of node: Int) {
    nodes[node].presence = presence
  }

  /// Drops the descendants that an element has so far, but not those to come.
  mutating func resume(_ node: Int) {
    nodes[node].presence = .resumed
    nodes[node].resumption = nodes.count
  }

  /// Appends a text node whose bytes `write` appends to the arena, or lengthens the one before.
  mutating func text(parent: Int, _ write: (inout [UInt8]) -> Void) {
    let start = arena.count
    write(&arena)
    guard arena.count > start else { return }
    if let last = nodes.indices.last, nodes[last].presence == .text, nodes[last].parent == parent,
      nodes[last].bytes.upperBound == start
    {
      nodes[last].bytes = nodes[last].bytes.lowerBound..<arena.count
    } else {
      appendText(from: start, presence: .text, parent: parent)
    }
  }

  /// Appends a tag as text that can be taken back on its own; the result is its node.
  mutating func spelledTag(parent: Int, _ write: (inout [UInt8]) -> Void) -> Int {
    let start = arena.count
    write(&arena)
    appendText(from: start, presence: .spelledTag, parent: parent)
    return nodes.count - 1
  }

  private mutating func appendText(from start: Int, presence: Presence, parent: Int) {
    nodes.append(
      Node(
        bytes: start..<arena.count,
        nameLength: 0,
        presence: presence,
        isPreformatted: false,
        parent: parent,
        end: nodes.count + 1,
        resumption: 0
      )
    )
  }

  /// Notes that the text appended since `start` is a slot.
  mutating func slot(_ name: String, from start: Int) {
    guard arena.count > start else { return }
    marks.append(Mark(offset: start, kind: .text(name, length: arena.count - start)))
  }

  /// Appends ` name="value"`, the value being what `write` appends.
  mutating func attribute(_ name: StaticString, _ write: (inout [UInt8]) -> Void) {
    extendStartTag { arena in
      arena.append(UInt8(ascii: " "))
      Escape.append(name, to: &arena)
      Escape.append("=\"", to: &arena)
      write(&arena)
      arena.append(UInt8(ascii: "\""))
    }
  }

  mutating func attribute(_ name: StaticString) {
    extendStartTag { arena in
      arena.append(UInt8(ascii: " "))
      Escape.append(name, to: &arena)
    }
  }

  mutating func identifier(_ identifier: String, isAuthor: Bool) {
    let start = arena.count
    attribute("id") { Escape.text(identifier, into: &$0) }
    let kind = Mark.Kind.identifier(identifier, length: arena.count - start, isAuthor: isAuthor)
    marks.append(Mark(offset: start, kind: kind))
  }

  /// Notes a place before the text that comes next.
  mutating func place(_ number: Int) {
    marks.append(Mark(offset: arena.count, kind: .place(number)))
  }

  /// Appends the attribute and notes the link; its offset is the writer's to set.
  mutating func link(_ name: StaticString, _ link: FragmentLink) {
    let valueStart = arena.count + name.utf8CodeUnitCount + 3
    attribute(name) { arena in
      if !link.isSlot { Escape.url(link.destination, into: &arena) }
    }
    marks.append(Mark(offset: valueStart, kind: .link(links.count)))
    links.append(link)
  }

  private mutating func extendStartTag(_ write: (inout [UInt8]) -> Void) {
    guard let last = nodes.indices.last, nodes[last].nameLength > 0,
      nodes[last].bytes.upperBound == arena.count
    else {
      assertionFailure("an attribute follows the start of its element")
      return
    }
    write(&arena)
    nodes[last].bytes = nodes[last].bytes.lowerBound..<arena.count
  }
}
