import CallboardHTML

/// Puts an element around each line of a code block that is numbered or marked.
///
/// Numbers are attributes that the theme shows, not text: they are neither copied nor searched.
struct CodeLines {
  private let firstNumber: Int?
  private let marked: [ClosedRange<Int>]

  init(_ info: FenceInfo) {
    firstNumber = info.firstLineNumber
    marked = info.highlightedLines
  }

  /// Takes escaped code, with spans that do not cross lines.
  func mark(_ code: HTML) -> HTML {
    let bytes = code.bytes
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 2)
    var number = 1
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
      let isWrapped = open(number, into: &output)
      output += bytes[start..<end]
      if isWrapped { output += "</span>".utf8 }
      start = end
      number += 1
    }
    return HTML(trusted: output)
  }

  private func open(_ number: Int, into output: inout [UInt8]) -> Bool {
    let isMarked = marked.contains { $0.contains(number) }
    guard firstNumber != nil || isMarked else { return false }
    let classes = [firstNumber == nil ? nil : "line", isMarked ? "hll" : nil].compactMap(\.self)
    output += "<span class=\"\(classes.joined(separator: " "))\"".utf8
    if let firstNumber { output += " data-line=\"\(firstNumber + number - 1)\"".utf8 }
    output += ">".utf8
    return true
  }
}
