/// What the standard library's `firstRange(of:)` does for any collection, for bytes: at a small part of its cost.
extension ArraySlice<UInt8> {
  /// Where some bytes stand for the first time; nil where they do not.
  ///
  /// - Complexity: The product of both lengths at worst, for texts that repeat the beginning of what is looked for.
  func firstRange(ofBytes wanted: some Collection<UInt8>) -> Range<Int>? {
    let wanted = Array(wanted)
    guard let lead = wanted.first else { return startIndex..<startIndex }
    return withUnsafeBufferPointer { bytes in
      var index = 0
      while index + wanted.count <= bytes.count {
        if bytes[index] == lead, wanted.indices.allSatisfy({ bytes[index + $0] == wanted[$0] }) {
          return startIndex + index..<startIndex + index + wanted.count
        }
        index += 1
      }
      return nil
    }
  }
}
