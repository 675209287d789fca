package import CallboardCatalog

/// One file of `entities/by-kind/`: neighbours in the catalog, of one kind.
package struct EntityPage: Hashable, Sendable {
  /// A file ends before it has more entities.
  static let maximumCount = 250
  /// A file ends before the definitions of its APIs are longer, so that it stays a matter of a few
  /// megabytes. In UTF-8 bytes.
  static let maximumDefinitions = 1 << 20

  package var kind: String
  /// From 1, within the kind.
  package var number: Int
  /// How many pages the kind has.
  package var pageCount: Int
  /// How many entities the kind has.
  package var total: Int
  package var entities: Range<EntityID>

  /// Cuts a catalog into pages, in its order: by kind, then by namespace and name.
  ///
  /// - Complexity: O(*n*) in the number of entities; the length of a definition is known without
  ///   reading it.
  package static func all(of catalog: Catalog) -> [EntityPage] {
    var pages: [EntityPage] = []
    var start = catalog.allIDs.lowerBound
    while start < catalog.allIDs.upperBound {
      let kind = catalog.ref(of: start).kind
      var cuts: [EntityID] = [start]
      var length = 0
      var end = start
      while end < catalog.allIDs.upperBound, catalog.ref(of: end).kind == kind {
        let definition = catalog[end].specText("definition")?.utf8.count ?? 0
        let count = Int(end) - Int(cuts[cuts.count - 1])
        if count == maximumCount || count > 0 && length + definition > maximumDefinitions {
          cuts.append(end)
          length = 0
        }
        length += definition
        end += 1
      }
      for (index, cut) in cuts.enumerated() {
        pages.append(
          EntityPage(
            kind: kind,
            number: index + 1,
            pageCount: cuts.count,
            total: Int(end - start),
            entities: cut..<(index + 1 < cuts.count ? cuts[index + 1] : end)
          )
        )
      }
      start = end
    }
    return pages
  }
}
