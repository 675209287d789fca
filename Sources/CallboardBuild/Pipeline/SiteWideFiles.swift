import CallboardDiagnostics
import CallboardSite
import Synchronization

/// Writes files that are made of the whole site, such as the sitemap, or keeps them when nothing that they are made of has
/// changed.
struct SiteWideFiles: Sendable {
  /// What earlier builds have made; nil to make everything.
  let known: CompositionCache?
  let writer: any SiteWriter

  /// - Parameters:
  ///   - group: The name of files that are made together.
  ///   - found: The findings that they are made of.
  ///   - make: Makes all of them, of the model, the theme and these findings alone.
  /// - Returns: How many were made.
  func write(
    _ group: String,
    of found: [Diagnostic] = [],
    _ make: (any SiteWriter) throws -> Void
  ) throws -> Int {
    guard let known else {
      let listing = ListingSiteWriter(writer)
      try make(listing)
      return listing.files.count
    }
    let key = known.key(ofFiles: group, found: found)
    if let earlier = known.lookup(key), try keep(earlier.files) { return 0 }
    let listing = ListingSiteWriter(writer)
    try make(listing)
    var made = KnownComposition()
    made.files = listing.files
    known.keep(made, key: key)
    return made.files.count
  }

  private func keep(_ files: [KnownComposition.File]) throws -> Bool {
    for file in files where try !writer.keep(file.path, hash: file.hash) { return false }
    return true
  }
}

/// Notes what is written, and hands it on.
final class ListingSiteWriter: SiteWriter {
  private let writer: any SiteWriter
  private let listed = Mutex<[KnownComposition.File]>([])

  init(_ writer: any SiteWriter) {
    self.writer = writer
  }

  /// In no order.
  var files: [KnownComposition.File] { listed.withLock { $0 } }

  func write(_ file: OutputFile) throws(EmitError) -> ContentHash {
    let hash = try writer.write(file)
    listed.withLock { $0.append(KnownComposition.File(path: file.path, hash: hash)) }
    return hash
  }

  func finish() throws(EmitError) -> EmitSummary { try writer.finish() }
}
