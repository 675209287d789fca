package import CallboardDiagnostics

/// The entries of a mapping in the author's order; keys are unique.
package struct YAMLMapping: Sendable {
  /// A key with its value.
  package struct Entry: Sendable {
    /// The key as text: numbers and collections are written as JavaScript does.
    package let key: String
    private let keyExtent: YAMLExtent
    package var value: YAMLNode

    package init(key: String, keyRange: Range<SourceSpan.Position>, value: YAMLNode) {
      self.init(key: key, keyExtent: YAMLExtent(keyRange), value: value)
    }

    init(key: String, keyExtent: YAMLExtent, value: YAMLNode) {
      self.key = key
      self.keyExtent = keyExtent
      self.value = value
    }

    package var keyRange: Range<SourceSpan.Position> { keyExtent.range }

    /// The key's place in the file that it was read from.
    package func keySpan(in file: SourcePath) -> SourceSpan {
      SourceSpan(file: file, range: keyRange)
    }
  }

  /// From this many entries on a lookup is hashed; below, comparing a few short keys is faster
  /// and an index would double the memory.
  static let indexThreshold = 16

  package let entries: [Entry]
  private let index: [String: Int]?

  /// Of entries with the same key the first is found by its key.
  package init(_ entries: [Entry]) {
    self.entries = entries
    self.index =
      entries.count < Self.indexThreshold
      ? nil
      : Dictionary(
        entries.enumerated().map { ($0.element.key, $0.offset) },
        uniquingKeysWith: { first, _ in first }
      )
  }

  /// Takes the index that the reader kept to find duplicates, rather than building it again.
  init(_ entries: [Entry], index: [String: Int]?) {
    self.entries = entries
    self.index = index
  }

  /// The value of a key, or nil.
  package subscript(key: String) -> YAMLNode? { entry(for: key)?.value }

  /// The entry of a key, for the key's own place.
  ///
  /// - Complexity: O(1) for large mappings, a scan for those of fewer than 16 entries.
  package func entry(for key: String) -> Entry? {
    if let index { return index[key].map { entries[$0] } }
    return entries.first { $0.key == key }
  }
}
