import Synchronization

/// All records in parts of consecutive documents, each part given away once.
///
/// Their words are the most that an index is made from: whoever has turned a part into postings lets go of its memory.
final class RecordParts: Sendable {
  /// More parts balance better over threads, and less is made again when a record changes; each costs 12 bytes for each of its terms.
  private static let wantedParts = 16
  /// Fewer documents are not worth a part.
  private static let minimumDocuments = 256
  /// Making a part takes some 20 kB of memory a document, on every thread.
  private static let mostWantedDocuments = 1 << 12
  /// Postings number the documents of a part with 16 bits.
  private static let maximumDocuments = 1 << 16

  /// The number of the first document of each part.
  let starts: [Int]
  private let parts: Mutex<[[IndexRecord]]>

  /// - Parameters:
  ///   - records: In the order of the documents.
  ///   - perFile: Each part but the last has a multiple of so many documents.
  init(_ records: consuming [IndexRecord], perFile: Int) {
    let count = records.count
    // A power of two, so that threads have as many each.
    var wantedCount = Self.wantedParts
    while wantedCount > 1, count < wantedCount * Self.minimumDocuments { wantedCount /= 2 }
    let wanted = (count + wantedCount - 1) / wantedCount
    // Rounded up, lest a last part of a few documents be left.
    let whole = (min(wanted, Self.mostWantedDocuments) + perFile - 1) / perFile * perFile
    starts = Array(stride(from: 0, to: count, by: max(min(perFile, Self.maximumDocuments), whole)))
    let ends = starts.dropFirst() + [count]
    parts = Mutex(zip(starts, ends).map { Array(records[$0..<$1]) })
  }

  var count: Int { starts.count }

  /// The part of an index below ``count``; empty when it has been taken before.
  func take(_ index: Int) -> [IndexRecord] {
    parts.withLock { parts in
      defer { parts[index] = [] }
      return parts[index]
    }
  }
}
