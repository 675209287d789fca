/// The rules of git-check-ref-format(1) for the names of branches and tags.
enum GitReferenceName {
  /// Whether a name is one that git accepts, and none that could be taken for an option, a range,
  /// a path outside or a refspec.
  static func isValid(_ name: String) -> Bool {
    // Bytes are looked at, because a combining mark would hide the character in front of it.
    let bytes = Array(name.utf8)
    guard !bytes.isEmpty, bytes.count <= 1_024, bytes.first != UInt8(ascii: "-") else {
      return false
    }
    guard bytes.last != UInt8(ascii: "."), name != "@" else { return false }
    guard bytes.allSatisfy({ $0 > 0x20 && $0 != 0x7F && !"~^:?*[\\".utf8.contains($0) }) else {
      return false
    }
    for (first, second) in zip(bytes, bytes.dropFirst()) {
      if first == UInt8(ascii: "."), second == UInt8(ascii: ".") { return false }
      if first == UInt8(ascii: "@"), second == UInt8(ascii: "{") { return false }
    }
    return bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy {
      !$0.isEmpty && $0.first != UInt8(ascii: ".") && !$0.suffix(5).elementsEqual(".lock".utf8)
    }
  }
}
