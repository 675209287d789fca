import CallboardHTML

/// Finds the numbers that stand in the comments of code, and makes links of them.
///
/// `(1)` leaves the comment; `(1)!` goes in its place.
struct CodeAnnotations {
  /// A number in the comments of coloured or plain code.
  private struct Mark {
    var number: Int
    /// What the link takes the place of.
    var range: Range<Int>
  }

  private let code: [UInt8]
  private let marks: [Mark]

  /// - Parameters:
  ///   - code: Escaped, as it will stand in the page.
  ///   - isColoured: Whether comments are marked as such in it; otherwise they are guessed by what
  ///     commonly begins one.
  init(_ code: HTML, isColoured: Bool) {
    self.code = code.bytes
    marks = self.code.withUnsafeBufferPointer { bytes in
      isColoured ? Self.colouredMarks(in: bytes) : Self.plainMarks(in: bytes)
    }
  }

  /// The numbers found, each once.
  var numbers: Set<Int> { Set(marks.map(\.number)) }

  /// The code with links in the place of the first mark of each number. What the author wrote there stays for
  /// readers without styles.
  func html(of group: Annotations.Group) -> HTML {
    var output: [UInt8] = []
    output.reserveCapacity(code.count + 128 * marks.count)
    var copied = 0
    var written: Set<Int> = []
    for mark in marks where mark.number >= 1 && mark.number <= group.itemCount {
      guard mark.range.lowerBound >= copied, written.insert(mark.number).inserted else { continue }
      output += code[copied..<mark.range.lowerBound]
      output += "<span class=\"annotation-source\">".utf8 + code[mark.range] + Self.endTag
      output += link(to: mark.number, of: group).utf8
      copied = mark.range.upperBound
    }
    return HTML(trusted: output + code[copied...])
  }

  /// The number itself is drawn by the theme, so that it is neither copied nor searched with the code.
  private func link(to item: Int, of group: Annotations.Group) -> String {
    "<a class=\"annotation-mark md-annotation\" id=\"\(group.markID(item))\" href=\"#\(group.noteID(item))\""
      + " data-number=\"\(item)\" aria-label=\"Note \(item)\"></a>"
  }

  private static let commentTag = Array("<span class=\"t-c\">".utf8)
  private static let endTag = Array("</span>".utf8)

  private static func colouredMarks(in code: UnsafeBufferPointer<UInt8>) -> [Mark] {
    var marks: [Mark] = []
    var index = 0
    while let open = code[index...].firstIndex(of: UInt8(ascii: "<")) {
      guard code[open...].starts(with: commentTag) else {
        index = open + 1
        continue
      }
      let start = open + commentTag.count
      let end = code[start...].firstIndex(of: UInt8(ascii: "<")) ?? code.count
      marks += Self.marks(in: code, comment: start..<end)
      index = end
    }
    return marks
  }

  /// Takes for a comment what follows `#`, `//`, `--`, `;`, `%` or `/*`, or its escaped form of `<!--`.
  private static func plainMarks(in code: UnsafeBufferPointer<UInt8>) -> [Mark] {
    var marks: [Mark] = []
    var start = 0
    while start < code.count {
      let end = code[start...].firstIndex(of: UInt8(ascii: "\n")) ?? code.count
      let line = code[start..<end]
      let lead = ["#", "//", "--", "/*", "%", ";"].compactMap { lead in
        line.indices.first { index in
          (index == start || isBlankByte(code[index - 1])) && line[index...].starts(with: lead.utf8)
        }
      }.min()
      if let lead { marks += Self.marks(in: code, comment: lead..<end) }
      start = end + 1
    }
    return marks
  }

  private static func marks(
    in code: UnsafeBufferPointer<UInt8>,
    comment: Range<Int>
  ) -> [Mark] {
    var marks: [Mark] = []
    var index = comment.lowerBound
    while index < comment.upperBound {
      guard let (number, length) = Annotations.mark(in: code[index..<comment.upperBound]) else {
        index += 1
        continue
      }
      var range = index..<(index + length)
      if range.upperBound < comment.upperBound, code[range.upperBound] == UInt8(ascii: "!") {
        range = strippedRange(range.lowerBound..<(range.upperBound + 1), code, comment, marks.last)
      }
      marks.append(Mark(number: number, range: range))
      index = range.upperBound
    }
    return marks
  }

  /// A mark with the signs of the comment around it, if the comment says nothing else.
  private static func strippedRange(
    _ mark: Range<Int>,
    _ code: UnsafeBufferPointer<UInt8>,
    _ comment: Range<Int>,
    _ previous: Mark?
  ) -> Range<Int> {
    let start = previous?.range.upperBound ?? comment.lowerBound
    let isBare = code[start..<mark.lowerBound].allSatisfy(isCommentSign)
    let rest = code[mark.upperBound..<comment.upperBound]
    let end = rest.allSatisfy(isCommentSign) ? comment.upperBound : mark.upperBound
    return (isBare ? start : mark.lowerBound)..<end
  }

  private static func isCommentSign(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "#"), UInt8(ascii: "/"), UInt8(ascii: "*"), UInt8(ascii: "-"),
      UInt8(ascii: ";"), UInt8(ascii: "%"), UInt8(ascii: "!"), UInt8(ascii: "&"),
      UInt8(ascii: "l"), UInt8(ascii: "g"), UInt8(ascii: "t"), UInt8(ascii: " "):
      true
    default: false
    }
  }
}
