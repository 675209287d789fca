/// Hears how far a build has come. Called from several threads at once.
package protocol BuildProgress: Sendable {
  /// A stage begins.
  ///
  /// - Parameters:
  ///   - name: What is being done, as a present participle: `Rendering pages`.
  ///   - total: How many items the stage works on; nil when that is not known yet.
  func begin(_ name: String, total: Int?)

  /// So many more items of the stage are done.
  func advance(by count: Int)

  /// The stage is over.
  func end()

  /// Something to tell at once, such as a wait for another build's lock.
  func tell(_ message: String)
}

/// Hears nothing: for tests and `--quiet`.
package struct NoProgress: BuildProgress {
  package init() {}
  package func begin(_ name: String, total: Int?) {}
  package func advance(by count: Int) {}
  package func end() {}
  package func tell(_ message: String) {}
}
