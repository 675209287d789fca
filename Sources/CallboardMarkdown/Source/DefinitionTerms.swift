/// Parts a term from the definition above it, which CommonMark would go on with it, and makes an empty term of a
/// comment that stands in the place of one.
///
/// - Complexity: linear in the text.
struct DefinitionTerms {
  /// The lines between two definitions that stand where terms do, rising.
  private var terms: [Int] = []
  /// The comments that definitions follow, rising.
  private var comments: [Int] = []

  static func apply(to source: inout MarkdownSource) {
    guard source.contains("\n: ") || source.contains("\n:\t") else { return }
    let found = find(in: source)
    guard !found.terms.isEmpty || !found.comments.isEmpty else { return }
    var rewrite = LineRewrite(capacity: source.body.count + found.terms.count)
    var (terms, comments) = (found.terms[...], found.comments[...])
    source.forEachLine { line, number in
      if terms.first == number {
        rewrite.separate(at: number)
        terms = terms.dropFirst()
      }
      if comments.first == number {
        rewrite.append(Array(emptyTerm.utf8) + line, from: number, shift: emptyTerm.utf8.count)
        comments = comments.dropFirst()
      } else {
        rewrite.append(line, from: number)
      }
    }
    rewrite.replaceText(of: &source)
  }

  /// A space without width, which begins a paragraph.
  private static let emptyTerm = "\u{200B}"

  private static func find(in source: MarkdownSource) -> DefinitionTerms {
    var found = DefinitionTerms()
    var fence = FenceTracker()
    var isInDefinition = false
    /// A line that is a term if a definition follows.
    var candidate: Int?
    /// A comment that is one if a definition follows, also behind blank lines.
    var comment: Int?
    source.forEachLine { bytes, number in
      let line = SourceLine(bytes)
      if line.kind == .blank {
        (isInDefinition, candidate) = (false, nil)
        return
      }
      if fence.isCode(line, bytes) {
        (isInDefinition, candidate, comment) = (false, nil, nil)
        return
      }
      if line.indent < 4, isDefinition(bytes[line.indentBytes...]) {
        if let candidate { found.terms.append(candidate) }
        if let comment { found.comments.append(comment) }
        (isInDefinition, candidate, comment) = (true, nil, nil)
        return
      }
      comment = line.indent < 4 && isComment(bytes[line.indentBytes...]) ? number : nil
      if isInDefinition, line.indent < 2 {
        candidate = candidate == nil ? number : nil
        isInDefinition = candidate != nil
      }
    }
    return found
  }

  private static func isDefinition(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    line.first == UInt8(ascii: ":") && line.dropFirst().first.map(isBlankByte) == true
  }

  /// Whether a line is comments and nothing else.
  private static func isComment(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard line.starts(with: "<!--".utf8), let end = line.lastIndex(where: { !isBlankByte($0) })
    else { return false }
    return line[...end].suffix(3).elementsEqual("-->".utf8)
  }
}
