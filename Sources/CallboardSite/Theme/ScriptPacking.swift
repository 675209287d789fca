/// Takes comments on lines of their own and indentation out of scripts.
///
/// It does not read JavaScript, where telling a comment from a regular expression takes a parser. What it changes are whole lines
/// only: those that begin with `//`, and blocks that open with `/**` at the start of a line and close at the end of one. A script
/// with a template literal that spans lines, in which such a line would be text, is left as it is.
enum ScriptPacking {
  /// - Complexity: Linear in the text.
  static func packed(_ script: [UInt8]) -> [UInt8] {
    guard !hasLongTemplate(script) else { return script }
    var output: [UInt8] = []
    output.reserveCapacity(script.count)
    var isInComment = false
    for line in script.split(separator: 0x0A) {
      let text = line.drop { $0 == 0x20 || $0 == 0x09 }
      if isInComment {
        if ends(text, with: "*/") {
          isInComment = false
        } else if text.firstRange(of: "*/".utf8) != nil {
          // Code follows the comment in its line.
          return script
        }
        continue
      }
      if text.isEmpty || text.starts(with: "//".utf8) { continue }
      if text.starts(with: "/**".utf8) {
        if ends(text, with: "*/") { continue }
        if text.firstRange(of: "*/".utf8) == nil {
          isInComment = true
          continue
        }
      }
      output += text
      output.append(0x0A)
    }
    return output
  }

  /// Whether a line has an odd number of backticks, as one has that opens or closes a template over several lines.
  private static func hasLongTemplate(_ script: [UInt8]) -> Bool {
    script.split(separator: 0x0A).contains { line in
      !line.drop { $0 == 0x20 || $0 == 0x09 }.starts(with: "//".utf8)
        && !line.drop { $0 == 0x20 || $0 == 0x09 }.starts(with: "*".utf8)
        && !line.count { $0 == UInt8(ascii: "`") }.isMultiple(of: 2)
    }
  }

  private static func ends(_ line: ArraySlice<UInt8>, with suffix: String) -> Bool {
    line.count >= suffix.utf8.count && line.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
  }
}
