/// A file's text cut into lines, of which parts can be included.
struct IncludedText {
  struct Line: Equatable {
    /// In the text, without the line feed.
    var range: Range<Int>
    /// In the file, from 1.
    var number: Int
  }

  private let text: [UInt8]
  let lines: [Line]
  /// The lines of the front matter, which nothing is included into.
  let frontMatter: [Line]
  /// By name in lower case, as indices into ``lines``; markers of other sections may stand inside.
  private let sections: [String: [Range<Int>]]

  /// - Parameter keepsFrontMatter: Whether ``frontMatter`` is of use; else it is dropped.
  init(_ bytes: [UInt8], keepsFrontMatter: Bool) {
    text = MarkdownSource.normalized(bytes)
    var all: [Line] = []
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
      all.append(Line(range: start..<end, number: all.count + 1))
      start = end + 1
    }
    let count = FrontMatterScan.find(in: text)?.lineCount ?? 0
    frontMatter = keepsFrontMatter ? Array(all.prefix(count)) : []
    lines = Array(all.dropFirst(count))
    sections = MarkdownSource.contains("8<-", in: text) ? Self.sections(of: lines, in: text) : [:]
  }

  subscript(line: Line) -> ArraySlice<UInt8> { text[line.range] }

  /// The lines that are asked for; empty when there are none. Line numbers count the front matter.
  func lines(of target: IncludeTarget) -> ArraySlice<Line> {
    switch target.part {
    case .whole: return lines[...]
    case .lines(let ranges):
      let skipped = (lines.first?.number ?? 1) - 1
      let count = lines.count + skipped
      return ranges.flatMap { range in
        range.indices(in: count).compactMap { $0 < skipped ? nil : lines[$0 - skipped] }
      }[...]
    case .section(let name):
      return (sections[name] ?? []).flatMap { lines[$0] }[...]
    }
  }

  private static func sections(of lines: [Line], in text: [UInt8]) -> [String: [Range<Int>]] {
    var sections: [String: [Range<Int>]] = [:]
    var open: [String: Int] = [:]
    for (index, line) in lines.enumerated() {
      switch IncludeDirective.parse(text[line.range]) {
      case .sectionStart(let name): open[name] = index + 1
      case .sectionEnd(let name):
        if let start = open.removeValue(forKey: name) {
          sections[name, default: []].append(start..<index)
        }
      default: break
      }
    }
    for (name, start) in open { sections[name, default: []].append(start..<lines.count) }
    return sections
  }
}

/// `{!file!}` or `{!file!lines=1 3 8-10}` in a line.
struct IncludeBraces {
  var range: Range<Int>
  var target: IncludeTarget
  /// Of the file's name, from 1.
  var column: Int

  /// The first one of a line; nil if it has none.
  init?(_ line: ArraySlice<UInt8>) {
    var start = line.startIndex
    while let open = line[start...].firstIndex(of: UInt8(ascii: "{")) {
      start = open + 1
      guard line[start...].first == UInt8(ascii: "!"),
        let bang = line[(start + 1)...].firstIndex(of: UInt8(ascii: "!")),
        let close = line[(bang + 1)...].firstIndex(of: UInt8(ascii: "}"))
      else { continue }
      let path = line[(start + 1)..<bang].trimmed
      let option = String(decoding: line[(bang + 1)..<close].trimmed, as: UTF8.self)
      guard !path.isEmpty, option.isEmpty || option.hasPrefix("lines=") else { continue }
      range = open..<(close + 1)
      column = path.startIndex - line.startIndex + 1
      target = IncludeTarget(
        path: String(decoding: path, as: UTF8.self),
        lines: option.isEmpty ? nil : String(option.dropFirst("lines=".count))
      )
      return
    }
    return nil
  }

  /// Whether the name can only be meant as a file's.
  var isFileName: Bool {
    target.path.contains(".")
      && target.path.utf8.allSatisfy {
        isWordByte($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/")
      }
  }
}

extension ArraySlice<UInt8> {
  /// Without the blanks at both ends.
  var trimmed: Self {
    let end = lastIndex { !isBlankByte($0) }.map { $0 + 1 } ?? startIndex
    return self[startIndex..<end].drop(while: isBlankByte)
  }
}
