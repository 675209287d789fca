package import CallboardSite

/// Receives the finished site, one file at a time.
///
/// May be called from several threads at once and in any order. A writer never decides what a file
/// is called, and never holds the whole site in memory unless it says so.
package protocol SiteWriter: Sendable {
  /// Takes one file. The same file twice counts once.
  ///
  /// - Throws: ``EmitError``, also when another file has the same path and other bytes, or a path
  ///   that makes a folder of this one. After an error the writer is of no more use.
  ///
  /// - Returns: The hash of its bytes.
  @discardableResult
  func write(_ file: OutputFile) throws(EmitError) -> ContentHash

  /// Takes a file that an earlier build has written, if it is certain that it is still there.
  ///
  /// - Returns: Whether it is taken; if not, it has to be written.
  func keep(_ path: String, hash: ContentHash) throws(EmitError) -> Bool

  /// Takes all files that an earlier build has written, if it is certain that they are still there, with these in place of
  /// those of the same paths.
  ///
  /// - Returns: Whether they are taken; if not, all have to be written. Nothing may have been written before.
  func keepAll(replacing files: [OutputFile]) throws(EmitError) -> Bool

  /// Ends the site: what an earlier build wrote and this one did not is gone.
  ///
  /// Called once, after the last ``write(_:)`` has returned.
  func finish() throws(EmitError) -> EmitSummary
}

extension SiteWriter {
  /// Nothing is kept from one build to the next.
  package func keep(_ path: String, hash: ContentHash) throws(EmitError) -> Bool { false }

  /// Nothing is kept from one build to the next.
  package func keepAll(replacing files: [OutputFile]) throws(EmitError) -> Bool { false }
}

/// What writing a site came to.
package struct EmitSummary: Hashable, Sendable {
  /// Files that are new or differ from what the earlier build left.
  package var written = 0
  package var unchanged = 0
  /// Files that an earlier build had left, or somebody had put there, and this site does not have.
  package var removed = 0
  /// The size of the files written.
  package var bytesWritten = 0

  /// Whether visitors went from the old site to the new one at a single instant. False when nothing
  /// changed, and when ``note`` says why it could not be so.
  package var exchanged = false

  /// Something the operator should know, as a sentence.
  package var note: String?

  package init() {}
}
