import CallboardCatalog
import CallboardDiagnostics
import CallboardJSON

/// Finds the entities that only their names tell apart.
///
/// A rename is told where it is sure: an entity that is gone and one that is new say the same in the
/// same file and are of one kind, and no third is like them.
struct RenameFinder {
  /// Sorted by the old name.
  private(set) var pairs: [CatalogDifference.Rename] = []

  private struct Content: Hashable {
    var kind: String
    var file: SourcePath
    var fields: [EntityField]

    init(_ entity: ComparedEntity) {
      kind = entity.ref.kind
      file = entity.file
      fields = EntityField.all(of: entity.json)
    }
  }

  init(added: [ComparedEntity], removed: [ComparedEntity]) {
    // Most differences have but one of the two, and then no content needs to be compared.
    guard !added.isEmpty, !removed.isEmpty else { return }
    let new = Dictionary(grouping: added, by: Content.init)
    for (content, old) in Dictionary(grouping: removed, by: Content.init) {
      guard old.count == 1, let found = new[content], found.count == 1 else { continue }
      pairs.append(.init(before: old[0].ref, after: found[0].ref))
    }
    pairs.sort { $0.before < $1.before }
  }
}
