package import CallboardBuild
import CallboardDiagnostics

/// The published portal behind the preview of one repository: it has the pages of all others.
package enum PreviewPortal: Sendable {
  /// A built portal's folder.
  case folder(FolderSource)
  /// The address of its root, with a slash at its end.
  case address(String)

  /// What the portal has at a path.
  enum Found: Equatable {
    /// The bytes and the file's name.
    case file([UInt8], name: String)
    /// A folder with a page, which was asked for without a slash at its end.
    case folder
    /// It is on the web.
    case elsewhere(String)
  }

  /// - Parameter place: A folder or a web address, as a person named it.
  package init(place: String) {
    guard WebSource.isAddress(place) else {
      self = .folder(FolderSource(place))
      return
    }
    self = .address(place.hasSuffix("/") ? place : place + "/")
  }

  /// - Parameter path: Below the site's root, decoded and without `..`.
  func look(up path: String) -> Found? {
    switch self {
    case .address(let root):
      return .elsewhere(root + PercentCode.path(path))
    case .folder(let folder):
      let file = path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
      if let bytes = read(file, of: folder) { return .file(bytes, name: file) }
      return read("\(path)/index.html", of: folder) == nil ? nil : .folder
    }
  }

  /// No file of a portal that a browser shows is larger.
  private static let limit = 256 << 20

  /// A file that cannot be read is one that the portal does not have: the reader sees that the page is missing.
  private func read(_ file: String, of folder: FolderSource) -> [UInt8]? {
    (try? folder.read(file, limit: Self.limit)).flatMap { $0 }
  }
}
