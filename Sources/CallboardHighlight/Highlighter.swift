package import CallboardHTML

/// Turns code into tokens, and tokens into HTML, for the languages of ``Language``.
///
/// Any input gives a result: what a grammar does not know stays plain text.
package enum Highlighter {
  /// The greatest length, in bytes, of code that is highlighted.
  package static let sizeLimit = 200_000

  /// The names of every language, as authors write them after a fence; a language's first is its own.
  package static var languages: [[String]] { Language.allCases.map(\.names) }

  /// A piece of code of one class, in UTF-8 byte offsets.
  package struct Span: Hashable, Sendable {
    package var range: Range<Int>
    package var token: TokenClass
  }

  /// Code as escaped HTML with a `<span class="t-…">` around each token.
  ///
  /// No span crosses a line break, so the result may be cut into lines.
  ///
  /// - Parameters:
  ///   - code: UTF-8.
  ///   - language: As an author writes it after a fence, in any case: `yml`, `C++`, `sh`.
  /// - Returns: nil when the language is not known or the code is longer than ``sizeLimit``.
  package static func html(code: UnsafeBufferPointer<UInt8>, language: String) -> HTML? {
    guard let spans = spans(code: code, language: language) else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(code.count + spans.count * 32)
    var position = 0
    for span in spans {
      escape(code, position..<span.range.lowerBound, into: &bytes)
      append(span, of: code, into: &bytes)
      position = span.range.upperBound
    }
    escape(code, position..<code.count, into: &bytes)
    return HTML(trusted: bytes)
  }

  /// The coloured code, as for a buffer; nil for an unknown language or too much code.
  package static func html(code: [UInt8], language: String) -> HTML? {
    code.withUnsafeBufferPointer { html(code: $0, language: language) }
  }

  /// The tokens of a piece of code, in order and without overlap. Plain text has none.
  ///
  /// - Parameters:
  ///   - code: UTF-8.
  ///   - language: See ``html(code:language:)-(UnsafeBufferPointer<UInt8>,_)``.
  /// - Returns: nil when the language is not known or the code is longer than ``sizeLimit``.
  /// - Complexity: linear in the length of `code`.
  package static func spans(
    code: UnsafeBufferPointer<UInt8>,
    language: String
  ) -> [Span]? {
    guard code.count <= sizeLimit, let language = Language(named: language) else { return nil }
    var run = LexerRun(code, language.lexer)
    return run.spans()
  }

  private static func append(
    _ span: Span,
    of code: UnsafeBufferPointer<UInt8>,
    into bytes: inout [UInt8]
  ) {
    var start = span.range.lowerBound
    while start < span.range.upperBound {
      let rest = code[start..<span.range.upperBound]
      let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? span.range.upperBound
      if end > start {
        append(span.token.startTag, to: &bytes)
        escape(code, start..<end, into: &bytes)
        append("</span>", to: &bytes)
      }
      if end < span.range.upperBound { bytes.append(UInt8(ascii: "\n")) }
      start = end + 1
    }
  }

  private static func escape(
    _ code: UnsafeBufferPointer<UInt8>,
    _ range: Range<Int>,
    into bytes: inout [UInt8]
  ) {
    Escape.text(UnsafeBufferPointer(rebasing: code[range]), into: &bytes)
  }

  private static func append(_ literal: StaticString, to bytes: inout [UInt8]) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount)
    )
  }
}
