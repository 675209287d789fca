/// Finds a run of elements in linear time (Knuth, Morris, Pratt).
struct RunSearch<Element: Equatable> {
  private let pattern: [Element]
  /// For each prefix of the pattern, the length of its longest border.
  private let borders: [Int]

  init(_ pattern: [Element]) {
    self.pattern = pattern
    var borders = [0]
    var length = 0
    for index in pattern.indices.dropFirst() {
      while length > 0, pattern[index] != pattern[length] { length = borders[length - 1] }
      if pattern[index] == pattern[length] { length += 1 }
      borders.append(length)
    }
    self.borders = borders
  }

  /// The offsets of all occurrences, from the left. None for an empty pattern.
  ///
  /// - Parameter overlapping: Whether an occurrence may begin inside of the one before.
  func places(in source: [Element], overlapping: Bool = false) -> [Int] {
    guard !pattern.isEmpty else { return [] }
    var places: [Int] = []
    var matched = 0
    for (index, element) in source.enumerated() {
      while matched > 0, element != pattern[matched] { matched = borders[matched - 1] }
      if element == pattern[matched] { matched += 1 }
      if matched == pattern.count {
        places.append(index + 1 - matched)
        matched = overlapping ? borders[matched - 1] : 0
      }
    }
    return places
  }
}
