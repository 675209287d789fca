/// One file of an index, made when somebody wants it.
package struct IndexFile: Sendable {
  /// Relative to the index's folder.
  package let path: String
  /// Tells all that the file is made from; nil where making it costs no more than to tell that.
  package let key: SIMD2<UInt64>?
  /// Its bytes.
  package let make: @Sendable () -> [UInt8]

  init(path: String, key: SIMD2<UInt64>, make: @escaping @Sendable () -> [UInt8]) {
    self.path = path
    self.key = key
    self.make = make
  }

  init(path: String, bytes: [UInt8]) {
    self.path = path
    key = nil
    make = { bytes }
  }
}

/// All files of an index but for the texts.
package struct IndexFiles: Sendable {
  /// All but the entry, sorted by path.
  package let files: [IndexFile]
  private let textHashes: [UInt64]
  private let entry: @Sendable (_ build: String) -> SearchFile

  init(
    _ files: [IndexFile],
    textHashes: [UInt64],
    entry: @escaping @Sendable (_ build: String) -> SearchFile
  ) {
    self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    self.textHashes = textHashes
    self.entry = entry
  }

  /// The file `entry.json`, which says which build this is: another one when any file or text is another one. Clients add
  /// that to the address of each file, so that a cache never mixes two builds. No defence against anyone: FNV-1a.
  ///
  /// - Parameter digests: Of the bytes of each of ``files``.
  package func entry(digests: [SIMD2<UInt64>]) -> SearchFile {
    var state: UInt64 = 0xCBF2_9CE4_8422_2325
    for word in digests.flatMap({ [$0.x, $0.y] }) + textHashes {
      state = (state ^ word) &* 0x100_0000_01B3
      state ^= state >> 32
    }
    return entry(String(state, radix: 36))
  }
}
