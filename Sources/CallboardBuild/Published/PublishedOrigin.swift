package import CallboardCatalog
package import CallboardDiagnostics
import CallboardJSON

/// An entity of a published portal and where it was read.
package struct PublishedOrigin: Hashable, Sendable {
  package var ref: EntityRef
  package var file: SourcePath
}

extension SourcePath {
  /// One of `files` of a page of references; nil when it has no repository and path.
  init?(published json: JSONValue) {
    guard let repository = json["repository"]?.string, let path = json["path"]?.string else {
      return nil
    }
    self.init(repository: repository, path: path)
  }
}
