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

  /// Notes where the lines of a rewritten text stand in the one that it was made from: one entry a
  /// line, lines counted from 1 after those cut off the head.
  mutating func set(_ lines: [(line: Int, shift: Int)]) {
    guard !changes.isEmpty else {
      changes = lines
      return
    }
    changes = lines.map { line, shift in
      guard changes.indices.contains(line - 1) else { return (line, shift) }
      return (changes[line - 1].line, changes[line - 1].shift + shift)
    }
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
