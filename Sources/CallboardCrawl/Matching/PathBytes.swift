import Glibc

/// Paths are compared by their bytes: to `String`, two spellings of "é" are equal, but a file
/// system may hold a file under each of them.
extension String {
  /// Calls `body` with the UTF-8 bytes of the text, without copying a native string.
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    return Array(utf8).withUnsafeBufferPointer(body)
  }

  /// Whether both texts are the same bytes.
  package func hasSameBytes(as other: String) -> Bool {
    withBytes { left in
      other.withBytes { right in
        left.count == right.count && left.elementsEqual(right)
      }
    }
  }

  /// Whether the text stands before `other` in the order of bytes.
  package func precedesInBytes(_ other: String) -> Bool {
    withBytes { left in
      other.withBytes { right in
        let common = min(left.count, right.count)
        guard common > 0, let first = left.baseAddress, let second = right.baseAddress else {
          return left.count < right.count
        }
        let order = memcmp(first, second, common)
        return order == 0 ? left.count < right.count : order < 0
      }
    }
  }
}
