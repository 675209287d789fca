/// Writes a tree out as HTML, in one pass over its nodes.
struct FragmentWriter {
  private let tree: FragmentTree
  private var html: [UInt8] = []
  private var links: [FragmentLink] = []
  private var texts: [FragmentText] = []
  private var ids: [String] = []
  private var places: [SanitizedFragment.Place] = []
  private var takenIDs: Set<String>
  private var findings: SanitizerFindings
  private var nextMark = 0

  /// The elements whose end tag is still to be written, innermost last.
  private var openNodes: [Int] = []

  init(_ tree: FragmentTree, findings: SanitizerFindings) {
    self.tree = tree
    self.findings = findings
    // The table of contents points to the generator's ids, so those win wherever they stand.
    takenIDs = Set(
      tree.marks.compactMap { mark in
        if case .identifier(let id, _, isAuthor: false) = mark.kind { id } else { nil }
      }
    )
  }

  consuming func write() -> SanitizedFragment {
    html.reserveCapacity(tree.arena.count + tree.nodes.count * 6)
    // Slices of the array would retain it for every piece.
    tree.arena.withUnsafeBufferPointer { arena in
      var index = 0
      while index < tree.nodes.count {
        closeNodes(endingBy: index, arena)
        index = write(index, arena)
      }
      closeNodes(endingBy: .max, arena)
    }
    return SanitizedFragment(
      html: html,
      links: links,
      texts: texts,
      findings: findings.all,
      ids: ids,
      places: places
    )
  }

  /// Writes one node without its descendants; returns the node to go on with.
  private mutating func write(_ index: Int, _ arena: UnsafeBufferPointer<UInt8>) -> Int {
    let node = tree.nodes[index]
    switch node.presence {
    case .removed:
      return max(node.end, index + 1)
    case .resumed:
      return max(node.resumption, index + 1)
    case .text, .spelledTag:
      copy(node.bytes, of: arena)
    case .void:
      copy(node.bytes, of: arena)
      html.append(UInt8(ascii: ">"))
    case .emptied:
      copy(node.bytes, of: arena)
      html.append(UInt8(ascii: ">"))
      writeEndTag(of: node, arena)
    case .element:
      copy(node.bytes, of: arena)
      html.append(UInt8(ascii: ">"))
      if node.isPreformatted, startsWithLineBreak(index + 1, parent: index) {
        // A browser drops the first line break after <pre>.
        html.append(UInt8(ascii: "\n"))
      }
      openNodes.append(index)
    }
    return index + 1
  }

  private mutating func closeNodes(endingBy index: Int, _ arena: UnsafeBufferPointer<UInt8>) {
    while let last = openNodes.last, tree.nodes[last].end <= index {
      writeEndTag(of: tree.nodes[last], arena)
      openNodes.removeLast()
    }
  }

  private mutating func writeEndTag(
    of node: FragmentTree.Node,
    _ arena: UnsafeBufferPointer<UInt8>
  ) {
    let nameStart = node.bytes.lowerBound + 1
    Escape.append("</", to: &html)
    html += UnsafeBufferPointer(rebasing: arena[nameStart..<nameStart + node.nameLength])
    html.append(UInt8(ascii: ">"))
  }

  private func startsWithLineBreak(_ index: Int, parent: Int) -> Bool {
    guard index < tree.nodes.count else { return false }
    let node = tree.nodes[index]
    return node.presence == .text && node.parent == parent
      && tree.arena[node.bytes.lowerBound] == UInt8(ascii: "\n")
  }

  /// Copies bytes of the arena and sees to the marks among them.
  private mutating func copy(_ range: Range<Int>, of arena: UnsafeBufferPointer<UInt8>) {
    var position = range.lowerBound
    while nextMark < tree.marks.count, tree.marks[nextMark].offset < range.upperBound {
      let mark = tree.marks[nextMark]
      nextMark += 1
      // Marks in what was removed lie before the range.
      guard mark.offset >= position else { continue }
      html += UnsafeBufferPointer(rebasing: arena[position..<mark.offset])
      position = mark.offset
      switch mark.kind {
      case .link(let index):
        var link = tree.links[index]
        link.offset = html.count
        links.append(link)
      case .place(let number):
        places.append(SanitizedFragment.Place(number: number, offset: html.count))
      case .text(let name, let length):
        texts.append(FragmentText(offset: html.count, length: length, name: name))
      case .identifier(let id, let length, let isAuthor):
        if isAuthor, !takenIDs.insert(id).inserted {
          position += length
        } else {
          ids.append(id)
        }
      }
    }
    html += UnsafeBufferPointer(rebasing: arena[position..<range.upperBound])
  }
}
