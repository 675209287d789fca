import CallboardDiagnostics

/// An image whose attributes are gathered before it is known what will stand for it.
struct FragmentImage {
  /// As written; nil when the image has no source.
  var source: String?
  var alternative = ""
  var position = SourceSpan.Position(line: 1, column: 1)
  let isAuthor: Bool

  /// The other attributes, in order; nil for one without a value.
  private(set) var attributes: [(name: StaticString, value: String?)] = []

  init(isAuthor: Bool) {
    self.isAuthor = isAuthor
  }

  mutating func add(_ name: StaticString, _ value: String? = nil) {
    if name.description == "alt" {
      alternative = value ?? ""
    } else {
      attributes.append((name, value))
    }
  }
}
