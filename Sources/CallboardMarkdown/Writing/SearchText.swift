/// Gathers the plain text of a page by heading while its HTML is written.
struct SearchText {
  /// Of the sections that have ended.
  private var words = 0
  private var codeWords = 0
  /// Of the present section.
  private var sectionCodeWords = 0
  private var sections: [RenderedDocument.TextSection] = []
  private var current: [UInt8] = []
  private var heading: Int?

  /// A measure of how long the text takes to read: code is looked over rather than read. To be asked for after ``finish()``.
  var wordCount: Int { words + codeWords / 4 }

  /// Ends the present section; what follows belongs to a heading, given by its index.
  mutating func beginSection(_ heading: Int) {
    endSection()
    self.heading = heading
  }

  /// Running text.
  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    current.append(contentsOf: text)
  }

  /// A code block: searched, and counted as fewer words than it has.
  mutating func append(code: UnsafeBufferPointer<UInt8>) {
    breakBlock()
    current.append(contentsOf: code)
    sectionCodeWords += Self.wordCount(in: code)
    breakBlock()
  }

  mutating func space() {
    if let last = current.last, !isBlankByte(last) { current.append(UInt8(ascii: " ")) }
  }

  /// Keeps the text of two blocks, items or cells apart.
  mutating func breakBlock() {
    while let last = current.last, isBlankByte(last) { current.removeLast() }
    if !current.isEmpty { current.append(UInt8(ascii: "\n")) }
  }

  mutating func finish() -> [RenderedDocument.TextSection] {
    endSection()
    return sections
  }

  private mutating func endSection() {
    while let last = current.last, isBlankByte(last) { current.removeLast() }
    let count = current.withUnsafeBufferPointer { Self.wordCount(in: $0) }
    words += count - sectionCodeWords
    codeWords += sectionCodeWords
    sectionCodeWords = 0
    if heading != nil || !current.isEmpty {
      let text = String(decoding: current, as: UTF8.self)
      sections.append(RenderedDocument.TextSection(heading: heading, text: text))
    }
    current.removeAll(keepingCapacity: true)
  }

  /// How many runs of bytes there are between blanks. Without branches, which words are too short for.
  private static func wordCount(in text: UnsafeBufferPointer<UInt8>) -> Int {
    guard let first = text.first else { return 0 }
    var count = isBlankByte(first) ? 0 : 1
    for index in 1..<text.count {
      count &+= isBlankByte(text[index - 1]) && !isBlankByte(text[index]) ? 1 : 0
    }
    return count
  }
}
