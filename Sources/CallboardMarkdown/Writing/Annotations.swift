import CCMarkGFM

/// Numbers in round brackets that the items of a list explain, as in Material for MkDocs: `(1)` in a
/// block of the class `annotate`, and in the comments of a code block, each with an ordered list below.
///
/// The list stays where it is; the numbers become links to its items, and the items lead back.
struct Annotations {
  /// One block with its list.
  struct Group {
    /// Of the page, from 1.
    var number: Int
    var itemCount: Int
    /// The items, from 1, whose number stands in the block.
    var used: Set<Int> = []

    func noteID(_ item: Int) -> String { "cb:note-\(number)-\(item)" }
    func markID(_ item: Int) -> String { "cb:mark-\(number)-\(item)" }
  }

  private(set) var groups: [Group] = []
  /// An index into ``groups`` by list.
  private var groupsByList: [CMarkNode: Int] = [:]
  /// How many items of a list have been written.
  private var itemCounts: [CMarkNode: Int] = [:]
  /// The annotated blocks that are being written, innermost last, each with an index into ``groups``.
  private var open: [(block: CMarkNode, group: Int)] = []

  /// The group whose numbers stand in the text that is being written, as an index; nil when there is
  /// none.
  var current: Int? { open.last?.group }

  /// Makes a group of a list; the result is its index.
  mutating func add(_ list: CMarkNode) -> Int {
    groups.append(Group(number: groups.count + 1, itemCount: Self.itemCount(of: list)))
    groupsByList[list] = groups.count - 1
    return groups.count - 1
  }

  /// Begins a block whose numbers the list explains.
  mutating func enter(_ block: CMarkNode, explainedBy list: CMarkNode) {
    open.append((block, add(list)))
  }

  /// Ends a block, if it was begun.
  mutating func leave(_ block: CMarkNode) {
    if open.last?.block == block { open.removeLast() }
  }

  /// The group that a list explains; nil for other lists, and if no number stands in its block.
  func group(explainedBy list: CMarkNode) -> Group? {
    groupsByList[list].map { groups[$0] }.flatMap { $0.used.isEmpty ? nil : $0 }
  }

  /// The group that the next item of a list belongs to and the item's number, if that stands in the
  /// block.
  mutating func nextItem(of list: CMarkNode) -> (Group, item: Int)? {
    guard let group = group(explainedBy: list) else { return nil }
    let item = itemCounts[list, default: 0] + 1
    itemCounts[list] = item
    return group.used.contains(item) ? (group, item) : nil
  }

  /// Notes that a number stands in a block; false if the list has no such item, or it did before.
  mutating func use(_ item: Int, of group: Int) -> Bool {
    guard item >= 1, item <= groups[group].itemCount else { return false }
    return groups[group].used.insert(item).inserted
  }

  /// The list that follows a block, if it counts from 1.
  static func list(after block: CMarkNode) -> CMarkNode? {
    guard let next = cmark_node_next(block), next.type == CMARK_NODE_LIST,
      cmark_node_get_list_type(next) == CMARK_ORDERED_LIST, cmark_node_get_list_start(next) == 1
    else { return nil }
    return next
  }

  static func itemCount(of list: CMarkNode) -> Int {
    var count = 0
    var item = cmark_node_first_child(list)
    while let current = item {
      count += 1
      item = cmark_node_next(current)
    }
    return count
  }

  /// A mark such as `(12)` at a place of a text; nil if none stands there.
  static func mark(in text: Slice<UnsafeBufferPointer<UInt8>>) -> (number: Int, length: Int)? {
    guard text.first == UInt8(ascii: "(") else { return nil }
    let digits = text.dropFirst().prefix(4).prefix(while: isDigit)
    guard (1...3).contains(digits.count), digits.endIndex < text.endIndex,
      text[digits.endIndex] == UInt8(ascii: ")")
    else { return nil }
    return (digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }, digits.count + 2)
  }
}
