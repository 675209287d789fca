import CallboardDiagnostics

/// Reads a CODEOWNERS file line by line.
struct CodeOwnersReader {
  private(set) var rules: [CodeOwnersFile.Rule] = []

  private let file: SourcePath
  /// Owners of the lines of a GitLab section that name none.
  private var sectionOwners: [CodeOwner] = []
  /// The first member of each group that a Bitbucket file defines, by the group's name.
  private var groups: [String: String] = [:]

  /// A run of characters between blanks.
  private struct Word {
    /// Without quotes and without the backslash before an escaped character.
    var text: String
    /// In bytes, from 1.
    var column: Int
    var length: Int
  }

  init(file: SourcePath) {
    self.file = file
  }

  /// Reads one line, counted from 1.
  mutating func read(_ line: ArraySlice<UInt8>, number: Int) {
    if beginsSection(line) { return readSection(line, number: number) }
    var words = Self.words(of: line)
    guard let first = words.first else { return }
    words.removeFirst()
    if first.text.hasPrefix("@@@") {
      groups[String(first.text.dropFirst(3))] = words.first?.text
      return
    }
    let isExclusion = first.text.hasPrefix("!")
    let named = owners(words, number: number)
    rules.append(
      CodeOwnersFile.Rule(
        pattern: String(isExclusion ? first.text.dropFirst() : first.text[...]),
        isExclusion: isExclusion,
        // A line without any owner takes the section's; one whose owners are all roles has none.
        owners: words.isEmpty ? sectionOwners : named
      )
    )
  }

  /// Whether a line is the head of a GitLab section: `[Name]`, `^[Name]`.
  private func beginsSection(_ line: ArraySlice<UInt8>) -> Bool {
    let text = line.drop { $0 == 0x20 || $0 == 0x09 }
    return text.starts(with: "[".utf8) || text.starts(with: "^[".utf8)
  }

  /// `^[Name][2] @owner`: all behind the last bracket are owners.
  private mutating func readSection(_ line: ArraySlice<UInt8>, number: Int) {
    guard let end = line.lastIndex(of: UInt8(ascii: "]")) else { return }
    let blanks = [UInt8](repeating: 0x20, count: end - line.startIndex + 1)
    sectionOwners = owners(Self.words(of: blanks + line[(end + 1)...]), number: number)
  }

  private func owners(_ words: [Word], number: Int) -> [CodeOwner] {
    words.compactMap { word in
      var text = word.text
      if text.hasPrefix("@@"), let member = groups[String(text.dropFirst(2))] { text = member }
      guard let owner = CodeOwner.reference(text) else { return nil }
      let start = SourceSpan.Position(line: number, column: word.column)
      let end = SourceSpan.Position(line: number, column: word.column + word.length)
      return CodeOwner(owner: owner, span: SourceSpan(file: file, range: start..<end))
    }
  }

  /// The words of a line up to a comment. A backslash keeps a blank or a `#` in a word.
  private static func words(of line: some Sequence<UInt8>) -> [Word] {
    var words: [Word] = []
    var bytes: [UInt8] = []
    var column = 0
    var start = 0
    var isEscaped = false
    func finish() {
      if start > 0 {
        words.append(
          Word(text: String(decoding: bytes, as: UTF8.self), column: start, length: column - start)
        )
      }
      bytes = []
      start = 0
    }
    for byte in line {
      column += 1
      let isBlank = byte == 0x20 || byte == 0x09 || byte == 0x0D
      if !isEscaped, isBlank {
        finish()
        continue
      }
      if !isEscaped, byte == UInt8(ascii: "#"), start == 0 { break }
      if start == 0 { start = column }
      if !isEscaped, byte == UInt8(ascii: "\\") {
        isEscaped = true
        continue
      }
      // Only blanks and signs of comments lose their escape; the pattern keeps the others.
      if isEscaped, !isBlank, byte != UInt8(ascii: "#") { bytes.append(UInt8(ascii: "\\")) }
      isEscaped = false
      bytes.append(byte)
    }
    column += 1
    finish()
    return words
  }
}
