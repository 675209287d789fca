import CallboardDiagnostics

/// A table for a terminal: a header and columns as wide as their longest cell.
struct TextTable {
  /// A longer cell is cut, so that one description does not push all else off the screen.
  static let maximumWidth = 60

  private var rows: [[String]]

  /// - Parameters:
  ///   - rows: Each as long as the header.
  ///   - isLastWhole: Whether the last column is of use only in full, such as one of addresses.
  init(header: [String], rows: [[String]], isLastWhole: Bool = false) {
    self.rows =
      [header]
      + rows.map { row in
        row.enumerated().map { index, text in
          Self.cell(text, isWhole: isLastWhole && index == row.count - 1)
        }
      }
  }

  /// - Parameter write: Called with each line.
  func write(_ write: ([UInt8]) -> Void) {
    var widths: [Int] = []
    for row in rows {
      for (index, cell) in row.enumerated() {
        if index == widths.count { widths.append(0) }
        widths[index] = max(widths[index], cell.count)
      }
    }
    for row in rows {
      var line = ""
      for (index, cell) in row.enumerated() {
        line += cell
        // The last cell that is not empty ends the line.
        guard row[(index + 1)...].contains(where: { !$0.isEmpty }) else { break }
        line += String(repeating: " ", count: widths[index] - cell.count + 2)
      }
      write(Array((line + "\n").utf8))
    }
  }

  /// On one line, with nothing in it that could move the cursor.
  private static func cell(_ text: String, isWhole: Bool) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    let escaped = TerminalText.escaped(line)
    return !isWhole && escaped.count > maximumWidth
      ? escaped.prefix(maximumWidth - 1) + "…" : escaped
  }
}
