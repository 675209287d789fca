import CallboardHTML
import CallboardHighlight

/// Code with its tokens marked in the text: `⟦k:func⟧ ⟦f:main⟧()`, by the letters of their classes.
enum MarkedCode {
  /// nil when the language is not known.
  static func marked(_ code: String, _ language: String) -> String? {
    let bytes = Array(code.utf8)
    let found = bytes.withUnsafeBufferPointer { Highlighter.spans(code: $0, language: language) }
    guard let spans = found else { return nil }
    var marked: [UInt8] = []
    var position = 0
    for span in spans {
      let letter = span.token.startTag.description.dropFirst(15).prefix(1)
      marked += bytes[position..<span.range.lowerBound]
      marked += Array("⟦\(letter):".utf8) + bytes[span.range] + Array("⟧".utf8)
      position = span.range.upperBound
    }
    marked += bytes[position...]
    return String(decoding: marked, as: UTF8.self)
  }

  /// The code without its marks.
  static func plain(_ marked: String) -> String {
    var plain = marked.replacing("⟧", with: "")
    for letter in "kscnftaovbid" { plain = plain.replacing("⟦\(letter):", with: "") }
    return plain
  }
}
