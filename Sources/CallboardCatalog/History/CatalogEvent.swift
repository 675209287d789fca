/// What one commit did to one entity.
package struct CatalogEvent: Hashable, Sendable {
  /// One of the things that can happen to an entity; a commit may do several.
  package enum Change: Hashable, Sendable {
    case added
    case removed
    /// From one file of its repository to another.
    case moved(from: String)
    /// Its namespace or name is another, and nothing else.
    case renamed(from: EntityRef)
    /// nil stands for no owner.
    case owner(from: EntityRef?, to: EntityRef?)
    /// nil stands for no type.
    case type(from: String?, to: String?)
    /// nil stands for no lifecycle.
    case lifecycle(from: String?, to: String?)
  }

  package var ref: EntityRef
  package var change: Change
  /// The name for people after the change, or before it if the entity is gone.
  package var title: String
  /// The owner after the change, or before it if the entity is gone.
  package var owner: EntityRef?
  /// The descriptor after the change, or before it if the entity is gone; from the root of the
  /// repository.
  package var path: String

  package init(
    ref: EntityRef,
    change: Change,
    title: String,
    owner: EntityRef?,
    path: String
  ) {
    self.ref = ref
    self.change = change
    self.title = title
    self.owner = owner
    self.path = path
  }
}

extension CatalogEvent.Change {
  /// What it is called in data and in filters, in the order in which lists show them.
  package enum Name: String, CaseIterable, Sendable {
    case added, removed, renamed, moved, owner, lifecycle, type
  }

  package var name: Name {
    switch self {
    case .added: .added
    case .removed: .removed
    case .moved: .moved
    case .renamed: .renamed
    case .owner: .owner
    case .type: .type
    case .lifecycle: .lifecycle
    }
  }
}
