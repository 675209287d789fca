/// The lines of the files that findings are in, read once as long as one file's findings stand together.
struct SourceLines {
  private let source: (SourcePath) -> [UInt8]?
  private var file: SourcePath?
  private var bytes: [UInt8] = []
  /// Where each line begins; empty when the file cannot be read.
  private var starts: [Int] = []

  init(_ source: @escaping (SourcePath) -> [UInt8]?) {
    self.source = source
  }

  /// The bytes of a line, numbered from 1, without its line ending; nil past the end.
  ///
  /// - Complexity: Linear in the size of the file when it is another one than before, else constant.
  mutating func line(_ number: Int, of file: SourcePath) -> ArraySlice<UInt8>? {
    if self.file != file { open(file) }
    guard number >= 1, number <= starts.count else { return nil }
    let start = starts[number - 1]
    let end = number < starts.count ? starts[number] - 1 : bytes.count
    return bytes[start..<end].last == UInt8(ascii: "\r")
      ? bytes[start..<(end - 1)] : bytes[start..<end]
  }

  private mutating func open(_ file: SourcePath) {
    self.file = file
    guard let bytes = source(file) else {
      bytes = []
      starts = []
      return
    }
    self.bytes = bytes
    starts = [0]
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(index + 1)
    }
  }
}

/// Columns in the units of other tools.
enum ColumnUnit {
  /// The column in UTF-16 code units from 1 of a column in UTF-8 bytes from 1.
  ///
  /// Past the end of the line, and without the line, bytes are counted as units. Invalid UTF-8 counts
  /// as the replacement characters that editors show for it.
  static func utf16(_ column: Int, in line: ArraySlice<UInt8>?) -> Int {
    let before = max(0, column - 1)
    guard let line else { return before + 1 }
    let inside = line.prefix(before)
    let units = String(decoding: inside, as: UTF8.self).utf16.count
    return units + (before - inside.count) + 1
  }
}
