/// What is included: a file, a section of it, or some of its lines: `code.py:intro`, `notes.md:1:3,8:9`.
struct IncludeTarget: Equatable {
  enum Part: Equatable {
    case whole
    /// In lower case.
    case section(String)
    /// From 1; negative numbers count from the end, and nil stands for the first or last line.
    case lines([Lines])
  }

  struct Lines: Equatable {
    var first: Int?
    var last: Int?
  }

  var path: String
  var part: Part

  /// Reads what stands between the quotes of a snippet.
  init(snippet text: String) {
    path = text
    part = .whole
    guard !isURL else { return }
    let bytes = Array(text.utf8)
    if let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > 0,
      let lines = Self.lines(bytes[(colon + 1)...])
    {
      (path, part) = (String(decoding: bytes[..<colon], as: UTF8.self), .lines(lines))
    } else if let colon = bytes.lastIndex(of: UInt8(ascii: ":")), colon > 0,
      colon + 1 < bytes.count, bytes[(colon + 1)...].allSatisfy(isWordByte)
    {
      let name = String(decoding: bytes[(colon + 1)...].map(lowercased), as: UTF8.self)
      (path, part) = (String(decoding: bytes[..<colon], as: UTF8.self), .section(name))
    }
  }

  /// Reads what stands in and behind the braces of `{!file!lines=1 3 8-10}`.
  init(path: String, lines text: String?) {
    self.path = path
    let lines = text?.split(separator: " ").compactMap { word -> Lines? in
      let ends = word.split(separator: "-", maxSplits: 1).compactMap { Int($0) }
      guard let first = ends.first, let last = ends.last else { return nil }
      return Lines(first: first, last: last)
    }
    part = lines.map { .lines($0) } ?? .whole
  }

  var isURL: Bool { path.hasPrefix("http://") || path.hasPrefix("https://") }

  /// `1:3,5:6`, `:3`, `5`; nil for anything else.
  private static func lines(_ text: ArraySlice<UInt8>) -> [Lines]? {
    let isNumeric = text.allSatisfy {
      isDigit($0) || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "-")
    }
    guard isNumeric, text.contains(where: isDigit) else { return nil }
    return text.split(separator: UInt8(ascii: ",")).map { range in
      let ends = range.split(
        separator: UInt8(ascii: ":"),
        maxSplits: 1,
        omittingEmptySubsequences: false
      ).map { Int(String(decoding: $0, as: UTF8.self)) }
      return Lines(first: ends[0], last: ends.count > 1 ? ends[1] : nil)
    }
  }
}

extension IncludeTarget.Lines {
  /// The lines of a file of `count` lines, from 0; empty when it has none of them.
  func indices(in count: Int) -> Range<Int> {
    let start = max(0, resolved(first ?? 1, count) - 1)
    let end = min(count, resolved(last ?? count, count))
    return start < end ? start..<end : 0..<0
  }

  private func resolved(_ number: Int, _ count: Int) -> Int {
    guard number < 0 else { return number }
    let (sum, overflow) = (count + 1).addingReportingOverflow(number)
    return overflow ? 0 : sum
  }
}
