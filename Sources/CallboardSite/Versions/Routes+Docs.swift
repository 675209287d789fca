import CallboardCatalog
import CallboardDocs

/// The addresses of docs, with names that every file system takes. Versions but the default one stand under `-`, which no page's path begins with.
extension Routes {
  /// A page of an entity's docs in their default version.
  static func docs(_ ref: EntityRef, location: String = "") -> Route {
    Route(["docs", ref.namespace, ref.kind, ref.name, PortableName.folder(location)])
  }

  /// A page of docs.
  static func docs(_ tree: DocsTree, location: String = "") -> Route {
    if tree.entity == AnnouncementBoard.ref { return announcements.appending(location) }
    guard let version = tree.version, !version.isDefault else {
      return docs(tree.entity, location: location)
    }
    return docs(tree.entity, version: version.name, location: location)
  }

  /// The same page under the name or an alias of a version.
  static func docs(_ ref: EntityRef, version: String, location: String) -> Route {
    Route([docs(ref).path, "-", version, PortableName.folder(location)])
  }

  /// Files beside the pages of docs; those of elsewhere in the repository stand under `-/files`.
  static func docsFile(_ tree: DocsTree, path: String, isInside: Bool) -> Route {
    Route([docs(tree).path, PortableName.path(isInside ? path : "-/files/" + path)])
  }
}
