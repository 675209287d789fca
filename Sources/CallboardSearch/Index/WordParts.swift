import Synchronization

/// The words of all records in parts of consecutive documents, each part given away once.
///
/// They are the most that an index is made from: whoever has turned a part into postings lets go of its memory.
final class WordParts: Sendable {
  /// The words of consecutive documents.
  struct Part: Sendable {
    /// The number of the first document.
    var start: Int
    var words: [RecordWords]
  }

  /// More parts balance better over threads; each costs 8 bytes a term.
  private static let maximumParts = 16
  /// Fewer documents are not worth a part.
  private static let minimumDocuments = 256

  let count: Int
  private let parts: Mutex<[Part]>

  /// Takes the words out of the tokens, which are in the order of the documents.
  init(takenFrom tokens: inout [RecordTokens]) {
    let perPart = max(
      Self.minimumDocuments,
      (tokens.count + Self.maximumParts - 1) / Self.maximumParts
    )
    var parts: [Part] = []
    for start in stride(from: 0, to: tokens.count, by: perPart) {
      let range = start..<min(tokens.count, start + perPart)
      parts.append(Part(start: start, words: range.map { tokens[$0].takeWords() }))
    }
    count = parts.count
    self.parts = Mutex(parts)
  }

  /// The part of an index below ``count``; without words when it has been taken before.
  func take(_ index: Int) -> Part {
    parts.withLock { parts in
      defer { parts[index].words = [] }
      return parts[index]
    }
  }
}
