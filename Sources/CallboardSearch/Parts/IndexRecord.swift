import Glibc

/// Hashes bytes; the same function for all that is compared.
package typealias IndexDigest = @Sendable (UnsafeRawBufferPointer) -> SIMD2<UInt64>

/// The words of one record as an index takes them: encoded, so that only those are read which something is made of.
package struct IndexRecord: Sendable {
  /// What the documents of an index are ordered by.
  package let url: String
  let lengths: RecordTokens.Lengths
  /// As ``RecordTokens/textHash``.
  let textHash: UInt64
  /// Of ``encoded``.
  let digest: SIMD2<UInt64>
  /// As ``RecordTokens/encoded()`` gives them.
  package let encoded: [UInt8]

  /// Whether the record stands before another, in the order of the bytes of their URLs.
  func precedes(_ other: IndexRecord) -> Bool {
    let order = url.utf8.withContiguousStorageIfAvailable { left in
      other.url.utf8.withContiguousStorageIfAvailable { right -> Bool in
        guard let first = left.baseAddress, let second = right.baseAddress else {
          return left.count < right.count
        }
        let order = memcmp(first, second, min(left.count, right.count))
        return order == 0 ? left.count < right.count : order < 0
      }
    }
    return (order ?? nil) ?? url.utf8.lexicographicallyPrecedes(other.url.utf8)
  }

  package init(_ tokens: RecordTokens, digest: IndexDigest) {
    url = tokens.document.url
    lengths = tokens.lengths
    textHash = tokens.textHash
    encoded = tokens.encoded()
    self.digest = encoded.withUnsafeBytes { digest($0) }
  }

  /// Takes what ``RecordTokens/encoded()`` gave; nil for bytes that end before the words. The caller has checked that
  /// nobody has changed them.
  package init?(encoded: [UInt8], digest: IndexDigest) {
    let head = encoded.withUnsafeBufferPointer { buffer in
      var reader = NumberReader(bytes: buffer, offset: 0)
      return reader.head()
    }
    guard let head else { return nil }
    url = head.url
    lengths = head.lengths
    textHash = head.textHash
    self.encoded = encoded
    self.digest = encoded.withUnsafeBytes { digest($0) }
  }
}

/// Keeps the parts of an index from one build to the next. From any thread.
///
/// What comes back is what was kept under the key, or nothing.
package protocol IndexStore: Sendable {
  func lookUp(_ key: SIMD2<UInt64>) -> [UInt8]?
  func keep(_ bytes: [UInt8], key: SIMD2<UInt64>)
}
