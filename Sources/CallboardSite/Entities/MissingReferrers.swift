import CallboardCatalog

/// Who refers to the entities that the site does not have.
struct MissingReferrers: Sendable {
  /// One relation that dangles.
  struct Referrer: Sendable {
    var source: EntityID
    var relation: Relation
  }

  /// Grouped by the missing reference, each group in the order of sources.
  private let referrers: [Referrer]
  /// Where each group begins; one more than there are missing references.
  private let offsets: [Int]
  private let firstMissing: Int

  /// - Complexity: Linear in the number of relations.
  init(catalog: Catalog) {
    let missing = catalog.missingRefs
    var found: [Referrer] = []
    if !missing.isEmpty {
      for id in catalog.allIDs {
        for relation in catalog.relations(of: id) where relation.isDangling {
          found.append(Referrer(source: id, relation: relation))
        }
      }
    }
    var offsets = [Int](repeating: 0, count: missing.count + 1)
    for referrer in found {
      offsets[Int(referrer.relation.targetRef) - missing.lowerBound + 1] += 1
    }
    for index in missing.indices {
      offsets[index - missing.lowerBound + 1] += offsets[index - missing.lowerBound]
    }
    var next = offsets
    var grouped = found
    for referrer in found {
      let place = Int(referrer.relation.targetRef) - missing.lowerBound
      grouped[next[place]] = referrer
      next[place] += 1
    }
    referrers = grouped
    self.offsets = offsets
    firstMissing = missing.lowerBound
  }

  /// The relations that lead to a missing reference.
  ///
  /// - Parameter index: Of ``Catalog/missingRefs``.
  func referrers(to index: Int) -> ArraySlice<Referrer> {
    let place = index - firstMissing
    guard offsets.indices.contains(place + 1), place >= 0 else { return [] }
    return referrers[offsets[place]..<offsets[place + 1]]
  }
}
