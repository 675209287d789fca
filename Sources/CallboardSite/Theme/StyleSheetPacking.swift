/// Takes out of style sheets what browsers do not read: comments, and white space that parts nothing.
///
/// Knows of CSS no more than strings, comments and brackets (CSS Syntax Level 3, section 4), so it leaves every token as it is.
enum StyleSheetPacking {
  /// - Complexity: Linear in the text.
  static func packed(_ styles: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(styles.count)
    var index = 0
    var isSpaced = false
    while index < styles.count {
      let byte = styles[index]
      if byte == UInt8(ascii: "/"), index + 1 < styles.count, styles[index + 1] == UInt8(ascii: "*")
      {
        index = end(ofCommentAt: index, in: styles)
        // A comment parts tokens where it stands between them.
        isSpaced = true
        continue
      }
      if isSpace(byte) {
        isSpaced = true
        index += 1
        continue
      }
      if isSpaced, let last = output.last, !tightAfter.contains(last), !tightBefore.contains(byte) {
        output.append(0x20)
      }
      isSpaced = false
      // A block needs no semicolon before its end.
      if byte == UInt8(ascii: "}"), output.last == UInt8(ascii: ";") { output.removeLast() }
      if byte == 0x22 || byte == 0x27 {
        let end = end(ofStringAt: index, in: styles)
        output += styles[index..<end]
        index = end
      } else if byte == UInt8(ascii: "\\"), index + 1 < styles.count {
        output += styles[index...index + 1]
        index += 2
      } else {
        output.append(byte)
        index += 1
      }
    }
    return output
  }

  /// Beside these no white space means anything. Not beside `:`, `+`, `-`, `*`, `(` and `)`: in selectors and
  /// calculations it does there.
  private static let tightAfter: Set<UInt8> = Set("{};,>".utf8)
  private static let tightBefore: Set<UInt8> = Set("{};,>!".utf8)

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  private static func end(ofCommentAt start: Int, in styles: [UInt8]) -> Int {
    var index = start + 2
    while index + 1 < styles.count {
      if styles[index] == UInt8(ascii: "*"), styles[index + 1] == UInt8(ascii: "/") {
        return index + 2
      }
      index += 1
    }
    return styles.count
  }

  private static func end(ofStringAt start: Int, in styles: [UInt8]) -> Int {
    var index = start + 1
    while index < styles.count, styles[index] != styles[start] {
      index += styles[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(index + 1, styles.count)
  }
}
