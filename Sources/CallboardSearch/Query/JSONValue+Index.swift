import CallboardJSON

/// Values of the index's files; one of the wrong type counts as absent.
extension JSONValue {
  /// nil when `bytes` are no JSON, or nest deeper than the index ever does.
  init?(indexFile bytes: [UInt8]) {
    guard let value = try? JSONReader(maximumDepth: 8).read(bytes) else { return nil }
    self = value
  }

  /// A string; empty for anything else.
  var text: String { string ?? "" }

  /// The UTF-8 of a string; empty for anything else.
  var utf8: [UInt8] { string.map { Array($0.utf8) } ?? [] }

  /// A whole number from 0 on; 0 for anything else.
  var count: Int { max(0, integer ?? 0) }

  /// The elements of an array; empty for anything else.
  var elements: [JSONValue] { array ?? [] }
}
