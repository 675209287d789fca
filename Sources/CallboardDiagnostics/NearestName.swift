/// Finds the name an author most likely meant, for "did you mean" hints.
package enum NearestName {
  /// The candidate with the smallest edit distance to `name`, if it is close enough to be a typo.
  ///
  /// Compares without regard to ASCII case. Close enough is a distance of at most a third of the
  /// longer name's length, and at most 3. Of equally near candidates the first in byte order wins, so
  /// the answer does not depend on the order of `candidates`.
  ///
  /// - Complexity: O(*n* · *m*) in the number of candidates and the square of their length.
  package static func of(_ name: String, in candidates: some Sequence<String>) -> String? {
    let wanted = folded(name)
    var best: (distance: Int, candidate: String)?
    for candidate in candidates {
      let other = folded(candidate)
      let limit = min(3, max(wanted.count, other.count) / 3)
      guard abs(wanted.count - other.count) <= limit else { continue }
      let distance = editDistance(wanted, other, limit: limit)
      guard distance <= limit else { continue }
      if let best, (best.distance, best.candidate) <= (distance, candidate) { continue }
      best = (distance, candidate)
    }
    return best?.candidate
  }

  private static func folded(_ text: String) -> [UInt8] {
    text.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }

  /// Optimal string alignment distance (a swap of neighbours counts as one edit), or `limit + 1`
  /// as soon as it is certain to exceed the limit.
  private static func editDistance(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int {
    if left == right { return 0 }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in 0..<left.count {
      var current = [row + 1]
      current.reserveCapacity(right.count + 1)
      for column in 0..<right.count {
        let substitution = last[column] + (left[row] == right[column] ? 0 : 1)
        var cost = min(substitution, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      if let least = current.min(), least > limit { return limit + 1 }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
