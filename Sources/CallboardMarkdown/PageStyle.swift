/// What the configuration of docs switches on for the text of all their pages, beyond the dialect.
package struct PageStyle: Hashable, Sendable {
  /// Whether straight quotation marks, `--` and `...` become curly quotes, dashes and ellipses, as with
  /// the extension `smarty`.
  package var usesTypographicMarks: Bool

  /// Whether a line end in a paragraph starts a new line, as with the extension `nl2br`.
  package var keepsLineEnds: Bool

  package init(usesTypographicMarks: Bool = false, keepsLineEnds: Bool = false) {
    self.usesTypographicMarks = usesTypographicMarks
    self.keepsLineEnds = keepsLineEnds
  }

  /// One number for each combination; 0 for none.
  var code: Int { (usesTypographicMarks ? 1 : 0) + (keepsLineEnds ? 2 : 0) }

  /// nil for a number that is no ``code``.
  init?(code: Int) {
    guard (0...3).contains(code) else { return nil }
    self.init(usesTypographicMarks: code & 1 != 0, keepsLineEnds: code & 2 != 0)
  }
}
