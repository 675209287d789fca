extension ContentHash {
  /// Hashes several labelled parts into one, such as the key of a cache entry.
  ///
  /// Every part enters with its label, its length and its own hash, so that neither moving bytes
  /// from one part to the next nor swapping two parts leaves the result as it was. The order of
  /// the parts matters.
  package struct Combiner: Sendable {
    private var frames: [UInt8] = []

    package init() {
      // Room for what most keys have, so that the frames do not grow to it step by step.
      frames.reserveCapacity(512)
    }

    /// A part given by its bytes.
    package mutating func combine(_ label: String, _ bytes: [UInt8]) {
      combine(label, ContentHash(of: bytes), count: bytes.count)
    }

    /// The same as combining the text's UTF-8 bytes.
    package mutating func combine(_ label: String, _ text: String) {
      combine(label, ContentHash(of: text), count: text.utf8.count)
    }

    /// A part that is a number, such as a version or a limit.
    package mutating func combine(_ label: String, _ number: Int) {
      combine(label, ContentHash(high: 0, low: UInt64(bitPattern: Int64(number))), count: 8)
    }

    /// A part that was hashed before. Not the same as combining the bytes that it is the hash of.
    package mutating func combine(_ label: String, _ hash: ContentHash) {
      combine(label, hash, count: -1)
    }

    /// The hash of everything combined so far; more parts may follow.
    package func finalize() -> ContentHash {
      ContentHash(of: frames)
    }

    private mutating func combine(_ label: String, _ hash: ContentHash, count: Int) {
      frames.appendLittleEndian(UInt64(label.utf8.count))
      frames.append(contentsOf: label.utf8)
      frames.appendLittleEndian(UInt64(bitPattern: Int64(count)))
      frames.append(hash)
    }
  }
}
