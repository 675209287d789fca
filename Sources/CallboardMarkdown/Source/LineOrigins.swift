import CallboardDiagnostics

/// Where the lines that the parser reads stand in the author's file.
///
/// Lines are cut off (front matter), put in and indented differently before parsing; positions in
/// links, headings and diagnostics are always those of the file.
struct LineOrigins {
  /// Lines cut off the head of the file.
  var linesBefore = 0

  /// For each line, its line in the file and the bytes by which it was indented further (or, if
  /// negative, less). Empty while every line is as in the file.
  private var changes: [(line: Int, shift: Int)] = []

  init(linesBefore: Int = 0) {
    self.linesBefore = linesBefore
  }

  /// Replaces what is known by a list of one entry a line. Lines count from 1 after those cut off the
  /// head.
  mutating func set(_ lines: [(line: Int, shift: Int)]) {
    changes = lines
  }

  /// The line of the file, from 1.
  func line(_ number: Int) -> Int {
    linesBefore + (changes.indices.contains(number - 1) ? changes[number - 1].line : number)
  }

  func position(line number: Int, column: Int) -> SourceSpan.Position {
    let shift = changes.indices.contains(number - 1) ? changes[number - 1].shift : 0
    return SourceSpan.Position(line: max(1, line(number)), column: max(1, column - shift))
  }
}
