/// Values in groups, in the order of their arrival within a group.
struct Groups<Value: Sendable>: Sendable {
  /// Group after group.
  let values: [Value]
  /// Where each group begins in `values`, and where the last one ends.
  let starts: [UInt32]

  private init(_ values: [Value], _ starts: [UInt32]) {
    self.values = values
    self.starts = starts
  }

  /// nil for bounds that do not ascend from the first value to the last.
  init?(values: [Value], starts: [UInt32]) {
    guard starts.first == 0, starts.last.map(Int.init) == values.count,
      zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 })
    else { return nil }
    self.init(values, starts)
  }

  subscript(group: Int) -> ArraySlice<Value> { self[group..<group + 1] }

  /// The values of neighbouring groups.
  subscript(groups: Range<Int>) -> ArraySlice<Value> {
    values[Int(starts[groups.lowerBound])..<Int(starts[groups.upperBound])]
  }

  /// Takes values in any order of groups.
  struct Builder {
    private var values: [Value] = []
    private var groups: [UInt32] = []

    init(capacity: Int) { reserveCapacity(capacity) }

    var count: Int { values.count }

    mutating func reserveCapacity(_ capacity: Int) {
      values.reserveCapacity(capacity)
      groups.reserveCapacity(capacity)
    }

    mutating func append(_ value: Value, to group: Int) {
      values.append(value)
      groups.append(UInt32(truncatingIfNeeded: group))
    }

    /// Sorts by counting. `order` has every group once, in the order in which they are to stand.
    func grouped(in order: [UInt32]) -> Groups {
      var next = Array(repeating: UInt32(0), count: order.count)
      for group in groups { next[Int(group)] += 1 }
      var starts: [UInt32] = []
      starts.reserveCapacity(order.count + 1)
      var end: UInt32 = 0
      for group in order {
        starts.append(end)
        let size = next[Int(group)]
        next[Int(group)] = end
        end += size
      }
      starts.append(end)
      let sorted = [Value](unsafeUninitializedCapacity: values.count) { buffer, initialized in
        for index in values.indices {
          let group = Int(groups[index])
          (buffer.baseAddress.map { $0 + Int(next[group]) })?.initialize(to: values[index])
          next[group] += 1
        }
        initialized = values.count
      }
      return Groups(sorted, starts)
    }
  }
}

extension ArraySlice<UInt32> {
  /// Where groups begin, and where the last one ends, that are some of `count` groups: group `i` becomes group `numbers[i]`,
  /// the rest are empty. Counted from where the first one begins.
  ///
  /// - Parameter numbers: Ascending; one fewer than the starts.
  func spread(to numbers: [UInt32], of count: Int) -> [UInt32] {
    let before = first ?? 0
    var spread: [UInt32] = []
    spread.reserveCapacity(count + 1)
    for (start, number) in zip(self, numbers) {
      while spread.count <= Int(number) { spread.append(start - before) }
    }
    while spread.count <= count { spread.append((last ?? 0) - before) }
    return spread
  }
}
