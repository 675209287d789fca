/// A file of the search index.
package struct SearchFile: Sendable, Equatable {
  /// Relative to the index's folder, such as `entry.json` or `t/12.json`.
  package let path: String
  /// JSON in UTF-8.
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
