import CallboardBytes

/// Closes what MkDocs lets authors leave open between a link's text and its label: `[text] [label]`, also with the
/// label on the next line. And gives `[label][^1]`, a link that a footnote follows, the brackets without which
/// CommonMark looks for a link called `^1`.
///
/// An abbreviation whose word is a label as well, `*[TOC]: Table of contents`, is kept from becoming a link.
///
/// Only labels that the page defines count, so no other brackets are touched.
///
/// - Complexity: linear in the text.
struct LooseReferences {
  private var labels: Set<[UInt8]> = []
  private var fence = FenceTracker()
  private var rewrite: LineRewrite
  private var hasChanges = false
  /// A line that may go on with a label on the next one, without its line feed.
  private var held: (text: [UInt8], number: Int)?

  static func apply(to source: inout MarkdownSource) {
    guard source.contains("]:"),
      source.contains("] [") || source.contains("]\n") || source.contains("][^")
        || source.contains("*[")
    else { return }
    var pass = LooseReferences(rewrite: LineRewrite(capacity: source.body.count + 64))
    source.forEachLine { line, _ in pass.define(line) }
    guard !pass.labels.isEmpty else { return }
    source.forEachLine { pass.read($0, number: $1) }
    pass.release()
    if pass.hasChanges { pass.rewrite.replaceText(of: &source) }
  }

  private init(rewrite: LineRewrite) {
    self.rewrite = rewrite
  }

  private mutating func define(_ line: UnsafeBufferPointer<UInt8>) {
    guard let start = line.firstIndex(where: { !isBlankByte($0) }),
      let label = ReferenceLine.label(line, at: start, mayGoOn: true)
    else { return }
    labels.insert(Self.normalized(line[label]))
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, number: Int) {
    let line = SourceLine(bytes)
    if fence.isCode(line, bytes) || line.kind == .blank {
      release()
      rewrite.append(bytes, from: number)
      return
    }
    if let open = held {
      held = nil
      if let label = label(bytes, at: line.indentBytes),
        labels.contains(Self.normalized(bytes[label]))
      {
        hasChanges = true
        close(open.text + bytes[line.indentBytes...], number: open.number)
        return
      }
      rewrite.append(open.text + "\n".utf8, from: open.number)
    }
    if line.indent < 4, bytes[line.indentBytes...].starts(with: "*[".utf8),
      let label = ReferenceLine.label(bytes, at: line.indentBytes + 1, isText: true),
      labels.contains(Self.normalized(bytes[label]))
    {
      hasChanges = true
      var text = Array(bytes)
      text.insert(UInt8(ascii: "\\"), at: label.lowerBound - 1)
      rewrite.append(text, from: number)
      return
    }
    close(Array(bytes), number: number)
  }

  /// Adds a line with its references closed, or holds it back when the next may belong to it.
  private mutating func close(_ line: [UInt8], number: Int) {
    let closed = line.withUnsafeBufferPointer { withClosedReferences($0) } ?? line
    let end = closed.lastIndex { !isBlankByte($0) }
    let mayGoOn = end.map { end in
      closed[end] == UInt8(ascii: "]")
        && closed.withUnsafeBufferPointer { openingBracket($0, of: end) } != nil
    }
    if let end, mayGoOn == true, closed.last == UInt8(ascii: "\n") {
      held = (Array(closed[...end]), number)
    } else {
      rewrite.append(closed, from: number)
    }
  }

  private mutating func release() {
    guard let open = held else { return }
    held = nil
    rewrite.append(open.text + "\n".utf8, from: open.number)
  }

  /// A line with what was missing; nil when nothing was.
  private mutating func withClosedReferences(_ line: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var output: [UInt8] = []
    var copied = 0
    var index = 0
    var spans: [Range<Int>]?
    while let bracket = line.firstIndex(of: UInt8(ascii: "]"), in: index..<line.count) {
      index = bracket + 1
      let hasFootnote = line[index...].starts(with: "[^".utf8)
      guard hasFootnote || line[index...].starts(with: " [".utf8),
        let open = openingBracket(line, of: bracket)
      else { continue }
      let code = spans ?? TablePipes.codeSpans(in: line[...])
      spans = code
      if code.contains(where: { $0.contains(bracket) }) { continue }
      if hasFootnote {
        guard labels.contains(Self.normalized(line[(open + 1)..<bracket])) else { continue }
        output += line[copied..<index]
        output += "[]".utf8
        copied = index
      } else if let label = label(line, at: index + 1),
        labels.contains(Self.normalized(line[label])),
        !labels.contains(Self.normalized(line[(open + 1)..<bracket]))
      {
        output += line[copied..<index]
        copied = index + 1
      }
    }
    guard copied > 0 else { return nil }
    hasChanges = true
    return output + line[copied...]
  }

  /// What stands between the brackets of a label that nothing else follows that would make a link of it.
  private func label(_ line: UnsafeBufferPointer<UInt8>, at start: Int) -> Range<Int>? {
    guard start < line.count, line[start] == UInt8(ascii: "["),
      let close = line.firstIndex(of: UInt8(ascii: "]"), in: (start + 1)..<line.count),
      close > start + 1
    else { return nil }
    let next = close + 1 < line.count ? line[close + 1] : UInt8(ascii: "\n")
    let isTaken =
      next == UInt8(ascii: "(") || next == UInt8(ascii: "[") || next == UInt8(ascii: ":")
    return isTaken ? nil : (start + 1)..<close
  }

  /// The bracket that a closing one belongs to; nil for a task's mark, a label behind a text, an empty pair and an
  /// escaped one.
  private func openingBracket(_ line: UnsafeBufferPointer<UInt8>, of close: Int) -> Int? {
    var depth = 0
    var index = close
    let limit = max(0, close - 1_000)
    while index > limit {
      index -= 1
      if line[index] == UInt8(ascii: "]") { depth += 1 }
      guard line[index] == UInt8(ascii: "[") else { continue }
      if depth > 0 {
        depth -= 1
        continue
      }
      let length = close - index - 1
      let before = index > 0 ? line[index - 1] : UInt8(ascii: " ")
      let isTask =
        length == 1
        && [UInt8(ascii: " "), UInt8(ascii: "x"), UInt8(ascii: "X")]
          .contains(line[index + 1])
      let isText =
        before != UInt8(ascii: "]") && before != UInt8(ascii: "\\")
        && line[index + 1] != UInt8(ascii: "^")
      return length > 0 && !isTask && isText ? index : nil
    }
    return nil
  }

  /// A label in ASCII lower case with single blanks, as references are compared.
  private static func normalized(_ label: some Sequence<UInt8>) -> [UInt8] {
    var key: [UInt8] = []
    for byte in label {
      if !isBlankByte(byte) {
        key.append(lowercased(byte))
      } else if let last = key.last, last != UInt8(ascii: " ") {
        key.append(UInt8(ascii: " "))
      }
    }
    if key.last == UInt8(ascii: " ") { key.removeLast() }
    return key
  }
}
