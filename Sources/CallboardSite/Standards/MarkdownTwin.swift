import CallboardBytes
import CallboardDiagnostics
import CallboardMarkdown

/// A page of docs as the Markdown that its author wrote: without front matter, with its links leading to where the
/// portal has what they name.
package struct MarkdownTwin {
  /// Where a link of the page leads, by what the author wrote.
  private let addresses: [[UInt8]: [UInt8]]
  private var output: [UInt8] = []
  /// How far the text has been copied.
  private var copied = 0

  /// The file beside a page's `index.html`.
  static func path(of route: Route) -> String { route.path + "/" + fileName }

  static let fileName = "index.md"

  private init(addresses: [[UInt8]: [UInt8]]) {
    self.addresses = addresses
  }

  /// - Parameters:
  ///   - source: The page's text with all that it includes.
  ///   - destinations: What links of the page say, and where they lead.
  ///   - heading: The page's title where its text has none.
  /// - Complexity: Linear in the text.
  static func text(
    _ source: [UInt8],
    destinations: [(written: String, url: String)],
    heading: String?
  ) -> [UInt8] {
    var addresses: [[UInt8]: [UInt8]] = [:]
    for (written, url) in destinations where written != url && !url.isEmpty {
      addresses[Array(written.utf8)] = Array(url.utf8)
    }
    var twin = MarkdownTwin(addresses: addresses)
    twin.output.reserveCapacity(source.count + 256)
    if let heading { twin.output += "# \(heading)\n\n".utf8 }
    let body = bodyStart(of: source)
    source[body...].withUnsafeBufferPointer { body in
      if !addresses.isEmpty { twin.exchangeDestinations(of: body) }
      twin.copy(body, to: body.count)
    }
    return twin.output
  }

  /// The byte after the front matter, and the empty lines that follow it.
  private static func bodyStart(of source: [UInt8]) -> Int {
    var start = source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var lines = Lines(source[start...])
    if let first = lines.next(), isFence(source[first]) {
      while let line = lines.next() {
        guard isFence(source[line]) || source[line].elementsEqual("...".utf8) else { continue }
        start = lines.position
        break
      }
    }
    while start < source.count, source[start] == 0x0A || source[start] == 0x0D { start += 1 }
    return start
  }

  private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
    var end = line.endIndex
    while end > line.startIndex, line[end - 1] == 0x20 || line[end - 1] == 0x0D { end -= 1 }
    return line[line.startIndex..<end].elementsEqual("---".utf8)
  }

  /// Copies text, exchanging the destinations of links outside of code. What comes after the last of them is not copied.
  private mutating func exchangeDestinations(of source: UnsafeBufferPointer<UInt8>) {
    var fence: (marker: UInt8, length: Int)?
    var start = 0
    while start < source.count {
      let end = source.firstIndex(from: start) { $0.equal(to: 0x0A) }
      let mark = Self.codeFence(of: UnsafeBufferPointer(rebasing: source[start..<end]))
      if let open = fence {
        if let mark, mark.length >= open.length, mark.marker == open.marker { fence = nil }
      } else if let mark {
        fence = mark
      } else {
        exchangeDestinations(of: source, in: start..<end)
      }
      start = end + 1
    }
  }

  private mutating func copy(_ source: UnsafeBufferPointer<UInt8>, to end: Int) {
    output += UnsafeBufferPointer(rebasing: source[copied..<end])
    copied = end
  }

  /// The run of backticks or tildes that a line begins with, if that opens or closes a block of code.
  private static func codeFence(
    of line: UnsafeBufferPointer<UInt8>
  ) -> (marker: UInt8, length: Int)? {
    let text = line.drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
    guard let first = text.first, first == UInt8(ascii: "`") || first == UInt8(ascii: "~") else {
      return nil
    }
    let length = text.prefix { $0 == first }.count
    return length >= 3 ? (first, length) : nil
  }

  private mutating func exchangeDestinations(
    of source: UnsafeBufferPointer<UInt8>,
    in range: Range<Int>
  ) {
    let line = UnsafeBufferPointer(rebasing: source[..<range.upperBound])
    var next = range.lowerBound
    while true {
      // Of `](`, `]:` and `="` the first characters, which are rarer than the others.
      let index = line.firstIndex(from: next) { lanes in
        lanes.equal(to: UInt8(ascii: "`")) | lanes.equal(to: UInt8(ascii: "]"))
          | lanes.equal(to: UInt8(ascii: "="))
      }
      guard index < line.count else { return }
      if line[index] == UInt8(ascii: "`") {
        next = Self.endOfCode(line, from: index)
      } else if let closing = Self.opener(line[range.lowerBound...], at: index) {
        next = exchangeDestination(line, from: index + 2, until: closing)
      } else {
        next = index + 1
      }
    }
  }

  /// The end of a span of code, or of the run of backticks that opens none in this line.
  private static func endOfCode(_ line: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let run = line[start...].prefix { $0 == UInt8(ascii: "`") }
    var index = run.endIndex
    while true {
      index = line.firstIndex(from: index) { $0.equal(to: UInt8(ascii: "`")) }
      guard index < line.count else { return run.endIndex }
      let closing = line[index...].prefix { $0 == UInt8(ascii: "`") }
      index = closing.endIndex
      if closing.count == run.count { return index }
    }
  }

  /// What follows a destination that begins at `index`.
  private enum Closing {
    /// White space or the parenthesis that closes a link.
    case link
    /// White space or the end of the line: a reference's definition.
    case definition
    /// The quote that closes an attribute.
    case quote(UInt8)
  }

  /// What two bytes that a destination may follow begin: `](`, `]:` or the last of `href="`.
  private static func opener(
    _ line: Slice<UnsafeBufferPointer<UInt8>>,
    at index: Int
  ) -> Closing? {
    guard index + 1 < line.endIndex else { return nil }
    let before = line[..<index]
    switch (line[index], line[index + 1]) {
    case (UInt8(ascii: "]"), UInt8(ascii: "(")): return .link
    case (UInt8(ascii: "]"), UInt8(ascii: ":")):
      let indent = before.drop { $0 == 0x20 }
      return indent.first == UInt8(ascii: "[") ? .definition : nil
    case (UInt8(ascii: "="), let quote) where quote == 0x22 || quote == 0x27:
      return before.hasSuffix("href") || before.hasSuffix("src") ? .quote(quote) : nil
    default: return nil
    }
  }

  /// Copies what stands before one destination, and what it is exchanged for if it is one of the page's; the end of it.
  private mutating func exchangeDestination(
    _ line: UnsafeBufferPointer<UInt8>,
    from start: Int,
    until closing: Closing
  ) -> Int {
    var first = start
    if case .definition = closing {
      while first < line.endIndex, line[first] == 0x20 || line[first] == 0x09 { first += 1 }
    }
    var isBracketed = false
    if case .quote = closing {
    } else if first < line.endIndex, line[first] == UInt8(ascii: "<") {
      isBracketed = true
      first += 1
    }
    var depth = 0
    var end = first
    scan: while end < line.endIndex {
      switch (line[end], closing) {
      case (UInt8(ascii: ">"), _) where isBracketed: break scan
      case (_, _) where isBracketed: break
      case (let byte, .quote(let quote)): if byte == quote { break scan }
      case (0x20, _), (0x09, _), (0x0D, _): break scan
      case (UInt8(ascii: "("), .link): depth += 1
      case (UInt8(ascii: ")"), .link):
        if depth == 0 { break scan }
        depth -= 1
      default: break
      }
      end += 1
    }
    guard let address = addresses[Array(line[first..<end])] else { return end }
    copy(line, to: first)
    // Parentheses that do not match would end a link too early.
    let needsBrackets = !isBracketed && address.contains(UInt8(ascii: "("))
    if case .quote = closing {
      output += address
    } else {
      output += needsBrackets ? [UInt8(ascii: "<")] + address + [UInt8(ascii: ">")] : address
    }
    copied = end
    return end
  }
}

/// The lines of a text, as ranges without their ends.
private struct Lines {
  private let text: ArraySlice<UInt8>
  /// The byte after the last line's end.
  private(set) var position: Int

  init(_ text: ArraySlice<UInt8>) {
    self.text = text
    position = text.startIndex
  }

  mutating func next() -> Range<Int>? {
    guard position < text.endIndex else { return nil }
    let start = position
    let end = text[start...].firstIndex(of: 0x0A) ?? text.endIndex
    position = min(end + 1, text.endIndex)
    return start..<end
  }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
  fileprivate func hasSuffix(_ suffix: StaticString) -> Bool {
    let count = suffix.utf8CodeUnitCount
    guard self.count >= count else { return false }
    return suffix.withUTF8Buffer { self.suffix(count).elementsEqual($0) }
  }
}
