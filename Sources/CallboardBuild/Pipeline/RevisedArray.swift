/// An array that shares its elements with the one it was copied from, but for those that were replaced since: giving a copy of
/// 10,000 elements another one costs as much as that one.
struct RevisedArray<Element: Sendable>: Sendable {
  private var elements: [Element]
  private var replaced: [Int: Element] = [:]

  /// So many replacements that the next one may as well copy everything.
  private static var limit: Int { 256 }

  init(_ elements: [Element] = []) {
    self.elements = elements
  }
}

extension RevisedArray: RandomAccessCollection, MutableCollection {
  var startIndex: Int { 0 }
  var endIndex: Int { elements.count }

  subscript(index: Int) -> Element {
    get { replaced.isEmpty ? elements[index] : replaced[index] ?? elements[index] }
    set {
      replaced[index] = newValue
      guard replaced.count > Self.limit else { return }
      for (index, element) in replaced { elements[index] = element }
      replaced = [:]
    }
  }
}
