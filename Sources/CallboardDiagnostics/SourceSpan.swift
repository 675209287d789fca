/// A half-open range of text in one crawled file.
///
/// Lines and columns both start at 1. A column counts UTF-8 bytes, because cmark counts bytes
/// and libyaml counts Unicode scalars: every reader converts to bytes where it creates the
/// span, and nowhere later.
package struct SourceSpan: Hashable, Sendable {
  /// A place between two bytes, by line and column from 1.
  package struct Position: Hashable, Comparable, Sendable {
    package var line: Int
    package var column: Int

    package init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }

    package static func < (lhs: Position, rhs: Position) -> Bool {
      (lhs.line, lhs.column) < (rhs.line, rhs.column)
    }
  }

  package var file: SourcePath

  /// Empty when only a point is known; the text formatter then marks one character.
  package var range: Range<Position>

  package init(file: SourcePath, range: Range<Position>) {
    self.file = file
    self.range = range
  }

  /// A point in a file, for findings whose extent is not known.
  package init(file: SourcePath, line: Int, column: Int = 1) {
    let position = Position(line: line, column: column)
    self.init(file: file, range: position..<position)
  }

  /// The beginning of a file, for findings about the file as a whole.
  package static func wholeFile(_ file: SourcePath) -> SourceSpan {
    SourceSpan(file: file, line: 1)
  }
}

extension SourceSpan: Comparable {
  package static func < (lhs: Self, rhs: Self) -> Bool {
    if lhs.file != rhs.file { return lhs.file < rhs.file }
    if lhs.range.lowerBound != rhs.range.lowerBound {
      return lhs.range.lowerBound < rhs.range.lowerBound
    }
    return lhs.range.upperBound < rhs.range.upperBound
  }
}
