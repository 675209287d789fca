/// What differs between two texts, line by line.
struct LineChanges: Hashable, Sendable {
  /// One line that is in one of the texts only.
  struct Change: Hashable, Sendable {
    /// Whether the line is new rather than gone.
    var isAdded: Bool
    /// From 1, in the text that has the line.
    var line: Int
    var text: String
  }

  /// In the order of the texts; of lines at the same place those that are gone come first.
  let changes: [Change]

  var addedCount: Int { changes.count { $0.isAdded } }
  var removedCount: Int { changes.count - addedCount }

  /// Compares two texts by their longest common sequence of lines.
  ///
  /// - Complexity: the product of the numbers of lines between the first and the last difference. Texts where that is more
  ///   than a few million are taken to differ in all of these lines.
  init(from old: [UInt8], to new: [UInt8]) {
    let before = Self.lines(old)
    let after = Self.lines(new)
    var start = 0
    while start < min(before.count, after.count), before[start] == after[start] { start += 1 }
    var end = 0
    while end < min(before.count, after.count) - start,
      before[before.count - 1 - end] == after[after.count - 1 - end]
    {
      end += 1
    }
    let rows = start..<before.count - end
    let columns = start..<after.count - end
    guard rows.count * max(columns.count, 1) < 4_000_000 else {
      changes =
        rows.map { Change(isAdded: false, line: $0 + 1, text: before[$0]) }
        + columns.map { Change(isAdded: true, line: $0 + 1, text: after[$0]) }
      return
    }
    // The length of what both have in common from a line of each on.
    let width = columns.count + 1
    var common = [Int32](repeating: 0, count: (rows.count + 1) * width)
    for row in stride(from: rows.count - 1, through: 0, by: -1) {
      for column in stride(from: columns.count - 1, through: 0, by: -1) {
        let isSame = before[start + row] == after[start + column]
        common[row * width + column] =
          isSame
          ? common[(row + 1) * width + column + 1] + 1
          : max(common[(row + 1) * width + column], common[row * width + column + 1])
      }
    }
    var found: [Change] = []
    var (row, column) = (0, 0)
    while row < rows.count || column < columns.count {
      let (old, new) = (start + row, start + column)
      if row < rows.count, column < columns.count, before[old] == after[new] {
        row += 1
        column += 1
      } else if row < rows.count,
        column == columns.count
          || common[(row + 1) * width + column] >= common[row * width + column + 1]
      {
        found.append(Change(isAdded: false, line: old + 1, text: before[old]))
        row += 1
      } else {
        found.append(Change(isAdded: true, line: new + 1, text: after[new]))
        column += 1
      }
    }
    changes = found
  }

  private static func lines(_ bytes: [UInt8]) -> [String] {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    // The break at the end of the last line begins no line.
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
