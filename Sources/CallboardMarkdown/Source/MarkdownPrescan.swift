import CallboardBytes

/// Refuses texts that are known to be slow in cmark-gfm, before it sees them.
///
/// Debian 12 ships cmark-gfm 0.29.0.gfm.6, in which CVE-2023-22483, -22486, -24824, -37463 and the
/// unbounded expansion of references are open. The limits on processor time and memory of a worker
/// catch everything; this catches the known shapes, so that the same text gives the same stub on a
/// fast and on a slow machine.
///
/// - Complexity: linear in the text.
struct MarkdownPrescan {
  /// A limit that a text exceeds.
  struct Excess: Equatable {
    enum Limit: Equatable {
      case lineLength
      case nesting
      case tableColumns
      case tableCells
      /// Too many lines of one paragraph could begin a table, each of which reads it again.
      case tableStarts
      case references
      /// Too much of one kind of unfinished markup in one paragraph.
      case repetition(of: String)
    }

    var limit: Limit
    /// Of the parsed text, from 1.
    var line: Int
  }

  private let text: UnsafeBufferPointer<UInt8>
  private let limits: MarkdownOptions.Limits
  private var paragraph = Paragraph()
  private var fence: (marker: UInt8, length: Int)?
  private var openBlocks = 0
  /// For each `@`, the length of its line: the autolink extension copies the rest of it.
  private var addressBytes = 0
  /// Whether `www.` stands anywhere: else no `w` is worth a look, and it is a common letter.
  private let hasAddresses: Bool

  /// What is counted from one blank line to the next.
  private struct Paragraph {
    var bytes = 0
    /// Bytes that cmark reads again for each line that could begin a table.
    var tableBytes = 0
    var brackets = 0
    /// By the raw value of a ``RepeatedMarkup``; in place, as there is one for each paragraph.
    var runs = SIMD16<Int>()
    var tableColumns = 0
    var tableLines = 0
  }

  /// The first limit that `text` exceeds; nil if it is harmless.
  static func check(
    _ text: UnsafeBufferPointer<UInt8>,
    limits: MarkdownOptions.Limits
  ) -> Excess? {
    var scan = MarkdownPrescan(text: text, limits: limits)
    return scan.run() ?? ReferenceExpansion.check(text, limit: limits.referenceBytes)
  }

  private init(text: UnsafeBufferPointer<UInt8>, limits: MarkdownOptions.Limits) {
    self.text = text
    self.limits = limits
    hasAddresses = text.contains("www.")
  }

  private mutating func run() -> Excess? {
    var start = 0
    var number = 0
    while start < text.count {
      let end = text.firstIndex(of: UInt8(ascii: "\n"), in: start..<text.count) ?? text.count
      number += 1
      if let limit = check(start..<end) { return Excess(limit: limit, line: number) }
      start = end + 1
    }
    return nil
  }

  private mutating func check(_ line: Range<Int>) -> Excess.Limit? {
    if line.count > limits.lineBytes { return .lineLength }
    guard let first = line.first(where: { !isBlankByte(text[$0]) }) else {
      paragraph = Paragraph()
      return nil
    }
    if isInsideFence(line, first: first) { return nil }
    if nestingMarkers(line) > limits.nesting { return .nesting }
    if text[first] == UInt8(ascii: "/"), countOpenBlocks(line, first) > limits.nesting {
      return .nesting
    }
    paragraph.bytes += line.count
    return checkTable(line, first) ?? checkRepetition(line)
  }

  /// Fences are followed roughly: what stands in them costs nothing, and an author who hides a bad
  /// shape behind a fence that is none meets the worker's limits.
  private mutating func isInsideFence(_ line: Range<Int>, first: Int) -> Bool {
    let marker = text[first]
    let isMarker = marker == UInt8(ascii: "`") || marker == UInt8(ascii: "~")
    let run = isMarker ? text[first..<line.upperBound].prefix { $0 == marker }.count : 0
    if let open = fence {
      let rest = text[(first + run)..<line.upperBound]
      if marker == open.marker, run >= open.length, rest.allSatisfy(isBlankByte) { fence = nil }
      return true
    }
    guard run >= 3 else { return false }
    let info = text[(first + run)..<line.upperBound]
    guard marker == UInt8(ascii: "~") || !info.contains(marker) else { return false }
    fence = (marker, run)
    paragraph = Paragraph()
    return true
  }

