/// One file of an index, made when somebody wants it.
package struct IndexFile: Sendable {
  /// Relative to the index's folder.
  package let path: String
  private let read: @Sendable () -> Opened

  /// What one file is made from, held until it is made or let go of.
  package struct Opened {
    /// Tells all that the file is made from; nil where making it costs no more than to tell that.
    package let key: SIMD2<UInt64>?
    /// Its bytes.
    package let make: () -> [UInt8]
  }

  /// - Parameter read: Reads what the file is made from, which is not held before.
  init(path: String, read: @escaping @Sendable () -> Opened) {
    self.path = path
    self.read = read
  }

  init(path: String, make: @escaping @Sendable () -> [UInt8]) {
    self.init(path: path) { Opened(key: nil, make: make) }
  }

  init(path: String, bytes: [UInt8]) {
    self.init(path: path, make: { bytes })
  }

  /// Reads what the file is made from: once for its key and for its bytes.
  package func open() -> Opened { read() }
}

/// All files of an index but for the texts.
package struct IndexFiles: Sendable {
  /// All but the entry, sorted by path.
  package let files: [IndexFile]
  private let textHashes: [UInt64]
  private let entry: @Sendable (_ build: String) -> SearchFile
  private let outline: IndexOutline

  init(
    _ files: [IndexFile],
    textHashes: [UInt64],
    outline: IndexOutline,
    entry: @escaping @Sendable (_ build: String) -> SearchFile
  ) {
    self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    self.textHashes = textHashes
    self.outline = outline
    self.entry = entry
  }

  /// What an ``IndexRevision`` begins with.
  package func encodedOutline() -> [UInt8] { outline.encoded() }

  /// The file `entry.json`, which says which build this is: another one when any file or text is another one. Clients add
  /// that to the address of each file, so that a cache never mixes two builds. No defence against anyone: FNV-1a.
  ///
  /// - Parameter digests: Of the bytes of each of ``files``.
  package func entry(digests: [SIMD2<UInt64>]) -> SearchFile {
    entry(Self.build(digests: digests, textHashes: textHashes))
  }

  /// - Parameter textHashes: Of all documents, in order.
  static func build(digests: [SIMD2<UInt64>], textHashes: [UInt64]) -> String {
    var state: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ word: UInt64) {
      state = (state ^ word) &* 0x100_0000_01B3
      state ^= state >> 32
    }
    for digest in digests {
      add(digest.x)
      add(digest.y)
    }
    for hash in textHashes { add(hash) }
    return String(state, radix: 36)
  }
}
