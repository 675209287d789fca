/// Reads JSON as RFC 8259 defines it, from UTF-8 bytes.
///
/// Strict: no byte order mark, comments, trailing commas, `NaN` or lone surrogates. A member name
/// that occurs twice is no error (section 4 leaves it open); ``JSONObject`` says which one counts.
package struct JSONReader: Sendable {
  /// Arrays and objects within each other. Reading recurses as deep as this.
  package var maximumDepth: Int
  /// In bytes.
  package var maximumSize: Int

  package init(maximumDepth: Int = 128, maximumSize: Int = 256 << 20) {
    self.maximumDepth = maximumDepth
    self.maximumSize = maximumSize
  }

  /// The one value that `bytes` hold.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  package func read(_ bytes: [UInt8]) throws(JSONError) -> JSONValue {
    let outcome = bytes.withUnsafeBufferPointer { buffer in
      Result { () throws(JSONError) in try read(buffer) }
    }
    return try outcome.get()
  }

  /// The one value that `bytes` hold, such as one line of an NDJSON file.
  package func read(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONError) -> JSONValue {
    guard bytes.count <= maximumSize else {
      throw JSONError(.tooLarge(limit: maximumSize), at: maximumSize, in: bytes)
    }
    var parser = JSONParser(bytes: bytes, maximumDepth: maximumDepth)
    let value = try parser.value(depth: 0)
    parser.skipBlanks()
    guard parser.index == bytes.count else { throw parser.error(.trailingData) }
    return value
  }
}
