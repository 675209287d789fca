/// Gives the files of a published portal, wherever it is.
///
/// One source is read from several threads at once.
package protocol PublishedSource: Sendable {
  /// As a person named it, for messages.
  var name: String { get }

  /// The whole of a file; nil when there is none.
  ///
  /// - Parameters:
  ///   - path: Relative, with `/` between its parts, none of which is `.` or `..`.
  ///   - limit: In bytes. A longer file is ``PublishedCatalogError/Reason/tooLarge(limit:)``.
  func read(_ path: String, limit: Int) throws(PublishedCatalogError) -> [UInt8]?
}

/// A portal's output folder, or the folder of its JSON alone.
package struct FolderSource: PublishedSource {
  /// Absolute, or relative to the current folder.
  package let name: String

  package init(_ path: String) {
    name = path
  }

  /// A file below the folder.
  package func read(_ path: String, limit: Int) throws(PublishedCatalogError) -> [UInt8]? {
    let outcome = Result { () throws(SystemFailure) -> [UInt8]? in
      let file = try OpenFile("\(name)/\(path)", path: "\(name)/\(path)")
      let size = Int(clamping: try file.status().stamp.size)
      return size <= limit ? try file.read(size, at: 0) : nil
    }
    switch outcome {
    case .success(let bytes?): return bytes
    case .success(nil):
      throw PublishedCatalogError(.tooLarge(limit: limit), file: path, place: name)
    case .failure(let failure) where failure.isAbsence: return nil
    case .failure(let failure):
      throw PublishedCatalogError(.unreadable("\(failure)"), file: path, place: name)
    }
  }
}
