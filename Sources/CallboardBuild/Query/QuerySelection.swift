import CallboardCatalog
import CallboardJSON

/// Picks, sorts and cuts the entities of a query.
struct QuerySelection: Sendable {
  let predicate: EntityPredicate
  let order: [EntityOrder]
  let offset: Int
  let limit: Int?
  let jobs: Int

  /// One entity of the answer.
  private struct Match: Sendable {
    var keys: [EntityOrder.Key]
    var row: QueryRow
  }

  /// The rows of the answer in their order. Memory holds them and a page of entities a thread.
  ///
  /// - Parameter row: Makes what is written of an entity.
  func rows(
    of source: QuerySource,
    _ row: @escaping @Sendable (JSONValue) -> QueryRow
  ) throws(BuildFailure) -> [QueryRow] {
    var matches: [Match] = []
    var next = 0
    while next < source.pageCount {
      // In the order of the catalog, the first pages may be enough.
      let end = order.isEmpty ? min(next + 4 * jobs, source.pageCount) : source.pageCount
      let start = next
      let found = try ParallelFor(width: jobs, chunkSize: 1).map(count: end - start) {
        (index) throws(BuildFailure) in
        try source.entities(start + index).filter(predicate.matches).map { entity in
          Match(keys: order.map { $0.key(of: entity) }, row: row(entity))
        }
      }
      for page in found { matches += page }
      next = end
      if order.isEmpty, let limit, matches.count >= offset.addingClamped(limit) { break }
    }
    if !order.isEmpty { matches = sorted(matches) }
    let rest = matches.dropFirst(offset)
    return (limit.map { rest.prefix($0) } ?? rest).map(\.row)
  }

  /// By the fields of the order, then as they came.
  private func sorted(_ matches: [Match]) -> [Match] {
    matches.indices.sorted { lhs, rhs in
      for (index, field) in order.enumerated() {
        if let answer = field.isBefore(matches[lhs].keys[index], matches[rhs].keys[index]) {
          return answer
        }
      }
      return lhs < rhs
    }
    .map { matches[$0] }
  }
}

extension Int {
  /// The sum, or the largest number if that is less.
  fileprivate func addingClamped(_ other: Int) -> Int {
    let (sum, hasOverflowed) = addingReportingOverflow(other)
    return hasOverflowed ? .max : sum
  }
}
