/// Words too common to tell pages apart.
enum StopWords {
  /// No stop word stands before a word of a name.
  static let noLead: UInt8 = 0

  /// How the names of the index note the stop word before a word: one more than its number in the entry's list.
  static func lead(_ number: Int) -> UInt8 { UInt8(clamping: number + 1) }

  /// In the order of the entry file. A change is a change of the index format's version.
  static func list(_ language: SearchOptions.Language) -> [String] {
    switch language {
    case .english: english
    case .none: []
    }
  }

  private static let english = [
    "a", "an", "and", "are", "as", "at", "be", "but", "by", "can", "for", "from", "has", "have",
    "how", "if", "in", "into", "is", "it", "its", "not", "of", "on", "or", "so", "such", "that",
    "the", "their", "then", "there", "these", "they", "this", "to", "was", "we", "when", "which",
    "will", "with", "you", "your",
  ]
}
