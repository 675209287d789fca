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

  /// Takes escaped text with nothing in it but `<span …>` and `</span>`. A span that goes over several
  /// lines is closed and opened again at each line end.
  func mark(_ code: HTML) -> HTML {
    let bytes = code.bytes
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 2)
    var openSpans: [ArraySlice<UInt8>] = []
    var number = 1
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
      let line = bytes[start..<end]
      let isWrapped = open(number, into: &output)
      if isWrapped { for span in openSpans { output += span } }
      output += line
      follow(line, &openSpans)
      if isWrapped {
        for _ in openSpans { output += "</span>".utf8 }
        output += "</span>".utf8
      }
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

  private func follow(_ line: ArraySlice<UInt8>, _ openSpans: inout [ArraySlice<UInt8>]) {
    var index = line.startIndex
    while let open = line[index...].firstIndex(of: UInt8(ascii: "<")),
      let close = line[open...].firstIndex(of: UInt8(ascii: ">"))
    {
      if line[open + 1] == UInt8(ascii: "/") {
        _ = openSpans.popLast()
      } else {
        openSpans.append(line[open...close])
      }
      index = close + 1
    }
  }
}
