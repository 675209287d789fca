/// Distinct terms in the order of their UTF-8 bytes, which is that of their code points.
struct TermList: Sendable {
  /// All terms, one after the other.
  let bytes: [UInt8]
  /// Where each term ends in `bytes`.
  let ends: [UInt32]

  /// nil for ends that do not ascend to the last byte.
  init?(bytes: [UInt8], ends: [UInt32]) {
    guard Int(ends.last ?? 0) == bytes.count, zip(ends, ends.dropFirst()).allSatisfy({ $0 <= $1 })
    else { return nil }
    self.bytes = bytes
    self.ends = ends
  }

  /// Terms that are sorted, and end where they do.
  init(sorted bytes: [UInt8], ends: [UInt32]) {
    self.bytes = bytes
    self.ends = ends
  }

  /// The terms of `table`; `order` is its `sortedNumbers`.
  init(_ table: TermTable, order: [UInt32]) {
    var bytes: [UInt8] = []
    var ends: [UInt32] = []
    bytes.reserveCapacity(table.bytes.count)
    ends.reserveCapacity(order.count)
    table.bytes.withUnsafeBufferPointer { all in
      for term in order {
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: all[table.range(Int(term))]))
        ends.append(UInt32(truncatingIfNeeded: bytes.count))
      }
    }
    self.bytes = bytes
    self.ends = ends
  }

  var count: Int { ends.count }

  func range(_ term: Int) -> Range<Int> {
    Int(term == 0 ? 0 : ends[term - 1])..<Int(ends[term])
  }

  subscript(term: Int) -> ArraySlice<UInt8> { bytes[range(term)] }

  /// The terms of all lists, and for each list the number that each of its terms has among them.
  static func merged(_ lists: [TermList]) -> (terms: TermList, numbers: [[UInt32]]) {
    var table = TermTable(capacity: lists.reduce(0) { max($0, $1.count) } * 2)
    var numbers = lists.map { list in
      list.bytes.withUnsafeBufferPointer { bytes in
        (0..<list.count).map { term in
          UInt32(
            truncatingIfNeeded: table.number(
              of: UnsafeBufferPointer(rebasing: bytes[list.range(term)])
            )
          )
        }
      }
    }
    let order = table.sortedNumbers()
    var ranks = Array(repeating: UInt32(0), count: order.count)
    for (rank, term) in order.enumerated() { ranks[Int(term)] = UInt32(truncatingIfNeeded: rank) }
    for list in numbers.indices {
      for index in numbers[list].indices {
        numbers[list][index] = ranks[Int(numbers[list][index])]
      }
    }
    return (TermList(table, order: order), numbers)
  }
}
