import CallboardMarkdown

/// How long a page takes to read.
enum ReadingTime {
  /// At 220 words a minute, the middle of what adults read of such texts silently, rounded up; at least 1.
  static func minutes(of document: RenderedDocument) -> Int {
    max(1, (document.wordCount + wordsPerMinute - 1) / wordsPerMinute)
  }

  private static let wordsPerMinute = 220
}
