/// Parts a term from the definition above it, which CommonMark would go on with it.
///
/// - Complexity: linear in the text.
enum DefinitionTerms {
  static func apply(to source: inout MarkdownSource) {
    guard source.contains("\n: ") || source.contains("\n:\t") else { return }
    let terms = find(in: source)
    guard !terms.isEmpty else { return }
    var rewrite = LineRewrite(capacity: source.body.count + terms.count)
    var pending = terms[...]
    source.forEachLine { line, number in
      if pending.first == number {
        rewrite.separate(at: number)
        pending = pending.dropFirst()
      }
      rewrite.append(line, from: number)
    }
    rewrite.replaceText(of: &source)
  }

  /// The lines between two definitions that stand where terms do.
  private static func find(in source: MarkdownSource) -> [Int] {
    var terms: [Int] = []
    var fence = FenceTracker()
    var isInDefinition = false
    /// A line that is a term if a definition follows.
    var candidate: Int?
    source.forEachLine { bytes, number in
      let line = SourceLine(bytes)
      if fence.isCode(line, bytes) || line.kind == .blank {
        (isInDefinition, candidate) = (false, nil)
        return
      }
      let rest = bytes[line.indentBytes...]
      let isDefinition =
        line.indent < 4 && rest.first == UInt8(ascii: ":")
        && rest.dropFirst().first.map(isBlankByte) == true
      if isDefinition {
        if let candidate { terms.append(candidate) }
        (isInDefinition, candidate) = (true, nil)
      } else if isInDefinition, line.indent < 2 {
        candidate = candidate == nil ? number : nil
        isInDefinition = candidate != nil
      }
    }
    return terms
  }
}