  /// Quote and list markers one after another at the beginning of a line.
  private func nestingMarkers(_ line: Range<Int>) -> Int {
    var count = 0
    var index = line.lowerBound
    while index < line.upperBound {
      switch text[index] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"): break
      case UInt8(ascii: ">"): count += 1
      case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
        guard isFollowedByBlank(index, in: line) else { return count }
        count += 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        while index < line.upperBound, isDigit(text[index]) { index += 1 }
        guard index < line.upperBound,
          text[index] == UInt8(ascii: ".") || text[index] == UInt8(ascii: ")"),
          isFollowedByBlank(index, in: line)
        else { return count }
        count += 1
      default: return count
      }
      index += 1
    }
    return count
  }

  private func isFollowedByBlank(_ index: Int, in line: Range<Int>) -> Bool {
    index + 1 == line.upperBound || isBlankByte(text[index + 1])
  }

  private mutating func countOpenBlocks(_ line: Range<Int>, _ first: Int) -> Int {
    let bytes = UnsafeBufferPointer(rebasing: text[line])
    if ContainerOpener.parse(bytes, at: first - line.lowerBound) != nil {
      openBlocks += 1
    } else if openBlocks > 0, text[first..<line.upperBound].allSatisfy({ $0 == UInt8(ascii: "/") })
    {
      openBlocks -= 1
    }
    return openBlocks
  }

  private mutating func checkTable(_ line: Range<Int>, _ first: Int) -> Excess.Limit? {
    let bars = text.count(of: UInt8(ascii: "|"), in: first..<line.upperBound)
    let isDelimiterRow = (first..<line.upperBound).allSatisfy { index in
      switch text[index] {
      case UInt8(ascii: "|"), UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: " "),
        UInt8(ascii: "\t"), UInt8(ascii: ">"):
        true
      default: false
      }
    }
    if bars > 4 * limits.tableColumns { return .tableColumns }
    if isDelimiterRow {
      if bars > limits.tableColumns + 1 { return .tableColumns }
      paragraph.tableBytes += paragraph.bytes
      paragraph.tableColumns = max(paragraph.tableColumns, bars + 1)
      if paragraph.tableBytes > Self.tableStartBytes { return .tableStarts }
    }
    guard paragraph.tableColumns > 0 else { return nil }
    paragraph.tableLines += 1
    let (cells, overflow) = paragraph.tableLines.multipliedReportingOverflow(
      by: paragraph.tableColumns
    )
    return overflow || cells > max(limits.tableCells, 0) ? .tableCells : nil
  }

  private mutating func checkRepetition(_ line: Range<Int>) -> Excess.Limit? {
    let text = UnsafeBufferPointer(rebasing: text[..<line.upperBound])
    var next = line.lowerBound
    while true {
      let index = nextRepeated(in: text, from: next)
      guard index < text.count else { return nil }
      next = index + 1
      let byte = text[index]
      if byte == UInt8(ascii: "@") {
        addressBytes += line.count
        if addressBytes > Self.addressLimit { return .repetition(of: "@") }
      }
      guard let markup = RepeatedMarkup.starting(with: byte) else { continue }
      guard markup.matches(text, at: index, in: line) else { continue }
      paragraph.runs[markup.rawValue] += 1
      if paragraph.runs[markup.rawValue] > markup.limit { return .repetition(of: markup.spelling) }
    }
  }

  /// The next `@` from `start` on or what may begin a ``RepeatedMarkup``; the end without one.
  private func nextRepeated(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    text.firstIndex(from: start) { lanes in
      let marks =
        lanes.equal(to: UInt8(ascii: "@")) | lanes.equal(to: UInt8(ascii: "["))
        | lanes.equal(to: UInt8(ascii: "<")) | lanes.equal(to: UInt8(ascii: "~"))
        | lanes.equal(to: UInt8(ascii: ")"))
      return hasAddresses ? marks | lanes.equal(to: UInt8(ascii: "w")) : marks
    }
  }

  /// About half a second of cmark's time.
  private static let tableStartBytes = 32 << 20

  /// cmark holds all of these bytes until the page is done.
  private static let addressLimit = 64 << 20
}

@inline(__always)
func isDigit(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}
